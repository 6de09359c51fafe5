// What an address says, read with a sentence where it cannot be, and addresses made of names that may hold anything.
import { type Asked, NotUnderstood } from './page.js';

/** `/outlets/Harbour%20Post?since=7d`: what is undefined or empty is left out. */
export function href(
  path: string,
  name?: string | number,
  words: Readonly<Record<string, string | number | null | undefined>> = {},
): string {
  const query = new URLSearchParams();
  for (const [word, value] of Object.entries(words))
    if (value !== undefined && value !== null && value !== '') query.set(word, String(value));
  const behind = query.size === 0 ? '' : `?${query}`;
  return `${path}${name === undefined ? '' : `/${encodeURIComponent(String(name).toWellFormed())}`}${behind}`;
}

/** Undefined where it is not asked for. */
export function wholeNumberOf(text: string | undefined, name: string, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d{1,15}$/.test(text) && value >= 1 && value <= most) return value;
  throw new NotUnderstood(`"${name}" is "${text}": allowed is a whole number from 1 to ${most.toLocaleString('en')}.`);
}

/** The theater that is asked for; null for all. */
export function askedTheater({ word, config }: Asked): string | null {
  const theater = word('theater') ?? null;
  if (theater === null || Object.hasOwn(config.theaters, theater)) return theater;
  throw new NotUnderstood(`There is no theater ${theater}. There are: ${Object.keys(config.theaters).join(', ')}.`);
}
