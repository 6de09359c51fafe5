// Which words are names of countries; lists of a language are made once.
import { countryNamesIn } from '../vocabulary/country-names.js';

const known = new Map<string, ReadonlySet<string>>();

/** Whether a text is the name of a country in a language. */
export function isCountryName(text: string, lang: string): boolean {
  const names = known.get(lang) ?? countryNamesIn(lang);
  known.set(lang, names);
  return names.has(text.toLowerCase());
}

/** "Chinese", not "China": behind a name stands what it does. */
export function isAdjective(name: string): boolean {
  return /(?:n|ese|ish|i|ch)$/.test(name) && !isCountryName(name, 'en');
}
