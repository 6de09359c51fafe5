// Whether a name of a sentence is how English spells a name of a headline: "Yermak" of "Jermak", "Khodorkovsky" of "Chodorkowski", "Hegseth" of
// "Хегсет". Each language's letters stand for sounds, some for one of several; two names are one where one way to read both is the same.
import { join } from 'node:path';
import { rowsOf } from '../reading/text/table.js';
import { plainWord } from './words.js';

/** Whether an English name may be a name of a headline of that language; both as they stand. */
export type Spells = (english: string, name: string, lang: string) => boolean;

/** Sounds that a letter or several may stand for, by the letters; '' where it may be silent. */
type Letters = ReadonlyMap<string, readonly string[]>;

/** Ways to read a name at most: the rest of a longer one is read in the first way only. */
const mostWays = 64;
/** Letters that stand for one sound together at most. */
const longest = 4;
/** Consonants of a name by themselves, and with the vowels between. */
const [enough, leastSounds] = [3, 2];
/** Names of two consonants are too much alike where they are long. */
const mostVowels = 1;

/** Reads the table of them from the room's folder. Throws which line is malformed. */
export function readSpellings(tables: string): Spells {
  const rows = rowsOf(join(tables, 'spellings.tsv'), ['lang', 'written', 'sounds']);
  const lettersOf = (lang: string): Letters =>
    new Map(
      ['any', lang].flatMap((of) =>
        rows.flatMap((row): [string, string[]][] =>
          row.lang === of ? [[row.written, row.sounds.split('|').map((sound) => (sound === '-' ? '' : sound))]] : [],
        ),
      ),
    );
  const letters = new Map<string, Letters>();
  const known = new Map<string, ReadonlySet<string>>();
  const readings = (name: string, lang: string): ReadonlySet<string> => {
    const key = `${lang} ${name}`;
    const before = known.get(key);
    if (before) return before;
    const own = letters.get(lang) ?? lettersOf(lang);
    letters.set(lang, own);
    if (known.size >= mostKnown) known.clear();
    const made = new Set(endingsOf(spelled(name, lang), lang).flatMap((form) => waysOf(form, own)));
    known.set(key, made);
    return made;
  };
  return (english, name, lang) => {
    if (!served.has(lang)) return false;
    const theirs = readings(name, lang);
    const alike = [...readings(english, 'en')].filter((way) => way.length >= leastSounds && theirs.has(way));
    return alike.length > 0 && beginAlike(english, name) && (alike.some((way) => way.length >= enough) || areAsLong(english, name));
  };
}

const served: ReadonlySet<string> = new Set(['de', 'es', 'fr', 'ru', 'ar']);

/** Names are asked for again and again; when there are too many all are forgotten. */
const mostKnown = 10_000;

function spelled(name: string, lang: string): string {
  const plain = plainWord(name);
  return lang === 'ar' ? plain.replace(/^[وفبك]?ال(?=..)/u, '') : plain;
}

/** A name as it stands, and without what cases put behind it. */
function endingsOf(name: string, lang: string): string[] {
  if (name.length < 5) return [name];
  if (lang === 'de') return [name, name.replace(/s$/, '')];
  return lang === 'ru' ? [name, name.replace(/(?:ого|ему|ому|ыми|ами|ом|ем|ым|им|ой|ов|ах|ам)$/u, '')] : [name];
}

/** The ways to read a word, a letter a sound, those that follow each other once. */
function waysOf(word: string, letters: Letters): string[] {
  let ways = [''];
  for (let at = 0; at < word.length; ) {
    const length = [...Array(longest).keys()].map((back) => longest - back).find((one) => letters.has(word.slice(at, at + one))) ?? 1;
    const sounds = letters.get(word.slice(at, at + length)) ?? [''];
    ways =
      ways.length * sounds.length > mostWays
        ? ways.map((way) => way + sounds[0])
        : ways.flatMap((way) => sounds.map((sound) => way + sound));
    at += length;
  }
  return [...new Set(ways.map((way) => way.replace(/(.)\1+/gu, '$1')))];
}

/** Unless one begins with a vowel and the other with a consonant that is never silent, nor a vowel by another spelling. */
function beginAlike(english: string, name: string): boolean {
  const [one, other] = [plainWord(english), plainWord(name)];
  return opening.test(one) === opening.test(other) || silent.test(one) || silent.test(other);
}

const opening = /^[aeiouаеиоуыэюяاأإآع]/u;
const silent = /^(?:[yjwhеюяхوهي]|ال)/u;

/** Names of two consonants have as many vowels, or nearly. */
function areAsLong(english: string, name: string): boolean {
  // Arabic writes long vowels only.
  if (/[\u0621-\u06ff]/.test(name)) return english.length <= name.length + 3;
  return Math.abs(vowelsOf(english) - vowelsOf(name)) <= mostVowels;
}

function vowelsOf(name: string): number {
  return plainWord(name).match(/[aeiouyаеиоуыэюя]+/gu)?.length ?? 0;
}
