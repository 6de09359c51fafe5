// Who did it, where headlines name different doers of one deed.
import { actInWords, withArticle } from '../../../lib/family/act-words.js';
import { byKey } from '../../../lib/family/by-key.js';
import { forceful } from '../../../lib/reading/actions.js';
import type { StoredAct } from '../acts.js';
import type { SeedMember } from '../family.js';
import { placesIn } from '../struck.js';
import { type Dispute, disputedAnswer, hoursBetween, mostToldFirst } from './answers.js';

/** A strike and what the other side says of it are told within so many hours. */
const sameDeedHours = 48;

/** Who did a deed of force, where headlines name several; empty where nothing is disputed. */
export function doersOf(members: readonly SeedMember[], acts: readonly StoredAct[], nameOf: (id: string) => string): Dispute[] {
  const deeds = acts.filter(
    ({ action, source, mode }) => forceful.has(action) && source !== null && (mode === 'done' || mode === 'claimed'),
  );
  return [...uponOneParty(deeds, nameOf), ...ofEachOther(members, deeds, nameOf)];
}

/** One deed of force upon one party, of which two are said to be the doer, one of them by the word of the other: two may as well both have done it. */
function uponOneParty(deeds: readonly StoredAct[], nameOf: (id: string) => string): Dispute[] {
  const groups = byKey(
    deeds.filter(({ target }) => target !== null),
    ({ action, target }) => `${action} ${target}`,
  );
  return [...groups.values()].flatMap((those) => {
    const bySource = byKey(those, ({ source }) => source ?? '');
    const [first] = those;
    const isOfRival = ({ mode, saidBy, source }: StoredAct): boolean =>
      mode === 'claimed' && saidBy !== null && saidBy !== source && bySource.has(saidBy);
    if (first === undefined || bySource.size < 2 || !those.some(isOfRival)) return [];
    const answers = [...bySource].map(([source, own]) => disputedAnswer(nameOf(source), own));
    return [
      { question: `Who is behind ${actInWords({ ...first, source: null, mode: 'done' }, nameOf)}?`, answers: mostToldFirst(answers) },
    ];
  });
}

/** A deed at one place that each of two sides says the other did. */
function ofEachOther(members: readonly SeedMember[], deeds: readonly StoredAct[], nameOf: (id: string) => string): Dispute[] {
  const claims = deeds.filter(({ mode, saidBy, source }) => mode === 'claimed' && saidBy !== null && saidBy !== source);
  const headlines = ({ cites }: StoredAct): SeedMember[] => members.filter(({ titleId }) => cites.includes(titleId));
  const seen = new Set<StoredAct>();
  return claims.flatMap((one) => {
    const other = claims.find(({ action, source, saidBy }) => action === one.action && source === one.saidBy && saidBy === one.source);
    if (other === undefined || seen.has(other)) return [];
    seen.add(one);
    if (!headlines(one).some((a) => headlines(other).some((b) => isAtOnePlace(a, b)))) return [];
    const answers = [one, other].map((act) =>
      disputedAnswer(`${nameOf(act.source ?? '')}, says ${withArticle(nameOf(act.saidBy ?? ''))}`, [act]),
    );
    const deed = actInWords({ source: null, action: one.action, target: null, mode: 'done' }, nameOf).replace(/^an? /u, 'the ');
    return [{ question: `Who is behind ${deed}?`, answers: mostToldFirst(answers) }];
  });
}

/** Both name one place, and none names another. */
function isAtOnePlace(a: SeedMember, b: SeedMember): boolean {
  const [here, there] = [placesIn(a.title), placesIn(b.title)];
  return (
    here.size > 0 &&
    here.size === there.size &&
    [...here].every((place) => there.has(place)) &&
    hoursBetween(a.publishedAt, b.publishedAt) <= sameDeedHours
  );
}

/** Two sides that accuse each other. */
export function blame(acts: readonly StoredAct[], nameOf: (id: string) => string): Dispute[] {
  const accusing = acts.filter(
    ({ action, mode, source, target }) => action === 'accuse' && mode === 'done' && source !== null && target !== null && source !== target,
  );
  const seen = new Set<string>();
  return accusing.flatMap(({ source, target }) => {
    const back = accusing.filter((one) => one.source === target && one.target === source);
    const key = [source, target].sort().join(' ');
    if (back.length === 0 || seen.has(key)) return [];
    seen.add(key);
    const own = accusing.filter((one) => one.source === source && one.target === target);
    const [one, other] = [withArticle(nameOf(source ?? '')), withArticle(nameOf(target ?? ''))];
    const answers = [disputedAnswer(`${one} accuses ${other}`, own), disputedAnswer(`${other} accuses ${one}`, back)];
    return [{ question: 'Who accuses whom?', answers: mostToldFirst(answers) }];
  });
}
