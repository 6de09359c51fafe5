// By what a headline is known again: its normalised title, a hash that survives new GUIDs and links, and the publisher's own number for
// the article.
import { hash } from 'node:crypto';
import { houseOf } from './publisher.js';

/** For matching: NFKC, small letters, symbols and emoji dropped, white space collapsed. */
export function normalise(text: string): string {
  if (!changing.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?:\p{S}|\p{Cf}|\ufe0e|\ufe0f|\u20e3)+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What normalising changes in a text of ASCII, beside capitals: symbols and spare blanks. */
const changing = /[^ -~]|[$+<=>^`|~]| {2}|^ | $/;

/**
 * The number by which a publisher knows an article: at the end of its address, where it stays when the words before it are changed with
 * the headline. Null for none, a date, and a number that the headline itself names. The index titles_number finds by it.
 */
export function articleNumber({ url_canonical: address, title_norm }: { url_canonical: string | null; title_norm: string }): string | null {
  const path = address?.slice(address.indexOf('/', 'https://'.length)) ?? '';
  const number = /(\d{4,})\D*$/.exec(path)?.[1];
  if (number === undefined || datePart.test(number) || title_norm.replace(/(?<=\d)[.,\s](?=\d)/g, '').includes(number)) return null;
  return number;
}

/** A year, with its month, with its day. */
const datePart = /^(?:19|20)\d{2}(?:(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])?)?$/;

/** 32 hex digits of the normalised title and the publisher's house; kinds of quotation marks and dashes make no difference. */
export function titleHash(norm: string, publisher: string): string {
  return hash('sha256', `${foldMarks(norm)}\n${houseOf(publisher)}`).slice(0, 32);
}

function foldMarks(norm: string): string {
  if (!/[\u00ab\u00bb\u02bc\u2010-\u2015\u2018-\u201f\u2032\u2033]/.test(norm)) return norm;
  return norm
    .replace(/[\u2018-\u201b\u02bc\u2032]/g, "'")
    .replace(/[\u201c-\u201f\u00ab\u00bb\u2033]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-');
}
