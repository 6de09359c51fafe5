// Text from outside (headlines, outlets, answers of models) as it is safe to print: what could steer the operator's terminal, hide text
// or turn its direction is gone or written as an escape.
import { stripVTControlCharacters } from 'node:util';
import { withoutSecrets } from '../addresses.js';

/** The two joiners stay: Persian, Indic scripts and emoji need them. */
const invisible = /\p{Bidi_Control}|(?!\u200c|\u200d)(?=\p{Cf})\p{Default_Ignorable_Code_Point}/gu;

/** Words of visible ASCII with one blank between them, as most texts are: nothing in them is to be taken out. */
const isClean = /^[!-~]+(?: [!-~]+)*$/;

/** One line of safe text: escapes and invisible characters are gone, white space and control characters become single spaces. */
export function clean(text: string): string {
  if (isClean.test(text)) return text;
  return stripVTControlCharacters(text.toWellFormed())
    .replace(/\p{Cc}/gu, ' ')
    .replace(invisible, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The text with its line breaks and blanks, and with every other character that is not seen written as an escape. */
export function visible(text: string): string {
  return text
    .toWellFormed()
    .replace(/(?!\n)\p{Cc}|[\u2028\u2029]/gu, escaped)
    .replace(invisible, escaped);
}

/**
 * The value as JSON whose meaning is exact and whose text is safe on a terminal: what could steer one is written as an escape. Addresses
 * stand in it without their secrets.
 */
export function jsonText(value: unknown, indent?: number): string {
  return (JSON.stringify(value, (_, one: unknown) => (typeof one === 'string' ? withoutSecrets(one) : one), indent) ?? 'null').replace(
    /(?!\n)\p{Cc}|\p{Bidi_Control}|\u2028|\u2029|\ufeff/gu,
    escaped,
  );
}

function escaped(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}
