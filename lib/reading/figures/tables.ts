// Reads the tables of numbers, units, currencies and marks, and gives each language its own.
import { join } from 'node:path';
import { keepLast } from '../../language/keep-last.js';
import { languageOf } from '../../language/languages.js';
import { lazily } from '../text/lazily.js';
import type { Looks } from '../text/looks.js';
import { rowsOf } from '../text/table.js';
import { AnyOf, listOf, Terms } from '../text/terms.js';
import { WordLook } from '../text/word-look.js';

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
export interface FigureTables {
  numbers: Terms<NumberWord>;
  units: Terms<Unit>;
  /** Signs before the number and names after it, by currency; lower case where the place decides. */
  signs: Terms<string>;
  money: Terms<string>;
  places: ReadonlyMap<string, { terms: Terms<string>; otherwise: string | null }>;
  marks: Readonly<Record<FigureMark, Terms<true>>>;
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
  ...(['possible', 'past', 'doubted', 'further', 'joint'] as const),
  ...(['stop', 'before_noun', 'name', 'name_at', 'programme', 'month'] as const),
  ...(['kill', 'killed_after', 'wound', 'miss', 'arrest', 'abduct', 'displace'] as const),
  ...(['tollkilled', 'tollwounded', 'tollmissing', 'tolldisplaced', 'tollarrested'] as const),
  ...(['sentence', 'sentencing', 'served', 'no_duration', 'before_no_duration', 'before_clock'] as const),
  ...(['tariff', 'fine', 'loan', 'aid', 'arms', 'assets', 'investment', 'trade', 'budget'] as const),
] as const;
export type FigureMark = (typeof marks)[number];

/** Verbs that may follow whom a number counts. */
const goesOn: Readonly<Record<string, RegExp>> = {
  en: /^(?:return|flee|face|seek|await|need|cross|arrive|leave|march|rally|protest|live|lack|join|vote|held|freed|stuck|die|drown|enter|hit|go|get|gather|remain|land|reach|board|apply|starve|sail|stay|wait|still|now|already|alone|each|every)$/,
  ru: /(?:ли|лись|ны|[юуая]т|[юуая]тся)$/,
};

/** Of the list of units among those of a language: who has one has tables of its own. */
const unitsName = 'figures units';

/** Reads the tables of a folder. Throws which line cannot be used. */
export function readFigureTables(folder: string, looks: Looks): (lang: string) => FigureTables {
  const file = <Column extends string>(name: string, columns: readonly Column[]) => rowsOf(join(folder, name), columns);
  const numbers = lazily(() => file('numbers.tsv', ['lang', 'role', 'value', 'words']));
  const units = lazily(() => file('units.tsv', ['lang', 'unit', 'what', 'words']));
  const money = lazily(() => file('money.tsv', ['lang', 'unit', 'words']));
  const rows = lazily(() => marksIn(join(folder, 'marks.tsv')));
  const places = placesOf(file('money-places.tsv', ['name', 'unit', 'places']));
  const known = new Map<string, FigureTables>();

  const make = (lang: string): FigureTables => {
    const own = <Row extends { lang: string }>(rows: readonly Row[]): Row[] => [
      ...rows.filter((row) => row.lang === lang),
      ...rows.filter((row) => row.lang === 'any'),
    ];
    const look = looks(lang);
    const made = {
      numbers: listOf<NumberWord>(look, 'figures numbers', (terms) => {
        for (const { role, value, words } of own(numbers())) terms.add(words, { role: role as NumberWord['role'], value: Number(value) });
      }),
      units: listOf<Unit>(look, unitsName, (terms) => {
        for (const { unit, what, words } of own(units())) addUnits(terms, unit, what, words);
      }),
      signs: listOf<string>(look, 'figures signs', (terms) => {
        for (const { lang: of, unit, words } of money()) if (of === 'sign') terms.add(words, unit);
      }),
      money: listOf<string>(look, 'figures money', (terms) => {
        for (const { unit, words } of own(money())) terms.add(words, unit);
      }),
    };
    const starts = new Set(look.note('figures starts', () => startsOf(own(numbers()), own(units()))));
    const markOf = (role: FigureMark) =>
      listOf<true>(look, `figures ${role}`, (terms) => {
        for (const row of own(rows())) if (row.role === role) terms.add(row.words, true);
      });
    const marked = Object.fromEntries(marks.map((role) => [role, markOf(role)])) as Record<FigureMark, Terms<true>>;
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
  return keepLast((lang) => {
    const short = lang.slice(0, 2).toLowerCase();
    const hasRows = looks(short).has(unitsName) || units().some((row) => row.lang === short);
    const key = hasRows ? short : 'other';
    const language = known.get(key) ?? make(key);
    known.set(key, language);
    return language;
  });
}

/** The rows of marks. Throws which has a role that nothing asks for. */
function marksIn(path: string): { lang: string; role: FigureMark; words: string }[] {
  return rowsOf(path, ['lang', 'role', 'words']).map(({ lang, role: written, words }) => {
    const role = marks.find((one) => one === written);
    if (role === undefined) throw new Error(`${path}: the role "${written}" is not known; use one of ${marks.join(', ')}.`);
    return { lang, role, words };
  });
}

function addUnits(units: Terms<Unit>, unit: string, what: string, words: string): void {
  const fixed = fixedOf(what);
  const named = { unit, what: what.replace(/[\d.]+$/, ''), fixed };
  const values = { strong: { ...named, weak: false }, weak: { ...named, weak: true } };
  for (const word of words.split('|')) {
    const weak = word.startsWith('~');
    units.add(weak ? word.slice(1) : word, weak ? values.weak : values.strong);
  }
}

/** What a unit counts by its form alone; 0 for none. */
function fixedOf(what: string): number {
  return Number(/[\d.]+$/.exec(what)?.[0] ?? 0);
}

/** The first words of all that may begin a number. */
function startsOf(
  numbers: readonly { role: string; words: string }[],
  units: readonly { what: string; words: string }[],
): readonly string[] {
  const rows = [
    ...numbers.filter(({ role }) => !role.startsWith('and') && role !== 'dozens'),
    ...units.filter(({ what }) => fixedOf(what) > 0),
  ];
  return [...new Set(rows.flatMap(({ words }) => words.split('|').map((word) => Terms.firstOf(word))))];
}

function placesOf(rows: readonly { name: string; unit: string; places: string }[]): FigureTables['places'] {
  const places = new Map<string, { terms: Terms<string>; otherwise: string | null }>();
  const look = new WordLook();
  for (const { name, unit, places: words } of rows) {
    const known = places.get(name) ?? { terms: new Terms<string>(look, name), otherwise: null };
    if (words === '*') known.otherwise = unit;
    else known.terms.add(words, unit);
    places.set(name, known);
  }
  return places;
}
