// What a page of the desk knows beyond other pages: who asks, whether anybody may act here, and how all stands.
import { type Asked, type Page, page } from '../page.js';
import type { Board } from './board/read.js';
import type { Visitor } from './visitor.js';

export interface DeskAsked extends Asked {
  visitor: Visitor | null;
  /** Why nobody may act through these pages; null where those who log in may. */
  closed: string | null;
  /** What is said of the settings; null for nothing. */
  trouble: string | null;
  /** The address asked for, to come back to. */
  here: string;
  /** How all stands: read once for all who ask at the same time. */
  board: () => Promise<Board>;
}

export type DeskPage = Page<DeskAsked>;

type Shown<Found> = Parameters<typeof page<Found, DeskAsked>>[0];

/** As `page`, for pages that know who asks and how the lanes stand. */
export function deskPage<Found>(shown: Shown<Found>): DeskPage {
  return page<Found, DeskAsked>(shown);
}
