// The reader of headlines with the vocabulary and the lists that the project ships, for tests that need what P2 would have stored. Many tests
// stand among the same other news: each headline is read once a process.
import { defaultEventTypes, defaultTheaters } from '../../lib/config/lists.js';
import { projectRoot } from '../../lib/config.js';
import type { Reading } from '../../lib/reading/whole.js';
import { headlineReader } from '../../phases/filter/desk/headline-reader.js';

const { read } = await headlineReader({
  root: projectRoot,
  file: 'sni.yaml',
  vocabulary: { add: [], remove: [] },
  theaters: defaultTheaters,
  eventTypes: defaultEventTypes,
});

const known = new Map<string, Reading>();

/** What is read of a headline; `lang` is '' where unknown. Nobody changes it. */
export function readHeadline(title: string, lang: string): Reading {
  const key = `${lang} ${title}`;
  const reading = known.get(key) ?? read(title, lang);
  known.set(key, reading);
  return reading;
}
