// Whether a sentence says the contrary of what its titles tell: that a border opens where they tell that it is closed.
import { join } from 'node:path';
import { rowsOf } from '../reading/text/table.js';
import type { Hit } from './concepts.js';
import type { Glue } from './glue.js';
import { type Scope, scopesOf, within } from './scopes.js';
import { readSeldom, type Seldom } from './seldom.js';
import type { Told } from './told.js';

/** Sides that exclude each other; `whose`: only where both tell it of the same actor. */
export interface Opposites {
  sides: readonly ReadonlySet<string>[];
  whose: boolean;
  /** Whatever else its word means. */
  strictly: boolean;
  seldom: Seldom;
}

/** Reads what excludes each other from the room's folder of tables. */
export function readOpposites(tables: string): Opposites[] {
  const seldom = readSeldom(tables);
  return rowsOf(join(tables, 'opposites.tsv'), ['when', 'sides']).map(({ when, sides }) => ({
    whose: when === 'whose',
    strictly: when === 'strictly',
    seldom,
    sides: sides.split(';').map((side) => new Set(side.split('|'))),
  }));
}

const grammar = { record: false, frame: false };

/** "None was shot, insists Kenya": who says that it is not denies it. */
function saysNot({ marks }: Told): boolean {
  return marks.some(({ row }) => row === 'not') && marks.some(({ row }) => row === 'says' || row === 'speaks');
}

/** The first word that says the contrary, told as a reason; null where there is none. What is negated is left to who judges turns. */
export function contrary(own: Told, titles: readonly Told[], opposites: readonly Opposites[], glue: Glue): string | null {
  const told = new Set(titles.flatMap((title) => toldBy(title, [])));
  const plainly = new Set(titles.flatMap((title) => toldBy(title, negatedIn(title))));
  const negated = negatedIn(own);
  const mine = new Set(own.hits.map(({ row }) => row));
  for (const [at, word] of own.words.entries()) {
    const hits = own.hits.filter(({ from, to, narrower }) => !narrower && from <= at && at < to);
    if (negated.some(({ start, end }) => start <= word.start && word.start < end)) continue;
    // "South Korea" says nothing of the south.
    if (own.actors.some(({ from, to }) => from <= at && at < to)) continue;
    if (hits.some(({ row }) => row === 'deny') && titles.some(saysNot)) continue;
    // "supporters of independence reject it": who they are, not what they do.
    if (/^(?:supporters?|opponents?|backers?|critics?)$/.test(word.plain)) continue;
    // "until the end of the year" ends nothing.
    if (
      /^(?:end|start|beginning)$/.test(word.plain) &&
      /^ of (?:the |this |next )?(?:year|month|week|decade|century)\b/.test(own.text.slice(word.end))
    )
      continue;
    // "gave up", "take up": the verb before it says what is done.
    if (/^(?:up|down)$/.test(word.plain) && particled.test(own.words[at - 1]?.plain ?? '')) continue;
    // "in a bar" forbids nothing.
    if (/^bars?$/.test(word.plain) && /^(?:an?|the|its|their)$/.test(own.words[at - 1]?.plain ?? '')) continue;
    // "is expected to grow by 3 percent" of a forecast of growth that is cut.
    if (/^grow/.test(word.plain) && titles.some(({ rows }) => rows.has('growth'))) continue;
    const isGlue = glue.claimsNothing(word.plain, grammar) && !isLeft(own, at) && !letsIn(own, at);
    const rows = (isGlue ? hits.filter(({ from, to }) => to - from > 1) : hits).map(({ row }) => row);
    if (
      rows.length === 0 ||
      titles.some(
        ({ lang, stems, rendered, epithets }) => (lang === 'en' ? stems : rendered.stems).has(word.stem) || epithets.has(word.plain),
      )
    )
      continue;
    const stands = rows.some((row) => told.has(row));
    for (const { sides, whose, strictly, seldom } of opposites) {
      if (stands && !strictly) continue;
      // "boat" says less than "submarine".
      const isMeant = (row: string): boolean => !hits.some((hit) => hit.row === row && seldom(own, hit));
      const claimed = (strictly ? hits.filter(({ wider }) => !wider).map(({ row }) => row) : rows).filter(isMeant);
      const [side] = sides.filter((one) => claimed.some((row) => one.has(row)));
      if (whose && /^los[et]/.test(word.plain) && losesTo(own, at, titles)) continue;
      if (!side || [...side].some((row) => told.has(row)) || (whose && !sameFirst(own, titles))) continue;
      const other = sides.find((one) => one !== side && [...one].some((row) => plainly.has(row)) && ![...one].some((row) => mine.has(row)));
      if (other) return `says ${word.text} where the cited titles tell the contrary`;
    }
  }
  return null;
}

