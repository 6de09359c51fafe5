// The words behind the question mark of an address, with what each says: the table that the description of the pages is made of.
import { actions } from '../reading/actions.js';

interface Word {
  about: string;
  /** Of JSON Schema. */
  schema: { type: 'string' | 'integer'; minimum?: number; maximum?: number; enum?: readonly string[] };
}

const text = { type: 'string' } as const;

export const addressWords = {
  q: { about: 'Words; "in quotation marks" as they stand, -word leaves out what has it.', schema: text },
  since: { about: 'From when: 24h, yesterday, 2026-11-27 or 2026-11-27 14:30.', schema: text },
  until: { about: 'Until when, likewise; now where left out.', schema: text },
  days: { about: 'How many days are looked back.', schema: { type: 'integer', minimum: 1, maximum: 366 } },
  most: { about: 'How many stories are told at most.', schema: { type: 'integer', minimum: 1, maximum: 100 } },
  theater: { about: 'A theater by its id, such as UKRAINE.', schema: text },
  type: { about: 'An event type, such as Sanctions/Economy.', schema: text },
  act: { about: 'What is done, such as attack or sanction.', schema: { type: 'string', enum: actions } },
  actor: { about: 'An actor by id or name.', schema: text },
  outlet: { about: 'An outlet by its name.', schema: text },
  lang: { about: 'A language, such as en.', schema: text },
  country: { about: 'The country of the outlet, such as GB.', schema: text },
  owner: { about: 'The owner of the outlet.', schema: { type: 'string', enum: ['public', 'private', 'state'] } },
  tier: { about: 'The strategic tier.', schema: { type: 'integer', minimum: 1, maximum: 3 } },
  'min-outlets': { about: 'Told by so many outlets at least.', schema: { type: 'integer', minimum: 1, maximum: 1000 } },
  'min-titles': { about: 'Told in so many headlines at least.', schema: { type: 'integer', minimum: 1, maximum: 10_000 } },
  sort: { about: 'The order.', schema: { type: 'string', enum: ['day', 'time', 'size', 'importance'] } },
  after: { about: 'Go on behind this place: "next" of the page before.', schema: text },
  a: { about: 'One outlet.', schema: text },
  b: { about: 'The other.', schema: text },
  edition: { about: 'The number of a kept edition; the latest where left out.', schema: { type: 'integer', minimum: 1 } },
} as const satisfies Record<string, Word>;

export type AddressWord = keyof typeof addressWords;

/** Those that narrow families and headlines. */
export const narrowing = [
  'q',
  'theater',
  'type',
  'act',
  'actor',
  'outlet',
  'lang',
  'country',
  'owner',
  'tier',
  'since',
  'until',
  'min-outlets',
  'min-titles',
] as const;
