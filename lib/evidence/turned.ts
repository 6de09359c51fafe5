// Whether a sentence turns what its titles tell: denied into done, said into so, planned and threatened into done, or the other way round.
import type { Hit } from './concepts.js';
import { isBeforeMarks } from './governed.js';
import { haltedIn, isStopped, negates, says, scopeText } from './halted.js';
import { lostPlan } from './lost.js';
import { speakersOf, speaksAlike } from './mouths.js';
import { against, isNoLonger, isWithoutHeld, opposed, unlessIn } from './negations.js';
import { isOfWhatIsSaid, isSaid, isSaidBehind, isSpokenAfterColon } from './said.js';
import { marksIn, nearest, renderedBy, type Scope, scopesOf, within } from './scopes.js';
import type { Told } from './told.js';
import { about, isMeant, isOfWish, isOnlyPlanned, isUnderWay, isYet } from './yet.js';

/** Words by which a sentence gives something as told by others: "is said to have killed". */
const hearsay =
  /\b(?:(?:is|are|was|were) )?(?:said|believed|thought|reported|alleged|suspected|understood) to\b|\b(?:reportedly|allegedly|purportedly|whether|on suspicion|charged with|on charges of|cleared of|acquitted|not guilty|accused of|responsible|suspicion|suspected|suspects (?:it|him|her|them) of)\b/i;

/** The first turn found, told as a reason; null where there is none. */
export function turned(own: Told, titles: readonly Told[]): string | null {
  const scopes = titles.flatMap(scopesOf);
  const speaks =
    own.marks.some((mark) => (mark.row === 'says' || mark.row === 'speaks') && !isOfWhatIsSaid(mark, own, titles)) ||
    own.marks.some(({ row }) => row === 'voices') ||
    hearsay.test(own.text) ||
    scopesOf(own).some(isSpokenAfterColon) ||
    speaksAlike(own, titles);
  const mine = scopesOf(own).map((scope) => ({ scope, rendered: isOnlySpeech(scope) ? [] : renderedBy(scope, scopes) }));
  for (const { scope, rendered } of mine) {
    if (rendered.length === 0) continue;
    const turnsOf = (ones: readonly Scope[]): (string | null)[] =>
      ones.map((title) => {
        const peers = mine.filter((other) => other.rendered.includes(title) || tellsOf(other.scope, title)).map((other) => other.scope);
        return turnOf(scope, peers, title, speaks);
      });
    const turns = turnsOf(rendered);
    const first = turns[0];
    if (!first || !turns.every((turn) => turn !== null)) continue;
    if (first.startsWith('states') && isOfAnother(scope, rendered, titles, turnsOf)) continue;
    return first;
  }
  // "sollen getötet haben" is hearsay too, and no plan.
  return hearsay.test(own.text) ? null : lostPlan(own, scopes);
}

/** In another language a title may hold a word less than one that tells it alike. */
const mostLess = 1;

/** A title may hold more of it in two clauses than another does in one; what somebody denies is left out all the same. */
function isOfAnother(
  scope: Scope,
  rendered: readonly Scope[],
  titles: readonly Told[],
  turnsOf: (ones: readonly Scope[]) => (string | null)[],
): boolean {
  if (titles.length < 2) return false;
  const near = nearest(scope, titles, mostLess);
  const isNew = near.some((title) => !rendered.some(({ told }) => told === title));
  return isNew || turnsOf(renderedBy(scope, near.flatMap(scopesOf))).includes(null);
}

/** A clause that names who a clause of a title names, and says a word of it. */
function tellsOf({ rows, stems, ids }: Scope, title: Scope): boolean {
  const shares = (mine: ReadonlySet<string>, others: ReadonlySet<string>): boolean => [...mine].some((one) => others.has(one));
  return shares(ids, title.ids) && (shares(rows, title.rows) || shares(stems, title.stems));
}

/** "the governor said": it tells who says the rest. */
function isOnlySpeech(scope: Scope): boolean {
  // "Demanding higher wages, ...": what for.
  if (marksIn(scope, 'says').length === 0 && marksIn(scope, 'yet').length > 0) return false;
  return marksIn(scope, 'says', 'speaks').length > 0 && within(scope, scope.told.words).length <= 4;
}

