// What a title says, as far as the gate needs it, and as text for the database: read here or on the thread that reads, it is the same.

import { toStore } from '../../lib/reading/stored.js';
import type { Reading } from '../../lib/reading/whole.js';

/** By its kind and its acts a title gets its tier; `stored` is the reading as JSON. */
export interface StoredReading extends Pick<Reading, 'acts' | 'kind'> {
  stored: string;
}

/** `version` is that of the reader. */
export function toldBy(reading: Reading, version: string): StoredReading {
  const { acts, kind } = reading;
  return { acts, kind, stored: JSON.stringify(toStore(reading, version)) };
}
