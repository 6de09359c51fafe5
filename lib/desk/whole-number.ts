// Takes what was typed for a count; leaves the number, or says what is allowed.
import { InvalidArgumentError } from 'commander';

/** A reader of whole numbers from 1 to `most`, for a flag. */
export function wholeNumber(most = 9_999_999): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d{1,15}$/.test(text) || value < 1 || value > most)
      throw new InvalidArgumentError(`Allowed is a whole number from 1 to ${most}.`);
    return value;
  };
}
