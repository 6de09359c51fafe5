// Whether the words of a sentence stand in its titles: as such, as other words for the same, as names under another spelling. What no title
// holds is invented: a cause, an outcome, a name.
import { conceptsIn } from '../matching/concepts.js';
import type { Mention } from './actors.js';
import { Concepts, type Hit } from './concepts.js';
import type { Glue } from './glue.js';
import { scopesOf } from './scopes.js';
import { cognate, sameName } from './sounds.js';
import { isNumberWord, ordinalOf } from './spelled.js';
import type { Told } from './told.js';
import { isYet } from './turned.js';
import { stemOf, type Word } from './words.js';

/** Kinds of words that claim nothing here, beside grammar. */
interface Allowed {
  /** The sentence speaks of the headlines themselves. */
  record: boolean;
  /** It says how they cast the event. */
  frame: boolean;
}

/** The first actor that none of the titles names, told as a reason; null where all are named. */
export function unnamedActor(own: Told, titles: readonly Told[], glue: Glue): string | null {
  const ground = new Ground(titles);
  const wrong = own.actors.find((mention) => !ground.holdsActor(own, mention, glue, { record: true, frame: true }));
  return wrong ? `the name ${wrong.text} stands in no title` : null;
}

/** The first word that none of the titles holds, told as a reason; null where all stand. */
export function invented(own: Told, titles: readonly Told[], glue: Glue, allowed: Allowed): string | null {
  const ground = new Ground(titles);
  let strange: string | null = null;
  const spared = new Set(
    own.actors.flatMap(({ from, to, text }) => (to - from === 1 && glue.claimsNothing(text, allowed) ? [] : range(from, to))),
  );
  for (const mention of own.actors)
    if (!ground.holdsActor(own, mention, glue, allowed)) return `the name ${mention.text} stands in no cited title`;
  for (const [index, word] of own.words.entries()) {
    if (spared.has(index) || glue.claimsNothing(word.plain, allowed)) continue;
    if (ground.holds(own, index)) continue;
    if (strange === null && isAside(own, index)) {
      strange = word.text;
      continue;
    }
    return `the ${word.capital && index > 0 ? 'name' : 'word'} ${word.text} stands in no cited title`;
  }
  return null;
}

/** Words behind which a sentence adds what its titles may not hold: a cause, an aim, an outcome. */
const adding = new Set(
  'over because due for after amid following since as to with by and despite against under from of causing leaving killing'.split(' '),
);
/** Words of a sentence that the tables must know before one that they do not know is taken for a manner of speaking. */
const knownLeast = 4;

