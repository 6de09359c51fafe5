// The whole reading of a headline: what is done in it, what it counts, how it words it, and where it belongs. What is not certain is left out.
import { join } from 'node:path';
import { lowerCase } from '../language/lower-case.js';
import type { Vocabulary } from '../vocabulary.js';
import { type Compiled, looksOf, noneCompiled } from './compiled.js';
import type { Figure } from './figures/figure.js';
import { makeFigureReader } from './figures/figures.js';
import { makeKindReader } from './kind/kind.js';
import type { HeadlineKind } from './kind/kinds.js';
import { type Lexicons, lexiconsIn } from './lexicons.js';
import { makeActsReader, type ReadActs, type ToldActs } from './read.js';
import type { Act } from './reading.js';
import { eventTypeOf } from './setting/event-type.js';
import { makeEventWordReader } from './setting/event-words.js';
import { openingEnd } from './setting/opening.js';
import { type TheaterClues, theaterOf } from './setting/theater.js';
import { tokensOf } from './text/tokens.js';
import { makeWordingReader, type Wording } from './wording/wording.js';

/** Theaters and event types, with what speaks for each, as sni.yaml may extend them. */
interface Lists {
  theaters: Readonly<Record<string, TheaterClues>>;
  eventTypes: Readonly<Record<string, { mechanisms: readonly string[] }>>;
}

/** Ids of what the gate found in the title, in order, each once. */
interface GateHits {
  actors: readonly string[];
  mechanisms: readonly string[];
}

export interface Reading {
  lang: string;
  kind: HeadlineKind;
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

/** What reads headlines: `acts` and then the `rest` of each, or `all` of it; one answer for each headline, in their order. */
interface HeadlinesReader {
  acts: ReadActs;
  rest: ReadRest;
  all: (headlines: readonly Headline[]) => Reading[];
}
type ReadRest = (headlines: readonly Headline[], told: readonly ToldActs[]) => Reading[];

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
): HeadlinesReader {
  const lexicons = lexiconsIn(join(folder, 'lexicon'));
  const acts = makeActsReader(vocabulary, join(folder, 'lexicon'), lexicons, compiled);
  const rest = makeRestReader(folder, lists, compiled, lexicons);
  return { acts, rest, all: (headlines) => rest(headlines, acts(headlines)) };
}

function makeRestReader(folder: string, lists: Lists, compiled: Compiled, lexicons: Lexicons): ReadRest {
  const looks = looksOf(compiled);
  const readWording = makeWordingReader(join(folder, 'wording/tables'), lexicons, looks);
  const readKind = makeKindReader(join(folder, 'kind/tables'), looks);
  const readEventWords = makeEventWordReader(join(folder, 'setting/tables'), looks);
  const readFigures = makeFigureReader(join(folder, 'figures/tables'), looks);
  return (headlines, told) => headlines.map((headline, at) => readRest(headline, told[at] as ToldActs));

  function readRest({ title, lang, hits }: Headline, { acts, places, hosts = [] }: ToldActs): Reading {
    const kind = readKind(title, lang);
    const { actors, mechanisms } = hits;
    const tokens = tokensOf(title);
    const opening = tokens[openingEnd(tokens) - 1]?.end ?? 0;
    const told = {
      title: lowerCase(title).lower,
      acts,
      actors,
      places,
      hosts,
      mechanisms,
      kind,
      opening,
      words: readEventWords(title, lang),
    };
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
