// The check put to lies and truths that are made by construction from the labelled truths.
import { checkClaims } from '../../support/evidence.js';
import { crossed, liesOf, type Told, truthsOf } from './constructed.js';
import { picking } from './constructed-words.js';
import { sets } from './labelled.js';

/** Which share of each kind of lie is refused at least; kinds that are not named are truths. */
export const floors: Readonly<Record<string, number>> = {
  swap: 0.85,
  negated: 0.84,
  unnegated: 0.55,
  yet: 0.5,
  done: 0.75,
  fact: 0.68,
  mouth: 0.9,
  number: 0.98,
  qualifier: 0.9,
  vague: 0.9,
  unit: 0.95,
  date: 0.87,
  contrary: 0.8,
  cause: 0.96,
  agent: 0.87,
  speaker: 0.6,
  outlet: 0.94,
  subject: 0.7,
};

const seed = 7;

/** How many of each kind there are and how many of them are refused; `every`: of how many labelled truths one is taken. */
export function refusedByKind(every: number): Map<string, { n: number; refused: number }> {
  const pick = picking(seed);
  const truths = sets.flatMap(({ rows }) => rows).filter(({ supported }) => supported);
  const made = truths
    .filter((_, at) => at % every === 0)
    .flatMap((told: Told) => {
      const other: Told = pick(truths);
      const isSame = other.titles.some(({ text }) => told.titles.some((title) => title.text === text));
      return [...liesOf(told, pick), ...truthsOf(told), ...(isSame ? [] : crossed(told, other))];
    });
  const kinds = new Map<string, { n: number; refused: number }>();
  for (const { titles, sentence, kind } of made) {
    const counts = kinds.get(kind) ?? { n: 0, refused: 0 };
    const sources = titles.map(({ outlet, ...title }) => ({ ...title, outlets: [outlet] }));
    const isRefused = checkClaims([{ field: 'sentence', text: sentence, cites: titles.map(({ id }) => id) }], sources).length > 0;
    kinds.set(kind, { n: counts.n + 1, refused: counts.refused + (isRefused ? 1 : 0) });
  }
  return kinds;
}
