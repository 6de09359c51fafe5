// What of a headline is compared: its words as stems and pairs of them, what the gate and the reading found in it, its numbers, places and
// acts. Made once a headline.
import type { Act } from '../reading/reading.js';
import type { Counts } from './counts.js';
import { gateTermsOf, type NewsTitle, type Said, saidByTitle } from './features.js';
import { countsOfMeanings } from './meanings.js';
import { serialsOf } from './series.js';
import { stemsOf } from './stems.js';
import { pairOf, wordOf } from './word-table.js';
import { tokens } from './words.js';

export interface Headline {
  title: NewsTitle;
  lang: string;
  /** Milliseconds since 1970; null where no time is known. */
  at: number | null;
  /** Stems, numbers and pairs of neighbours, each once, by the numbers of word-table.ts. */
  words: readonly number[];
  /** Terms that mean the same in every language; the first character is their kind, as in features.ts. */
  gate: readonly string[];
  /** Actors that are named, in order; an office without a state names nobody. */
  actors: readonly string[];
  numbers: readonly string[];
  places: readonly string[];
  acts: readonly string[];
  /** Which of a series it tells of, as "what number". */
  serials: readonly string[];
  isNews: boolean;
  /** What its words mean, each once, by the numbers of meanings.ts. */
  meanings: Counts;
}

/** Not `timed`: it has no time and is apart from none. `meanings` are those of its words, where they are compared by them. */
export function headlineOf(title: NewsTitle, timed = true, meanings: readonly string[] = []): Headline {
  const said = saidByTitle(title);
  return {
    title,
    lang: title.lang,
    at: timed ? title.at.getTime() : null,
    words: wordsOf(said, title),
    gate: gateTermsOf(title, said).map(once),
    actors: [...new Set(title.actors.filter((actor) => !actor.startsWith('@')))],
    numbers: said.numbers,
    places: said.concepts.filter((id) => id.startsWith('l')),
    acts: [...new Set(title.acts.filter(tellsWho).map(({ source, action, target }) => once(`${source} ${action} ${target}`)))],
    serials: serialsOf(title, timed),
    isNews: title.kind === 'news',
    meanings: countsOfMeanings(meanings),
  };
}

function tellsWho({ source, target, mode }: Act): boolean {
  return (source !== null || target !== null) && mode !== 'denied';
}

function wordsOf({ tokens: said, numbers }: Said, { lang }: NewsTitle): number[] {
  const stems: number[] = [];
  for (const token of said) for (const stem of stemsOf(token, lang)) stems.push(wordOf(stem));
  const found = new Set(stems);
  for (const digits of numbers) found.add(wordOf(`#${digits}`));
  for (let at = 1; at < stems.length; at++) found.add(pairOf(stems[at - 1] as number, stems[at] as number));
  return [...found];
}

const terms = new Map<string, string>();
/** So many terms are remembered; then all are forgotten. */
const mostTerms = 200_000;

/** The same text as one string, however often it is made. */
function once(text: string): string {
  const known = terms.get(text);
  if (known !== undefined) return known;
  if (terms.size >= mostTerms) terms.clear();
  terms.set(text, text);
  return text;
}

/** The stems of a title, and each as its first word has it. */
export function wordsAsWritten({ text, lang }: NewsTitle): Map<string, string> {
  const written = new Map<string, string>();
  for (const token of tokens(text)) {
    const stems = stemsOf(token, lang);
    for (const stem of stems) if (!written.has(stem)) written.set(stem, stems.length === 1 ? token : stem);
  }
  return written;
}
