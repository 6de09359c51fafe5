// The table of the desk's pages: a page is a file of its own and a row here.
import { alerts } from './alerts.js';
import { checks } from './checks.js';
import { failures } from './failures.js';
import { feeds } from './feeds.js';
import { item } from './item.js';
import { items } from './items.js';
import { log } from './log.js';
import { models } from './models.js';
import { now } from './now.js';
import type { DeskPage } from './page.js';
import { phase } from './phase.js';
import { reprocess } from './reprocess.js';
import { runs } from './runs.js';

export const deskPages: readonly DeskPage[] = [now, phase, items, item, failures, reprocess, runs, feeds, models, checks, alerts, log];
