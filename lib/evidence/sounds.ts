// Whether two words of different scripts or spellings are one name: Песков is Peskov, Одессе is Odesa, إدلب is Idlib. And whether two words of
// different languages are one word by their looks: "austerity", "austérité".
import { remembered } from '../bounded-memo.js';
import { latinise } from '../language/latin.js';
import { plainWord } from './words.js';

const arabic: Readonly<Record<string, string>> = Object.fromEntries(
  'بb تt ثt جj حh خkh دd ذd رr زz سs شsh صs ضd طt ظz عa غg فf قk كk لl مm نn هh وw يy اa ءa پp چch گg ڤv'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.slice(1)]),
);

/** Headlines have the same words again and again; when there are too many all are forgotten. */
const mostRemembered = 20_000;

/** In plain Latin letters, whatever its script; Chinese stays as it is. */
function latin(word: string): string {
  // Arabic writes "o" and "u" as it writes "w": inside a word they are more often meant.
  const lower = latinise(word.toLowerCase()).replace(/(?<=[\u0621-\u06ff])و/gu, '');
  return plainWord([...lower].map((letter) => arabic[letter] ?? letter).join(''));
}

const groups: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['bfpvw', '1'],
    ['cgjkqsxz', '2'],
    ['dt', '3'],
    ['l', '4'],
    ['mn', '5'],
    ['r', '6'],
  ].flatMap(([ones = '', code = '']) => [...ones].map((one) => [one, code])),
);

/** Consonants by the place they are spoken at, as Soundex groups them; vowels and "h" tell nothing over scripts. */
export const soundOf = remembered(mostRemembered, (word) =>
  [...latin(word).replace(/kh|ch|sch|sh|zh|ts/g, (two) => (two === 'kh' ? 'h' : 's'))]
    .map((letter) => groups[letter] ?? '')
    .join('')
    .replace(/(.)\1+/g, '$1'),
);

/** Two spellings of one name; the second may have an inflection's letter more. */
export function sameName(name: string, other: string): boolean {
  const bare = other.replace(/^[وفبك]?ال(?=...)/u, '');
  if (bare !== other && sameName(name, bare)) return true;
  const [first = '', second = ''] = [latin(name), latin(other)];
  if (first === second) return true;
  const [one, two] = [soundOf(name), soundOf(other)];
  if (one.length < 2 || !(one === two || (one.length > 2 && two.length === one.length + 1 && two.startsWith(one)))) return false;
  if (one.length > 2) return true;
  return first[0] === second[0] || (/^[aeiouyhw]/.test(first) && /^[aeiouyhw]/.test(second));
}

/** Two words of European languages that are one by their looks: five letters alike at their beginning, and most of the shorter one. */
export function cognate(word: string, other: string): boolean {
  const [one, two] = [looksOf(word), looksOf(other)];
  const shorter = Math.min(one.length, two.length);
  let alike = 0;
  while (alike < shorter && one[alike] === two[alike]) alike++;
  return alike >= 5 && alike >= shorter * 0.6;
}

const looksOf = remembered(mostRemembered, (word) =>
  latin(word)
    .replace(/ph/g, 'f')
    .replace(/[cq]/g, 'k')
    .replace(/y/g, 'i')
    .replace(/w/g, 'v')
    .replace(/([a-z])\1+/g, '$1'),
);

/** French and Spanish write who belongs to a people in small letters: "touaregs". */
export function isPeople(lang: string, text: string): boolean {
  return (lang === 'fr' || lang === 'es') && text.length > 5;
}

/** English writes a name as English does: "Houston" is no spelling of "Austin". */
export function beginAlike(one: string, other: string): boolean {
  const first = (name: string): string => name.charAt(0).toLowerCase();
  const isOneSound = alikeAtFirst.some((letters) => letters.includes(first(one)) && letters.includes(first(other)));
  return first(one) === first(other) || isOneSound;
}

const alikeAtFirst = ['ckqgh', 'aeiou', 'jyiz', 'vwbf', 'szcx', 'td', 'pb'];
