// The table of pages: a page is a file of its own and a row here.
import { actor } from './actor.js';
import { actors } from './actors.js';
import { brief } from './brief.js';
import { changes } from './changes.js';
import { compare } from './compare.js';
import { families } from './families.js';
import { family } from './family.js';
import { map } from './map.js';
import { oneSided } from './one-sided.js';
import { outlet } from './outlet.js';
import { outlets } from './outlets.js';
import type { Page } from './page.js';
import { positions } from './positions.js';
import { search } from './search.js';
import { theater } from './theater.js';
import { theaters } from './theaters.js';
import { title } from './title.js';
import { watchlist } from './watchlist.js';
import { watchlists } from './watchlists.js';

export const pages: readonly Page[] = [
  brief,
  families,
  family,
  title,
  outlets,
  outlet,
  actors,
  actor,
  theaters,
  theater,
  map,
  oneSided,
  watchlists,
  watchlist,
  positions,
  changes,
  compare,
  search,
];
