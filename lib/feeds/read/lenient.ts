// Reads feeds that are not well-formed - bare ampersands, tags that do not match, a text that breaks off, odd prefixes - and sitemaps,
// into the strict reader's shape. Texts, children and items are counted, so that no feed takes more memory than a good one.
import { Parser } from 'htmlparser2';
import type { Element, Tree } from './node.js';
import { makePrefixes } from './prefixes.js';
import { local } from './sniff.js';

/** A feed may hold so many items; the rest of it is left for another day. */
export const itemsMost = 50_000;
const textMost = 20_000;
const childrenMost = 300;

interface Frame {
  name: string;
  attributes: Record<string, string> | null;
  children: Record<string, Element[]> | null;
  count: number;
  text: string;
  /** Already handed on, because the next item began before its end tag. */
  done: boolean;
}

/** Reads the text; elements named `itemName` are its items wherever they stand. Throws nothing: what cannot be read is not there. */
export function readLenient(text: string, itemName: string): Tree {
  const builder = new TreeBuilder(itemName);
  const parser = new Parser(builder, { xmlMode: true, lowerCaseTags: true, decodeEntities: true });
  parser.write(text);
  parser.end();
  return builder.tree();
}

class TreeBuilder {
  private readonly open: Frame[] = [];
  private readonly items: Element[] = [];
  private root: Element;
  private channel: Element;
  /** An item whose end tag is missing: kept when the feed goes on after it, dropped when the text ends in it. */
  private unfinished: Element;
  private item: Frame | null = null;
  private readonly prefixes = makePrefixes();
  private beyond = 0;

  constructor(private readonly itemName: string) {}

  tree(): Tree {
    return {
      root: this.root,
      channel: this.channel ?? this.root,
      items: this.items,
      truncated: this.unfinished !== undefined,
      beyond: this.beyond,
    };
  }

  onopentag(rawName: string, attributes: Record<string, string>): void {
    this.prefixes.declare(rawName, attributes);
    const name = this.prefixes.nameOf(rawName);
    if (name === this.itemName) {
      this.acceptUnfinished();
      if (this.item) this.endItem(this.item);
    }
    const frame: Frame = { name, attributes: attributesOf(attributes), children: null, count: 0, text: '', done: false };
    if (name === this.itemName) this.item = frame;
    const parent = this.open.at(-1);
    if (parent && breaking.has(name)) addText(parent, ' ');
    this.open.push(frame);
  }

  ontext(data: string): void {
    const frame = this.open.at(-1);
    if (frame && !frame.done) addText(frame, data);
  }

  onclosetag(_name: string, implied: boolean): void {
    const frame = this.open.pop();
    if (!frame) return;
    if (!implied) this.acceptUnfinished();
    if (frame.done) return;
    if (frame === this.item) {
      this.item = null;
      if (implied) this.unfinished = elementOf(frame);
      else this.accept(elementOf(frame));
      return;
    }
    this.hand(frame, this.open.at(-1));
  }

  /** Ends an item that the next one cuts off, with all that stands open in it. */
  private endItem(item: Frame): void {
    for (let at = this.open.length - 1; at >= 0 && this.open[at] !== item; at--) {
      const frame = this.open[at];
      if (!frame || frame.done) continue;
      this.hand(frame, this.open[at - 1]);
      frame.done = true;
    }
    this.accept(elementOf(item));
    item.done = true;
    this.item = null;
  }

  private hand(frame: Frame, parent: Frame | undefined): void {
    const element = elementOf(frame);
    if (frame.name === 'channel') this.channel = element;
    if (!parent) {
      this.root = element;
      return;
    }
    if (parent.done) return;
    if (this.item && parent !== this.item && !unshown.has(local(frame.name)))
      addText(parent, breaking.has(frame.name) ? `${frame.text} ` : frame.text);
    if (parent.count >= childrenMost) return;
    parent.count++;
    parent.children ??= Object.create(null) as Record<string, Element[]>;
    const same = parent.children[frame.name];
    if (same) same.push(element);
    else parent.children[frame.name] = [element];
  }

  private accept(item: Element): void {
    if (this.items.length < itemsMost) this.items.push(item);
    else this.beyond++;
  }

  private acceptUnfinished(): void {
    if (this.unfinished === undefined) return;
    this.accept(this.unfinished);
    this.unfinished = undefined;
  }
}

/** What stands in them is no part of the text around them. */
const unshown = new Set(['script', 'style', 'iframe', 'object', 'applet', 'noembed', 'noframes', 'template']);
const breaking = new Set(['p', 'br', 'div', 'li', 'tr', 'td', 'h1', 'h2', 'h3', 'h4', 'blockquote']);

function addText(frame: Frame, data: string): void {
  if (frame.text.length < textMost) frame.text += data.length > textMost ? data.slice(0, textMost) : data;
}

function attributesOf(attributes: Record<string, string>): Record<string, string> | null {
  const names = Object.keys(attributes);
  if (names.length === 0) return null;
  const kept = Object.create(null) as Record<string, string>;
  for (const name of names.slice(0, 40)) kept[attributeName(name)] = (attributes[name] ?? '').slice(0, textMost);
  return kept;
}

/** As the readers know it: RDF names an item by `about`, under whatever prefix. */
function attributeName(name: string): string {
  if (name.toLowerCase() === 'ispermalink') return 'isPermaLink';
  return /^(?:[\w.-]+:)?about$/.test(name) ? 'rdf:about' : name;
}

function elementOf({ attributes, children, text }: Frame): Element {
  if (!attributes && !children) return text;
  return { ...(attributes && { $: attributes }), ...(text.trim() !== '' && { _: text }), ...children };
}
