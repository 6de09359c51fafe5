// Which words of a sentence are borne with although no title holds them: tables of words are never whole, and a paraphrase says a thing its own
// way. A word is borne with where it may render one of the titles' words that no table knows, or where it is a thing of which the titles
// name no other. Never a name, a number, a time, nor what is added as a cause or an outcome.
import { join } from 'node:path';
import { rowsOf } from '../reading/text/table.js';
import { readFields } from './fields.js';
import type { Glue } from './glue.js';
import { covers, type Ground } from './ground.js';
import { carries, isLight, readLightVerbs } from './light.js';
import { isPinyin } from './pinyin.js';
import { readSeldom, type Seldom } from './seldom.js';
import { isNumberWord } from './spelled.js';
import type { Told } from './told.js';

/** For a sentence on its titles: whether the word at a position is borne with. Each answer spends what is borne with. */
export type Lenience = (own: Told, ground: Ground, glue: Glue) => (index: number) => boolean;

/** Words behind which a sentence adds a cause, an outcome. */
const adding = new Set('over because due by after amid following since and despite against causing leaving killing'.split(' '));
/** What turns a deed is never borne with. */
const turns: ReadonlySet<string> = new Set(['not', 'refuse', 'hinder', 'undo', 'frees']);
const articles = new Set('of a an the its his her their some any further more'.split(' '));

/** Who bears arms is never borne with where the titles name nobody who does. */
const armed = /^(?:army|navy|soldiers?|guards|coastguards?|generals)$/;

const mostBorne = 6;
/** Words and names that must stand for each that is borne with. */
const standingLeast = 1;

/** Names of the rows of concepts for what is done. */
export function readActRows(tables: string): ReadonlySet<string> {
  const rows = rowsOf(join(tables, 'concepts-acts.tsv'), ['en', 'de', 'es', 'fr', 'ru', 'zh', 'ar']);
  return new Set(rows.map(({ en }) => en.split('|')[0] ?? ''));
}

/** Reads which things are rivals: who says one where the titles say another says something else. `acts` are rows for what is done. */
export function readLenience(tables: string, acts: ReadonlySet<string>): Lenience {
  const fields = readFields(join(tables, 'fields.tsv'));
  const lightVerbs = readLightVerbs(join(tables, 'light.tsv'));
  const kinds = rowsOf(join(tables, 'rivals.tsv'), ['kind', 'rows']).map(({ kind, rows }) => ({ kind, rows: rows.split('|') }));
  const of = (...names: readonly string[]): Set<string> => new Set(kinds.flatMap(({ kind, rows }) => (names.includes(kind) ? rows : [])));
  const seldom = readSeldom(tables);
  const people = of('people');
  const [exact, grave] = [of('exact'), of('force', 'custody', 'custody step', 'deeds')];
  // Where all that the titles tell as done is told, what else is done can only be how it ends.
  const graver = of('force', 'custody', 'custody step');
  const rivals = kinds.filter(({ kind }) => kind !== 'exact' && kind !== 'deeds').map(({ rows }) => new Set(rows));
  return (own, ground, glue) => {
    const mine = new Set(own.hits.filter(({ narrower }) => !narrower).map(({ row }) => row));
    const standing = own.words.filter(
      (word, at) => !glue.claimsNothing(word.plain, { record: false, frame: false }) && ground.holds(own, at, true),
    ).length;
    let left = Math.min(mostBorne, Math.floor((standing + own.actors.length) / standingLeast));
    // A sentence that tells none of the deeds of its titles tells another.
    const deeds = [...ground.rows].filter((row) => acts.has(row));
    const tellsAnother = deeds.length > 0 && !deeds.some((row) => mine.has(row));
    const allTold = deeds.length > 0 && unrendered(ground, mine, acts) === 0;
    let unread = unreadIn(own, ground, glue);
    // "after a wave of killings" adds nothing where the killings stand.
    const isOfHeld = (index: number): boolean => own.words[index + 1]?.plain === 'of' && ground.holds(own, index + 2);
    const ofItsField = fields(own, ground.titles);
    return (index) => {
      const word = own.words[index];
      if (word && isLight(own, index, ground, lightVerbs)) return true;
      const rows = rowsAt(own, index, seldom);
      // "two doctors were killed": who they are that the titles count.
      const isWhoIsCounted = rows.some((row) => people.has(row)) && isCounted(own, index);
      if (ofItsField.has(index) && !isWhoIsCounted) return true;
      if (word && armed.test(word.plain)) return false;
      if (!word || left === 0 || isAddition(own, index, ground, unread, isOfHeld)) return false;
      if (own.marks.some((mark) => turns.has(mark.row) && covers(mark, index))) return false;
      if ((/(?:ieth|teenth)$/.test(word.plain) || rows.some((row) => exact.has(row))) && !(rows.includes('several') && ground.counts))
        return false;
      if (isWhoIsCounted && unread < 1) return false;
      if (word.capital && index > 0) {
        if (!ground.titles.some(({ lang }) => lang === 'zh') || unread < 1 || rows.length > 0 || isPinyin(word.text)) return false;
        unread--;
        return true;
      }
      const isAct = rows.some((row) => acts.has(row));
      const rival = rivals.some(
        (kind) => rows.some((row) => kind.has(row)) && [...ground.rows].some((row) => kind.has(row) && !mine.has(row)),
      );
      if (rival || (isAct && (rows.some((row) => (allTold ? graver : grave).has(row)) || isNext(own, index)))) return false;
      if (carries(own, index, ground, lightVerbs)) return true;
      if (isAct && tellsAnother && isDeedOfItsOwn(own, index)) return false;
      if (unread >= 1 && rows.length > 0) unread--;
      left--;
      return true;
    };
  };
}

