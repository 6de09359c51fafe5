// Mends a feed that no XML parser accepts, for the lenient reader. Entities that a feed declares for itself are neither expanded nor
// fetched. Each step looks at each character once, so that hostile text costs no more than its length.
import { decodeHTMLStrict } from 'entities';
import { tidyReferences } from './references.js';

/** The text with its faults mended: own entities out, stray `<` written out, CDATA sections that never end opened. */
export function repair(text: string): string {
  return withoutStrayBrackets(withClosedSections(tidyReferences(withoutOwnEntities(text))));
}

/** Cuts the doctype's own declarations, and references to the entities they name where HTML does not know these. */
function withoutOwnEntities(text: string): string {
  const doctype = text.slice(0, 2000).search(/<!doctype/i);
  const begin = doctype === -1 ? -1 : text.indexOf('[', doctype);
  const close = doctype === -1 ? -1 : text.indexOf('>', doctype);
  if (begin === -1 || close < begin) return text;
  const end = text.indexOf(']', begin);
  if (end === -1) return text;
  const declared = new Set<string>();
  for (const [, name] of text.slice(begin, end).matchAll(/<!ENTITY\s+([\w.:-]{1,64})\s/g)) {
    if (name && decodeHTMLStrict(`&${name};`) === `&${name};`) declared.add(name);
  }
  const rest = text.slice(0, begin) + text.slice(end + 1);
  return declared.size === 0 ? rest : rest.replace(/&([\w.:-]{1,64});/g, (whole, name: string) => (declared.has(name) ? '' : whole));
}

/** Drops the mark of a CDATA section that has no end before its item ends: all that follows would be its text. */
function withClosedSections(text: string): string {
  const mark = '<![CDATA[';
  const parts: string[] = [];
  let from = 0;
  let end = -2;
  let itemEnd = -2;
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at)) {
    const inside = at + mark.length;
    if (end !== -1 && end < inside) end = text.indexOf(']]>', inside);
    if (itemEnd !== -1 && itemEnd < inside) itemEnd = nextItemEnd(text, inside);
    const limit = isInTitle(text, at) ? titleEnd(text, inside, itemEnd) : itemEnd;
    if (end !== -1 && (limit === -1 || end < limit)) {
      at = end + 3;
      continue;
    }
    parts.push(text.slice(from, at));
    from = inside;
    at = inside;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(from);
}

function isInTitle(text: string, at: number): boolean {
  return /<title[^<>]{0,60}>\s{0,20}$/i.test(text.slice(Math.max(0, at - 90), at));
}

/** A title's own end tag, where it stands near; a description may hold such tags in its markup. */
function titleEnd(text: string, from: number, otherwise: number): number {
  const near = text.slice(from, from + titleLooked).search(/<\/title\s*>/i);
  return near === -1 ? otherwise : from + near;
}

const titleLooked = 2000;

function nextItemEnd(text: string, from: number): number {
  const search = /<\/(?:item|entry)\s*>/gi;
  search.lastIndex = from;
  return search.exec(text)?.index ?? -1;
}

/** `<3` and `a < b` are text; only what can begin a tag stays one. */
function withoutStrayBrackets(text: string): string {
  return text.replace(/<(?![A-Za-z_/!?])/g, '&lt;');
}
