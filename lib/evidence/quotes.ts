// What a sentence puts into quotation marks, and whether a title has it to the letter.
import { plain } from './plain.js';

/** A quotation: what stands between the marks, and where the whole stands with them. */
interface Quotation {
  text: string;
  start: number;
  end: number;
}

const marks =
  /[“„]([^“”„]+)[”“]|«\s?([^«»]+?)\s?»|»([^«»]+)«|‹([^‹›]+)›|「([^「」]+)」|『([^『』]+)』|"([^"“”„«»]+)"|(?<![\p{L}\p{N}])[‘']([^‘’']+(?:['’]\p{L}[^‘’']*)*)[’'](?!\p{L})/gu;

/** In their order, each without its marks; `start` and `end` are UTF-16 units of the text and take the marks in. Empty for none. */
export function quotationsOf(text: string): Quotation[] {
  return [...text.matchAll(marks)].map((found) => ({
    text: found.slice(1).find((one) => one !== undefined) ?? '',
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/** The text with its quotations blanked, so that only its own words are left where they stood. */
export function withoutQuotations(text: string): string {
  return quotationsOf(text).reduce((left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end), text);
}

/** A blanked text with those of its quotations put back that a title quotes too, to the letter but for case and marks; `whole` holds them. */
export function withShared(blanked: string, whole: string, quoted: readonly Quotation[], titles: readonly { text: string }[]): string {
  const theirs = quoted.length === 0 ? [] : titles.flatMap(({ text }) => quotationsOf(text).flatMap(piecesOf));
  return quoted.reduce((left, one) => {
    const { start, end } = one;
    const isShared = theirs.length > 0 && piecesOf(one).every((piece) => theirs.includes(piece));
    return isShared ? left.slice(0, start) + whole.slice(start, end) + left.slice(end) : left;
  }, blanked);
}

/** The headline itself, or its beginning where it was too long and a "…" says so: words for words what an outlet wrote. */
export function isTitle(text: string, title: string): boolean {
  const [one, whole] = [text.trim().replace(/…$/u, '').trim(), title.trim()];
  return one === whole || (text.includes('…') && one.length > 60 && whole.startsWith(one));
}

/** The pieces of a quotation between ellipses, without the stop at their end. */
export function piecesOf({ text }: Quotation): string[] {
  return text
    .split(/\[?(?:…|\.\.\.)\]?/u)
    .map((one) => even(one).replace(/^[\s,;:.]+|[\s,;:.!?]+$/gu, ''))
    .filter((one) => /[\p{L}\p{N}]/u.test(one));
}

/** Quotation marks of one kind, blanks of one width, letter case folded: what outlets differ in and no reader hears. */
export function even(text: string): string {
  return plain(text)
    .toLowerCase()
    .replace(/[“”„«»‹›「」『』"]|(?<!\p{L})'|'(?!\p{L})/gu, '"')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** From here on a passage is no word that another may happen to hold ("rain" in "Ukraine"), but may be cut inside an endless one. */
const longestWord = 60;
const spaced = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{N}]/u;

/** Whether a text holds a passage to the letter, from one end of a word to another; scripts without spaces know no such ends. */
export function standsIn(text: string, passage: string): boolean {
  if (passage.trim() === '') return false;
  if (passage.length > longestWord) return text.includes(passage);
  const torn = (a: string | undefined, b: string | undefined): boolean => spaced.test(a ?? '') && spaced.test(b ?? '');
  for (let at = text.indexOf(passage); at >= 0; at = text.indexOf(passage, at + 1)) {
    const end = at + passage.length;
    if (!torn(text[at - 1], passage[0]) && !torn(passage.at(-1), text[end])) return true;
  }
  return false;
}
