// The language of each headline. A headline is short, so what its feed says is believed unless the script, or a clear verdict of the
// detector (eld), speaks against it. The detector is loaded only when a headline needs it.
import { frequentIn, longestFrequent } from '../../language/frequent-words.js';
import { languageOf as rowOf } from '../../language/languages.js';
import { type FeedScript, isWrittenIn, scriptOf, servesOneLanguage, soleLanguage } from './script.js';

/** Where nothing is known of a language. */
export const unknownLanguage = 'und';

/** A headline to judge; `prior` is the language its item, its source or its feed is said to be in, null where none is. */
interface Spoken {
  title: string;
  norm: string;
  prior: string | null;
}

type Detector = { detect: (text: string) => { language: string; getScores: () => Record<string, number> } };

/** How far the detector must prefer another language of the same script; measured on English, German, French and Russian headlines. */
const margin = 0.12;
/** Words that a headline must have to be judged against what is said of it. */
const wordsLeast = 4;

/** The language of each headline, in their order. */
export async function languagesOf(headlines: readonly Spoken[]): Promise<string[]> {
  const seen = headlines.map(look);
  const detector = seen.some(({ doubtful }) => doubtful) ? await loadDetector() : null;
  return seen.map((one) => languageOf(one, one.doubtful ? detector : null));
}

interface Seen {
  title: string;
  norm: string;
  prior: Declared | null;
  script: FeedScript;
  /** What the script alone tells. */
  sole: string | null;
  doubtful: boolean;
}

function look({ title, norm, prior: said }: Spoken): Seen {
  const prior = declaredLanguage(said);
  const script = scriptOf(title);
  const sole = soleLanguage(title, script);
  return { title, norm, prior, script, sole, doubtful: sole === null && (prior === null || isDoubtful(title, norm, prior.base, script)) };
}

/** 250 ms and 30 MB of heap, once in a process. */
async function loadDetector(): Promise<Detector> {
  const { eld } = await import('eld/extrasmall');
  return eld;
}

function languageOf({ title, norm, prior, script, sole }: Seen, detector: Detector | null): string {
  if (sole) return prior && (sole === prior.base || (sole === 'zh' && isWrittenIn(prior.base, script))) ? prior.whole : sole;
  if (!detector) return prior?.whole ?? unknownLanguage;
  const verdict = detector.detect(title.replace(/[’‘]/g, "'"));
  const found = amongTwins(asWeCallIt(verdict.language), norm);
  if (!prior) return found || unknownLanguage;
  if (found === '' || found === prior.base || isSameTongue(found, prior.base)) return prior.whole;
  if (script !== 'Latin' && (!isWrittenIn(prior.base, script) || hasForeignLetters(title.toLowerCase(), prior.base))) return found;
  if (isShort(title) || (rare.has(found) && frequentWords(norm, found) === 0)) return prior.whole;
  const scores = verdict.getScores();
  return (scores[verdict.language] ?? 0) - (scores[prior.base] ?? 0) >= margin ? found : prior.whole;
}

/** Of languages written so much alike that the detector takes one for another, the one whose frequent words stand in the headline. */
function amongTwins(found: string, norm: string): string {
  let best = found;
  for (const twins of twinned)
    if (twins.includes(found)) for (const twin of twins) if (frequentWords(norm, twin) > frequentWords(norm, best)) best = twin;
  return best;
}

function frequentWords(norm: string, language: string): number {
  return norm.split(' ').filter((word) => frequentIn.get(word)?.has(language)).length;
}

/** In doubt is another script than the language's, and as many frequent words of other languages as of this one. */
function isDoubtful(title: string, norm: string, base: string, script: FeedScript): boolean {
  if (!isWrittenIn(base, script)) return true;
  if (servesOneLanguage(base) || isShort(title)) return false;
  let own = 0;
  let foreign = 0;
  for (let from = 0, to = 0; to < norm.length; from = to + 1) {
    to = norm.indexOf(' ', from);
    if (to === -1) to = norm.length;
    const languages = to - from <= longestFrequent ? frequentIn.get(norm.slice(from, to)) : undefined;
    if (languages?.has(base)) own++;
    else if (languages) foreign++;
    if (own >= foreign + settled) return false;
  }
  return (foreign > 0 && foreign >= own) || (own === 0 && script !== 'Latin') || hasForeignLetters(norm, base);
}

/** So many more words of its own language than of others end the question. */
const settled = 2;

/** Whether small letters stand in it that this language has in names at most. */
function hasForeignLetters(text: string, base: string): boolean {
  return rowOf(base)?.foreign?.test(text) === true;
}

function isShort(title: string): boolean {
  let words = 1;
  for (let at = title.indexOf(' '); at !== -1 && words < wordsLeast; at = title.indexOf(' ', at + 1)) words++;
  return words < wordsLeast;
}

interface Declared {
  whole: string;
  base: string;
}

/** Codes that ISO gave up in 1989 and Java, Android and their feeds still write. */
const former: Readonly<Record<string, string>> = { iw: 'he', in: 'id', ji: 'yi' };

const declaredKnown = new Map<string, Declared | null>();

/** "en-US" and "EN_us" are en-US of en; null for what is no language code. */
function declaredLanguage(declared: string | null): Declared | null {
  if (!declared) return null;
  let known = declaredKnown.get(declared);
  if (known === undefined) {
    const found = declared.trim().match(/^([a-z]{2,3})(?:[-_]([a-z]{2,4}))?\b/i);
    const written = found?.[1]?.toLowerCase() ?? '';
    const base = former[written] ?? written;
    known = base === '' || base === unknownLanguage ? null : { base, whole: found?.[2] ? `${base}-${found[2]}` : base };
    if (declaredKnown.size < 1000) declaredKnown.set(declared, known);
  }
  return known;
}

/** The detector knows Indonesian as Malay alone, and Indonesia has ten times the news. */
function asWeCallIt(language: string): string {
  return language === 'ms' ? 'id' : language;
}

const twinned = [
  ['pt', 'es', 'gl'],
  ['tr', 'az'],
  ['pl', 'cs', 'sk', 'hr', 'sl'],
  ['uk', 'ru', 'be', 'bg'],
  ['hi', 'mr', 'ne'],
];

/** Languages the detector mistakes for each other, and ones it sees where there are only names. */
const tongues = [
  ['no', 'nb', 'nn', 'da'],
  ['hr', 'sr', 'bs', 'sl'],
  ['id', 'ms'],
  ['cs', 'sk'],
  ['es', 'gl', 'ca'],
  ['pt', 'gl'],
];
const rare = new Set(['tl', 'yo', 'eu', 'sq', 'is', 'lv', 'id']);

function isSameTongue(one: string, other: string): boolean {
  return tongues.some((tongue) => tongue.includes(one) && tongue.includes(other));
}
