// Lists of words as data, and which of them begins or ends at a token. Words are separated by "|"; `*` at the end of a part is any
// ending, at its beginning any beginning; parts written together ("a$", "bp-") stand together in the title.
import { headOf, tailOf } from './hashes.js';
import { fits, inserted, type PhraseTerm, type TermHit, termOf, termParts } from './term.js';
import { oneWord, type Token, tokensOf } from './tokens.js';
import { type KnownWord, type ListParts, type WordEntry, WordLook } from './word-look.js';

const keyLength = 3;

/** Several lists with the same `look`, asked together whether any of them may have something. */
export class AnyOf {
  private bits = 0;

  constructor(
    private readonly look: WordLook,
    lists: readonly Terms<unknown>[],
  ) {
    for (const list of lists) this.bits |= list.bit;
  }

  /** Whether a term of any may begin at the token. */
  isAt(tokens: readonly Token[], index: number): boolean {
    return (this.look.beginsAt(tokens, index) & this.bits) !== 0;
  }

  /** As `next` of a list. */
  next(tokens: readonly Token[], from: number): number {
    return this.look.nextOf(tokens, from, this.bits);
  }
}

/** Words with what they stand for. The longest that fits wins; of equals the first added. Lists with the same `look` are asked of the same titles. */
export class Terms<T> {
  private readonly parts: ListParts<T>;
  private readonly stems: Map<number, PhraseTerm<T>[]>;
  private readonly tails: Map<number, PhraseTerm<T>[]>;
  /** What the look has of a word that only this list has, by what the word stands for. */
  private readonly alone = new Map<T, KnownWord>();
  /** A list without words is asked as often as any other, and need not look. */
  private isEmpty: boolean;
  /** The place of this list in the look, and its bit. */
  private readonly list: number;
  readonly bit: number;

  /** `name` tells it from the other lists of the look; `asked`: whether `before` is asked too, for which all terms are kept by their ends. */
  constructor(
    private readonly look: WordLook,
    name: string,
    private readonly asked: 'at' | 'before' = 'before',
  ) {
    const { number, parts } = look.list(name, noParts);
    this.parts = parts as ListParts<T>;
    this.stems = this.parts.stems;
    this.tails = this.parts.tails;
    this.isEmpty = this.parts.isEmpty;
    this.list = number;
    this.bit = WordLook.bitOf(this.list, name);
  }

  /** Adds the words of a list. Throws where a stem is shorter than three letters: it would fit too much. */
  add(words: string, value: T): void {
    if (!words.includes('|')) this.addOne(words.trim(), value);
    else for (const written of words.split('|')) this.addOne(written.trim(), value);
  }

  /** As `add`, for one word or phrase alone. */
  addOne(written: string, value: T): void {
    this.isEmpty = false;
    this.parts.isEmpty = false;
    const word = oneWord(written);
    const [first, ...rest] = word === null ? termParts(written) : [];
    if (word !== null) this.addWord(word, value);
    else if (first?.open === 'no' && rest.length === 0) this.addWord(first.text, value);
    else if (first?.open !== 'no' && (first?.text.length ?? keyLength) < keyLength)
      throw new Error(`"${written}" is too short for a "*"; write out its endings.`);
    else if (first) this.addTerm(termOf(first, rest, value));
  }

  private addWord(word: string, value: T): void {
    const alone = this.alone.get(value) ?? {
      bits: this.bit,
      items: [{ list: this.list, hit: { value, length: 1 }, phrases: null, ends: null, next: 0 }],
    };
    this.alone.set(value, alone);
    this.look.addWord(word, alone);
  }

  private addTerm(term: PhraseTerm<T>): void {
    const { first, rest } = term;
    if (first.open === 'no') {
      const item = this.look.itemOf(first.text, this.list, this.bit);
      if (rest[0]?.open === 'no') term.key = rest[0].hash;
      item.phrases = inserted(item.phrases as PhraseTerm<T>[] | null, term);
      item.next |= rest[0]?.open === 'no' ? bitOf(rest[0].hash) : -1;
    } else if (first.open === 'end') {
      if (first.text.length > keyLength) term.key = first.text.charCodeAt(keyLength);
      add(this.stems, headOf(first.text), term);
      this.look.markStem(first.text, this.bit);
    } else {
      add(this.tails, tailOf(first.text), term);
      this.look.markTail(first.text, this.bit);
    }
    const last = rest.at(-1) ?? first;
    if (this.asked === 'at') return;
    if (last.open === 'no') {
      const item = this.look.itemOf(last.text, this.list, this.bit);
      item.ends = inserted(item.ends as PhraseTerm<T>[] | null, term);
    } else {
      this.parts.openEnds.push(term);
      this.look.markOpenEnd(this.bit);
    }
  }