/** What it adds is not borne with: but "and foreign rescuers arrived" tells of those of whom the titles tell, and a first word may render one of theirs. */
function isAddition(own: Told, index: number, ground: Ground, unread: number, isOfHeld: (index: number) => boolean): boolean {
  const isBeside =
    own.words[index - 1]?.plain === 'and' && ground.holds(own, index + 1) && !own.hits.some((hit) => covers(hit, index) && !hit.narrower);
  return (
    isAdded(own, index, adding, isOfHeld) && !isBeside && !(index === 0 && unread >= 1 && ground.titles.every(({ lang }) => lang !== 'en'))
  );
}

function rowsAt(own: Told, index: number, seldom: Seldom): string[] {
  const isMinister = /^(?:minist|secretar)/.test(own.words[index + 1]?.plain ?? '');
  // "foreign leaders" are no foreign ministers.
  return own.hits
    .filter(
      (hit) =>
        covers(hit, index) && !hit.narrower && !seldom(own, hit) && (hit.row !== 'foreign minister' || hit.to - hit.from > 1 || isMinister),
    )
    .map(({ row }) => row);
}

/** A number stands right before it. */
function isCounted({ words }: Told, index: number): boolean {
  const before = words[index - 1];
  return before !== undefined && (/^\d/.test(before.text) || isNumberWord(before.plain));
}

/** "in its dealings with", "is establishing itself": a noun, or what goes on; any other verb is the deed that the sentence tells. */
function isDeedOfItsOwn({ words }: Told, index: number): boolean {
  const [before, word] = [words[index - 1]?.plain ?? '', words[index]?.plain ?? ''];
  if (word.endsWith('ing')) return !/^(?:is|are|in|of|by)$/.test(before);
  return !/^(?:an?|the|its|their|his|her|of|in|on|for|with|by|from|at|no|any|some|more)$/.test(before);
}

const joints = new Set('which who that and'.split(' '));
const auxiliaries = new Set('has have had was were is are they he she it then also later'.split(' '));

/** "…, which sank", "and left": a deed added to those the titles tell. */
function isNext({ words }: Told, index: number): boolean {
  for (let at = index - 1; at >= 0; at--) {
    const word = words[at]?.plain ?? '';
    if (joints.has(word)) return true;
    if (!auxiliaries.has(word)) return false;
  }
  return false;
}

/** Whether it stands where a cause, an aim or an outcome is added, an article and one word between at most. */
function isAdded({ words, hits }: Told, index: number, behind: ReadonlySet<string>, isOfHeld: (index: number) => boolean): boolean {
  for (let at = index - 1; at >= Math.max(0, index - 3); at--) {
    const word = words[at];
    if (!word) return false;
    if (behind.has(word.plain)) return !isOfHeld(index);
    if (!articles.has(word.plain)) return false;
  }
  return index === 0 && !hits.some((hit) => covers(hit, index));
}

/** How many content words of the titles no table knows and the sentence does not say: each may be one that it renders. Of Chinese, pairs of characters. */
function unreadIn(own: Told, { titles }: Ground, glue: Glue): number {
  const said = new Set(own.words.map(({ stem }) => stem));
  return titles.reduce((sum, { words, hits, actors }) => {
    const spent = [...hits, ...actors];
    // One character may stand within a name that no table has.
    const isSpent = (start: number, end: number, least = 1): boolean =>
      spent.some((one) => one.start < end && start < one.end && one.end - one.start >= least);
    return words.reduce((left, word) => {
      if (!word.han) {
        const counts = word.plain.length > 3 && !/^\d/.test(word.text) && !isSpent(word.start, word.end);
        return left + (counts && !said.has(word.stem) && !glue.claimsNothing(word.plain, { record: true, frame: false }) ? 1 : 0);
      }
      let free = 0;
      for (let at = word.start; at < word.end; at++) if (!isSpent(at, at + 1, 2)) free++;
      return left + Math.floor(free / 2);
    }, sum);
  }, 0);
}

/** How many words of the titles that tell one of these rows the sentence renders by none of theirs. */
function unrendered({ titles }: Ground, said: ReadonlySet<string>, rows: ReadonlySet<string>): number {
  return titles.reduce((sum, { hits }) => {
    const spots = new Map<number, { isOne: boolean; isSaid: boolean }>();
    for (const { row, start, wider } of hits) {
      if (wider) continue;
      const { isOne = false, isSaid = false } = spots.get(start) ?? {};
      spots.set(start, { isOne: isOne || rows.has(row), isSaid: isSaid || (rows.has(row) && said.has(row)) });
    }
    return sum + [...spots.values()].filter(({ isOne, isSaid }) => isOne && !isSaid).length;
  }, 0);
}
