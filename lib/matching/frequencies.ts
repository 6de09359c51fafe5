// In how many of the open headlines each word and each term stands: what is rare tells, what stands in a tenth of them joins nothing.
import type { Headline } from './headline.js';
import { PairTable } from './pair-table.js';
import { hold } from './word-table.js';

const ubiquitousShare = 0.1;
/** In so many headlines a term must stand before its share says anything; an actor or mechanism is soon everywhere. */
const ubiquitousFrom = { gate: 6, word: 12 };

/** So many headlines of an actor, holding words as all headlines do, are added to those that there are. */
const smoothing = 30;

const room = 1024;

/** How often each word is counted, by its number. */
class Counts {
  #counts = new Int32Array(room);

  at(word: number): number {
    return this.#counts[word] ?? 0;
  }

  add(word: number, by: number): void {
    if (word >= this.#counts.length) this.#counts = enlarged(this.#counts, new Int32Array(Math.max(word + 1, 2 * this.#counts.length)));
    this.#counts[word] = this.at(word) + by;
  }
}

function enlarged<Numbers extends Int32Array | Float64Array>(from: Numbers, into: Numbers): Numbers {
  into.set(from);
  return into;
}

/** A term of the gate: in how many headlines it stands, its rarity as of which epoch, and of a name in how many of each language. */
interface Term {
  count: number;
  rarity: number;
  epoch: number;
  langs: Map<string, number> | null;
}

export class Frequencies {
  /** How many headlines are open. */
  headlines = 0;
  /** How many of them a cluster has on the mean, as it was before the last claim; without end where nobody has said. */
  perFamily = Number.POSITIVE_INFINITY;
  readonly #words = new Counts();
  readonly #meanings = new Counts();
  readonly #terms = new Map<string, Term>();
  /** What was computed of the counts of an earlier epoch holds no more. */
  #epoch = 1;
  /** By how many headlines hold a word, and of which epoch each is: thousands of words share few counts. */
  #rarities = new Float64Array(room);
  #raritiesOf = new Float64Array(room);
  /** Of each actor, how many headlines name it, and in how many of these each word stands. */
  readonly #actors = new Map<string, { number: number; headlines: number }>();
  readonly #wordsOfActors = new PairTable();

  note(headline: Headline, by: 1 | -1 = 1): void {
    this.headlines += by;
    this.#noteActors(headline, by);
    this.#epoch += 1;
    for (const word of headline.words) this.#words.add(word, by);
    for (let at = 0; at < headline.meanings.length; at += 2) this.#meanings.add(headline.meanings[at] as number, by);
    for (const text of headline.gate) {
      const isName = text[0] === 'n';
      const term = this.#terms.get(text) ?? { count: 0, rarity: 0, epoch: 0, langs: isName ? new Map() : null };
      term.count += by;
      if (term.langs !== null) change(term.langs, headline.lang, by);
      if (term.count > 0) this.#terms.set(text, term);
      else this.#terms.delete(text);
    }
    hold(headline.words, by);
  }

  count(word: number): number {
    return this.#words.at(word);
  }

  /** Inverse document frequency, 0 or more; 0 for what stands everywhere. */
  rarity(word: number): number {
    return this.#rarityOf(this.#words.at(word));
  }

  /** As `rarity`, of what words mean. */
  rarityOfMeaning(meaning: number): number {
    return this.#rarityOf(this.#meanings.at(meaning));
  }

  #rarityOf(count: number): number {
    if (count >= this.#rarities.length) this.#remember(count);
    if (this.#raritiesOf[count] !== this.#epoch) {
      this.#rarities[count] = this.#rarityAt(count, ubiquitousFrom.word);
      this.#raritiesOf[count] = this.#epoch;
    }
    return this.#rarities[count] as number;
  }

  /** Makes room for the rarities of words that so many headlines hold. */
  #remember(count: number): void {
    const size = Math.max(count + 1, 2 * this.#rarities.length);
    this.#rarities = enlarged(this.#rarities, new Float64Array(size));
    this.#raritiesOf = enlarged(this.#raritiesOf, new Float64Array(size));
  }

  /** As `rarity`, among the headlines that name one of these actors: what all of them hold tells none of them apart. */
  rarityWith(word: number, actors: readonly string[]): number {
    let rarity = this.rarity(word);
    if (rarity === 0) return 0;
    const count = this.count(word);
    const share = (count + 0.5) / (this.headlines + 1);
    for (const actor of actors) {
      const own = this.#actors.get(actor);
      if (own === undefined || own.headlines === 0) continue;
      // A word of one headline is told by nobody else: it is not looked for in the largest table there is.
      const others = count <= 1 ? 0 : Math.max(1, this.#wordsOfActors.get(own.number, word)) - 1;
      const there = (others + smoothing * share) / (own.headlines - 1 + smoothing);
      rarity = Math.min(rarity, Math.max(0, -Math.log(there)));
    }
    return rarity;
  }

  /** As `rarity`, of a term of the gate; a name counts where headlines of two languages hold it. */
  rarityOfTerm(text: string): number {
    const from = text[0] === 'a' || text[0] === 'm' ? ubiquitousFrom.gate : ubiquitousFrom.word;
    const term = this.#terms.get(text);
    if (term === undefined) return this.#rarityAt(1, from);
    if (term.epoch !== this.#epoch) {
      term.rarity = this.#rarityAt(term.count, from);
      term.epoch = this.#epoch;
    }
    return term.rarity;
  }

  /** Whether more than a tenth of the headlines hold a term of the gate beside the `own` ones that are looked at. */
  isFrequent(text: string, own: number): boolean {
    const others = (this.#terms.get(text)?.count ?? 0) - own;
    return others > 1 && others > ubiquitousShare * this.headlines;
  }

  isOfTwoLanguages(name: string): boolean {
    return (this.#terms.get(name)?.langs?.size ?? 0) > 1;
  }

  #noteActors({ actors, words }: Headline, by: 1 | -1): void {
    for (const actor of actors) {
      const own = this.#actors.get(actor) ?? { number: this.#actors.size, headlines: 0 };
      own.headlines += by;
      for (const word of words) this.#wordsOfActors.add(own.number, word, by);
      this.#actors.set(actor, own);
    }
  }

  #rarityAt(count: number, from: number): number {
    if (count >= from && count > ubiquitousShare * this.headlines) return 0;
    return Math.max(0, Math.log((this.headlines + 1) / (count + 0.5)));
  }
}

function change<Key>(counts: Map<Key, number>, key: Key, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}
