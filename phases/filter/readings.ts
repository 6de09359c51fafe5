// Decides what a word with two meanings means in a title, by the words beside it. Only titles that hold such a word pay for it.
import type { Match } from './matcher.js';
import type { Cue, Reach, Reading } from './readings-file.js';

/** A reading that holds, and the word of the title that decided it. */
export interface Decided {
  reading: Reading;
  beside: string;
}

interface Place {
  start: number;
  end: number;
}

const word = /\p{Script=Han}|[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;
/** Punctuation, and the words with which a headline begins to tell another thing. */
const clauseEnd = new RegExp(
  `[,;:!?|。，；：！？、،؛]|\\. | [-–—] |(?<![\\p{L}\\p{N}])(?:${[
    'as|while|with|after|amid|but|when|by',
    'als|während|mit|nach|aber',
    'alors|avec|après|mais|tandis',
    'mientras|con|tras|pero',
    'пока|после|но|фоне',
    'بعد|مع|وسط|بينما',
  ].join('|')})(?![\\p{L}\\p{N}])`,
  'iu',
);

/** The first of these readings whose deciding word stands within its reach and which nothing rules out; undefined where none holds. */
export function readWord(title: string, place: Place, readings: readonly Reading[], cues: readonly Match<Cue>[]): Decided | undefined {
  for (const reading of readings) {
    let decisive: Match<Cue> | undefined;
    let forbidden = false;
    for (const cue of cues)
      for (const { reading: decided, forbids } of cue.term.decides)
        if (decided === reading) {
          if (forbids) forbidden = true;
          else if (decisive === undefined && isWithin(reading.reach, title, place, cue)) decisive = cue;
        }
    if (decisive !== undefined && !forbidden) return { reading, beside: title.slice(decisive.start, decisive.end) };
  }
  return undefined;
}

/** A deciding word may reach into the word itself ("trade war" decides "war"): then nothing stands between them. */
function isWithin(reach: Reach, title: string, { start, end }: Place, cue: Place): boolean {
  if (reach.side === 'title') return true;
  const before = cue.start < start;
  const between = before ? title.slice(cue.end, start) : title.slice(end, cue.start);
  if (reach.side === 'clause') return before && !clauseEnd.test(between);
  if (reach.side !== 'near' && (reach.side === 'before') !== before) return false;
  return wordsIn(between) <= reach.words;
}

function wordsIn(text: string): number {
  return text.match(word)?.length ?? 0;
}
