// Guesses the charset of bytes that no label explains. Each writing has marks of its own: letters in runs or alone among ASCII ones,
// which of them are frequent, pairs of bytes (guess-pairs.ts). What is not clear is not guessed.
import { decodeBytes } from './decode.js';
import { pairCharset } from './guess-pairs.js';

/** Looked at: enough to be sure, and no more time for a long feed. */
const sampleBytes = 128 * 1024;

/** `langs`: what the feed is said to be written in, the surest first; a hint where the bytes allow more than one charset. */
export function guessCharset(bytes: Buffer, langs: readonly (string | null)[]): string | null {
  const sample = bytes.subarray(0, sampleBytes);
  const bases = langs.flatMap((lang) => (lang ? [lang.slice(0, lang.search(/[-_]|$/)).toLowerCase()] : []));
  const latin = isLatin(sample) ? latinCharset(sample, bases) : null;
  return latin ?? pairCharset(sample, bases) ?? letterCharset(sample, bases);
}

/** Whether the letters outside ASCII stand by ones and twos in words of ASCII letters, as accented ones do. True where there are hardly any. */
function isLatin(bytes: Buffer): boolean {
  const end = Math.min(bytes.length, sampleBytes);
  let letters = 0;
  let inWords = 0;
  for (let at = 0; at < end; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    const from = at;
    while (isHigh(bytes[at])) at++;
    const length = at - from;
    const isInWord = length <= 2 && (isLetter(bytes[from - 1]) || isLetter(bytes[at]));
    // A sign, or a word of one letter as "à" is and "в": either may stand in any writing.
    if (length === 1 && !isInWord) continue;
    letters += length;
    if (isInWord) inWords += length;
  }
  return inWords * 2 >= letters;
}

function isHigh(byte = 0): boolean {
  return byte >= 0x80 && !isPunctuation(byte);
}

function isLetter(byte = 0): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

/** Quotation marks, dashes, dots and blanks of the Windows charsets. */
function isPunctuation(byte: number): boolean {
  return (
    byte === 0x80 || byte === 0x85 || (byte >= 0x91 && byte <= 0x97) || byte === 0xa0 || byte === 0xab || byte === 0xb7 || byte === 0xbb
  );
}

/** A language, the charsets it was written in before UTF-8, and its letters outside ASCII. */
type Latin = readonly [langs: string, charsets: string, letters: string];

const icelandic = 'is fo';
const western: readonly Latin[] = [
  ['de', 'windows-1252', 'äöüß'],
  ['fr', 'windows-1252', 'àâæçéèêëîïôœùûüÿ«»'],
  ['es gl', 'windows-1252', 'áéíñóúü¿¡«»'],
  ['ca', 'windows-1252', 'àçéèíïóòúü·'],
  ['pt', 'windows-1252', 'áâãàçéêíóôõúü'],
  ['it', 'windows-1252', 'àèéìòù'],
  ['nl', 'windows-1252', 'éëïöóüèê'],
  ['sv fi', 'windows-1252', 'åäöé'],
  ['da no nb nn', 'windows-1252', 'æøåéäöü'],
  [icelandic, 'windows-1252', 'áðéíóúýþæöø'],
];
const others: readonly Latin[] = [
  ['pl', 'windows-1250 iso-8859-2', 'ąćęłńóśźż'],
  ['cs', 'windows-1250 iso-8859-2', 'áčďéěíňóřšťúůýž'],
  ['sk', 'windows-1250 iso-8859-2', 'áäčďéíĺľňóôŕšťúýž'],
  ['hu', 'windows-1250 iso-8859-2', 'áéíóöőúüű'],
  ['hr sl bs sr', 'windows-1250 iso-8859-2', 'čćđšž'],
  ['ro', 'windows-1250 iso-8859-2', 'ăâîșşțţ'],
  ['tr az', 'windows-1254', 'çğıöşüâîûi\u0307'],
  ['lt', 'windows-1257', 'ąčęėįšųūž'],
  ['lv', 'windows-1257', 'āčēģīķļņšūž'],
  ['et', 'windows-1257', 'äöüõšž'],
];

/**
 * The charset of the language where its letters agree; else Western, unless the letters of a language further east agree much better, or
 * alone but for Icelandic's. Null where no language's agree: letters of two bytes may have ASCII ones for their second.
 */
