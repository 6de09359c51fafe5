// Words that speak for a type of event, read from a table: what a headline is about shows in its nouns where no act was read.
import { join } from 'node:path';
import { rowsOf } from '../text/table.js';
import { Terms } from '../text/terms.js';
import { tokensOf } from '../text/tokens.js';
import { type Looks, makeLooks } from '../text/word-look.js';

/** Points by the name of the type, the words of a title added up; empty where none speaks for any. */
export type EventWords = ReadonlyMap<string, number>;
type Cue = readonly [type: string, points: number];

const none: EventWords = new Map();

/** Reads the table of a folder once and gives the reader; a language without rows has no such words. Throws which line is wrong. */
export function makeEventWordReader(folder: string, looks: Looks = makeLooks()): (title: string, lang: string) => EventWords {
  const known = new Map<string, Terms<Cue>>();
  for (const { lang, type, points, words } of rowsOf(join(folder, 'event-words.tsv'), ['lang', 'type', 'points', 'words'])) {
    const terms = known.get(lang) ?? new Terms<Cue>(looks(lang));
    terms.add(words, [type, Number(points)]);
    known.set(lang, terms);
  }
  return (title, lang) => {
    const terms = known.get(lang.slice(0, 2).toLowerCase());
    return terms ? wordsIn(title, terms) : none;
  };
}

/** Of one type the strongest word counts, and each further one for half. */
function wordsIn(title: string, terms: Terms<Cue>): EventWords {
  const found = new Map<string, number>();
  const tokens = tokensOf(title);
  for (let at = 0; at < tokens.length; at++) {
    const hit = terms.at(tokens, at);
    if (!hit) continue;
    const [type, points] = hit.value;
    const before = found.get(type) ?? 0;
    found.set(type, Math.max(before, points) + Math.min(before, points) / 2);
    at += hit.length - 1;
  }
  return found;
}