/** `peers` are the clauses of the sentence that render the same clause of a title: what turns one of them may stand in another. */
function turnOf(scope: Scope, peers: readonly Scope[], title: Scope, speaks: boolean): string | null {
  const quoted = title.told.text;
  const rows = new Set(peers.flatMap((peer) => within(peer, peer.told.hits).map(({ row }) => row)));
  const least = marksIn(title, 'least');
  const refusals = marksIn(title, 'not', 'refuse').filter(
    (mark) => !least.some(({ start, end }) => start <= mark.start && mark.start < end) && !isUndone(mark, title, rows),
  );
  const refused = refusals.length > 0;
  // "denies having halted": who says the halt must say the denial.
  const halts = marksIn(title, 'hinder').some((mark) => isMeant(mark, title, rows));
  const isNegated = (peer: Scope): boolean =>
    marksIn(peer, 'not', 'refuse').length > 0 ||
    (!halts && marksIn(peer, 'hinder').some((mark) => !rendersAnother(mark, peer, title, refusals)));
  if (
    refusals.some((mark) => !isMeant(mark, title, rows)) &&
    !peers.some((peer) => isNegated(peer) || against.test(scopeText(peer))) &&
    !nobody.test(scope.told.text)
  )
    return `leaves out that "${quoted}" negates it`;
  if (
    negationsOf(scope, title).some((mark) => isOfItsDeed(mark, scope, title) || isWithoutHeld(mark, scope, title)) &&
    !refused &&
    !opposed.test(quoted) &&
    !isNoLonger(scope.told, title.told.rows) &&
    !isRenderedByNot(scope, title) &&
    !unlessIn(quoted)
  )
    return `negates what "${quoted}" tells`;
  if (!refused && negates(scope) && marksIn(title, 'hinder').length === 0 && !opposed.test(quoted)) return `negates what "${quoted}" tells`;
  const halted = haltedIn(title);
  if (halted !== null && says(scope, halted) && !peers.some(isStopped)) return `leaves out that "${quoted}" tells of a stop to it`;
  if (
    marksIn(title, 'undo').some((mark) => !isLastOf(title, mark) && !isMeant(mark, title, rows)) &&
    !peers.some((peer) => marksIn(peer, 'undo', 'frees', 'not', 'refuse').length > 0)
  )
    return `leaves out that "${quoted}" tells of an end of it`;
  if (isSaid(title) && !speaks && !takesItsStand(scope, title) && !(peers.some((peer) => isYet(peer)) && isOwnPlan(title)))
    return `states as fact what somebody says in "${quoted}"`;
  if (
    isYet(title, peers) &&
    !peers.some((peer) => against.test(scopeText(peer)) && opposed.test(quoted)) &&
    !peers.some((peer) => isYet(peer) || (isUnderWay(scopeText(peer)) && isOnlyPlanned(title))) &&
    !refused &&
    !about.test(scope.told.text) &&
    !isBeforeMarks(scope, title) &&
    !isOfWish(scope) &&
    !(hearsay.test(scope.told.text) && !isReportedDone(scope, title))
  )
    return `states as done what is not done yet in "${quoted}"`;
  return null;
}

/** "has reportedly left" of "media: may leave": what is reported there is not done. German, French and Spanish tell hearsay as they tell what is to come. */
function isReportedDone({ told }: Scope, title: Scope): boolean {
  return (
    !hearsayByMood.has(title.told.lang) &&
    /\b(?:has|have|had|was|were)\s(?:reportedly|allegedly|purportedly)\s\p{L}+(?:ed|en|t)\b/iu.test(told.text)
  );
}

const hearsayByMood: ReadonlySet<string> = new Set(['de', 'fr', 'es', 'it', 'pt']);

/** "the visa ban" of "lehnt Visasperre ab": it renders the ban, and not the refusal. */
function rendersAnother({ from }: Hit, { told }: Scope, title: Scope, refusals: readonly Hit[]): boolean {
  const rows = new Set(told.hits.filter((hit) => hit.from === from).map(({ row }) => row));
  const isRefusal = (start: number): boolean => refusals.some((mark) => mark.start <= start && start < mark.end);
  const meant = within(title, title.told.hits).filter(({ row, wider }) => !wider && rows.has(row));
  return meant.length > 0 && !meant.some(({ start }) => isRefusal(start));
}

