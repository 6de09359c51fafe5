// Takes the country names of the package i18n-iso-countries, leaves them as vocabulary rows in the gate's languages, declined where the
// language declines them. Guards against names that are everyday words or other people's names: those stand in the vocabulary files.
import { createRequire } from 'node:module';
import { type Row, readTerm } from './vocabulary-file.js';

const require = createRequire(import.meta.url);
const source = 'i18n-iso-countries';

/** Names that mean something else in a headline, by language; `*` = in all. The vocabulary files say how these states are recognised. */
const left: Record<string, string> = {
  '*': 'JE RE CX UM HM BV TF IO GS BQ SX MF BL',
  en: 'GE JO TD TR GN MM DM NU AI US KN LA MD FM KR',
  de: 'IM NU TG SZ DM',
  es: 'GD DM LC SH GN TD NE IM BL US',
  fr: 'MU DM GD GN SH LC TD GE NE MC IM US',
  ru: 'TG TD ML PE NE GN CU CG KP CN DM NU AI SV PA SH',
  zh: 'CF AX ML OM DM TW NA SS AI KN',
  ar: 'OM MM ML GE TD US GN CY NE MM SV QA MO LA DM TO AI DK',
};

/** One row per country and language. Throws only where the package is not installed. */
export function countryRows(): Row[] {
  return ['en', 'de', 'es', 'fr', 'ru', 'zh', 'ar'].flatMap((lang) => {
    const names = namesIn(lang);
    const leftOut = new Set(`${left['*']} ${left[lang]}`.split(' '));
    return Object.entries(names)
      .filter(([id]) => !leftOut.has(id))
      .map(([id, name]) => rowOf(id, lang, typeof name === 'string' ? [name] : name));
  });
}

/** English display names by ISO 3166 alpha-2 code, the first name the package gives. */
export function countryDisplayNames(): Map<string, string> {
  return new Map(Object.entries(namesIn('en')).map(([id, name]) => [id, typeof name === 'string' ? name : (name[name.length - 1] ?? id)]));
}

function namesIn(lang: string): Record<string, string | string[]> {
  return (require(`${source}/langs/${lang}.json`) as { countries: Record<string, string | string[]> }).countries;
}

function rowOf(id: string, lang: string, names: readonly string[]): Row {
  const row: Row = { place: source, line: 0, sort: 'actors', ids: [id], kind: 'state', terms: [] };
  const plain = names.filter((name) => !/[(（,]/.test(name));
  row.terms = [...new Set(plain.flatMap((name) => formsOf(name, lang)))].map((form) => readTerm(form, row, lang));
  return row;
}

function formsOf(name: string, lang: string): string[] {
  if (/^[A-Z.]{2,6}$/.test(name)) return [`=${name}`];
  if (lang === 'de') return [name, `${name}s`];
  if (lang !== 'ru' || /[^а-яё]/i.test(name)) return [name];
  const stem = name.slice(0, -1);
  const last = name.slice(-1);
  const endings =
    last === 'а' ? 'а ы и е у ой' : last === 'я' ? 'я и ю е ей' : last === 'й' ? 'й я ю ем е' : last === 'ь' ? 'ь и ю я ем е ью' : '';
  if (endings !== '') return endings.split(' ').map((ending) => stem + ending);
  return /[бвгджзклмнпрстфхцчшщ]$/.test(name) ? ['', 'а', 'у', 'ом', 'е'].map((ending) => name + ending) : [name];
}
