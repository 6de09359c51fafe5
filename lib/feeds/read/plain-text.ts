// Titles and descriptions as plain text on one line. Feeds encode their markup once, twice or not at all; what Postgres cannot hold,
// controls, and marks that turn the direction of writing are dropped.
import { decodeHTMLStrict } from 'entities';
import { tidyReferences } from './references.js';

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
    if (text.includes('&')) text = decodeHTMLStrict(tidyReferences(text));
    if (text === before) break;
  }
  return tidy(text.includes(']]>') ? text.replaceAll(']]>', '') : text);
}

const dropped =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is dropped
  /[\0-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc\ufffe\uffff\ufdd0-\ufdef]|\udb40[\udc00-\udc7f]/g;

/**
 * Lone surrogates, control and direction marks, invisible tag characters out; white space collapsed; letters written apart from their
 * accents made one, as all words of the tables are. Controls that are marks of
 * windows-1252 become those, as HTML says: no text has them for anything else. U+FFFD stays where a letter of a word is lost.
 */
export function tidy(text: string): string {
  if (parted.test(text)) text = text.normalize('NFC');
  if (!untidy.test(text)) return text.trim();
  return whole(text)
    .replace(/[\x80-\x9f]/g, (control) => windowsMarks[control.charCodeAt(0) - 0x80] ?? '')
    .replace(dropped, '')
    .replace(/(?<!\ufffd)\ufffd{1,3}(?![\p{L}\ufffd])/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A title that came as a field of a table, in quotation marks, its own ones doubled: as it was before. */
export function asBefore(title: string): string {
  const isField = /^"(?:[^"]|"")+"$/u.test(title) && title.slice(1, -1).includes('""');
  return isField ? title.slice(1, -1).replaceAll('""', '"') : title;
}

/** Without lone surrogates, which stand for no letter. */
function whole(text: string): string {
  return text.isWellFormed() ? text : text.replace(/\p{Cs}/gu, '');
}

/** 0x80 to 0x9f in windows-1252; blanks stand where it has none. */
const windowsMarks = [...'€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'].map((mark) => mark.trim());

/** A letter and then its accent, hamza or madda as a mark of its own: macOS and some publishers' systems write "é" and "й" so. */
const parted = /\p{L}[\u0300-\u036f\u0653-\u0655\u3099\u309a]/u;

/** Anything past the letters and marks that most headlines are made of, or two blanks; emoji and rare scripts take the longer way. */
const untidy = /[^ -~\u00a1-\u00ac\u00ae-\u060f\u0620-\u167f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\ud7ff]| {2}/;

/** At most so many UTF-16 units, cut between two characters as people see them. */
export function cutToLength(text: string, most: number): string {
  if (text.length <= most) return text;
  const from = sureBoundary(text, most);
  let end = from;
  if (from < most) {
    characters ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
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

/** Made when a text is first cut: the first of a process reads ICU's rules. */
let characters: Intl.Segmenter | undefined;

/** One walk over the text, each character looked at once: hostile markup must not cost more than its length. */
function withoutTags(text: string, isTag: (name: string) => boolean): string {
  const endless = new Set<string>();
  let out = '';
  let from = 0;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    const found = sectionAt(text, at, endless) ?? tagAt(text, at, isTag, endless);
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

/** A comment, a doctype, a declaration or an instruction, out; the mark of a CDATA section, out but for what stands in it. */
function sectionAt(text: string, at: number, endless: Set<string>): Found | null {
  const mark = text.charAt(at + 1);
  if (mark !== '!' && mark !== '?') return null;
  if (text.startsWith('<![CDATA[', at)) return { end: at + 9, instead: '' };
  if (text.startsWith('<!--', at)) return { end: commentEnd(text, at + 4, endless), instead: '' };
  return /[a-z[]/i.test(text.charAt(at + 2)) ? { end: endAfter(text, '>', at), instead: '' } : null;
}

/** A comment that never ends goes to the next `>`, as whoever wrote it meant; one without any takes the rest. */
function commentEnd(text: string, from: number, endless: Set<string>): number {
  const short = /^-?>/.exec(text.slice(from, from + 2));
  if (short) return from + short[0].length;
  return endOf(text, /--!?>/g, from, '--', endless) ?? endAfter(text, '>', from);
}

/** Where the next match ends, null without one; `name` is then remembered as endless, so that the text is not searched again. */
function endOf(text: string, end: RegExp, from: number, name: string, endless: Set<string>): number | null {
  if (endless.has(name)) return null;
  end.lastIndex = from;
  if (end.test(text)) return end.lastIndex;
  endless.add(name);
  return null;
}

/** The text after the next `mark`; all the rest where there is none, so that it is not searched again. */
function endAfter(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? text.length : found + mark.length;
}

const tag = /<(\/?)([a-z][a-z0-9:-]*)(?:\s(?:[^<>"']|"[^"<]*"|'[^'<]*')*|\/)?>/iy;
/** A start tag that the text breaks off in, or whose quotes do not match. */
const brokenTag = /<(\/?)([a-z][a-z0-9:-]*)(?:\s[^<>]*(?:>|$)|\/?$)/iy;

function tagAt(text: string, at: number, isTag: (name: string) => boolean, endless: Set<string>): Found | null {
  tag.lastIndex = at;
  brokenTag.lastIndex = at;
  const found = tag.exec(text) ?? brokenTag.exec(text);
  const name = found?.[2]?.toLowerCase();
  if (!found || !name || !isTag(name)) return null;
  const end = at + found[0].length;
  if (hidden.has(name) && found[1] === '' && !found[0].endsWith('/>')) return { end: endOfHidden(text, name, end, endless), instead: ' ' };
  return { end, instead: inline.has(name) ? '' : ' ' };
}

/** Past the end tag; of those that never end a script takes the rest, and others nothing. */
function endOfHidden(text: string, name: string, from: number, endless: Set<string>): number {
  const end = endOf(text, new RegExp(`</${name}\\s*>`, 'gi'), from, name, endless);
  return end ?? (name === 'script' || name === 'style' ? text.length : from);
}

/** What stands in them is never shown, or only where they cannot be. */
const hidden = new Set('applet audio canvas iframe noembed noframes object script style svg template video'.split(' '));
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark nobr q rb rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
/** Of HTML, what it once had, and what Word adds. */
const knownTags = new Set([
  ...inline,
  ...hidden,
  ...'address area article aside base basefont bgsound blink blockquote body br button caption center col colgroup data datalist dd details dialog dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html img input isindex label legend li link main map marquee math menu meta meter mi mn mo nav noscript ol optgroup option output p param picture pre progress search section select source spacer summary table tbody td textarea tfoot th thead title tr track ul o:p st1:place st1:city st1:country-region'.split(
    ' ',
  ),
]);