/** "no plan to drop it": it goes on. "bans the refusal": who tells of the ban tells of it all. */
function isUndone(mark: Hit, title: Scope, rows: ReadonlySet<string>): boolean {
  const stops = marksIn(title, 'hinder');
  if (mark.row === 'not' && title.told.lang === 'en' && stops.some(({ from }) => from > mark.to && from <= mark.to + doubledWithin))
    return true;
  return stops.some((stop) => stop.end <= mark.start && isMeant(stop, title, rows));
}

const doubledWithin = 3;

/** "as inflation eases": nothing is eased. */
function isLastOf({ told, end }: Scope, mark: Hit): boolean {
  return told.lang === 'en' && mark.end === end;
}

/** Who suffers nothing stands in a clause of its own: "..., but nobody was hurt". */
const nobody = /\b(?:but|and|with|yet|though) (?:nobody|no one|none|no (?:casualties|injuries|victims|deaths|damage))\b/i;

/** How many words behind "not" what is negated stands. */
const negatedWithin = 4;

/** "has not been found" negates nothing of a title that tells who is missing. */
function isOfItsDeed({ to }: Hit, { told }: Scope, title: Scope): boolean {
  const next = told.words.slice(to, to + negatedWithin).find(({ plain }) => plain.length > 3);
  if (title.told.lang === 'en' && next && title.stems.has(next.stem) && !title.told.marks.some(({ row }) => row === 'not')) return true;
  return told.hits.some(({ row, from }) => from >= to && from < to + negatedWithin && title.rows.has(row));
}

/** What is said and done in one: who says that he condemns does condemn. */
const stances: ReadonlySet<string> = new Set([
  ...['condemn', 'oppose', 'praise', 'support', 'reject', 'criticise', 'demand', 'warn', 'urge', 'threaten', 'promise', 'vow', 'propose'],
  ...['apologise', 'thank', 'congratulate', 'protest', 'refuse'],
]);

function takesItsStand(scope: Scope, title: Scope): boolean {
  // "Selon Kinshasa, le Rwanda soutient ...": another says it of him.
  const [subject] = within(scope, scope.told.actors);
  const sayers = speakersOf(title.told, ['says']);
  // "..., scholars say": who says it has no name, and is not who does it.
  if (sayers.length === 0 && title.told.lang === 'en' && isSaidBehind(title)) return false;
  // "rules out sending" of "says he will not send".
  if (
    subject &&
    sayers.some(({ ids }) => ids.some((id) => subject.ids.includes(id))) &&
    marksIn(scope, 'refuse').length > 0 &&
    marksIn(title, 'not', 'refuse').length > 0
  )
    return true;
  if (subject && sayers.length > 0 && !sayers.some(({ ids }) => ids.some((id) => subject.ids.includes(id)))) return false;
  const { hits } = scope.told;
  // "attacked" is no criticism where it is an attack, nor "shot down" a refusal.
  const isAttack = (at: number): boolean => hits.some(({ row, from }) => (row === 'attack' || row === 'shoot') && from === at);
  return within(scope, hits).some(({ row, wider, from }) => !wider && stances.has(row) && title.rows.has(row) && !isAttack(from));
}

/** "Ministry: will levy duties": who says it is who does it, for nobody else is named first. */
function isOwnPlan(title: Scope): boolean {
  return isSpokenAfterColon(title) && isYet(title) && within(title, title.told.actors)[0]?.start !== title.start;
}

/** Words of negation, but for those of a turn that means what a word of the title means: "no longer welcome" for "persona non grata". */
function negationsOf(scope: Scope, title: Scope): ReturnType<typeof marksIn> {
  const turns = scope.told.hits.filter(({ row }) => title.told.rows.has(row));
  const least = scope.told.marks.filter(({ row }) => row === 'least');
  return marksIn(scope, 'not').filter((mark) => ![...turns, ...least].some(({ from, to }) => from <= mark.from && mark.to <= to));
}

/** "does not let in" for "bars": but where the word that hinders is said too, "not" turns it. */
function isRenderedByNot(scope: Scope, title: Scope): boolean {
  const said = new Set(within(scope, scope.told.hits).map(({ row }) => row));
  return marksIn(title, 'hinder').some(({ start }) => {
    const meant = title.told.hits.filter((hit) => hit.start <= start && start < hit.end);
    return meant.length === 0 || !meant.some(({ row }) => said.has(row));
  });
}
