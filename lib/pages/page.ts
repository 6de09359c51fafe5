// What a page is: an address, what it reads, and how that is shown. The same that is read is its answer as JSON.
import type { Sql } from 'postgres';
import type { Config } from '../config.js';
import type { Html } from './html.js';
import type { AddressWord } from './words-of-addresses.js';

/** One request, as far as a page may know of it. What comes of the address is cleaned. */
export interface Asked {
  sql: Sql;
  config: Config;
  now: Date;
  /** A part of the path. Empty where the path has none of this name. */
  part: (name: string) => string;
  /** A word behind the question mark; undefined where it is not there or empty. */
  word: (name: string) => string | undefined;
}

interface Shown<Found, A extends Asked> {
  /** A sentence on what it shows. */
  about: string;
  /** What its address may say behind the question mark. */
  words?: readonly AddressWord[];
  /** As the router of hono matches it: `/families/:id{[0-9]+}`. */
  path: string;
  /** Null where there is no such thing. */
  read: (asked: A) => Promise<Found | null>;
  /** A sentence for null. */
  missing?: (asked: A) => string;
  title: (found: Found) => string;
  body: (found: Found, asked: A) => Html;
}

/** `A` is what it knows of a request: pages of the desk know who asks. */
export interface Page<A extends Asked = Asked> {
  path: string;
  about: string;
  words: readonly AddressWord[];
  /** Null where there is no such thing: `missing` says what. */
  make: (asked: A) => Promise<Made | null>;
  missing: (asked: A) => string;
}

export interface Made {
  data: unknown;
  title: string;
  body: () => Html;
}

/** What is asked cannot be understood; the message says what is allowed. */
export class NotUnderstood extends Error {
  override name = 'NotUnderstood';
}

/** Makes of what a page reads and shows one that the table of pages can hold, whatever `read` finds: only `body` and `title` know its type. */
export function page<Found, A extends Asked = Asked>({ path, about, words = [], read, missing, title, body }: Shown<Found, A>): Page<A> {
  return {
    ...{ path, about, words },
    missing: missing ?? (() => 'There is no such page.'),
    make: async (asked) => {
      const found = await read(asked);
      return found === null ? null : { data: found, title: title(found), body: () => body(found, asked) };
    },
  };
}
