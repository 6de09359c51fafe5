// The language that an operator names.
import { InvalidArgumentError } from 'commander';
import { gatedLanguages, languageOf } from '../../../lib/language/languages.js';

/** Any language's code that there is, or '' for none. Refuses others: a title would be read with the words of all languages, and nobody would know why. */
export function knownLanguage(code: string): string {
  if (code === '') return code;
  const named = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  if (languageOf(code) !== undefined || (/^[a-z]{2,3}(?:[-_]|$)/i.test(code) && named.of(code.split(/[-_]/, 1)[0] ?? ''))) return code;
  throw new InvalidArgumentError(`SNI knows no such language; it has words of its own for ${gatedLanguages.join(', ')}.`);
}
