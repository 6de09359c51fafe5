// Watchlists: names under which operators keep what they look out for. A family is on a list when it fits one of the list's lines.
import type { Sql } from 'postgres';
import * as z from 'zod';
import { jsonb } from '../jsonb.js';
import { type Filter, resolved, SearchError } from './filter.js';

export interface Watch {
  name: string;
  filters: Filter[];
}

const line = z.object({
  search: z.string().optional(),
  theater: z.string().optional(),
  actor: z.array(z.string()).optional(),
  type: z.string().optional(),
  outlet: z.string().optional(),
  lang: z.string().optional(),
  country: z.string().optional(),
  owner: z.string().optional(),
  tier: z.number().optional(),
  act: z.string().optional(),
  minOutlets: z.number().optional(),
  minTitles: z.number().optional(),
});

/** All of them, by name. A line that was changed by hand into something else is left out. */
export async function readWatches(sql: Sql): Promise<Watch[]> {
  const rows = await sql<{ name: string; filters: unknown[] }[]>`
    select name, jsonb_agg(filter order by watch_id) as filters from watches group by name order by lower(name), name`;
  return rows.map(({ name, filters }) => ({ name, filters: filters.flatMap((one) => line.safeParse(one).data ?? []) }));
}

/** Throws SearchError where there is none of that name. */
export async function watchNamed(sql: Sql, name: string): Promise<Watch> {
  const watches = await readWatches(sql);
  const found = watches.find((watch) => watch.name === name) ?? watches.find((watch) => watch.name.toLowerCase() === name.toLowerCase());
  if (found) return found;
  const there =
    watches.length === 0 ? 'There are none: "sni watch add NAME" makes one' : `There are: ${watches.map((watch) => watch.name).join(', ')}`;
  throw new SearchError(`There is no watchlist ${name}. ${there}.`);
}

/** Adds a line to the list of that name, which it makes where there is none. False where the line is there already. */
export async function addToWatch(sql: Sql, name: string, filter: Filter): Promise<boolean> {
  const kept = line.parse(filter);
  if (Object.values(kept).every((value) => value === undefined))
    throw new SearchError('A line of a watchlist says what to look for, such as --search hormuz or --actor IR.');
  // Names that are not known now are a mistake of typing.
  const { query } = await resolved(sql, kept);
  if (query === null) throw new SearchError(`"${kept.search}" has no word that can be found.`);
  const added = await sql`insert into watches (name, filter) values (${name}, ${jsonb(sql, kept)}) on conflict do nothing returning name`;
  return added.length > 0;
}

/** How many lines it had. */
export async function removeWatch(sql: Sql, name: string): Promise<number> {
  return (await sql`delete from watches where name = ${name}`).count;
}
