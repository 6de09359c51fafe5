// Where something happens is no party to it.
import type { Mention } from './actors.js';
import type { Told } from './told.js';

/** "in Crimea", "near the Turkish border": where it happens, no party to it. */
export function isWhere({ text, lang }: Told, { start }: Mention): boolean {
  return (
    lang === 'en' &&
    /\b(?:in|at|near|off|inside|outside|within|across|into|onto|around)\s+(?:(?:the|(?:north|south)?-?(?:east|west)?(?:ern)?|central|all of|parts of)\s+)?$/i.test(
      text.slice(0, start),
    )
  );
}
