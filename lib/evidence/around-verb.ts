// Who stands on which side of a verb that a sentence and its titles share: "Apple sues Congo" of "Kinshasa porte plainte contre Apple". Here a party is
// whoever is named and whoever a word tells of: a judge, the opposition, NGOs.
import { join } from 'node:path';
import { rowsOf } from '../reading/text/table.js';
import type { Mention } from './actors.js';
import { isConverse } from './converse.js';
import { shares } from './order.js';
import { type Scope, scopesOf } from './scopes.js';
import { sameName } from './sounds.js';
import { numberWord } from './spelled.js';
import type { Told } from './told.js';
import { isVerbOf, sidesOf, type Verb } from './verb-forms.js';
import { type FoldedWord, stemOf } from './words.js';

/** Somebody, by the word that says who. */
interface Party {
  word: FoldedWord;
  rows: ReadonlySet<string>;
  mention: Mention | undefined;
}

interface Around {
  scope: Scope;
  rows: ReadonlySet<string>;
  stem: string;
  doer: Party;
  others: readonly Party[];
}

/** Whoever takes is given to: told from either side. */
const taking = /^(?:get|got|receiv|obtain|accept|gain|win)$/;
/** Who must or may is told of what another does to him: "must pay a fine". */
const obliged = /^(?:must|may|can|could|to)$/;
/** What two do to each other, or one word tells from either side. */
const mutual: ReadonlySet<string> = new Set(
  (
    'meet|agree|sign|talks|negotiate|exchange|trade|clash|cooperate|border|deal|be|swap|war|fight|share|lend|loan|rent|have|link|' +
    'strengthen|die|death|need|get|obtain|say|state|start|begin|end|continue|resume|go on|tell|become|make|take|lose|fall|speak'
  ).split('|'),
);
const cuts =
  /^(?:that|which|who|whose|whom|where|while|as|if|whether|because|than|when|after|before|amid|despite|since|until|over|following|during|and)$/;
const preposition =
  /^(?:of|in|on|to|for|with|by|from|at|over|after|about|against|into|through|under|near|during|off|among|between|within|without|across)$/;
const behindVerb =
  /^(?:an?|the|its|their|his|her|to|for|in|on|at|with|over|against|about|all|some|more|out|off|up|down|into|back|that|as|by|no|two|three|four|five|new|\d.*)$|s$/;
const auxiliary = /^(?:has|have|had|will|would|is|are|was|were|be|been|being|could|may|might|must|should)$/;
const small =
  /^(?:the|an?|its|his|her|their|this|that|these|those|some|all|both|two|three|four|five|more|most|many|several|no|s|has|have|had|will|would|is|are|was|were|be|been|being|could|may|might|must|should|not|also|now|again|reportedly|recently|did|does|do|overnight|today|back|out|up|down)$|ly$/;

/** The verbs of an English sentence, each with who does it and who stands behind; passives turned about. */
function ownAround(own: Told, agents: ReadonlySet<string>): Around[] {
  return scopesOf(own).flatMap((scope) => {
    const span = own.words.flatMap(({ start }, at) => (start >= scope.start && start < scope.end ? [at] : []));
    const [first = 0] = span;
    return span.slice(1).flatMap((at): Around[] => {
      if (
        !isVerbOf(own, at) ||
        taking.test(own.words[at]?.stem ?? '') ||
        isNoun(own, at, first, agents) ||
        isAttribute(own, at, span.at(-1) ?? at)
      )
        return [];
      const hits = own.hits.filter(({ from, wider }) => from === at && !wider);
      const rows = new Set(hits.flatMap(({ row }) => (mutual.has(row) ? [] : [row])));
      if (
        (rows.size < new Set(hits.map(({ row }) => row)).size && !(rows.has('announce') || rows.has('urge'))) ||
        obliged.test(own.words[at - 1]?.plain ?? '')
      )
        return [];
      const before = headBefore(own, at, first, agents);
      const behind = partiesBehind(own, at, (span.at(-1) ?? at) + 1, agents);
      const passive = isPassive(own, at);
      if (!before || (passive && own.words[at + 1]?.plain !== 'by')) return [];
      const [doer, ...others] = passive ? [behind[0], before] : [before, ...behind];
      if (!doer || others.length === 0) return [];
      return [{ scope, rows, stem: own.words[at]?.stem ?? '', doer, others }];
    });
  });
}

/** "fighter jets are to": what looks like a verb of the present, and tells whose or what. */
function isNoun(own: Told, at: number, first: number, agents: ReadonlySet<string>): boolean {
  const [word, next] = [own.words[at], own.words[at + 1]];
  if (!word || !/s$/.test(word.plain) || /^(?:has|is|was|does)$/.test(word.plain)) return false;
  if (agents.has(word.stem) || !next || !(next.capital || behindVerb.test(next.plain))) return true;
  for (let back = at - 1; back > first && !cuts.test(own.words[back]?.plain ?? ''); back--) if (isVerbOf(own, back)) return true;
  return false;
}

/** "three men suspected of spying were arrested": what is told besides. */
function isAttribute({ words }: Told, at: number, last: number): boolean {
  if (!/ed$/.test(words[at]?.plain ?? '') || auxiliary.test(words[at - 1]?.plain ?? '')) return false;
  return preposition.test(words[at + 1]?.plain ?? '') && words.slice(at + 2, last + 1).some(({ plain }) => auxiliary.test(plain));
}

