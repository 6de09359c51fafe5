// Reads the tables of numbers, units, currencies and marks, and gives each language its own.
import { join } from 'node:path';
import { keepLast } from '../../language/keep-last.js';
import { languageOf } from '../../language/languages.js';
import { rowsOf } from '../text/table.js';
import { AnyOf, Terms } from '../text/terms.js';
import { type Looks, WordLook } from '../text/word-look.js';

interface NumberWord {
  role: 'one' | 'ten' | 'hundred' | 'times' | 'scale' | 'about' | 'half' | 'whole' | 'and' | 'andhalf' | 'dozens' | 'scale2';
  value: number;
}

export interface Unit {
  unit: string;
  what: string;
  /** A word after which a noun says more: a Chinese measure word, "Japanese", "police"; alone it counts, before another noun it does not. */
  weak: boolean;
  /** How many its form alone says, as the Arabic dual and "dreitägig" do; 0 for all other words. */
  fixed: number;
}

/** Everything one language needs; empty lists for a language that has no rows. */
export interface Language {
  numbers: Terms<NumberWord>;
  units: Terms<Unit>;
  /** Signs before the number and names after it, by currency; lower case where the place decides. */
  signs: Terms<string>;
  money: Terms<string>;
  places: ReadonlyMap<string, { terms: Terms<string>; otherwise: string | null }>;
  marks: Readonly<Record<Mark, Terms<true>>>;
  /** Number words that may begin a number, as the first look at a title needs them. */
  starts: ReadonlySet<string>;
  /** The lists that such words stand in. */
  begins: AnyOf;
  /** Whether a point, or else a comma, divides thousands. */
  pointGroups: boolean;
  spaced: boolean;
  german: boolean;
  /** A language without tables: only signs and percentages are read. */
  other: boolean;
  /** Nouns in the plural that are no units: what stands behind them is not what the number counts. */
  plurals: RegExp | null;
  /** Whether adjectives stand behind their nouns. */
  nounFirst: boolean;
  /** Words that may stand behind a weak noun and leave it what is counted: verbs, by their ends. */
  goesOn: RegExp | null;
  /** Whether a name behind a weak noun says whose they are: "1200 военных КНДР". */
  weakBeforeNames: boolean;
}

/** What words around a number say of it. */
const marks = [
  ...(['at_least', 'at_least_after', 'fewer_than', 'up_to', 'up_to_after', 'about', 'about_after'] as const),
  ...(['vague', 'share', 'skip', 'neither', 'between', 'to', 'of', 'out_of', 'reach', 'change', 'compare'] as const),
  ...(['stop', 'before_noun', 'name', 'name_at', 'programme', 'month'] as const),
  ...(['kill', 'killed_after', 'wound', 'miss', 'arrest', 'abduct', 'displace'] as const),
  ...(['tollkilled', 'tollwounded', 'tollmissing', 'tolldisplaced', 'tollarrested'] as const),
  ...(['sentence', 'sentencing', 'served', 'no_duration', 'before_no_duration', 'before_clock'] as const),
  ...(['tariff', 'fine', 'loan', 'aid', 'arms', 'assets', 'investment', 'trade', 'budget'] as const),
] as const;
export type Mark = (typeof marks)[number];

/** Verbs that may follow whom a number counts. */
const goesOn: Readonly<Record<string, RegExp>> = {
  en: /^(?:return|flee|face|seek|await|need|cross|arrive|leave|march|rally|protest|live|lack|join|vote|held|freed|stuck|die|drown|enter|hit|go|get|gather|remain|land|reach|board|apply|starve|sail|stay|wait|still|now|already|alone|each|every)$/,
  ru: /(?:ли|лись|ны|[юуая]т|[юуая]тся)$/,
};

