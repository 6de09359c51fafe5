// One question to a model as one object: what is asked, what shape the answer has, what it must stand on, and
// the honest answer that rules alone can give. Knows no lane, no database, no phase.
import type { z } from 'zod';

/** A text that an answer may cite and quote. `id` is what claims name; `text` is data, never instruction. */
export interface CitedSource {
  id: string;
  text: string;
  /** A language code; where it is left out the script decides. */
  lang?: string;
  /** The names its outlet may be called by: a sentence that names one must stand on this outlet's titles. */
  outlets?: readonly string[];
}

/**
 * A sentence of an answer that must stand on sources. With `cites` it must stand on those, without on any source.
 * `quotes` must be found to the letter in the source they name.
 */
export interface Claim {
  /** Where it stands in the answer, e.g. `timeline.2`. Unique within an answer. */
  field: string;
  text: string;
  cites?: readonly string[];
  quotes?: readonly { id: string; text: string }[];
  /** It says how headlines cast the event: words of framing need no title, names, acts and figures do. */
  frame?: boolean;
  /** Code wrote it by a pattern, from what it read: its words are no model's inventions, its names, numbers, quotes and credits are checked. */
  byCode?: boolean;
  /** What the asker itself found wrong with it; it is a problem whatever its text. */
  wrong?: string | null;
}

/** Why a claim does not stand. */
export interface ClaimProblem {
  field: string;
  reason: string;
}

/**
 * Checks each claim against the sources it cites, all where it names none. `known` are names that need no source. Returns one problem for
 * each claim that does not stand; empty when all stand.
 */
export type Check = (claims: readonly Claim[], sources: readonly CitedSource[], known?: readonly string[]) => ClaimProblem[];

export interface Prompt<A> {
  /** What is done, in a word: `describe`, `enrich`, `narrate`. */
  task: string;
  /** Raised by hand when the wording or the offline rules change what comes out; makes earlier outputs stale. */
  version: string;
  /** The role whose models sni.yaml names. */
  role: string;
  system: string;
  user: string;
  shape: z.ZodType<A>;
  sources: readonly CitedSource[];
  /** Words beyond the sources that are no invention: canonical actor names, theaters. */
  known?: readonly string[];
  /** The sentences of an answer that must stand on the sources. */
  claims: (answer: A) => Claim[];
  /** The answer without the claims that do not stand; throws a sentence when nothing worth keeping is left. */
  without: (answer: A, problems: readonly ClaimProblem[]) => A;
  /** The rule-made answer from the same sources: deterministic and honest. */
  offline: () => A;
  /** The rules answer where nothing stands of what models did, also after a repair; left out, such an answer is refused. */
  elseRules?: true;
}

/** Which engine, model, wording and shape made an output; stored beside it. */
export interface Provenance {
  engine: string;
  model: string;
  task: string;
  promptVersion: string;
  shapeVersion: string;
  inputSha256: string;
}

export interface Answer<A> {
  value: A;
  madeBy: Provenance;
  /** Claims that were dropped because they did not stand on the sources; empty when all stood. */
  problems: ClaimProblem[];
  /** Rules answered in place of models that were down: what is made of it is stale from the start. */
  standIn?: true;
}

export type Ask = <A>(prompt: Prompt<A>, signal?: AbortSignal) => Promise<Answer<A>>;
