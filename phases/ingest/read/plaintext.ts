// Takes a title or a description as a feed has it, with tags and entities, once or twice encoded; leaves plain text on one line. Guards
// the table and the screen: what Postgres cannot hold, controls and marks that turn the writing direction are dropped.
import { decodeHTMLStrict } from 'entities';

/** Markup past this is not looked at: more than any title or teaser needs, little enough for a megabyte of tags to cost nothing. */
const looked = 20_000;
/** A publisher's system may encode what another has encoded. */
const encodedTimes = 4;

/** The title as text. Only tags that HTML knows are tags in it: "List<String>" and "a < b" stay. */
export function plainTitle(marked: string): string {
  return plain(marked, (name) => knownTags.has(name));
}

/** The description as text; scripts, styles and comments out with all that stands in them. */
export function plainDescription(marked: string): string {
  return plain(marked, () => true);
}

function plain(marked: string, isTag: (name: string) => boolean): string {
  let text = marked.length > looked ? marked.slice(0, looked) : marked;
  for (let times = 0; times < encodedTimes && /[<&]/.test(text); times++) {
    const before = text;
    if (text.includes('<')) text = withoutTags(text, isTag);
    if (text.includes('&')) text = decodeHTMLStrict(text);
    if (text === before) break;
  }
  return tidy(text.includes(']]>') ? text.replaceAll(']]>', '') : text);
}

const dropped =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is dropped
  /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ufdd0-\ufdef]|\udb40[\udc00-\udc7f]/g;

/** Lone surrogates, control and direction marks, invisible tag characters out; white space collapsed. */
export function tidy(text: string): string {
  if (!untidy.test(text)) return text.trim();
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return whole
    .replace(dropped, '')
    .replace(/[\s\x85]+/g, ' ')
    .trim();
}

/** Anything past the letters and marks that most headlines are made of, or two blanks; emoji and rare scripts take the longer way. */
const untidy = /[^ -~\u00a1-\u00ac\u00ae-\u060f\u0620-\u167f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\ud7ff]| {2}/;

/** At most so many UTF-16 units, cut between two characters as people see them. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const from = sureBoundary(text, most);
  let end = from;
  if (from < most) {
    for (const { index, segment } of characters.segment(text.slice(from, most + 200))) {
      if (from + index + segment.length > most) break;
      end = from + index + segment.length;
    }
  }
  // One "character" longer than all that is allowed: stacked marks without end.
  return text
    .slice(0, end > 0 ? end : most)
    .toWellFormed()
    .replace(/\ufffd$/, '')
    .trimEnd();
}

/** The last place up to `most` where two letters stand that nothing ever joins; 0 where there is none near. A segmenter takes 1 ms for a page. */
function sureBoundary(text: string, most: number): number {
  for (let at = most; at > most - 200 && at > 0; at--) if (unjoined.test(text.slice(at - 1, at + 1))) return at;
  return 0;
}

const unjoined =
  /^[ -~\u00c0-\u024f\u0400-\u0481\u048a-\u052f\u05d0-\u05ea\u0621-\u064a\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]{2}$/;

const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** One walk over the text, each character looked at once: hostile markup must not cost more than its length. */
function withoutTags(text: string, isTag: (name: string) => boolean): string {
  let out = '';
  let from = 0;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    const found = text.startsWith('<!', at) ? sectionAt(text, at) : tagAt(text, at, isTag);
    if (!found) {
      at++;
      continue;
    }
    out += text.slice(from, at) + found.instead;
    from = found.end;
    at = found.end;
  }
  return out + text.slice(from);
}

interface Found {
  end: number;
  instead: string;
}

/** A comment or a doctype, out; the mark of a CDATA section, out but for what stands in it. */
function sectionAt(text: string, at: number): Found | null {
  if (text.startsWith('<![CDATA[', at)) return { end: at + 9, instead: '' };
  if (!text.startsWith('<!--', at))
    return /^<!doctype/i.test(text.slice(at, at + 9)) ? { end: endAfter(text, '>', at), instead: '' } : null;
  return { end: endAfter(text, '-->', at), instead: '' };
}

/** The text after the next `mark`; all the rest where there is none, so that it is not searched again. */
function endAfter(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? text.length : found + mark.length;
}

const tag = /<(\/?)([a-z][a-z0-9:-]*)(?:\s(?:[^<>"']|"[^"<]*"|'[^'<]*')*|\/)?>/iy;
/** A start tag that the text breaks off in, or whose quotes do not match. */
const brokenTag = /<(\/?)([a-z][a-z0-9:-]*)(?:\s[^<>]*(?:>|$)|\/?$)/iy;

function tagAt(text: string, at: number, isTag: (name: string) => boolean): Found | null {
  tag.lastIndex = at;
  brokenTag.lastIndex = at;
  const found = tag.exec(text) ?? brokenTag.exec(text);
  const name = found?.[2]?.toLowerCase();
  if (!found || !name || !isTag(name)) return null;
  const end = at + found[0].length;
  if (hidden.has(name) && found[1] === '') return { end: endAfter(text, `</${name}>`, end), instead: ' ' };
  return { end, instead: inline.has(name) ? '' : ' ' };
}

const hidden = new Set(['script', 'style']);
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup tt u var wbr'.split(' '),
);
const knownTags = new Set([
  ...inline,
  ...hidden,
  ...'address article aside blink blockquote body br center dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 head header hr html iframe img li main nav nobr ol p pre section table tbody td th tr ul video'.split(
    ' ',
  ),
]);
