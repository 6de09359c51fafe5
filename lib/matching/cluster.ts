// A family as the matcher holds it: counts of what its headlines say, and the vectors of its latest ones.
import type { Headline } from './headline.js';

/** A unit vector by word. */
export type Vector = ReadonlyMap<string, number>;

/** Vectors of the latest headlines that are kept; older ones live on in the counts and the sum. */
const mostVectors = 64;

export class Cluster {
  /** Families of the database that are in it, as they were read; none: a new one. */
  readonly known: { efId: string; titleSet: string }[] = [];
  /** Headlines that came in with this claim. */
  readonly fresh: Headline[] = [];
  size = 0;
  first = Number.POSITIVE_INFINITY;
  last = Number.NEGATIVE_INFINITY;
  readonly words = new Map<string, number>();
  readonly gate = new Map<string, number>();
  readonly actors = new Map<string, number>();
  /** Actors that stand first in a headline. */
  readonly leading = new Map<string, number>();
  readonly acts = new Map<string, number>();
  readonly places = new Map<string, number>();
  readonly numbers = new Map<string, number>();
  readonly langs = new Map<string, number>();
  /** Of all headlines' vectors. */
  readonly sum = new Map<string, number>();
  readonly headlines: Headline[] = [];
  vectors: Vector[] = [];
  /** Raised with each change: what was computed of an earlier one holds no more. */
  version = 0;
  isGone = false;

  constructor(
    /** The lower comes first wherever two are equal. */
    readonly position: number,
    readonly founder: Vector,
  ) {}

  add(headline: Headline, vector: Vector): void {
    this.size += 1;
    this.version += 1;
    if (headline.at !== null) this.#widen(headline.at, headline.at);
    count(
      this.words,
      headline.words.map(({ key }) => key),
    );
    count(this.gate, headline.gate);
    count(this.actors, headline.actors);
    count(this.leading, headline.actors.slice(0, 1));
    count(this.acts, headline.acts);
    count(this.places, headline.places);
    count(this.numbers, headline.numbers);
    count(this.langs, [headline.lang]);
    sumUp(this.sum, vector);
    this.headlines.push(headline);
    this.vectors.push(vector);
    if (this.vectors.length > mostVectors) this.vectors.shift();
  }

  /** Takes in all of the other, which is gone then. */
  absorb(other: Cluster): void {
    other.isGone = true;
    this.size += other.size;
    this.version += 1;
    this.#widen(other.first, other.last);
    for (const field of ['words', 'gate', 'actors', 'leading', 'acts', 'places', 'numbers', 'langs', 'sum'] as const)
      sumUp(this[field], other[field]);
    this.known.push(...other.known);
    this.fresh.push(...other.fresh);
    this.headlines.push(...other.headlines);
    this.vectors = [...this.vectors, ...other.vectors].slice(-mostVectors);
  }

  /** The acts, places and terms of the gate that a third of its headlines or more tell. */
  get told(): { acts: string[]; places: string[]; gate: string[] } {
    const often = (counts: ReadonlyMap<string, number>): string[] =>
      [...counts].flatMap(([key, times]) => (times * 3 >= this.size ? [key] : []));
    return { acts: often(this.acts), places: often(this.places), gate: often(this.gate) };
  }

  /** The actor that most headlines begin with; null where none names one. */
  get leader(): string | null {
    let best: string | null = null;
    let most = 0;
    for (const [actor, times] of this.leading) if (times > most) [best, most] = [actor, times];
    return best;
  }

  /** How alike its own headlines are, 0 to 1: the mean over all pairs, each with itself too. */
  get cohesion(): number {
    if (this.size === 1) return 1;
    let squares = 0;
    for (const weight of this.sum.values()) squares += weight * weight;
    return squares / this.size ** 2;
  }

  #widen(first: number, last: number): void {
    this.first = Math.min(this.first, first);
    this.last = Math.max(this.last, last);
  }
}

function count(counts: Map<string, number>, keys: readonly string[]): void {
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
}

function sumUp(into: Map<string, number>, from: ReadonlyMap<string, number>): void {
  for (const [key, value] of from) into.set(key, (into.get(key) ?? 0) + value);
}
