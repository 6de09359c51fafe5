// The desk of P1: the commands of `sni` that look after feeds and bring in headlines by hand. `sni` runs it as a process of its own.
import { runPhaseDesk } from '../../lib/desk/program.js';
import { addAddFeed } from './desk/add-feed.js';
import { addAddUrl } from './desk/add-url.js';
import { addExport } from './desk/export.js';
import { addFeeds } from './desk/feeds.js';
import { addImport } from './desk/import.js';

await runPhaseDesk([addFeeds, addAddFeed, addAddUrl, addImport, addExport]);
