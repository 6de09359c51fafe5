// Lists of words as data, and which of them begins or ends at a token. Words are separated by "|"; `*` at the end of a part is any
// ending, at its beginning any beginning; parts written together ("a$", "bp-") stand together in the title.
import { headOf, plainText, type Token, tailOf, tokensOf } from './tokens.js';

interface Part {
  text: string;
  open: 'no' | 'end' | 'start';
  glued: boolean;
}

interface Term<T> {
  parts: readonly Part[];
  value: T;
}

interface Hit<T> {
  value: T;
  /** How many tokens it takes. */
  length: number;
}

const keyLength = 3;
/** What a head is of: a first word, a stem; and a tail: an ending, a last word. */
const ofWhole = 1;
const ofStem = 2;
const ofTail = 4;
const ofEnd = 8;

/** Words with what they stand for. The longest that fits wins; of equals the first added. */
export class Terms<T> {
  private readonly whole = new Map<string, Term<T>[]>();
  private readonly stems = new Map<string, Term<T>[]>();
  private readonly tails = new Map<string, Term<T>[]>();
  private readonly ends = new Map<string, Term<T>[]>();
  private readonly openEnds: Term<T>[] = [];
  /** What begins or ends with these letters: most words of a title are told apart by one look. */
  private known = new Uint8Array(256);
  private marked = 0;

  /** Adds the words of a list. Throws where a stem is shorter than three letters: it would fit too much. */
  add(words: string, value: T): void {
    for (const written of words.split('|')) {
      const parts = partsOf(written.trim());
      const first = parts[0];
      if (first === undefined) continue;
      if (first.open !== 'no' && first.text.length < keyLength)
        throw new Error(`"${written}" is too short for a "*"; write out its endings.`);
      const [map, key] =
        first.open === 'no'
          ? [this.whole, first.text]
          : first.open === 'end'
            ? [this.stems, first.text.slice(0, keyLength)]
            : [this.tails, first.text.slice(-keyLength)];
      const term = { parts, value };
      insert(map, key, term);
      if (first.open === 'start') this.mark(tailOf(key), ofTail);
      else this.mark(headOf(key), first.open === 'no' ? ofWhole : ofStem);
      const last = parts.at(-1);
      if (last?.open === 'no') {
        insert(this.ends, last.text, term);
        this.mark(tailOf(last.text), ofEnd);
      } else this.openEnds.push(term);
    }
  }

  /** Seven of eight places stay empty, so that few words are looked up in vain. */
  private mark(hash: number, what: number): void {
    this.marked++;
    if (this.marked * 8 > this.known.length && this.known.length < 0x10000) {
      this.known = new Uint8Array(this.known.length * 2);
      for (const key of this.whole.keys()) this.note(headOf(key), ofWhole);
      for (const key of this.stems.keys()) this.note(headOf(key), ofStem);
      for (const key of this.tails.keys()) this.note(tailOf(key), ofTail);
      for (const key of this.ends.keys()) this.note(tailOf(key), ofEnd);
    }
    this.note(hash, what);
  }

  private note(hash: number, what: number): void {
    this.known[hash & (this.known.length - 1)] = this.has(hash, 15) | what;
  }

  private has(hash: number, what: number): number {
    return (this.known[hash & (this.known.length - 1)] ?? 0) & what;
  }

  /** The first word of a term, as a token has it. */
  static firstOf(written: string): string {
    return plainText(tokensOf(written)[0]?.text ?? '');
  }

