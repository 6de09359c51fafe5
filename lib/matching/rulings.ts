// What operators have ruled on titles: some never join again, some stay together, whatever the models say. Of two rulings on a pair of
// titles the later holds.
import type { Headline } from './headline.js';

export interface Ruling {
  rule: 'apart' | 'together';
  /** Ids of titles. What is apart has two sides, what is together one. */
  one: ReadonlySet<string>;
  other: ReadonlySet<string>;
}

export class Rulings {
  readonly #byTitle = new Map<string, Ruling[]>();

  /** The earliest first. */
  constructor(rulings: readonly Ruling[]) {
    for (const ruling of rulings)
      for (const title of new Set([...ruling.one, ...ruling.other]))
        this.#byTitle.set(title, [...(this.#byTitle.get(title) ?? []), ruling]);
  }

  /** Whether a title of the one was parted from a title of the other. */
  part(ones: readonly Headline[], others: readonly Headline[]): boolean {
    if (this.#byTitle.size === 0) return false;
    const ruled = others.filter(({ title }) => this.#byTitle.has(title.titleId));
    return ones.some(
      ({ title }) =>
        this.#byTitle.has(title.titleId) && ruled.some((other) => this.#between(title.titleId, other.title.titleId) === 'apart'),
    );
  }

  /** Ids of the titles that a title stays with; mostly none. */
  companionsOf(titleId: string): Set<string> {
    const together = (this.#byTitle.get(titleId) ?? []).filter(({ rule }) => rule === 'together');
    const companions = together.flatMap(({ one }) => [...one]);
    return new Set(companions.filter((id) => id !== titleId && this.#between(titleId, id) === 'together'));
  }

  #between(one: string, other: string): Ruling['rule'] | undefined {
    const concerns = ({ rule, one: left, other: right }: Ruling): boolean =>
      rule === 'together' ? left.has(other) : (left.has(one) && right.has(other)) || (right.has(one) && left.has(other));
    return this.#byTitle.get(one)?.findLast(concerns)?.rule;
  }
}