/** One word that no table knows, in small letters, in a sentence of words that are known, and not where a cause or an outcome is added. */
function isAside({ words, hits, actors }: Told, index: number): boolean {
  const [before, word] = [words[index - 1], words[index]];
  if (!word || word.capital || hits.some((hit) => covers(hit, index)) || adding.has(before?.plain ?? 'and')) return false;
  return new Set([...hits, ...actors].map(({ from }) => from)).size >= knownLeast;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

/** Where movements are at home: who is told of the one may be told of the other's country. */
const homes: Readonly<Record<string, readonly string[]>> = {
  HAMAS: ['PS'],
  FATAH: ['PS'],
  'ISLAMIC-JIHAD': ['PS'],
  HEZBOLLAH: ['LB'],
  HOUTHIS: ['YE'],
  TALIBAN: ['AF'],
  'AL-SHABAAB': ['SO'],
  'BOKO-HARAM': ['NG'],
  FARC: ['CO'],
  ELN: ['CO'],
  M23: ['CD'],
};

const ranks = new Set(
  'president minister premier chancellor king leader chief general governor secretary ambassador envoy spokesman'.split(' ').map(stemOf),
);

/** Words for units, which the figures are compared by. */
const units = new Set('percent per cent percentage dollar dollars euro euros pound pounds yuan rouble roubles ruble rubles'.split(' '));
/** Words for what is yet to come: whether it is, another stage decides. */
const intents = new Set(
  'plan plans planned planning intend intends intended intention want wants wanted aim aims aimed prepare prepares prepared preparing'.split(
    ' ',
  ),
);

/** What the cited titles hold together. */
class Ground {
  private readonly stems: ReadonlySet<string>;
  private readonly rows: ReadonlySet<string>;
  private readonly ids: ReadonlySet<string>;
  private readonly english: boolean;
  private readonly alphabetic: boolean;
  /** Something of the titles is planned, wanted or threatened. */
  private readonly open: boolean;
  private readonly numbers: ReadonlySet<string>;
  private readonly placeIds: ReadonlySet<string>;
  /** Actors that a title names by a person or an office: whoever speaks of them may say which. */
  private readonly persons: ReadonlySet<string>;
  /** How many words of titles in other languages are known by none of the tables: each may be one that the sentence renders. */
  private unread: number;

  constructor(private readonly titles: readonly Told[]) {
    this.stems = new Set(titles.filter(({ lang }) => lang === 'en').flatMap(({ stems }) => [...stems]));
    this.rows = new Set(titles.flatMap(({ rows }) => [...rows]));
    const named = titles.flatMap(({ actors }) => actors);
    this.ids = new Set(named.flatMap(({ ids }) => ids.flatMap((id) => [id, ...(homes[id] ?? [])])));
    this.persons = new Set(named.flatMap(({ ids, plain, place }) => (plain || place ? [] : ids)));
    this.english = titles.every(({ lang }) => lang === 'en');
    this.alphabetic = titles.every(({ lang }) => lang !== 'zh' && lang !== 'ar');
    this.open = titles.some((title) => scopesOf(title).some(isYet));
    this.numbers = new Set(titles.flatMap(({ numbers }) => [...numbers]));
    this.placeIds = new Set(titles.flatMap(({ words }) => placesIn(words)));
    this.unread = titles.reduce((sum, title) => sum + (title.lang === 'en' ? 0 : unreadOf(title)), 0);
  }

  holdsActor(own: Told, mention: Mention, glue: Glue, allowed: Allowed): boolean {
    const words = own.words.slice(mention.from, mention.to);
    if (words.every(({ text }) => this.soundsLike(text))) return true;
    if (!mention.ids.some((id) => this.ids.has(id)))
      return words.length === 1 && !/^\p{Lu}{2,}$/u.test(mention.text) && glue.claimsNothing(words[0]?.plain ?? '', allowed);
    if (mention.plain) return true;
    const alike = (title: Told): boolean =>
      (title.lang === 'zh' || title.lang === 'ar') &&
      title.actors.some(({ ids, plain, place }) => !plain && place === mention.place && ids.some((id) => mention.ids.includes(id)));
    if (!mention.place && this.titles.some(alike)) return true;
    return words.every(
      (word, at) => /^\p{Lu}{2,}$/u.test(word.text) || glue.claimsNothing(word.plain, allowed) || this.holds(own, mention.from + at),
    );
  }

  holds(own: Told, index: number): boolean {
    const word = own.words[index];
    if (!word || word.text.length === 1 || /^\d/.test(word.text) || isNumberWord(word.plain) || units.has(word.plain)) return true;
    if (this.open && intents.has(word.plain)) return true;
    const ordinal = ordinalOf(word.plain);
    if (ordinal !== null && this.numbers.has(String(ordinal))) return true;
    const stem = stemOf(word.plain);
    if (this.stems.has(stem) || this.derived(stem)) return true;
    const rows = own.hits.filter((hit) => covers(hit, index) && !hit.narrower).map(({ row }) => row);
    if (rows.some((row) => this.rows.has(row))) return true;
    if (this.soundsLike(word.text) || this.looksLike(word)) return true;
    const places = placesIn([word, ...own.words.slice(index + 1, index + 3)], true);
    if (places.some((id) => this.placeIds.has(id))) return true;
    if (
      ranks.has(stem) &&
      own.actors.some(
        ({ from, to, ids, plain }) =>
          from <= index + 2 && to >= index - 2 && ids.some((id) => this.persons.has(id) || (!plain && this.ids.has(id))),
      )
    )
      return true;
    return (places.length === 0 || !this.alphabetic) && this.mayRender(word, rows.length > 0);
  }

  /** Whether a word may be the rendering of one that no table knows: of names only where the script does not tell how they sound. */
  private mayRender(word: Word, isKnown: boolean): boolean {
    const foreign = this.titles.filter(({ lang }) => lang !== 'en');
    if (foreign.length === 0 || this.unread <= 0) return false;
    if (isKnown && foreign.some(({ lang }) => Concepts.knows(lang))) return false;
    if (word.capital && !foreign.some(({ lang }) => lang === 'zh')) return false;
    this.unread--;
    return true;
  }

  /** "withdraw", "withdrawal": more than half of both is alike, five letters at least. */
  private derived(stem: string): boolean {
    if (stem.length < 5) return false;
    return [...this.stems].some((other) => {
      let alike = 0;
      while (alike < stem.length && stem[alike] === other[alike]) alike++;
      return alike >= 5 && stem.length - alike <= 4 && other.length - alike <= 4 && alike >= 0.6 * Math.max(stem.length, other.length);
    });
  }

  private soundsLike(text: string): boolean {
    if (!/^\p{Lu}/u.test(text)) return false;
    return this.titles.some(({ words }) =>
      words.some((word) => !word.han && (word.capital || !/^\p{Script=Latin}/u.test(word.text)) && sameName(text, word.text)),
    );
  }

  private looksLike({ plain }: Word): boolean {
    if (this.english) return false;
    return this.titles.some(({ lang, words }) => lang !== 'en' && words.some((word) => !word.han && cognate(plain, word.plain)));
  }
}

function covers({ from, to }: Hit, index: number): boolean {
  return from <= index && index < to;
}

/** Ids of places; `first` where the first word must be of one. */
function placesIn(words: readonly Word[], first = false): string[] {
  const { ids, spent } = conceptsIn(words.map(({ text }) => text.toLowerCase()));
  return first && !spent[0] && !words[0]?.han ? [] : ids.filter((id) => id.startsWith('l'));
}

/** How many content words of a title no table reads; of Chinese, pairs of characters. */
function unreadOf({ words, hits, actors }: Told): number {
  const spent = [...hits, ...actors].map(({ start, end }) => ({ start, end }));
  return words.reduce((sum, word) => {
    if (!word.han)
      return (
        sum +
        (word.plain.length > 3 && !/^\d/.test(word.text) && !spent.some(({ start, end }) => start < word.end && word.start < end) ? 1 : 0)
      );
    let left = 0;
    for (let at = word.start; at < word.end; at++) if (!spent.some(({ start, end }) => start <= at && at < end)) left++;
    return sum + Math.floor(left / 2);
  }, 0);
}
