// What a title says that means the same in every language: places, things, actors, mechanisms, and actors joined with mechanisms and with
// each other; and names as they sound.
import type { Figure } from '../reading/figures/figure.js';
import type { HeadlineKind } from '../reading/kind/kinds.js';
import type { Act } from '../reading/reading.js';
import { conceptsIn } from './concepts.js';
import { numbers, type StemmedWord, tokens, wordKeys } from './words.js';

/** A gate-kept title as grouping sees it. What the reading tells is empty where the title has not been read. */
export interface NewsTitle {
  titleId: string;
  titleHash: string;
  text: string;
  lang: string;
  publisher: string;
  at: Date;
  actors: readonly string[];
  mechanisms: readonly string[];
  tier: number;
  kind: HeadlineKind;
  acts: readonly Act[];
  /** What it counts, as the reading found it. */
  figures: readonly Figure[];
  /** Words that take a side, as the reading found them. */
  loaded: readonly string[];
  /** Such words in quotation marks or ascribed to a speaker; left out where it was not read for them. */
  ascribed?: readonly string[];
  /** Null where the title has not been read. */
  theater: string | null;
  eventType: string | null;
}

/** What the text of a title holds; `words` and `spent` are by token: its keys, and whether it names a place or a thing. */
export interface Said {
  tokens: readonly string[];
  words: readonly (readonly StemmedWord[])[];
  concepts: readonly string[];
  spent: readonly boolean[];
  numbers: readonly string[];
}

/** Of a title alone, before anything that the gate or the reading found in it. */
export function saidByTitle({ text, lang }: Pick<NewsTitle, 'text' | 'lang'>): Said {
  const said = tokens(text);
  const { ids, spent } = conceptsIn(
    said.map((token) => token.toLowerCase()),
    said,
  );
  return { tokens: said, words: said.map((token) => wordKeys(token, lang)), concepts: ids, spent, numbers: numbers(text) };
}

/**
 * Terms of a title, each once, the first character its kind: n name, # number, l place, c thing, a actor, m mechanism, x actor with mechanism,
 * p pair of actors, y actor or place with thing or mechanism. An office without a state ("the minister") says too little to be paired.
 */
export function gateTermsOf(title: NewsTitle, { concepts, spent, words, numbers: figures }: Said = saidByTitle(title)): string[] {
  const [places, things] = [concepts.filter((id) => id.startsWith('l')), concepts.filter((id) => id.startsWith('c'))];
  const actors = [...new Set(title.actors)].sort();
  const named = actors.filter((actor) => !actor.startsWith('@'));
  const mechanisms = [...new Set(title.mechanisms)].sort();
  // Tens of thousands of titles pass here when P3 begins: loops, and no lists between them.
  const terms = new Set<string>();
  for (let at = 0; at < words.length; at++)
    if (!spent[at]) for (const { name } of words[at] ?? []) if (name !== undefined) terms.add(`n${name}`);
  for (const digits of figures) terms.add(`#${digits}`);
  for (const id of concepts) terms.add(id);
  for (const actor of actors) terms.add(`a${actor}`);
  for (const mechanism of mechanisms) terms.add(`m${mechanism}`);
  for (const actor of named) for (const mechanism of mechanisms) terms.add(`x${actor} ${mechanism}`);
  for (let at = 0; at < named.length; at++) for (const other of named.slice(at + 1)) terms.add(`p${named[at]} ${other}`);
  for (const who of [named, places]) for (const one of who) for (const thing of things) terms.add(`y${one} ${thing}`);
  for (const place of places) for (const mechanism of mechanisms) terms.add(`y${place} ${mechanism}`);
  return [...terms];
}

/** As `gateTermsOf`, with the words that name no place and no thing, kind w. */
export function termsOf(title: NewsTitle): string[] {
  const said = saidByTitle(title);
  const words = said.words.flatMap((keys, at) => (said.spent[at] ? [] : keys.map(({ key }) => `w${key}`)));
  return [...new Set([...words, ...gateTermsOf(title, said)])];
}
