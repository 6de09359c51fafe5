// Lists of words as data, and which of them begins or ends at a token. Words are separated by "|"; `*` at the end of a part is any
// ending, at its beginning any beginning; parts written together ("a$", "bp-") stand together in the title.
import { plainText, type Token, tokensOf } from './tokens.js';

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

/** Words with what they stand for. The longest that fits wins; of equals the first added. */
export class Terms<T> {
  private readonly whole = new Map<string, Term<T>[]>();
  private readonly stems = new Map<string, Term<T>[]>();
  private readonly tails = new Map<string, Term<T>[]>();
  private readonly ends = new Map<string, Term<T>[]>();
  private readonly openEnds: Term<T>[] = [];

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
      const last = parts.at(-1);
      if (last?.open === 'no') insert(this.ends, last.text, term);
      else this.openEnds.push(term);
    }
  }

  /** The first word of a term, as a token has it. */
  static firstOf(written: string): string {
    return plainText(tokensOf(written)[0]?.text ?? '');
  }

  /** The longest term that begins at the token; null where none does. */
  at(tokens: readonly Token[], index: number): Hit<T> | null {
    const token = tokens[index];
    if (token === undefined) return null;
    const { text } = token;
    const best = fitting(this.whole.get(text), tokens, index) ?? this.withoutPrefix(token, tokens, index);
    if (token.sort !== 'word' || text.length < keyLength || (best !== null && best.length > 1)) return best;
    const stem = this.stems.size > 0 ? fitting(this.stems.get(text.slice(0, keyLength)), tokens, index) : null;
    const first = best ?? stem;
    if (first !== null) return stem !== null && stem.length > first.length ? stem : first;
    return this.tails.size > 0 ? fitting(this.tails.get(text.slice(-keyLength)), tokens, index) : null;
  }

  /** Arabic writes "and", "with", "for" and "the" onto a word. */
  private withoutPrefix({ text }: Token, tokens: readonly Token[], index: number): Hit<T> | null {
    if (!isArabic(text)) return null;
    for (const bare of bareForms(text)) {
      const hit = fitting(this.whole.get(bare), tokens, index, bare);
      if (hit !== null) return hit;
    }
    return null;
  }

  /** The longest term that ends right before the token; null where none does. */
  before(tokens: readonly Token[], index: number): Hit<T> | null {
    const last = tokens[index - 1];
    if (last === undefined) return null;
    const whole =
      endingAt(this.ends.get(last.text), tokens, index) ?? (this.openEnds.length > 0 ? endingAt(this.openEnds, tokens, index) : null);
    if (whole !== null || !isArabic(last.text)) return whole;
    for (const bare of bareForms(last.text)) {
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

function isArabic(text: string): boolean {
  return text >= '\u0621' && text <= '\u06ff';
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

const prefixes = /^(?:[وف](?=..))?(?:[بلك](?=..))?(?:ال|ل(?=ل?..))?/;

/** An Arabic word without what is written onto its beginning: "and", "with", "the". */
export function bareForms(text: string): string[] {
  const forms = [text.replace(/^[وف](?=..)/, ''), text.replace(/^[وف]?[بلك](?=..)/, ''), text.replace(prefixes, '')];
  return [...new Set(forms)].filter((form) => form !== text && form.length > 1);
}