function isPassive({ words }: Told, at: number): boolean {
  if (words[at + 1]?.plain === 'by') return true;
  let back = at - 1;
  while (/^(?:also|now|again|reportedly|not|recently)$|ly$/.test(words[back]?.plain ?? '')) back--;
  return /^(?:is|are|was|were|be|been|being|gets?|got)$/.test(words[back]?.plain ?? '') && !/ing$/.test(words[at]?.plain ?? '');
}

/** Who is told of by the word at a place; null where it tells of nobody. */
function partyAt(told: Told, at: number, agents: ReadonlySet<string>): Party | null {
  const word = told.words[at];
  if (!word) return null;
  const hits = told.hits.filter(({ from, to, wider }) => from <= at && at < to && !wider);
  const mention = told.actors.find(({ from, to }) => from <= at && at < to);
  const isName = word.capital && hits.length === 0 && numberWord(word.plain) === null;
  if (mention ? mention.within : !isName && !agents.has(word.stem)) return null;
  return { word, rows: new Set(hits.map(({ row }) => row)), mention };
}

/** Who stands before a verb: the last word before it, or before a preposition. Null where that tells of nobody. */
function headBefore(own: Told, verb: number, first: number, agents: ReadonlySet<string>): Party | null {
  let to = verb;
  while (to > first && small.test(own.words[to - 1]?.plain ?? '')) to--;
  let from = to;
  while (from > first && !cuts.test(own.words[from - 1]?.plain ?? '') && !isVerbOf(own, from - 1)) from--;
  const words = own.words.slice(from, to);
  const end = words.findIndex(({ plain }) => preposition.test(plain));
  if (end === 0 || words.length === 0) return null;
  return partyAt(own, from + (end < 0 ? words.length : end) - 1, agents);
}

/** Who stands behind a verb: the last word of each run between prepositions, where it tells of anybody. */
function partiesBehind(own: Told, verb: number, end: number, agents: ReadonlySet<string>): Party[] {
  const parties: Party[] = [];
  let last: number | null = null;
  for (let at = verb + 1; at <= end; at++) {
    const { plain = '' } = own.words[at] ?? {};
    const isEnd = at === end || preposition.test(plain) || cuts.test(plain) || isVerbOf(own, at);
    const party = isEnd && last !== null ? partyAt(own, last, agents) : null;
    if (party) parties.push(party);
    if (isEnd) last = null;
    else if (!small.test(plain)) last = at;
  }
  return parties;
}

/** Where a party of the sentence is told of in a title; empty where it is not. */
function spotsOf(party: Party, title: Told): number[] {
  const found = new Set<number>();
  const { mention, word, rows } = party;
  const isState = mention?.plain === true || mention?.seat === true;
  for (const one of title.actors) if (mention && shares(one, mention) && (isState || sameName(word.text, one.text))) found.add(one.start);
  if (isState) return [...found];
  for (const hit of title.hits) if (!hit.wider && rows.has(hit.row)) found.add(hit.start);
  for (const one of title.words) {
    const isName = word.capital && (one.capital || title.lang === 'ar') && sameName(word.text, one.text);
    if (isName || (title.lang === 'en' && one.stem === word.stem)) found.add(one.start);
  }
  for (const one of title.rendered.spots) if (one.stem === word.stem) found.add(one.start);
  return [...found];
}

function verbsIn(title: Told, mine: Around): Verb[] {
  const own =
    title.lang === 'en'
      ? title.words.flatMap(({ stem, start, end }, at) => (stem === mine.stem ? [{ start, end, at, to: at + 1 }] : []))
      : [];
  const byRow = title.hits.flatMap(({ row, wider, start, end, from, to }) =>
    !wider && mine.rows.has(row) ? [{ start, end, at: from, to }] : [],
  );
  const rendered = title.rendered.spots.flatMap(({ stem, start, end, at, to }) => (stem === mine.stem ? [{ start, end, at, to }] : []));
  return [...own, ...byRow, ...rendered];
}

type Turn = 'same' | 'turned' | 'unknown';

/** How a title has the doer of the sentence and another who is named behind its verb. */
function turnIn(title: Told, verb: Verb, { scope, doer, others }: Around): Turn {
  const sides = sidesOf(title, verb);
  if (sides === null || scopesOf(title).some((one) => isConverse(scope, one))) return 'unknown';
  const of = (party: Party): (string | null)[] => spotsOf(party, title).map(sides);
  const his = of(doer);
  if (his.includes('doer')) return 'same';
  if (his.length === 0 || his.includes(null)) return 'unknown';
  const isDoer = (party: Party): boolean => {
    const theirs = of(party);
    return theirs.length > 0 && theirs.every((side) => side === 'doer');
  };
  return others.some(isDoer) ? 'turned' : 'unknown';
}

/** Stems of the English words for those who act though no list of actors has them. `tables` is this room's folder of tables. */
export function readAgents(tables: string): ReadonlySet<string> {
  return new Set(rowsOf(join(tables, 'agents.tsv'), ['kind', 'words']).flatMap(({ words }) => words.split('|').map(stemOf)));
}

/** The first who does what another does in every title that tells who does it, told as a reason; null where there is none. */
export function otherSide(own: Told, titles: readonly Told[], agents: ReadonlySet<string>): string | null {
  if (own.marks.some(({ row }) => row === 'both') && /\bbetween\b|\beach other\b|\bboth\b/i.test(own.text)) return null;
  for (const mine of ownAround(own, agents)) {
    const turns = titles.flatMap((title) => verbsIn(title, mine).map((verb) => turnIn(title, verb, mine)));
    if (turns.includes('turned') && !turns.includes('same')) return `lets ${mine.doer.word.text} do what another does in the cited titles`;
  }
  return null;
}
