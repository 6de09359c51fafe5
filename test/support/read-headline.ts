// The reader of headlines with the vocabulary and the lists that the project ships, for tests that need what P2 would have stored.
import { defaultEventTypes, defaultTheaters } from '../../lib/config/lists.js';
import { projectRoot } from '../../lib/config.js';
import { headlineReader } from '../../phases/filter/desk/headline-reader.js';

export const { read: readHeadline } = await headlineReader({
  root: projectRoot,
  file: 'sni.yaml',
  vocabulary: { add: [], remove: [] },
  theaters: defaultTheaters,
  eventTypes: defaultEventTypes,
});
