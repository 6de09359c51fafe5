// What the cited titles hold together: words in any form, other words for the same, who is named under any name, how names sound.
import { conceptsIn } from '../matching/concepts.js';
import type { Mention } from './actors.js';
import type { Hit } from './concepts.js';
import type { Allowed, Glue } from './glue.js';
import { scopesOf } from './scopes.js';
import { cognate, sameName } from './sounds.js';
import { isNumberWord, ordinalOf } from './spelled.js';
import type { Told } from './told.js';
import { isYet } from './turned.js';
import { stemOf, type Word } from './words.js';

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
export class Ground {
  private readonly stems: ReadonlySet<string>;
  readonly rows: ReadonlySet<string>;
  private readonly ids: ReadonlySet<string>;
  private readonly english: boolean;
  /** Something of the titles is planned, wanted or threatened. */
  private readonly open: boolean;
  private readonly numbers: ReadonlySet<string>;
  private readonly placeIds: ReadonlySet<string>;
  /** Whoever is told of a state may be told of its government. */
  private readonly stateIsNamed: boolean;
  /** Actors that a title names by a person or an office: whoever speaks of them may say which. */
  private readonly persons: ReadonlySet<string>;

  constructor(readonly titles: readonly Told[]) {
    this.stems = new Set(titles.filter(({ lang }) => lang === 'en').flatMap(({ stems }) => [...stems]));
    this.rows = new Set(titles.flatMap(({ rows }) => [...rows]));
    const named = titles.flatMap(({ actors }) => actors);
    this.ids = new Set(named.flatMap(({ ids }) => ids.flatMap((id) => [id, ...(homes[id] ?? [])])));
    this.stateIsNamed = named.some(({ ids, plain, place }) => plain && !place && ids.some((id) => /^[A-Z]{2}$/.test(id)));
    this.persons = new Set(named.flatMap(({ ids, plain, place }) => (plain || place ? [] : ids)));
    this.english = titles.every(({ lang }) => lang === 'en');
    this.open = titles.some(isOpen);
    this.numbers = new Set(titles.flatMap(({ numbers }) => [...numbers]));
    this.placeIds = new Set(titles.flatMap((title) => placesOf(title)));
  }

  holdsActor(own: Told, mention: Mention, glue: Glue, allowed: Allowed): boolean {
    const words = own.words.slice(mention.from, mention.to);
    if (words.every(({ text }) => this.soundsLike(text))) return true;
    if (!mention.ids.some((id) => this.ids.has(id)))
      return words.length === 1 && !/^\p{Lu}{2,}$/u.test(mention.text) && glue.claimsNothing(words[0]?.plain ?? '', allowed);
    if (mention.plain)
      return words.every(
        ({ text, plain }, at) => !/^\p{Ll}/u.test(text) || glue.claimsNothing(plain, allowed) || this.holds(own, mention.from + at),
      );
    const alike = (title: Told): boolean =>
      (title.lang === 'zh' || title.lang === 'ar') &&
      title.actors.some(({ ids, plain, place }) => !plain && place === mention.place && ids.some((id) => mention.ids.includes(id)));
    if (!mention.place && this.titles.some(alike)) return true;
    // Whom a title calls by his last name a sentence may call by his first too.
    const isKnown = words.some(({ text }) => text.length > 3 && this.soundsLike(text));
    return words.every(
      (word, at) =>
        (isKnown && word.capital) ||
        /^\p{Lu}{2,}$/u.test(word.text) ||
        glue.claimsNothing(word.plain, allowed) ||
        this.holds(own, mention.from + at),
    );
  }

  holds(own: Told, index: number): boolean {
    const word = own.words[index];
    if (!word || word.text.length === 1 || /^\d/.test(word.text) || isNumberWord(word.plain) || units.has(word.plain)) return true;
    if (this.open && intents.has(word.plain)) return true;
    const ordinal = ordinalOf(word.plain);
    if (ordinal !== null && this.numbers.has(String(ordinal))) return true;
    const stem = word.stem;
    if (this.stems.has(stem) || this.derived(stem)) return true;
    const rows = own.hits.filter((hit) => covers(hit, index) && !hit.narrower).map(({ row }) => row);
    if (rows.some((row) => this.rows.has(row))) return true;
    if (rows.includes('government') && this.stateIsNamed) return true;
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
    return false;
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

export function covers({ from, to }: Hit, index: number): boolean {
  return from <= index && index < to;
}

const places = new WeakMap<Told, readonly string[]>();
const open = new WeakMap<Told, boolean>();

function placesOf(title: Told): readonly string[] {
  const found = places.get(title) ?? placesIn(title.words);
  places.set(title, found);
  return found;
}

function isOpen(title: Told): boolean {
  const found = open.get(title) ?? scopesOf(title).some(isYet);
  open.set(title, found);
  return found;
}

/** Ids of places; `first` where the first word must be of one. */
function placesIn(words: readonly Word[], first = false): string[] {
  const { ids, spent } = conceptsIn(words.map(({ text }) => text.toLowerCase()));
  return first && !spent[0] && !words[0]?.han ? [] : ids.filter((id) => id.startsWith('l'));
}