/** The clauses in which something is negated. */
function negatedIn(told: Told): Scope[] {
  const { lang, marks, hits } = told;
  // "沉没" sinks: its second sign negates nothing.
  const isPart = (mark: Hit): boolean => lang === 'zh' && hits.some(({ start, end }) => start < mark.start && mark.end === end);
  const nots = marks.filter((mark) => mark.row === 'not' && !isPart(mark));
  return scopesOf(told).filter((scope) => within(scope, nots).length > 0);
}

/** Rows of a title outside of some of its clauses, but for those of a growth that is forecast, which nobody raises. */
function toldBy({ hits, words, lang }: Told, but: readonly Scope[]): string[] {
  const growth = hits.filter(({ row, from, to }) => partly.has(row) || (row === 'ceasefire' && to - from > 1));
  return hits.flatMap(({ row, start, end, from, to, wider }) =>
    // "erupts again" resumes nothing else.
    wider ||
    but.some((scope) => scope.start <= start && start < scope.end) ||
    sides.test(words[from]?.plain ?? '') ||
    (lang === 'en' && to - from === 1 && words[from]?.plain === 'again') ||
    growth.some((hit) => isPartOf(hit, row, start, end))
      ? []
      : [row],
  );
}

/** Words that say whom or what it is against, and oppose nothing themselves. */
const sides = /^(?:against|gegen|contre|contra|против|ضد)$/u;

/** Rows of which a word tells nothing by itself. */
const partly: ReadonlySet<string> = new Set(['growth', 'survivor', 'illegal']);

/** Of a growth that is forecast, "legal" of what is not, "life" of who is found alive ("con vida"), and "stop" of a stop to the fire. */
function isPartOf(hit: Hit, row: string, start: number, end: number): boolean {
  if (hit.row === 'illegal') return row === 'legal' && hit.start <= start && end <= hit.end;
  if (hit.row === 'survivor') return row === 'death' && hit.start <= start && end <= hit.end;
  return hit.row === 'growth' ? hit.start === start && hit.end === end : row !== 'ceasefire' && hit.start <= start && end <= hit.end;
}

const particled =
  /^(?:giv|gave|tak|took|set|step|pick|break|broke|back|end|mak|made|hold|held|shut|call|put|turn|bring|brought|grow|grew|keep|kept|stand|stood)/;

/** "lets teenagers use it", not "lets go", "let down". */
function letsIn({ words }: Told, at: number): boolean {
  return (
    /^(?:lets?|letting)$/.test(words[at]?.plain ?? '') && !/^(?:go|off|out|down|up|alone|know|itself)$/.test(words[at + 1]?.plain ?? 'go')
  );
}

/** "left the CSTO", not "left three dead"; "to close", not "close to". */
export function isLeft({ words, actors }: Told, at: number): boolean {
  if (words[at]?.plain === 'close') return words[at - 1]?.plain === 'to';
  if (!/^(?:left|leaves|leaving)$/.test(words[at]?.plain ?? '')) return false;
  return actors.some(({ from }) => from === at + 1 || (from === at + 2 && words[at + 1]?.plain === 'the'));
}

/** "rebels have lost a town to the army in Kenya": to whom a title names first. */
function losesTo({ actors, text, words }: Told, at: number, titles: readonly Told[]): boolean {
  const behind = words[at]?.end ?? 0;
  return actors.some(
    ({ ids, start }) =>
      start > behind &&
      /\bto\s(?:the\s)?(?:\p{L}+\s(?:in|of)\s)?(?:the\s)?$/iu.test(text.slice(behind, start)) &&
      titles.some(({ actors: [first] }) => first?.ids.some((id) => ids.includes(id))),
  );
}

/** Who is named first in the sentence is so in a title. */
function sameFirst(own: Told, titles: readonly Told[]): boolean {
  const [first] = own.actors;
  return first !== undefined && titles.some(({ actors: [other] }) => other?.ids.some((id) => first.ids.includes(id)));
}
