// The table of pages: a page is a file of its own and a row here.
import { brief } from './brief.js';
import type { Page } from './page.js';

export const pages: readonly Page[] = [brief];
