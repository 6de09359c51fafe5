// Numbers written out: "twelve", "two hundred and fifty", "half a million". "One" is no number here, nor is a count of the outlets and
// headlines themselves, nor "the two" that have just been named.
import { multipliers, spelled } from './number-words.js';

interface Spelled {
  shown: string;
  value: number;
}

const english = new Map(spelled.map(({ value, words }) => [words.split(' ')[0] ?? '', value]));
const anyLanguage = new Map(spelled.flatMap(({ value, words }) => words.split(' ').map((word) => [word, value] as const)));
const ordinals = new Set('first second third thirds fourth fourths fifth fifths sixth seventh eighth ninth'.split(' '));
const ofTheRecord = /^[\s-]+(?:\p{L}+\s+){0,2}?(?:outlets?|headlines?|titles?|newspapers?|publishers?)(?!\p{L})/iu;

/** Whether an English word is a number or part of one. */
export function isNumberWord(word: string): boolean {
  return english.has(word) || multipliers[word] !== undefined || word === 'half';
}

/** The value of an English number in one word, "thirty"; null for any other word. */
export function numberWord(word: string): number | null {
  return english.get(word) ?? null;
}

const ordinalWords =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

/** The number of an English ordinal up to the twentieth; null for any other word. */
export function ordinalOf(word: string): number | null {
  const at = ordinalWords.indexOf(word);
  return at < 0 ? null : at + 1;
}

interface Word {
  text: string;
  start: number;
  end: number;
}

/** `claimed`: English words only, for "elf" and "acht" may be other things in an English sentence. */
export function spelledNumbers(text: string, claimed: boolean): Spelled[] {
  const values = claimed ? english : anyLanguage;
  const words = [...text.toLowerCase().matchAll(/\p{L}+/gu)].map(([word], index, all) => {
    const start = all[index]?.index ?? 0;
    return { text: word, start, end: start + word.length };
  });
  const numbers: Spelled[] = [];
  for (let first = 0; first < words.length; ) {
    const run = runFrom(words, first, text, values);
    if (run.length === 0) {
      first++;
      continue;
    }
    const next = words[first + run.length];
    const end = run.at(-1)?.end ?? 0;
    const ordinal = next !== undefined && ordinals.has(next.text) && text.slice(end, next.start) === '-';
    const value = worthOf(run, values) * (words[first - 1]?.text === 'half' && run.length > 1 ? 0.5 : 1);
    const before = words[first - 1]?.text ?? '';
    // "the two", and "the only one of the three", count what has just been named.
    const isOfThem =
      before === 'the' && words[first - 2]?.text === 'of' && /^\s*(?:[,.;:]|$|to\s|that\s|who\s|which\s)/.test(text.slice(end));
    const named = (value === 2 && /^(the|these|those)$/.test(before)) || isOfThem;
    if (!ordinal && !(claimed && (named || ofTheRecord.test(text.slice(end))))) {
      numbers.push({ shown: text.slice(run[0]?.start, end), value });
    }
    first += run.length;
  }
  return numbers;
}

/** The words of one number from here on; empty where none begins. */
function runFrom(words: readonly Word[], first: number, text: string, values: ReadonlyMap<string, number>): Word[] {
  const run: Word[] = [];
  for (let index = first; index < words.length; index++) {
    const word = words[index] as Word;
    const last = run.at(-1);
    const next = words[index + 1];
    if (last && !touch(last, word, text)) break;
    if (!last && /^(an?|one)$/.test(word.text)) {
      if (!next || multipliers[next.text] === undefined || !touch(word, next, text)) break;
    } else if (word.text === 'and') {
      const joins = last && (multipliers[last.text] ?? 0) >= 100 && values.has(next?.text ?? '');
      if (!joins) break;
    } else if (multipliers[word.text] !== undefined) {
      if (!last) break;
    } else {
      const value = word.text === 'one' ? 1 : values.get(word.text);
      const before = last && values.get(last.text);
      if (value === undefined || (before !== undefined && !(before >= 20 && value < 10)) || (!last && word.text === 'one')) break;
    }
    run.push(word);
  }
  return run;
}

/** Whether nothing but a space or a hyphen stands between them. */
function touch(left: Word, right: Word, text: string): boolean {
  return /^[ -]$/.test(text.slice(left.end, right.start));
}

function worthOf(run: readonly Word[], values: ReadonlyMap<string, number>): number {
  let total = 0;
  let current = 0;
  for (const { text } of run) {
    const times = multipliers[text];
    if (times === undefined) current += text === 'one' ? 1 : (values.get(text) ?? 0);
    else if (times <= 100) current = (current || 1) * times;
    else {
      total += (current || 1) * times;
      current = 0;
    }
  }
  return total + current;
}
