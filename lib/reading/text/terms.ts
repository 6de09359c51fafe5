// Lists of words as data, and which of them begins or ends at a token. Words are separated by "|"; `*` at the end of a part is any
// ending, at its beginning any beginning; parts written together ("a$", "bp-") stand together in the title.
import { hashOf, headOf, oneWord, type Token, tailOf, tokensOf } from './tokens.js';
import { WordLook } from './word-look.js';

interface Part {
  text: string;
  open: 'no' | 'end' | 'start';
  glued: boolean;
}

/** A term that is more than one whole word: those are in a map of their own, and most. */
interface Term<T> {
  /** Its first part, and those behind it. */
  first: Part;
  rest: readonly Part[];
  letters: number;
  value: T;
}

interface Hit<T> {
  value: T;
  /** How many tokens it takes. */
  length: number;
}

const keyLength = 3;
const fewPlaces = 1 << 8;
const none: readonly Part[] = [];

/** Words with what they stand for. The longest that fits wins; of equals the first added. Lists with the same `look` are asked of the same titles. */
export class Terms<T> {
  private readonly words = new Map<string, T>();
  private readonly phrases = new Map<string, Term<T>[]>();
  private readonly stems = new Map<string, Term<T>[]>();
  private readonly tails = new Map<string, Term<T>[]>();
  /** Phrases by their last word, and all terms whose last part is open. */
  private readonly ends = new Map<string, Term<T>[]>();
  private readonly openEnds: Term<T>[] = [];
  /** The place of this list in the look. */
  private readonly bit: number;

  constructor(private readonly look: WordLook = new WordLook(fewPlaces)) {
    this.bit = look.newBit();
  }

  /** Adds the words of a list. Throws where a stem is shorter than three letters: it would fit too much. */
  add(words: string, value: T): void {
    for (const written of words.split('|')) this.addOne(written.trim(), value);
  }

  private addOne(written: string, value: T): void {
    const word = oneWord(written);
    const [first, ...rest] = word === null ? partsOf(written) : [];
    if (word !== null) this.addWord(word, value);
    else if (first?.open === 'no' && rest.length === 0) this.addWord(first.text, value);
    else if (first?.open !== 'no' && (first?.text.length ?? keyLength) < keyLength)
      throw new Error(`"${written}" is too short for a "*"; write out its endings.`);
    else if (first) this.addTerm({ first, rest: rest.length === 0 ? none : rest, letters: lettersOf(first, rest), value });
  }

  private addTerm(term: Term<T>): void {
    const { first, rest } = term;
    if (first.open === 'no') {
      insert(this.phrases, first.text, term);
      this.look.markWord(hashOf(first.text), this.bit);
    } else if (first.open === 'end') {
      insert(this.stems, first.text.slice(0, keyLength), term);
      this.look.markHead(headOf(first.text), this.bit);
    } else {
      insert(this.tails, first.text.slice(-keyLength), term);
      this.look.markTail(tailOf(first.text), this.bit);
    }
    const last = rest.at(-1) ?? first;
    if (last.open === 'no') {
      insert(this.ends, last.text, term);
      this.look.markEnd(hashOf(last.text), this.bit);
    } else {
      this.openEnds.push(term);
      this.look.markAnyEnd(this.bit);
    }
  }

  private addWord(word: string, value: T): void {
    if (this.words.has(word)) return;
    this.words.set(word, value);
    const hash = hashOf(word);
    this.look.markWord(hash, this.bit);
    this.look.markEnd(hash, this.bit);
  }

  /** The first word of a term, as a token has it. */
  static firstOf(written: string): string {
    return tokensOf(written)[0]?.text ?? '';
  }

  /** The longest term that begins at the token; null where none does. */
  at(tokens: readonly Token[], index: number): Hit<T> | null {
    if ((this.look.beginsAt(tokens, index) & this.bit) === 0) return null;
    const token = tokens[index] as Token;
    const { text } = token;
    const best = this.whole(text, tokens, index) ?? this.withoutPrefix(token, tokens, index);
    if (token.sort !== 'word' || text.length < keyLength || (best !== null && best.length > 1)) return best;
    const stem = this.stems.size === 0 ? null : fitting(this.stems.get(text.slice(0, keyLength)), tokens, index);
    const first = best ?? stem;
    if (first !== null) return stem !== null && stem.length > first.length ? stem : first;
    return this.tails.size === 0 ? null : fitting(this.tails.get(text.slice(-keyLength)), tokens, index);
  }

