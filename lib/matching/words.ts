// A headline's words and numbers as keys that inflection, spelling and script do not change: "Одесса", "Odessa" and "Odesa" are
// one key. Takes the text and its language; pure.
import { languageOf } from '../language/languages.js';
import { latinise } from '../language/latin.js';
import { isStopWord } from '../language/stop-words.js';

export interface StemmedWord {
  /** Stem, folded to plain Latin: compares within a language, and across languages for cognates. */
  key: string;
  /** First letter and consonants, for a capitalised word; undefined else. Compares names over spellings of several languages. */
  name?: string;
}

const numberWords: Record<string, string> = Object.fromEntries(
  [
    ['2', 'two zwei deux dos два две двое'],
    ['3', 'three drei trois tres три трое'],
    ['4', 'four vier quatre cuatro четыре четверо'],
    ['5', 'five fünf cinq cinco пять пятеро'],
    ['6', 'six sechs seis шесть шестеро'],
    ['7', 'seven sieben sept siete семь семеро'],
    ['8', 'eight acht huit ocho восемь'],
    ['9', 'nine neun neuf nueve девять'],
    ['10', 'ten zehn dix diez десять'],
    ['11', 'eleven elf onze once одиннадцать'],
    ['12', 'twelve zwölf douze doce двенадцать'],
    ['20', 'twenty zwanzig vingt veinte двадцать'],
    ['30', 'thirty dreißig trente treinta тридцать'],
    ['40', 'forty vierzig quarante cuarenta сорок'],
    ['50', 'fifty fünfzig cinquante cincuenta пятьдесят'],
  ].flatMap(([digits = '', words = '']) => words.split(' ').map((word) => [word, digits])),
);

/** One spelling for the ways languages write a sound: kh/ch/ck/q/c -> k, sch/sh/zh/tch -> s, ph -> f, w -> v, y/j -> i, no doubles. */
function fold(latin: string): string {
  return latin
    .replace(/tsch|tch|sch|sh|zh|ch(?=[ei])/g, 's')
    .replace(/kh|ch|ck|[cq]/g, 'k')
    .replace(/ph/g, 'f')
    .replace(/w/g, 'v')
    .replace(/[yj]/g, 'i')
    .replace(/(.)\1+/g, '$1');
}

function stem(word: string, lang: string): string {
  const ending = languageOf(lang)?.endings ?? null;
  const bare = ending === null ? word : word.replace(ending, '');
  return bare.length >= 3 ? bare : word;
}

/** A stem in plain Latin, whatever its script and the spelling of its sounds, cut where words of a kind differ. */
export function foldedKey(stem: string): string {
  return fold(latinise(stem)).slice(0, 8);
}

function nameKey(folded: string): string | undefined {
  const skeleton = folded.slice(0, 1) + folded.slice(1).replace(/[aeiou]/g, '');
  return skeleton.length >= 3 ? skeleton.slice(0, 6).replace(/z/g, 's') : undefined;
}

/** What is written with a hyphen as often as without: "check-up", "stand-off", "cease-fire", "re-election". */
const hyphen =
  /(?<=\p{L}\p{Ll}{2})[-‐‑](?=(?:ups?|offs?|outs?|downs?|overs?|backs?|ins?)(?!\p{L}))|(?<=(?<!\p{L})[Cc]ease)[-‐‑](?=fires?(?!\p{L}))|(?<=(?<!\p{L})[Aa]ir)[-‐‑](?=strikes?(?!\p{L}))|(?<=(?<!\p{L})(?:[Rr]e|[Cc]o))[-‐‑](?=\p{Ll}{3})/gu;

const hyphens = /[-‐‑]/;

/** The words of a headline as they stand, split at everything that is no letter; "U.S." is one word. */
export function tokens(text: string): string[] {
  const normal = text.normalize('NFKC');
  return (hyphens.test(normal) ? normal.replace(hyphen, '') : normal).match(/[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:\.\p{L})*/gu) ?? [];
}

/** So many words of a language are remembered; then all are forgotten. */
const mostKnown = 100_000;
const known = new Map<string, Map<string, readonly StemmedWord[]>>();

/** The keys of one word: none for a stop word, a number or a single letter; pairs of characters for Han and kana. Made once a word. */
export function wordKeys(token: string, lang: string): readonly StemmedWord[] {
  let own = known.get(lang);
  if (own === undefined || own.size >= mostKnown) {
    own = new Map();
    known.set(lang, own);
  }
  let keys = own.get(token);
  if (keys === undefined) {
    keys = keysOf(token, lang);
    own.set(token, keys);
  }
  return keys;
}

function keysOf(token: string, lang: string): StemmedWord[] {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(token)) {
    return Array.from({ length: Math.max(1, token.length - 1) }, (_, at) => ({ key: token.slice(at, at + 2) }));
  }
  const lower = token.toLowerCase().replaceAll('.', '');
  if (lower.length < 2 || isStopWord(lower, lang) || numberWords[lower] !== undefined) return [];
  const key = foldedKey(stem(lower, lang));
  const name = /^\p{Lu}/u.test(token) ? nameKey(key) : undefined;
  return [name === undefined ? { key } : { key, name }];
}

/** "11-year-old", "aged 11", "garçon de 11 ans", "11-jährig", "11-летний": somebody's age, which is no count of anything. */
const ages = [
  /(?<![\p{N}.,])\p{N}{1,3}[- ]?(?:years?[- ]old|jährig\p{L}*|Jahre alt|летн\p{L}*|岁|歲)/giu,
  /(?<!\p{L})(?:aged?|im Alter von|âgée?s? de|в возрасте) \p{N}{1,3}(?!\p{N})/giu,
  /(?<!\p{L})(?:homme|femme|garçon|fille|fillette|enfant|adolescente?|jeune|niñ[oa]|joven|hombre|mujer|menin[oa]|bambin[oa]|ragazz[oa]) (?:de|di) \p{N}{1,3} (?:ans|años|anos|anni)/giu,
];

/** The numbers of a headline, digits without separators or written as words; years, ages and 1 left out, since they tell nothing. */
export function numbers(headline: string): string[] {
  const found = new Set<string>();
  const normal = headline.normalize('NFKC');
  const text = /\p{N}/u.test(normal) ? ages.reduce((rest, age) => rest.replace(age, ' '), normal) : normal;
  if (/\d/.test(text))
    for (const digits of text.replace(/(?<=\d)[ ,.'’](?=\d{3}(?!\d))/g, '').match(/\d+(?:[.,]\d+)?/g) ?? [])
      if (!/^(?:1|(?:19|20)\d\d)$/.test(digits)) found.add(digits.replace(',', '.'));
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    const digits = numberWords[word];
    if (digits !== undefined) found.add(digits);
  }
  return [...found].sort();
}
