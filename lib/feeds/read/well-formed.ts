// Reads XML that is plainly well-formed several times as fast as xml2js, and into the very same elements. Whatever is doubtful - doctypes,
// names beyond ASCII, references that are not XML's own, any fault - it declines; xml2js then tells what it is. A test holds both together.
import type { Element } from './node.js';

/** The root element by its name, as xml2js leaves it; null where the text is for xml2js itself. What follows the root's end is not looked at. */
export function readWellFormed(text: string): Record<string, Element> | null {
  try {
    const reader = new Reader(text);
    const name = reader.pastProlog();
    return { [name]: reader.element(name, 0) };
  } catch (error) {
    if (error === doubt) return null;
    throw error;
  }
}

/** Deeper than any feed; xml2js keeps its own stack. */
const deepest = 200;

const doubt = new Error('The XML is not plainly well-formed.');

function decline(): never {
  throw doubt;
}

type Children = Record<string, Element[]>;
type Attributes = Record<string, string>;

class Reader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Behind white space, instructions and comments, to behind the root's name, which it answers. */
  pastProlog(): string {
    for (;;) {
      this.skipBlanks();
      if (this.text.charCodeAt(this.at++) !== openAngle) decline();
      const next = this.text.charCodeAt(this.at);
      if (next === question) this.skipInstruction();
      else if (next === bang) this.skipComment();
      else return this.name();
    }
  }

  /** What stands from behind a start tag's name to behind the end tag. */
  element(name: string, depth: number): Element {
    if (depth > deepest) decline();
    const attributes = this.attributes();
    if (this.text.charCodeAt(this.at) === slash) {
      this.expect('/>');
      return attributes ? { $: attributes } : '';
    }
    this.at++;
    let own = '';
    let isCdata = false;
    let inside: Children | null = null;
    for (;;) {
      const open = this.text.indexOf('<', this.at);
      if (open === -1) decline();
      if (open > this.at) own += dereferenced(this.text.slice(this.at, open));
      this.at = open + 1;
      const next = this.text.charCodeAt(this.at);
      if (next === slash) break;
      if (next !== bang) {
        inside ??= (attributes ? { $: attributes } : {}) as Children;
        const child = this.name();
        const element = this.element(child, depth + 1);
        const others = inside[child];
        if (others) others.push(element);
        else inside[child] = [element];
      } else if (this.text.startsWith('![CDATA[', this.at)) {
        const words = this.cdata();
        isCdata ||= words !== '';
        own += words;
      } else this.skipComment();
    }
    this.skipEnd(name);
    if (!inside && !attributes) return own;
    const isEmpty = !isCdata && !/\S/.test(own);
    if (inside) return isEmpty ? inside : { _: own, ...inside };
    return isEmpty ? { $: attributes } : { _: own, $: attributes };
  }

  /** Behind the attributes, at the tag's `>` or `/`. Null without any. */
  private attributes(): Attributes | null {
    let found: Attributes | null = null;
    for (;;) {
      const from = this.at;
      this.skipBlanks();
      const next = this.text.charCodeAt(this.at);
      if (next === closeAngle || next === slash) return found;
      if (this.at === from) decline();
      const name = this.name();
      this.skipBlanks();
      this.expect('=');
      this.skipBlanks();
      const quote = this.text.charAt(this.at);
      if (quote !== '"' && quote !== "'") decline();
      const end = this.text.indexOf(quote, this.at + 1);
      if (end === -1) decline();
      const written = this.text.slice(this.at + 1, end);
      if (written.includes('<')) decline();
      this.at = end + 1;
      found ??= {};
      if (name in found) decline();
      found[name] = dereferenced(written);
    }
  }

  private name(): string {
    const from = this.at;
    if (nameUnits[this.text.charCodeAt(from)] !== starting) decline();
    while (nameUnits[this.text.charCodeAt(this.at)]) this.at++;
    const name = this.text.slice(from, this.at);
    return name in taken ? decline() : name;
  }

  private skipEnd(name: string): void {
    this.expect('/');
    this.expect(name);
    this.skipBlanks();
    this.expect('>');
  }

  private expect(expected: string): void {
    if (!this.text.startsWith(expected, this.at)) decline();
    this.at += expected.length;
  }

  private skipBlanks(): void {
    for (;;) {
      const unit = this.text.charCodeAt(this.at);
      if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return;
      this.at++;
    }
  }

  private skipInstruction(): void {
    const end = this.text.indexOf('?>', this.at + 1);
    if (end === -1 || this.text.charAt(end - 1) === '?' || !/^\?[A-Za-z]/.test(this.text.slice(this.at, this.at + 2))) decline();
    this.at = end + 2;
  }

  private skipComment(): void {
    this.expect('!--');
    this.at = this.text.indexOf('--', this.at);
    if (this.at === -1) decline();
    this.expect('-->');
  }

  private cdata(): string {
    const from = this.at + '![CDATA['.length;
    const end = this.text.indexOf(']]>', from);
    if (end === -1) decline();
    this.at = end + 3;
    return this.text.slice(from, end);
  }
}

/** No reference has a longer name than that of the last character. */
const reference = /&([^&;]{1,8});/y;

/** With what the references in it stand for. The first that is none declines at once: a hostile text may hold millions. */
function dereferenced(written: string): string {
  let read = '';
  let from = 0;
  for (let at = written.indexOf('&'); at !== -1; at = written.indexOf('&', from)) {
    reference.lastIndex = at;
    const name = reference.exec(written)?.[1];
    if (name === undefined) decline();
    read += written.slice(from, at) + characterOf(name);
    from = at + name.length + 2;
  }
  return from === 0 ? written : read + written.slice(from);
}

function characterOf(name: string): string {
  const own = references.get(name);
  if (own) return own;
  const digits = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/.exec(name);
  if (!digits) decline();
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
  return isCharacter(code) ? String.fromCodePoint(code) : decline();
}

const references = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** What XML 1.0 allows. */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

/** Names that mean something to xml2js itself, beside those that every object has. */
const taken: Record<string, true> = { _: true, cdata: true };

const [bang, slash, question, openAngle, closeAngle] = [...'!/?<>'].map((letter) => letter.charCodeAt(0));

const starting = 2;
/** What each unit of ASCII may do in a name: start it, go on with it, or nothing. */
const nameUnits = Array.from({ length: 128 }, (_, unit) => {
  const letter = String.fromCharCode(unit);
  return /[A-Za-z_]/.test(letter) ? starting : /[\d:.-]/.test(letter) ? 1 : 0;
});
