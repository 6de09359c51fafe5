// The few heaviest of many.

const most = 24;

/** Takes `count` keys with their weights; gives all, as they came, where there are no more than 24, else the 24 heaviest, the heaviest first. */
export class Strongest<Key> {
  readonly #keys: Key[] = [];
  readonly #weights: number[] = [];
  readonly #isChosen: boolean;

  /** Of equals those come first whose text does. */
  constructor(
    count: number,
    readonly textOf: (key: Key) => string,
  ) {
    this.#isChosen = count > most;
  }

  offer(key: Key, weight: number): void {
    const [keys, weights] = [this.#keys, this.#weights];
    let at = keys.length;
    if (this.#isChosen) {
      if (at === most && !this.#isHeavier(key, weight, at - 1)) return;
      if (at === most) at -= 1;
      for (; at > 0 && this.#isHeavier(key, weight, at - 1); at--) {
        keys[at] = keys[at - 1] as Key;
        weights[at] = weights[at - 1] as number;
      }
    }
    keys[at] = key;
    weights[at] = weight;
  }

  each(look: (key: Key, weight: number) => void): void {
    for (let at = 0; at < this.#keys.length; at++) look(this.#keys[at] as Key, this.#weights[at] as number);
  }

  #isHeavier(key: Key, weight: number, than: number): boolean {
    const weightThere = this.#weights[than] as number;
    return weight > weightThere || (weight === weightThere && this.textOf(key) < this.textOf(this.#keys[than] as Key));
  }
}
