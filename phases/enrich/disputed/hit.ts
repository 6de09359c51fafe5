// One attack of one doer, at one time and place, of which some outlets say that a place of civilians was hit and others one of armed forces.
import { withArticle } from '../../../lib/family/act-words.js';
import { byKey } from '../../../lib/family/by-key.js';
import type { SeedMember } from '../family.js';
import { type Struck, struckIn } from '../struck.js';
import { type Dispute, hoursBetween, mostToldFirst } from './answers.js';

/** Strikes told within so many hours are one: where both headlines name the same place, and where one names none. */
const sameStrikeHours = { placed: 24, unplaced: 8 };

/** Where a headline names both, both may have been: nothing is disputed then. */
export function hitOf(members: readonly SeedMember[], nameOf: (id: string) => string): Dispute[] {
  const struck = members.flatMap((member) => {
    const one = struckIn(member);
    return one === null ? [] : [{ ...member, ...one }];
  });
  return [...byKey(struck, ({ act }) => act.source ?? '')].flatMap(([source, those]) => {
    const rivals = those.filter((one) => those.some((other) => one.kind !== other.kind && isOfOneStrike(one, other)));
    const outlets = byKey(rivals, ({ publisher }) => publisher);
    if ([...outlets.values()].some((own) => new Set(own.map(({ kind }) => kind)).size > 1)) return [];
    const bySite = byKey(rivals, ({ site, act }) => `${site}${act.saidBy === null ? '' : `, says ${nameOf(act.saidBy)}`}`);
    if (bySite.size < 2) return [];
    const answers = [...bySite].map(([answer, own]) => ({
      answer,
      outlets: [...new Set(own.map(({ publisher }) => publisher))],
      cites: own.map(({ titleId }) => titleId),
    }));
    return [{ question: `What did ${withArticle(nameOf(source))} hit?`, answers: mostToldFirst(answers) }];
  });
}

function isOfOneStrike(one: Struck & SeedMember, other: Struck & SeedMember): boolean {
  const apart = hoursBetween(one.publishedAt, other.publishedAt);
  if (one.towns.size === 0 || other.towns.size === 0) return apart <= sameStrikeHours.unplaced;
  return apart <= sameStrikeHours.placed && [...one.towns].some((town) => other.towns.has(town));
}
