// Whether a sentence and a title have one verb, and of two who stand with it each has the other's place: "Kemp called on Carter" of "Carter calls
// on Kemp", "a hack received a ransom". Here also those count whom no list of actors has.
import type { Mention } from './actors.js';
import { isConverse } from './converse.js';
import type { Scope } from './scopes.js';
import { scopesOf } from './scopes.js';
import { sameName } from './sounds.js';
import type { Told } from './told.js';

/** Where something stands to a verb: before it, right behind it, further behind. */
type Place = 'doer' | 'object' | 'rest';

/** Somebody or something of a clause, by its word or its name. */
interface Unit {
  at: number;
  stem: string;
  text: string;
  name: boolean;
  mention: Mention | undefined;
  place: Place;
}

interface Clause {
  scope: Scope;
  /** Rows and stem of the verb. */
  rows: ReadonlySet<string>;
  stem: string;
  units: readonly Unit[];
}

/** Rows for what two do to each other, or that are told from either side by one word. */
const mutual: ReadonlySet<string> = new Set(
  (
    'meet|agree|sign|talks|negotiate|exchange|trade|clash|collide|cooperate|border|deal|be|swap|war|fight|share|lend|' +
    'loan|rent|have|link|strengthen|kill|die|death|need|lose|receive|get|obtain'
  ).split('|'),
);
/** "RT et Sputnik interdits d'antenne": it is done to them. */
const participle = /(?:its?|ites?|és|ées?|[aiu]d[oa]s?)$/u;
const auxiliaries =
  /^(?:has|have|had|will|would|is|are|was|were|be|been|being|could|may|might|must|should|to|not|also|now|again|reportedly)$/;
/** Words beside which a verb may be a passive, in any language; a German one parts its verb. */
const passive =
  /^(?:is|are|was|were|be|been|being|gets?|got|wird|werden|wurden?|worden|est|sont|ete|fut|es|son|fue|fueron|sido|был|была|были|было)$/;
const behindNoun = /^(?:an?|the|its|their|his|her|of|in|on|for|with|by|from|at|over|after|amid|new|s|no)$/;
const pasts =
  /(?:ed|[^s]s)$|^(?:sent|shot|cut|hit|struck|took|won|lost|left|gave|bought|sold|held|told|paid|kept|met|built|sought|fought|broke|led|put|set|made|let|urge|blame|call)$/;
const cuts = /^(?:that|which|who|whose|where|while|as|if|whether|because|than)$/;
const small = 3;

/** The clauses of a text by each word that may be their verb. */
function clausesIn(told: Told, isOwn: boolean): Clause[] {
  return scopesOf(told).flatMap((scope) => {
    const first = told.words.findIndex(({ start }) => start >= scope.start);
    const behind = told.words.findIndex(({ start }) => start >= scope.end);
    const last = behind < 0 ? told.words.length : behind;
    const clauses: Clause[] = [];
    for (let at = first; at < last; at++) {
      if (at === 0 || !isVerb(told, at, isOwn)) continue;
      const hits = told.hits.filter(({ from, wider }) => from === at && !wider);
      if (hits.some(({ row }) => mutual.has(row))) continue;
      const units = unitsOf(told, at === first ? beforeApposition(scope) : first, last, at);
      if (units !== null) clauses.push({ scope, rows: new Set(hits.map(({ row }) => row)), stem: told.words[at]?.stem ?? '', units });
    }
    return clauses;
  });
}

/** "Kemp, Georgia's secretary of state, called on": where the clause before the apposition begins, else where this one does. */
function beforeApposition({ told, index, start }: Scope): number {
  const [doer, apposed] = [told.clauses[index - 2], told.clauses[index - 1]];
  const own = told.words.findIndex((word) => word.start >= start);
  return doer?.sign === ',' && apposed?.sign === ',' && doer.to - doer.from <= mostNamed ? doer.from : own;
}

const mostNamed = 4;

function isVerb({ words, lang, actors }: Told, at: number, isOwn: boolean): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (!before || !word || word.han || actors.some(({ from, to }) => from <= at && at < to)) return false;
  if (lang !== 'en')
    return /^\p{Ll}/u.test(word.text) && !participle.test(word.text) && (before.capital || actors.some(({ to }) => to === at));
  if (isOwn && word.capital) return false;
  if (behindNoun.test(before.plain)) return false;
  return auxiliaries.test(before.plain) || pasts.test(word.plain) || (!isOwn && word.plain.length > small);
}

