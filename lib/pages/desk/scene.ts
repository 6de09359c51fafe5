// What all routes of the desk share.
import type { App } from '../../app.js';
import type { Boards } from './board/read.js';

export interface DeskScene extends Pick<App, 'sql' | 'config' | 'log'> {
  boards: Boards;
  /** Why nobody may act through these pages, in a sentence; null where those who log in may. */
  closed: string | null;
  /** What every page says of the settings; null for nothing. */
  trouble: string | null;
}
