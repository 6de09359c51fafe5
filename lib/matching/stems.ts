// What is left of a word without what makes another form or another kind of word of it: "negotiators" and "negotiations", "опасны" and
// "опасность" are one. Rather too strong than too weak, for words stand in company here.
import { languageOf } from '../language/languages.js';
import { foldedKey, wordKeys } from './words.js';

/** The stems of one word as headlines are compared by; none for a stop word, a number or a single letter, several where words are not parted. */
export function stemsOf(token: string, lang: string): readonly string[] {
  const keys = wordKeys(token, lang);
  if (keys.length !== 1) return keys.map(({ key }) => key);
  if (lang === 'en') return [englishStem(token)];
  const { endings, derivations } = languageOf(lang) ?? {};
  return endings && derivations ? [derivedStem(token, endings, derivations)] : keys.map(({ key }) => key);
}

const shortest = 4;
const known = new Map<RegExp, Map<string, string>>();
/** So many words of a language are remembered; then all are forgotten. */
const mostKnown = 100_000;

/** Without its ending, and then without up to two syllables that make one kind of word of another; remembered. */
function derivedStem(token: string, endings: RegExp, derivations: RegExp): string {
  let own = known.get(derivations);
  if (own === undefined || own.size >= mostKnown) {
    own = new Map();
    known.set(derivations, own);
  }
  const before = own.get(token);
  if (before !== undefined) return before;
  const word = token.toLowerCase().replaceAll('.', '');
  let bare = shortened(word, endings, shortest - 1);
  for (let times = 0; times < 2; times++) bare = shortened(bare, derivations, shortest);
  const stem = foldedKey(bare);
  own.set(token, stem);
  return stem;
}

/** The word itself where too little of it would be left. */
function shortened(word: string, endings: RegExp, least: number): string {
  const bare = word.replace(endings, '');
  return bare.length >= least ? bare : word;
}

const endings =
  /(?:izations?|isations?|ational|ations?|ators?|ating|ated|ates|ements?|ments?|ness|ingly|ings?|edly|ed|ers|er|ies|ied|ily|ly|es|als?|ions?|s|e|y)$/;

const stemmed = new Map<string, string>();

/** What is left of an English word without its ending, in plain small letters; remembered. */
export function englishStem(token: string): string {
  const known = stemmed.get(token);
  if (known !== undefined) return known;
  if (stemmed.size >= mostKnown) stemmed.clear();
  const stem = bareOf(token);
  stemmed.set(token, stem);
  return stem;
}

function bareOf(token: string): string {
  const word = token
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}|['’]s$/gu, '');
  const bare = word.replace(endings, '');
  return bare.length >= 3 ? bare.replace(/(.)\1$/, '$1') : word;
}