/** Who and what stands around a verb; null where it is a passive without a doer. */
function unitsOf(told: Told, first: number, last: number, verb: number): Unit[] | null {
  const { words, marks } = told;
  let from = verb - 1;
  while (from >= first && !cuts.test(words[from]?.plain ?? '')) from--;
  let to = verb + 1;
  while (to < last && !cuts.test(words[to]?.plain ?? '')) to++;
  const by = marks.find((mark) => mark.row === 'by' && mark.from > verb && mark.from < to);
  if (
    (by && /(?:ed|en|[^s]t)$/.test(words[by.from - 1]?.plain ?? '')) ||
    marks.some((mark) => mark.row === 'underwent' && mark.from !== verb && mark.from > from && mark.from < to)
  )
    return null;
  if (words.slice(from + 1, to).some(({ plain }, at) => passive.test(plain) && !/ing$/.test(words[from + 2 + at]?.plain ?? '')))
    return null;
  if (from + 1 === verb) return null;
  const units: Unit[] = [];
  let parted = false;
  for (let at = from + 1; at < to; at++) {
    const word = words[at];
    if (at === verb || !word) continue;
    if (at > verb && preposition.test(word.plain) && units.some(({ at: one }) => one > verb)) parted = true;
    if (at < verb && preposition.test(word.plain)) return null;
    const mention = told.actors.find((one) => one.from <= at && at < one.to);
    if (mention && at !== mention.to - 1) continue;
    if (!mention && (word.plain.length <= small || auxiliaries.test(word.plain) || /^\d/.test(word.text))) continue;
    if (isOfNext(told, at, verb)) continue;
    const place = at < verb ? 'doer' : parted ? 'rest' : 'object';
    units.push({ at, stem: word.stem, text: word.text, name: word.capital || mention !== undefined, mention, place });
  }
  return units;
}

/** "Russian journalists", "the Maduro government": of what kind the next is. */
function isOfNext({ words, text, actors }: Told, at: number, verb: number): boolean {
  const [word, next] = [words[at], words[at + 1]];
  if (!word || !next || at + 1 === verb || next.plain.length <= small || auxiliaries.test(next.plain)) return false;
  return (
    text.slice(word.end, next.start) === ' ' &&
    !preposition.test(next.plain) &&
    !actors.some(({ from, plain }) => from === at + 1 && !plain)
  );
}

const preposition =
  /^(?:of|in|on|to|for|with|by|from|at|over|after|about|against|into|through|under|near|during|de|du|des|en|dans|avec|pour|par|a|con|por|para|sobre|в|на|с|из|о|по|для|von|in|mit|auf|aus|für)$/;

function isSame(one: Unit, other: Unit, english: boolean): boolean {
  if (one.stem === other.stem && (english || one.name)) return true;
  if (one.name && other.name && sameName(one.text, other.text)) return true;
  if (!one.mention?.plain || !other.mention?.plain) return false;
  return one.mention.ids.some((id) => /^[A-Z]{2}$|^[A-Z]{3,}$/.test(id) && other.mention?.ids.includes(id));
}

/** The first two who have each other's place, told as a reason; null where there are none. */
export function otherPlaces(own: Told, titles: readonly Told[]): string | null {
  if (own.marks.some(({ row }) => row === 'both') && /\bbetween\b|\beach other\b|\bboth\b/i.test(own.text)) return null;
  const theirs = titles.map((title) => ({ title, clauses: clausesIn(title, false) }));
  for (const mine of clausesIn(own, true)) {
    const found = theirs.flatMap(({ title, clauses }) => {
      const same = clauses.filter(
        (one) => (title.lang === 'en' && one.stem === mine.stem) || (mine.rows.size > 0 && [...mine.rows].some((row) => one.rows.has(row))),
      );
      return same.filter((one) => !isConverse(mine.scope, one.scope)).map((one) => turnIn(mine, one, title.lang === 'en'));
    });
    if (found.length > 0 && found.every((turn) => turn !== null)) return found[0] ?? null;
  }
  return null;
}

function turnIn(mine: Clause, theirs: Clause, english: boolean): string | null {
  const placesOf = (unit: Unit): Place[] => theirs.units.filter((one) => isSame(unit, one, english)).map(({ place }) => place);
  const own = (unit: Unit): Place[] => mine.units.filter((one) => isSame(unit, one, true)).map(({ place }) => place);
  for (const one of mine.units) {
    if (one.place !== 'doer' || own(one).length > 1) continue;
    const there = placesOf(one);
    if (there.length === 0 || there.includes('doer')) continue;
    const other = mine.units.find(
      (unit) =>
        unit.place !== 'doer' && own(unit).length === 1 && placesOf(unit).length > 0 && placesOf(unit).every((place) => place === 'doer'),
    );
    if (other) return `gives ${one.text} the place that ${other.text} has in the cited titles`;
  }
  return null;
}
