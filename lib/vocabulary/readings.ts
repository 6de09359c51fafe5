// Decides what a word with two meanings means in a title, by the words beside it. A title without a deciding word pays nothing.
import { languages } from '../language/languages.js';
import type { Match } from './matcher.js';
import { sortFew } from './order.js';
import type { Cue, WordReach, WordReading } from './readings-file.js';
import type { VocabularyTerm } from './vocabulary-file.js';

/** A reading that holds, and the word of the title that decided it. */
interface Decided {
  reading: WordReading;
  beside: string;
}

interface Place {
  start: number;
  end: number;
}

/** Between an action and the actor it is done to stand at most so many words. */
const objectWords = 3;
const word = /\p{Script=Han}|[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;
/** Punctuation, and the words with which a headline begins to tell another thing. */
const clauseEnd = new RegExp(
  `[,;:!?|。，；：！？、،؛]|\\. | [-–—] |(?<![\\p{L}\\p{N}])(?:${languages.flatMap(({ joints }) => (joints === '' ? [] : [joints])).join('|')})(?![\\p{L}\\p{N}])`,
  'iu',
);

/** A reading a title speaks of, and where its deciding word stands. */
interface Candidate {
  reading: WordReading;
  cue: Place;
}

const none: readonly Candidate[] = [];

/** The readings these cues of a title speak of and rule out none of, the first of the file first. */
export function readingsIn(cues: readonly Match<Cue>[]): readonly Candidate[] {
  if (cues.length === 0) return none;
  let ruledOut: WordReading[] | null = null;
  const candidates: Candidate[] = [];
  for (const cue of cues)
    for (const { reading, forbids } of cue.term.decides) {
      if (!forbids) candidates.push({ reading, cue });
      else if (ruledOut === null) ruledOut = [reading];
      else ruledOut.push(reading);
    }
  if (candidates.length === 0) return candidates;
  const left = ruledOut === null ? candidates : candidates.filter(({ reading }) => !(ruledOut as WordReading[]).includes(reading));
  return left.length < 2 ? left : sortFew(left, byRank);
}

function byRank(a: Candidate, b: Candidate): number {
  return a.reading.rank - b.reading.rank || a.cue.start - b.cue.start;
}

/** What decides the meaning of this match, one of the `others` of its title; undefined where nothing does. */
export function readMatch(
  title: string,
  match: Match<VocabularyTerm>,
  others: readonly Match<VocabularyTerm>[],
  candidates: readonly Candidate[],
): Decided | undefined {
  for (const { reading, cue } of candidates)
    if (
      reading.terms.has(match.term) &&
      isWithin(reading.reach, title, match, cue) &&
      !(reading.unlessActor && hasActorAfter(title, match, others))
    )
      return { reading, beside: title.slice(cue.start, cue.end) };
  return undefined;
}

function hasActorAfter(title: string, { end }: Place, others: readonly Match<VocabularyTerm>[]): boolean {
  return others.some(({ term, start }) => term.sort === 'actors' && start >= end && wordsIn(title.slice(end, start)) <= objectWords);
}

/** A deciding word may reach into the word itself ("trade war" decides "war"): then nothing stands between them. */
function isWithin(reach: WordReach, title: string, { start, end }: Place, cue: Place): boolean {
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
