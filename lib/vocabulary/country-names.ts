// Names of countries in the gate's languages, from the package i18n-iso-countries, declined where the language declines them. Names that
// are everyday words or other people's names are left out; the vocabulary's files have those states.
import { createRequire } from 'node:module';
import type { CountryNames } from '../language/language.js';
import { languages } from '../language/languages.js';
import { late } from '../late.js';
import { readTerm, type VocabularyRow } from './vocabulary-file.js';

const require = createRequire(import.meta.url);
const source = 'i18n-iso-countries';

/** Names that mean something else in a headline of any language. The vocabulary's files say how these states are recognised. */
const leftOutEverywhere = 'JE RE CX UM HM BV TF IO GS BQ SX MF BL'.split(' ');

/** Countries that headlines name for journeys, meals and matches most: where few words are known, the name alone says too little. */
const travelled = 'IT ES FR GR JP BR PT TH AU AR CH AT HR IE NL BE SE NO DK MX CA NZ MA CU IS MT CR DO JM MV SC MU FJ BS'.split(' ');

/** One row per country and language, made once a process: many names have many forms. Throws only where the package is not installed. */
export const countryRows = late((): readonly VocabularyRow[] =>
  languages.flatMap(({ code, role, countries }) => {
    if (countries === null) return [];
    const leftOut = new Set([...leftOutEverywhere, ...countries.leftOut.split(' ')]);
    return Object.entries(namesIn(code))
      .filter(([id]) => !leftOut.has(id))
      .map(([id, name]) =>
        rowOf(id, code, typeof name === 'string' ? [name] : name, countries, role === 'known' && travelled.includes(id)),
      );
  }),
);

/** How people name states for which the package has a list's name, or an abbreviation, last. */
const shownAs: Readonly<Record<string, string>> = {
  ...{ US: 'United States', GB: 'United Kingdom', AE: 'United Arab Emirates', KR: 'South Korea', CD: 'DR Congo', CG: 'Congo' },
  ...{ SY: 'Syria', NL: 'Netherlands', LA: 'Laos', MD: 'Moldova', FM: 'Micronesia', BN: 'Brunei', VA: 'Vatican', PS: 'Palestine' },
};

/** English display names by ISO 3166 alpha-2 code: the last name the package gives, which is the plainest of most states. */
export function countryDisplayNames(): Map<string, string> {
  const plain = ([id, name]: [string, string | string[]]): string => (typeof name === 'string' ? name : (name.at(-1) ?? id));
  return new Map(Object.entries(namesIn('en')).map((entry) => [entry[0], shownAs[entry[0]] ?? plain(entry)]));
}

/** The names of all countries in a language, in lower case; empty for a language the package does not know. */
export function countryNamesIn(lang: string): ReadonlySet<string> {
  if (!languages.some(({ code, countries }) => code === lang && countries !== null)) return new Set();
  return new Set(
    Object.values(namesIn(lang))
      .flat()
      .map((name) => name.toLowerCase()),
  );
}

function namesIn(lang: string): Record<string, string | string[]> {
  return (require(`${source}/langs/${lang}.json`) as { countries: Record<string, string | string[]> }).countries;
}

function rowOf(id: string, lang: string, names: readonly string[], countries: CountryNames, weak: boolean): VocabularyRow {
  const row: VocabularyRow = { place: source, line: 0, sort: 'actors', ids: [id], kind: 'state', terms: [] };
  const plain = names.filter((name) => !/[(（,]/.test(name));
  row.terms = [...new Set(plain.flatMap((name) => formsOf(name, countries)))].map((form) => readTerm(weak ? `~${form}` : form, row, lang));
  return row;
}

/** The name with each ending that the table of languages gives it; of several words only a language's `*` speaks. */
function formsOf(name: string, { endings }: CountryNames): string[] {
  if (/^[A-Z.]{2,6}$/.test(name)) return [`=${name}`];
  const last = /^\p{L}+$/u.test(name) ? name.slice(-1) : ' ';
  let found = endings['*'];
  for (const letters in endings)
    if (letters.includes(last) && letters.split(' ').includes(last)) {
      found = endings[letters];
      break;
    }
  return found?.split(' ').map((ending) => (ending.startsWith('-') ? name + ending.slice(1) : name.slice(0, -1) + ending)) ?? [name];
}