  private whole(text: string, tokens: readonly Token[], index: number): Hit<T> | null {
    const phrase = this.phrases.size === 0 ? null : fitting(this.phrases.get(text), tokens, index, text);
    return phrase ?? this.word(text);
  }

  private word(text: string): Hit<T> | null {
    const value = this.words.get(text);
    return value === undefined ? null : { value, length: 1 };
  }

  /** Arabic writes "and", "with", "for" and "the" onto a word. */
  private withoutPrefix({ bare: forms }: Token, tokens: readonly Token[], index: number): Hit<T> | null {
    for (const bare of forms) {
      const hit = this.whole(bare, tokens, index);
      if (hit !== null) return hit;
    }
    return null;
  }

  /** The longest term that ends right before the token; null where none does. */
  before(tokens: readonly Token[], index: number): Hit<T> | null {
    const last = tokens[index - 1];
    if (last === undefined || (this.look.endsAt(tokens, index - 1) & this.bit) === 0) return null;
    const whole = endingAt(this.ends.get(last.text), tokens, index) ?? this.word(last.text) ?? endingAt(this.openEnds, tokens, index);
    if (whole !== null) return whole;
    for (const bare of last.bare) {
      const hit = this.word(bare);
      if (hit !== null) return hit;
    }
    return null;
  }
}

/** The longer ones first, of equals those that came first. */
function insert<T>(map: Map<string, Term<T>[]>, key: string, term: Term<T>): void {
  const known = map.get(key);
  if (known === undefined) return void map.set(key, [term]);
  const { length } = term.rest;
  const at = known.findIndex(({ rest, letters }) => rest.length < length || (rest.length === length && letters < term.letters));
  known.splice(at < 0 ? known.length : at, 0, term);
}

function endingAt<T>(terms: readonly Term<T>[] | undefined, tokens: readonly Token[], index: number): Hit<T> | null {
  if (terms === undefined) return null;
  for (const term of terms) {
    const length = term.rest.length + 1;
    if (length <= index && fits(term, tokens, index - length)) return { value: term.value, length };
  }
  return null;
}

function partsOf(written: string): Part[] {
  const stem = written.endsWith('*') ? oneWord(written.slice(0, -1)) : null;
  if (stem !== null) return [{ text: stem, open: 'end', glued: false }];
  const parts: Part[] = [];
  for (const token of tokensOf(written)) {
    const last = parts.at(-1);
    if (token.text === '*' && last !== undefined && token.glued && last.open === 'no') last.open = 'end';
    else if (last?.open === 'start' && last.text === '') Object.assign(last, { text: token.text });
    else if (token.text === '*') parts.push({ text: '', open: 'start', glued: token.glued });
    else parts.push({ text: token.text, open: 'no', glued: token.glued });
  }
  return parts;
}

function lettersOf(first: Part, rest: readonly Part[]): number {
  return rest.reduce((sum, { text }) => sum + text.length, first.text.length);
}

/** `first` stands for the first token's text where it is given. */
function fitting<T>(terms: readonly Term<T>[] | undefined, tokens: readonly Token[], index: number, first?: string): Hit<T> | null {
  if (terms === undefined) return null;
  for (const term of terms) if (fits(term, tokens, index, first)) return { value: term.value, length: term.rest.length + 1 };
  return null;
}

function fits<T>({ first, rest }: Term<T>, tokens: readonly Token[], index: number, text?: string): boolean {
  const token = tokens[index];
  if (token === undefined || !agrees(first, text ?? token.text)) return false;
  for (let at = 0; at < rest.length; at++) {
    const part = rest[at] as Part;
    const next = tokens[index + at + 1];
    if (next === undefined || (part.glued && !next.glued) || !agrees(part, next.text)) return false;
  }
  return true;
}

function agrees(part: Part, text: string): boolean {
  return part.open === 'no' ? text === part.text : part.open === 'end' ? text.startsWith(part.text) : text.endsWith(part.text);
}