/** Reads the tables of a folder. Throws which line cannot be used. */
export function readTables(folder: string, looks: Looks): (lang: string) => Language {
  const file = <Column extends string>(name: string, columns: readonly Column[]) => rowsOf(join(folder, name), columns);
  const numbers = file('numbers.tsv', ['lang', 'role', 'value', 'words']);
  const units = file('units.tsv', ['lang', 'unit', 'what', 'words']);
  const money = file('money.tsv', ['lang', 'unit', 'words']);
  const rows = marksIn(join(folder, 'marks.tsv'));
  const places = placesOf(file('money-places.tsv', ['name', 'unit', 'places']));
  const known = new Map<string, Language>();

  const make = (lang: string): Language => {
    const own = <Row extends { lang: string }>(rows: readonly Row[]): Row[] => [
      ...rows.filter((row) => row.lang === lang),
      ...rows.filter((row) => row.lang === 'any'),
    ];
    const starts = new Set<string>();
    const look = looks(lang);
    const made = {
      numbers: new Terms<NumberWord>(look),
      units: new Terms<Unit>(look),
      signs: new Terms<string>(look),
      money: new Terms<string>(look),
    };
    for (const { role, value, words } of own(numbers)) {
      made.numbers.add(words, { role: role as NumberWord['role'], value: Number(value) });
      if (!role.startsWith('and') && role !== 'dozens') for (const word of words.split('|')) starts.add(Terms.firstOf(word));
    }
    for (const { unit, what, words } of own(units)) addUnits(made.units, unit, what, words, starts);
    for (const { unit, words } of own(money)) made.money.add(words, unit);
    for (const { unit, words } of money.filter((row) => row.lang === 'sign')) made.signs.add(words, unit);
    const marked = Object.fromEntries(marks.map((role) => [role, new Terms<true>(look)])) as Record<Mark, Terms<true>>;
    for (const { role, words } of own(rows)) marked[role].add(words, true);
    const flags = {
      pointGroups: languageOf(lang)?.thousands.includes('.') === true,
      spaced: languageOf(lang)?.words !== 'unspaced',
      german: lang === 'de',
      other: lang === 'other',
      plurals: lang === 'en' ? /..[^aisu]s$/ : null,
      nounFirst: ['fr', 'es', 'pt', 'it', 'ar'].includes(lang),
      goesOn: goesOn[lang] ?? null,
      weakBeforeNames: lang === 'ru',
    };
    return { ...made, ...flags, places, starts, begins: new AnyOf(look, [made.numbers, made.units]), marks: marked };
  };
  const covered = new Set(units.map(({ lang }) => lang));
  return keepLast((lang) => {
    const short = lang.slice(0, 2).toLowerCase();
    const key = covered.has(short) ? short : 'other';
    const language = known.get(key) ?? make(key);
    known.set(key, language);
    return language;
  });
}

/** The rows of marks. Throws which has a role that nothing asks for. */
function marksIn(path: string): { lang: string; role: Mark; words: string }[] {
  return rowsOf(path, ['lang', 'role', 'words']).map(({ lang, role: written, words }) => {
    const role = marks.find((one) => one === written);
    if (role === undefined) throw new Error(`${path}: the role "${written}" is not known; use one of ${marks.join(', ')}.`);
    return { lang, role, words };
  });
}

function addUnits(units: Terms<Unit>, unit: string, what: string, words: string, starts: Set<string>): void {
  const fixed = Number(/\d+$/.exec(what)?.[0] ?? 0);
  const named = { unit, what: what.replace(/\d+$/, ''), fixed };
  const values = { strong: { ...named, weak: false }, weak: { ...named, weak: true } };
  for (const word of words.split('|')) {
    const weak = word.startsWith('~');
    units.add(weak ? word.slice(1) : word, weak ? values.weak : values.strong);
    if (fixed > 0) starts.add(Terms.firstOf(word));
  }
}

function placesOf(rows: readonly { name: string; unit: string; places: string }[]): Language['places'] {
  const places = new Map<string, { terms: Terms<string>; otherwise: string | null }>();
  const look = new WordLook();
  for (const { name, unit, places: words } of rows) {
    const known = places.get(name) ?? { terms: new Terms<string>(look), otherwise: null };
    if (words === '*') known.otherwise = unit;
    else known.terms.add(words, unit);
    places.set(name, known);
  }
  return places;
}