  /** The first word of a term, as a token has it. */
  static firstOf(written: string): string {
    return tokensOf(written)[0]?.text ?? '';
  }

  /** The longest term that begins at the token; null where none does. */
  at(tokens: readonly Token[], index: number): TermHit<T> | null {
    if (this.isEmpty || (this.look.beginsAt(tokens, index) & this.bit) === 0) return null;
    const token = tokens[index] as Token;
    const { text } = token;
    const best = beginning<T>(this.look.itemAt(index, this.list), tokens, index, text) ?? this.withoutPrefix(token, tokens, index);
    if (token.sort !== 'word' || text.length < keyLength || (best !== null && best.length > 1)) return best;
    const stem = this.stems.size === 0 ? null : fitting(this.stems.get(token.head), tokens, index, text.charCodeAt(keyLength));
    const first = best ?? stem;
    if (first !== null) return stem !== null && stem.length > first.length ? stem : first;
    return this.tails.size === 0 ? null : fitting(this.tails.get(token.tail), tokens, index, 0);
  }

  /** The first token from `from` on at which a term may begin; where none does, the number of tokens. Cheaper than to ask `at` of each. */
  next(tokens: readonly Token[], from: number): number {
    return this.isEmpty ? tokens.length : this.look.nextOf(tokens, from, this.bit);
  }

  /** Arabic writes "and", "with", "for" and "the" onto a word. */
  private withoutPrefix({ bare: forms }: Token, tokens: readonly Token[], index: number): TermHit<T> | null {
    for (const bare of forms) {
      const hit = beginning<T>(this.look.itemFor(bare, this.list), tokens, index, bare);
      if (hit !== null) return hit;
    }
    return null;
  }

  /** The longest term that ends right before the token; null where none does. */
  before(tokens: readonly Token[], index: number): TermHit<T> | null {
    if (this.isEmpty || index < 1) return null;
    const last = tokens[index - 1];
    if (last === undefined || (this.look.endsAt(tokens, index - 1) & this.bit) === 0) return null;
    const item = this.look.itemAt(index - 1, this.list);
    const whole =
      endingAt((item?.ends ?? null) as PhraseTerm<T>[] | null, tokens, index) ??
      word<T>(item) ??
      endingAt(this.parts.openEnds, tokens, index);
    if (whole !== null) return whole;
    for (const bare of last.bare) {
      const hit = word<T>(this.look.itemFor(bare, this.list));
      if (hit !== null) return hit;
    }
    return null;
  }
}

/** The list of that name: what the look has of it where it was made before, else what `fill` adds. */
export function listOf<T>(look: WordLook, name: string, fill: (terms: Terms<T>) => void, asked: 'at' | 'before' = 'before'): Terms<T> {
  const isMade = look.has(name);
  const terms = new Terms<T>(look, name, asked);
  if (!isMade) fill(terms);
  return terms;
}

function noParts(): ListParts {
  return { isEmpty: true, stems: new Map(), tails: new Map(), openEnds: [] };
}

/** The longest term that begins with a word a list has; `text` stands for the first token's. */
function beginning<T>(item: WordEntry | null, tokens: readonly Token[], index: number, text: string): TermHit<T> | null {
  if (item === null) return null;
  const next = tokens[index + 1];
  const goesOn = next !== undefined && (item.next & bitOf(next.hash)) !== 0;
  return (goesOn ? fitting(item.phrases as PhraseTerm<T>[], tokens, index, next.hash, text) : null) ?? word<T>(item);
}

function bitOf(hash: number): number {
  return 1 << (hash & 31);
}

function word<T>(item: WordEntry | null): TermHit<T> | null {
  return item === null ? null : (item.hit as TermHit<T> | null);
}

function add<T>(map: Map<number, PhraseTerm<T>[]>, key: number, term: PhraseTerm<T>): void {
  map.set(key, inserted(map.get(key) ?? null, term));
}

function endingAt<T>(terms: readonly PhraseTerm<T>[] | null, tokens: readonly Token[], index: number): TermHit<T> | null {
  if (terms === null) return null;
  for (const term of terms) {
    const length = term.rest.length + 1;
    if (length <= index && fits(term, tokens, index - length)) return term.hit;
  }
  return null;
}

/** The first of the terms that fits; `key` as the title has it, `first` stands for the first token's text where it is given. */
function fitting<T>(
  terms: readonly PhraseTerm<T>[] | undefined,
  tokens: readonly Token[],
  index: number,
  key: number,
  first?: string,
): TermHit<T> | null {
  if (terms === undefined) return null;
  for (const term of terms) if ((term.key === 0 || term.key === key) && fits(term, tokens, index, first)) return term.hit;
  return null;
}
