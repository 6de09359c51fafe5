// Reads a count from a flag, of a phase or of a command: a whole number within bounds, or a word on what is allowed.
import { InvalidArgumentError } from 'commander';

/** A reader of whole numbers from 1 to `most`. */
export function wholeNumber(most = 9_999_999): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d{1,15}$/.test(text) || value < 1 || value > most) {
      throw new InvalidArgumentError(`Allowed is a whole number from 1 to ${most.toLocaleString('en')}.`);
    }
    return value;
  };
}
