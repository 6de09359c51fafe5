// The desk of P1: the commands of `sni` that look after feeds and bring in headlines by hand.
import { phaseCommands } from '../../../lib/desk/program.js';
import { addAddFeed } from './add-feed.js';
import { addAddUrl } from './add-url.js';
import { addExportFeeds } from './export.js';
import { addFeeds } from './feeds.js';
import { addImport } from './import.js';

export const ingestCommands = phaseCommands([
  { words: ['feeds'], add: addFeeds },
  { words: ['add-feed'], add: addAddFeed },
  { words: ['add-url'], add: addAddUrl },
  { words: ['import'], add: addImport },
  { words: ['export'], add: addExportFeeds },
]);
