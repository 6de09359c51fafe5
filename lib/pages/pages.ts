// The table of pages: a page is a file of its own and a row here.
import { brief } from './brief.js';
import { family } from './family.js';
import type { Page } from './page.js';
import { title } from './title.js';

export const pages: readonly Page[] = [brief, family, title];
