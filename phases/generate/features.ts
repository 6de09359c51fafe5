// What a title offers for comparison: words, names, numbers, places, things, actors, mechanisms, and actors joined with mechanisms
// and with each other. Leaves weighted vectors; guards that what stands in a tenth of the window's titles joins nothing by itself.
import type { ItemId } from '../../lib/run.js';
import { conceptsIn } from './concepts.js';
import { numbers, tokens, wordKeys } from './words.js';

/** A gate-kept title as grouping sees it. */
export interface NewsTitle {
  titleId: ItemId;
  titleHash: string;
  text: string;
  lang: string;
  publisher: string;
  at: Date;
  actors: readonly string[];
  mechanisms: readonly string[];
  tier: number;
}

/** Unit vectors by term: `own` compares with titles of the same language, `shared` with those of another. */
export interface Vectors {
  lang: string;
  own: ReadonlyMap<string, number>;
  shared: ReadonlyMap<string, number>;
}

/**
 * A term in more than this share of a window's titles joins nothing. In how many titles it must stand at least, since in a small
 * window a share says little: an actor or mechanism is soon everywhere, a word of that many titles rather tells of a large event.
 */
const ubiquitousShare = 0.1;
const ubiquitousFrom = { gate: 6, text: 12 };
/** Rarity counts less than in proportion: what a family's headlines have in common is more telling than a rare slip. */
const rarityPower = 0.7;

/**
 * What each kind of term weighs: word, number, place, thing, actor, mechanism, actor with mechanism, pair of actors, actor or
 * place with thing or mechanism, and between languages name. Within one an actor weighs less: a word mostly says it again.
 */
const ownWeights: Record<string, number> = {
  w: 1,
  '#': 1,
  l: 1.2,
  c: 1,
  a: 0.6,
  m: 0.6,
  x: 0.8,
  p: 0.8,
  y: 0.8,
};
const sharedWeights: Record<string, number> = { n: 1, '#': 1, l: 1.2, c: 1, a: 1, m: 0.8, x: 0.8, p: 0.8, y: 0.8 };

/** Whether a term names somebody or something: by mechanisms and kinds of things alone, headlines of two languages do not meet. */
export function isSpecific(term: string): boolean {
  return !term.startsWith('m') && !term.startsWith('c');
}

/** Whether a term is a place. */
export function isPlace(term: string): boolean {
  return term.startsWith('l');
}

/** Terms of a title, each once, the first character its kind. An office without a state ("the minister") says too little to be paired. */
export function termsOf(title: NewsTitle): string[] {
  const said = tokens(title.text);
  const concepts = conceptsIn(said.map((token) => token.toLowerCase()));
  const keys = said.flatMap((token, at) => (concepts.spent[at] ? [] : wordKeys(token, title.lang)));
  const [places, things] = [concepts.ids.filter((id) => id.startsWith('l')), concepts.ids.filter((id) => id.startsWith('c'))];
  const actors = [...new Set(title.actors)].sort();
  const named = actors.filter((actor) => !actor.startsWith('@'));
  const mechanisms = [...new Set(title.mechanisms)].sort();
  return [
    ...new Set([
      ...keys.map((word) => `w${word.key}`),
      ...keys.flatMap((word) => (word.name === undefined ? [] : [`n${word.name}`])),
      ...numbers(title.text).map((digits) => `#${digits}`),
      ...concepts.ids,
      ...actors.map((actor) => `a${actor}`),
      ...mechanisms.map((mechanism) => `m${mechanism}`),
      ...named.flatMap((actor) => mechanisms.map((mechanism) => `x${actor} ${mechanism}`)),
      ...named.flatMap((actor, index) => named.slice(index + 1).map((other) => `p${actor} ${other}`)),
      ...[...named, ...places].flatMap((who) => things.map((thing) => `y${who} ${thing}`)),
      ...places.flatMap((place) => mechanisms.map((mechanism) => `y${place} ${mechanism}`)),
    ]),
  ];
}

/**
 * Vectors of all titles of a window, in their order. A term's weight is its rarity in the window; a name counts between languages
 * only when at least two languages of the window hold it.
 */
export function vectorsOf(titles: readonly NewsTitle[]): Vectors[] {
  const terms = titles.map(termsOf);
  const counts = new Map<string, number>();
  const langs = new Map<string, Set<string>>();
  terms.forEach((list, index) => {
    const lang = titles[index]?.lang ?? '';
    for (const term of list) {
      counts.set(term, (counts.get(term) ?? 0) + 1);
      if (term.startsWith('n')) langs.set(term, (langs.get(term) ?? new Set()).add(lang));
    }
  });
  const rarity = (term: string) => {
    const count = counts.get(term) ?? 1;
    const from = /^[am]/.test(term) ? ubiquitousFrom.gate : ubiquitousFrom.text;
    if (count >= from && count > ubiquitousShare * titles.length) return 0;
    return Math.log(1 + titles.length / count) ** rarityPower;
  };
  const weighed = (term: string, weights: Record<string, number>): [string, number] => {
    const weight = weights[term.slice(0, 1)] ?? 0;
    const oneLanguage = term.startsWith('n') && (langs.get(term)?.size ?? 0) < 2;
    return [term, weight === 0 || oneLanguage ? 0 : weight * rarity(term)];
  };
  return terms.map((list, index) => ({
    lang: titles[index]?.lang ?? '',
    own: unit(list.map((term) => weighed(term, ownWeights))),
    shared: unit(list.map((term) => weighed(term, sharedWeights))),
  }));
}

function unit(weighted: [string, number][]): Map<string, number> {
  const length = Math.hypot(...weighted.map(([, weight]) => weight));
  return new Map(weighted.filter(([, weight]) => weight > 0).map(([term, weight]) => [term, weight / length]));
}