function latinCharset(bytes: Buffer, bases: readonly string[]): string | null {
  const texts = new Map<string, string>();
  const best = (rows: readonly Latin[]): { charset: string; share: number } => {
    let found = { charset: 'windows-1252', share: 0 };
    for (const [, charsets, letters] of rows) {
      for (const charset of charsets.split(' ')) {
        const text = texts.get(charset) ?? decodeBytes(bytes, charset).toLowerCase();
        texts.set(charset, text);
        const share = lettersShare(text, letters);
        if (share > found.share) found = { charset, share };
      }
    }
    return found;
  };
  const said = best([...western, ...others].filter(([langs]) => bases.some((base) => langs.split(' ').includes(base))));
  if (said.share >= clear) return said.charset;
  const west = best(western.filter(([langs]) => langs !== icelandic));
  const east = best(others);
  const north = best(western);
  if (Math.max(west.share, east.share, north.share) < plausible) return null;
  if (north.share >= east.share + better) return north.charset;
  return east.share >= west.share + better ? east.charset : west.charset;
}

const clear = 0.95;
const better = 0.1;
const plausible = 0.7;

/** Charsets of one writing, the letters its languages use most, and the languages. */
type Writing = readonly [langs: string, charsets: string, frequent: string, letters: RegExp];

const cyrillic = /\p{sc=Cyrillic}/gu;
const writings: readonly Writing[] = [
  ['ru uk bg be mk sr kk ky mn tg', 'windows-1251 koi8-u ibm866 iso-8859-5 x-mac-cyrillic', 'оеаинтсрвлкмдпі', cyrillic],
  ['el', 'windows-1253 iso-8859-7', 'αοιετσνηυρπκλάίόέςή', /\p{sc=Greek}/gu],
  ['he yi', 'windows-1255', 'יוהלארתבשמנ', /\p{sc=Hebrew}/gu],
  ['ar fa ur ps', 'windows-1256 iso-8859-6', 'اليمونرتبعةد', /\p{sc=Arabic}/gu],
  ['th', 'windows-874', 'านรอกเงมยลวดทส่ีัิ้ป', /\p{sc=Thai}/gu],
];

/** So much of a text is made of its writing's frequent letters, in any language that uses it. */
const frequentLeast = 0.5;
/** So much at least where the feed is said to be in such a language. */
const saidLeast = 0.35;
/** So much more than in another writing. What the feed is said to be written in adds as much. */
const marginLeast = 0.08;

/** What a charset must be better by than one that stands before it: the later are rare. */
const rareLess = 0.02;

/** Of the writing that stands out; within it, of the charset that agrees best. */
function letterCharset(bytes: Buffer, bases: readonly string[]): string | null {
  const found = writings
    .map(([langs, charsets, frequent, letters]) => {
      const isSaid = bases.some((base) => langs.split(' ').includes(base));
      const scored = charsets.split(' ').map((charset) => ({ charset, share: scoreOf(decodeBytes(bytes, charset), letters, frequent) }));
      const { charset, share } = scored.reduce((best, one) => (one.share > best.share + rareLess ? one : best));
      return { charset, isLikely: share >= (isSaid ? saidLeast : frequentLeast), score: share + (isSaid ? marginLeast : 0) };
    })
    .sort((one, other) => other.score - one.score);
  const [first, second] = found;
  return first?.isLikely && first.score - (second?.score ?? 0) >= marginLeast ? first.charset : null;
}

/**
 * The share of frequent letters in what is no ASCII. Capitals inside words count half: read as another writing, words are often all
 * capitals. What is no letter of the writing, and capitals right behind small letters, count against it.
 */
function scoreOf(text: string, letters: RegExp, frequent: string): number {
  const written = text.match(/[^\0-\x7f\s«»“”„‘’–—…·№\u00a0]/gu) ?? [];
  if (written.length === 0) return 0;
  const known = text.match(letters)?.length ?? 0;
  const turned = text.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0;
  const inCapitals = (text.match(/(?<=\p{Lu})[^\0-\x7f]/gu) ?? []).filter(
    (letter) => isCapital(letter) && frequent.includes(letter.toLowerCase()),
  );
  const common = written.filter((letter) => frequent.includes(letter.toLowerCase())).length - inCapitals.length / 2;
  const odd = text.match(seldom)?.length ?? 0;
  return (common - turned - odd / 2 - (written.length - known)) / written.length;
}

/** Letters of Serbian and Macedonian that stand where capitals are in another charset. */
const seldom = /[ЃЌЋЏЅЂѓќћџѕђ]/g;

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

/** The share of these letters in all that stand in words outside ASCII; 1 where there are none. */
function lettersShare(text: string, letters: string): number {
  const found = text.match(/(?<=\p{L})[\u0080-\u036f]|[\u0080-\u036f](?=\p{L})/gu) ?? [];
  return found.length === 0 ? 1 : found.filter((letter) => letters.includes(letter)).length / found.length;
}
