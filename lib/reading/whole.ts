// The whole reading of a headline: what is done in it, what it counts, how it words it, and where it belongs. What is not certain is left out.
import { join } from 'node:path';
import { lowerCase } from '../language/lower-case.js';
import type { Vocabulary } from '../vocabulary.js';
import { type Compiled, looksOf, noneCompiled } from './compiled.js';
import type { Figure } from './figures/figure.js';
import { makeFigureReader } from './figures/figures.js';
import { makeKindReader } from './kind/kind.js';
import type { Kind } from './kind/kinds.js';
import { lexiconsIn } from './lexicons.js';
import { makeReader } from './read.js';
import type { Act } from './reading.js';
import { eventTypeOf } from './setting/event-type.js';
import { makeEventWordReader } from './setting/event-words.js';
import { openingEnd } from './setting/opening.js';
import { type Theater, theaterOf } from './setting/theater.js';
import { tokensOf } from './text/tokens.js';
import { makeWordingReader, type Wording } from './wording/wording.js';

/** Theaters and event types, with what speaks for each, as sni.yaml may extend them. */
interface Lists {
  theaters: Readonly<Record<string, Theater>>;
  eventTypes: Readonly<Record<string, { mechanisms: readonly string[] }>>;
}

/** Ids of what the gate found in the title, in order, each once. */
interface GateHits {
  actors: readonly string[];
  mechanisms: readonly string[];
}

export interface Reading {
  lang: string;
  kind: Kind;
  acts: Act[];
  figures: Figure[];
  wording: Wording;
  theater: string;
  eventType: string;
}

interface Headline {
  title: string;
  /** '' where unknown. */
  lang: string;
  hits: GateHits;
}

/** One reading for each headline, in their order. */
type ReadHeadlines = (headlines: readonly Headline[]) => Reading[];

/**
 * Builds the reader. `folder` is this room's own, where its tables stand, which are read where a language is not `compiled`. Throws a sentence on
 * a wrong table, when the first title of a language comes.
 * Many headlines of one language cost much less at once than one by one: the words of each part are at hand while it goes through them.
 */
export function makeHeadlinesReader(
  vocabulary: Pick<Vocabulary, 'terms' | 'actors'>,
  folder: string,
  lists: Lists,
  compiled: Compiled = noneCompiled,
): ReadHeadlines {
  const looks = looksOf(compiled);
  const lexicons = lexiconsIn(join(folder, 'lexicon'));
  const readActs = makeReader(vocabulary, join(folder, 'lexicon'), lexicons, compiled);
  const readWording = makeWordingReader(join(folder, 'wording/tables'), lexicons, looks);
  const readKind = makeKindReader(join(folder, 'kind/tables'), looks);
  const readEventWords = makeEventWordReader(join(folder, 'setting/tables'), looks);
  const readFigures = makeFigureReader(join(folder, 'figures/tables'), looks);
  return (headlines) => {
    const told = headlines.map(({ title, lang }) => {
      const places: string[] = [];
      return { acts: readActs(title, lang, places), places };
    });
    return headlines.map((headline, at) => readRest(headline, told[at] as (typeof told)[number]));
  };

  function readRest({ title, lang, hits }: Headline, { acts, places }: { acts: Act[]; places: readonly string[] }): Reading {
    const kind = readKind(title, lang);
    const { actors, mechanisms } = hits;
    const tokens = tokensOf(title);
    const opening = tokens[openingEnd(tokens) - 1]?.end ?? 0;
    const told = { title: lowerCase(title).lower, acts, actors, places, mechanisms, kind, opening, words: readEventWords(title, lang) };
    return {
      lang,
      kind,
      acts,
      figures: readFigures(title, lang),
      wording: readWording(title, lang, acts),
      theater: theaterOf(told, lists.theaters),
      eventType: eventTypeOf(told, lists.eventTypes),
    };
  }
}
