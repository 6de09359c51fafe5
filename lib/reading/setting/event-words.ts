// Words that speak for a type of event, read from a table: what a headline is about shows in its nouns where no act was read.
import { join } from 'node:path';
import { keepLast } from '../../language/keep-last.js';
import { lazily } from '../text/lazily.js';
import { type Looks, makeLooks } from '../text/looks.js';
import { rowsOf } from '../text/table.js';
import { listOf, type Terms } from '../text/terms.js';
import { tokensOf } from '../text/tokens.js';
import { openingEnd } from './opening.js';

/** Points by the name of the type, the words of a title added up; empty where none speaks for any. */
export type EventWords = ReadonlyMap<string, number>;
type Cue = readonly [type: string, points: number];

const none: EventWords = new Map();
/** What something comes after is not what is told. */
const inOpening = 0.4;
/** Of its list among those of a language. */
const name = 'event words';

/** Reads the table of a folder once, a language's words when its first title comes; a language without rows has no such words. Throws which line is wrong. */
export function makeEventWordReader(folder: string, looks: Looks = makeLooks()): (title: string, lang: string) => EventWords {
  const rows = lazily(() => rowsOf(join(folder, 'event-words.tsv'), ['lang', 'type', 'points', 'words']));
  const known = new Map<string, Terms<Cue>>();
  const make = (wanted: string): Terms<Cue> => {
    const terms = listOf<Cue>(looks(wanted), name, (list) => {
      for (const { lang, type, points, words } of rows()) if (lang === wanted) list.add(words, [type, Number(points)]);
    });
    known.set(wanted, terms);
    return terms;
  };
  const termsOf = keepLast((lang) => {
    const short = lang.slice(0, 2).toLowerCase();
    const hasRows = looks(short).has(name) || rows().some((row) => row.lang === short);
    return hasRows ? (known.get(short) ?? make(short)) : null;
  });
  return (title, lang) => {
    const terms = termsOf(lang);
    return terms === null ? none : wordsIn(title, terms);
  };
}

/** Of one type the strongest word counts, and each further one for half. */
function wordsIn(title: string, terms: Terms<Cue>): EventWords {
  let found: Map<string, number> | null = null;
  const tokens = tokensOf(title);
  const opening = openingEnd(tokens);
  for (let at = terms.next(tokens, 0); at < tokens.length; at = terms.next(tokens, at + 1)) {
    const hit = terms.at(tokens, at);
    if (!hit) continue;
    const [type, points] = at < opening ? ([hit.value[0], hit.value[1] * inOpening] as const) : hit.value;
    found ??= new Map();
    const before = found.get(type) ?? 0;
    found.set(type, Math.max(before, points) + Math.min(before, points) / 2);
    at += hit.length - 1;
  }
  return found ?? none;
}