  /** The longest term that begins at the token; null where none does. */
  at(tokens: readonly Token[], index: number): Hit<T> | null {
    const token = tokens[index];
    if (token === undefined) return null;
    const { text, head, tail, bare } = token;
    const begins = this.has(head, ofWhole | ofStem);
    const ends = this.has(tail, ofTail);
    if (begins === 0 && ends === 0 && bare.length === 0) return null;
    const whole = (begins & ofWhole) !== 0 ? fitting(this.whole.get(text), tokens, index) : null;
    const best = whole ?? this.withoutPrefix(token, tokens, index);
    if (token.sort !== 'word' || text.length < keyLength || (best !== null && best.length > 1)) return best;
    const stem = (begins & ofStem) !== 0 ? fitting(this.stems.get(text.slice(0, keyLength)), tokens, index) : null;
    const first = best ?? stem;
    if (first !== null) return stem !== null && stem.length > first.length ? stem : first;
    return ends !== 0 ? fitting(this.tails.get(text.slice(-keyLength)), tokens, index) : null;
  }

  /** Arabic writes "and", "with", "for" and "the" onto a word. */
  private withoutPrefix({ bare: forms }: Token, tokens: readonly Token[], index: number): Hit<T> | null {
    for (const bare of forms) {
      if (this.has(headOf(bare), ofWhole) === 0) continue;
      const hit = fitting(this.whole.get(bare), tokens, index, bare);
      if (hit !== null) return hit;
    }
    return null;
  }

  /** The longest term that ends right before the token; null where none does. */
  before(tokens: readonly Token[], index: number): Hit<T> | null {
    const last = tokens[index - 1];
    if (last === undefined) return null;
    const ended = this.has(last.tail, ofEnd) === 0 ? null : endingAt(this.ends.get(last.text), tokens, index);
    const whole = ended ?? (this.openEnds.length > 0 ? endingAt(this.openEnds, tokens, index) : null);
    if (whole !== null) return whole;
    for (const bare of last.bare) {
      const hit = endingAt(this.ends.get(bare), tokens, index, bare);
      if (hit !== null) return hit;
    }
    return null;
  }
}

function insert<T>(map: Map<string, Term<T>[]>, key: string, term: Term<T>): void {
  const known = map.get(key) ?? [];
  known.push(term);
  known.sort((a, b) => b.parts.length - a.parts.length || lengthOf(b.parts) - lengthOf(a.parts));
  map.set(key, known);
}

function endingAt<T>(terms: readonly Term<T>[] | undefined, tokens: readonly Token[], index: number, bare?: string): Hit<T> | null {
  if (terms === undefined) return null;
  for (const { parts, value } of terms) {
    const { length } = parts;
    if (length <= index && fits(parts, tokens, index - length, length === 1 ? bare : undefined)) return { value, length };
  }
  return null;
}

function partsOf(written: string): Part[] {
  const parts: Part[] = [];
  for (const token of tokensOf(written)) {
    const last = parts.at(-1);
    if (token.text === '*' && last !== undefined && token.glued && last.open === 'no') last.open = 'end';
    else if (last?.open === 'start' && last.text === '') Object.assign(last, { text: token.text });
    else if (token.text === '*') parts.push({ text: '', open: 'start', glued: token.glued });
    else parts.push({ text: plainText(token.text), open: 'no', glued: token.glued });
  }
  return parts;
}

function lengthOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { text }) => sum + text.length, 0);
}

function fitting<T>(terms: readonly Term<T>[] | undefined, tokens: readonly Token[], index: number, first?: string): Hit<T> | null {
  if (terms === undefined) return null;
  for (const { parts, value } of terms) if (fits(parts, tokens, index, first)) return { value, length: parts.length };
  return null;
}

/** `first` stands for the first token's text where it is given. */
function fits(parts: readonly Part[], tokens: readonly Token[], index: number, first: string | undefined): boolean {
  for (let at = 0; at < parts.length; at++) {
    const token = tokens[index + at];
    const part = parts[at];
    if (token === undefined || part === undefined || (part.glued && at > 0 && !token.glued)) return false;
    const text = at === 0 && first !== undefined ? first : token.text;
    if (part.open === 'no' ? text !== part.text : part.open === 'end' ? !text.startsWith(part.text) : !text.endsWith(part.text))
      return false;
  }
  return true;
}
