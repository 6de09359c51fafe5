// What some headlines tell of somebody and he denies in others: an act of his, or what he is accused of.
import { wasThere, withArticle } from '../../../lib/family/act-words.js';
import { byKey } from '../../../lib/family/by-key.js';
import type { StoredAct } from '../acts.js';
import type { SeedMember } from '../family.js';
import { type Dispute, disputedAnswer, hoursBetween, mostToldFirst } from './answers.js';
import { accusation, calling, groundless } from './words.js';

/** Who denies, and what is disputed by it. */
interface Denied {
  by: string;
  dispute: Dispute;
}

/** What headlines say somebody did, on their own word or as another's, and others that he denies. */
export function actsDenied(acts: readonly StoredAct[], nameOf: (id: string) => string): Denied[] {
  const denied = acts.filter(({ mode, source }) => mode === 'denied' && source !== null);
  return [...byKey(denied, ({ source, action }) => `${source} ${action}`).values()].flatMap((own) => {
    const [{ source, action } = { source: null, action: null }] = own;
    if (source === null || action === null) return [];
    const told = acts.filter(
      (one) => one.action === action && one.source === source && (one.mode === 'done' || (one.mode === 'claimed' && one.saidBy !== source)),
    );
    if (told.length === 0) return [];
    const saying = (no: string, saidBy: string): string => (saidBy === '' ? no : `${no}, says ${withArticle(nameOf(saidBy))}`);
    const answers = (word: string, those: readonly StoredAct[]) =>
      [...byKey(those, ({ saidBy }) => saidBy ?? '')].map(([saidBy, some]) => disputedAnswer(saying(word, saidBy), some));
    const question = wasThere({ source, action, target: null, mode: 'done' }, nameOf);
    return [{ by: source, dispute: { question, answers: mostToldFirst([...answers('yes', told), ...answers('no', own)]) } }];
  });
}

/** A denial so long before an accusation is of another one. */
const mostHoursBefore = 24;

/**
 * What somebody is accused of, and denies: his denial names who accuses him, or nobody whom the accusations do not name. Nothing of him whose
 * act was found denied already.
 */
export function accusationsDenied(
  members: readonly SeedMember[],
  acts: readonly StoredAct[],
  told: ReadonlySet<string>,
  nameOf: (id: string) => string,
): Dispute[] {
  const accusing = acts.filter(({ action, mode, source, target }) => {
    const isSaid = mode === 'done' || mode === 'claimed';
    return action === 'accuse' && isSaid && source !== null && target !== null && source !== target && !told.has(target);
  });
  return [...byKey(accusing, ({ target }) => target ?? '')].flatMap(([accused, those]) => {
    const cited = new Set(those.flatMap(({ cites }) => cites));
    const accusations = members.filter(({ titleId }) => cited.has(titleId));
    const named = new Set(accusations.flatMap(({ actors }) => actors));
    const accusersIn = ({ titleId }: SeedMember): (string | null)[] =>
      those.flatMap((one) => (one.cites.includes(titleId) ? one.source : []));
    // "UAE denies US accusations" answers the United States, and nobody else who accuses them.
    const answers = (member: SeedMember): boolean => {
      const others = accusations.filter((other) => other !== member);
      const own = accusersIn(member);
      return own.length === 0 || others.length === 0 || others.some((other) => accusersIn(other).some((source) => own.includes(source)));
    };
    const denials = members.filter(
      (member) =>
        denies(member, accused) &&
        answers(member) &&
        member.actors.every((id) => id === accused || named.has(id) || isOffice(id)) &&
        accusations.some(
          ({ publishedAt }) => publishedAt <= member.publishedAt || hoursBetween(publishedAt, member.publishedAt) <= mostHoursBefore,
        ),
    );
    // Where each headline that tells the accusation also tells the denial, it gives both answers.
    const apart = accusations.filter((member) => !denials.includes(member));
    const alone = apart.length > 0 ? apart : accusations;
    const accusers = [...byKey(those, ({ source }) => source ?? '')].flatMap(([source, own]) => {
      const telling = alone.filter(({ titleId }) => own.some(({ cites }) => cites.includes(titleId)));
      return telling.length === 0 ? [] : [[source, telling] as const];
    });
    if (denials.length === 0 || accusers.length === 0) return [];
    const names = accusers.map(([source]) => withArticle(nameOf(source)));
    const yes = accusers.map(([, own], i) => disputedAnswer(`yes, says ${names[i]}`, own.map(asTold)));
    const no = disputedAnswer(`no, says ${withArticle(nameOf(accused))}`, denials.map(asTold));
    const [only, ...more] = names;
    const question =
      more.length === 0
        ? `Is it true what ${only} accuses ${withArticle(nameOf(accused))} of?`
        : `Is it true what ${withArticle(nameOf(accused))} is accused of?`;
    return [{ question, answers: mostToldFirst([...yes, no]) }];
  });
}

/** An embassy or a ministry of any state: whose it is stands beside it. */
function isOffice(actor: string): boolean {
  return actor.startsWith('@');
}

function asTold({ publisher, titleId }: SeedMember): Pick<StoredAct, 'outlets' | 'cites'> {
  return { outlets: [publisher], cites: [titleId] };
}

/** Whether a headline says that somebody denies, or rejects an accusation, or calls it groundless. */
function denies(member: SeedMember, accused: string): boolean {
  const { acts, title } = member;
  const isDenied = acts.some(
    ({ action, source, mode }) =>
      source === accused &&
      (mode === 'denied' || (mode === 'done' && (action === 'deny' || (action === 'reject' && accusation.test(title))))),
  );
  return isDenied || callsGroundless(member, accused);
}

/** "Embassy of X: accusations groundless", "X calls claims baseless": he begins the headline, and accuses nobody in it. */
function callsGroundless({ title, actors, acts }: SeedMember, accused: string): boolean {
  if (actors.find((id) => !isOffice(id)) !== accused || acts.some(({ action, source }) => action === 'accuse' && source === accused))
    return false;
  const colon = title.search(/[:：]/u);
  const said = colon > 0 ? title.slice(colon) : title;
  return (colon > 0 || calling.test(title)) && accusation.test(said) && groundless.test(said);
}
