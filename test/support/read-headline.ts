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
