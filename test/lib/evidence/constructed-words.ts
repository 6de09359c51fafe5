// Words of sentences that lies by construction turn: states, verbs, contraries, numbers, units, days; from constructed/*.tsv.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

function rowsOf(file: string): string[][] {
  const [, ...rows] = readFileSync(join(import.meta.dirname, 'constructed', `${file}.tsv`), 'utf8')
    .trim()
    .split('\n')
    .filter((row) => !row.startsWith('#'));
  return rows.map((row) => row.split('\t'));
}

export const states = rowsOf('states').map(([noun = '', adjective = '']) => ({ noun, adjective }));
export const verbs = rowsOf('verbs').map(([does = '', did = '', done = '', will = '']) => ({ does, did, done, will }));
export const contraries = rowsOf('contraries').flatMap(([one = '', other = '']) => {
  const forms = one.split('|').map((form, at): [string, string] => [form, other.split('|')[at] ?? '']);
  return forms.flatMap(([a, b]): [string, string][] =>
    b === ''
      ? []
      : a === 'for'
        ? [[a, b]]
        : [
            [a, b],
            [b, a],
          ],
  );
});

/** Finds a word that stands by itself. */
export function word(form: string): RegExp {
  return new RegExp(`(?<![\\p{L}-])${form}(?![\\p{L}-])`, 'u');
}

/** With a capital in front. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** States that a text names, in their order. */
export function statesIn(text: string): (typeof states)[number][] {
  return states
    .map((state) => ({ state, at: Math.min(...[state.noun, state.adjective].map((form) => placeOf(text, form))) }))
    .filter(({ at }) => at < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.at - b.at)
    .map(({ state }) => state);
}

/** Where a form of a name stands; infinity where it does not. */
export function placeOf(text: string, form: string): number {
  return word(form.replace(/^the /, '(?:the )?')).exec(text)?.index ?? Number.POSITIVE_INFINITY;
}

/** The tense of the first verb of the table behind whom or what is named first. */
export function verbIn(text: string): { before: string; behind: string; verb: (typeof verbs)[number]; form: string } | null {
  const words = [...text.matchAll(/[\p{L}’'-]+/gu)].slice(0, 7);
  for (const { 0: form, index } of words.slice(1)) {
    const verb = verbs.find(({ does, did }) => form === does || form === did);
    const before = text.slice(0, index);
    if (
      !verb ||
      /\b(?:to|by|and|of|in|on|an?|the|as|after|who|which|was|were|is|are|has|have|had|be|been|being|its|his|her|their)\s$/i.test(before) ||
      /[,:;]/.test(before)
    )
      continue;
    return { before, behind: text.slice(index + form.length), verb, form };
  }
  return null;
}

export const qualifiers: readonly [RegExp, string][] = [
  [/\b(?:at least|more than|over|no fewer than) (?=\d)/i, 'exactly '],
  [/\b(?:at least|more than|over|no fewer than) (?=\d)/i, 'fewer than '],
  [/\b(?:up to|as many as|nearly|almost|about|around) (?=\d)/i, 'more than '],
  [
    /(?<!(?:least|than|over|to|as|nearly|almost|about|around|under|of|by|in|on|some|until|from|and|only|just|at|aged|age|exactly|first|last) )(?<=\p{L} )(?=\d+ \p{Ll}+)/u,
    'more than ',
  ],
];
export const vague = ['dozens', 'hundreds', 'thousands', 'tens of thousands', 'millions'];
export const units: readonly [string, string][] = [
  ['percent', 'percentage points'],
  ['million', 'billion'],
  ['billion', 'million'],
  ['years', 'months'],
  ['months', 'years'],
  ['days', 'weeks'],
  ['weeks', 'days'],
  ['hours', 'days'],
  ['dollars', 'euros'],
  ['euros', 'dollars'],
  ['kilometres', 'metres'],
  ['tonnes', 'barrels'],
];
export const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
export const months = ['January', 'February', 'March', 'April', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** Chooses one of a list. */
export type Pick = <T>(list: readonly T[]) => T;

/** Chooses from lists, the same for the same seed. */
export function picking(seed: number): Pick {
  let state = seed;
  return (list) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (
      list[(state >> 8) % list.length] ??
      list[0] ??
      (() => {
        throw new Error('nothing to choose from');
      })()
    );
  };
}
