// What operators have ruled on families: titles that never join again, and titles that stay together, whatever the models say.
import type { Headline } from './headline.js';

interface Ruling {
  rule: 'apart' | 'together';
  /** Ids of titles. What is apart has two sides, what is together one. */
  one: ReadonlySet<string>;
  other: ReadonlySet<string>;
}

export class Rulings {
  readonly #byTitle = new Map<string, Ruling[]>();

  constructor(rulings: readonly Ruling[]) {
    for (const ruling of rulings)
      for (const title of [...ruling.one, ...ruling.other]) this.#byTitle.set(title, [...(this.#byTitle.get(title) ?? []), ruling]);
  }

  /** Whether a title of the one was parted from a title of the other. */
  part(ones: readonly Headline[], others: readonly Headline[]): boolean {
    if (this.#byTitle.size === 0) return false;
    const ids = new Set(others.map(({ title }) => title.titleId));
    const holds = (side: ReadonlySet<string>): boolean => [...side].some((id) => ids.has(id));
    return ones.some(({ title: { titleId } }) =>
      (this.#byTitle.get(titleId) ?? []).some(
        ({ rule, one, other }) => rule === 'apart' && ((one.has(titleId) && holds(other)) || (other.has(titleId) && holds(one))),
      ),
    );
  }

  /** Ids of the titles that a title stays with; mostly none. */
  companionsOf(titleId: string): Set<string> {
    const rulings = (this.#byTitle.get(titleId) ?? []).filter(({ rule }) => rule === 'together');
    return new Set(rulings.flatMap(({ one }) => [...one]).filter((id) => id !== titleId));
  }
}
