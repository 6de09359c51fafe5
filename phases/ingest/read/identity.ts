// Takes a headline and its publisher; leaves by what it is known again: a title for matching, and a hash that survives new GUIDs and links.
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
