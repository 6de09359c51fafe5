// Watchlists: names under which operators keep what they look out for. A family is on a list when it fits one of the list's lines.
import type { Sql } from 'postgres';
import * as z from 'zod';
import { jsonb } from '../jsonb.js';
import { late } from '../late.js';
import { fitsAny } from './families.js';
import { type Filter, resolved, SearchError } from './filter.js';

export interface Watch {
  name: string;
  filters: Filter[];
  /** Whether notifiers are told of each family that is new on it. */
  notifies: boolean;
}

const line = late(() =>
  z.object({
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
  }),
);

/** All of them, by name. A line that was changed by hand into something else is left out. */
export async function readWatches(sql: Sql): Promise<Watch[]> {
  const rows = await sql<{ name: string; filters: unknown[]; notifies: boolean }[]>`
    select w.name, jsonb_agg(w.filter order by w.watch_id) as filters, n.name is not null as notifies
    from watches w left join watch_notifies n on n.name = w.name
    group by w.name, n.name order by lower(w.name), w.name`;
  return rows.map(({ filters, ...rest }) => ({ ...rest, filters: filters.flatMap((one) => line().safeParse(one).data ?? []) }));
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
  const kept = line().parse(filter);
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
  const [row] = await sql<{ lines: number }[]>`
    with quiet as (delete from watch_notifies where name = ${name}), gone as (delete from watches where name = ${name} returning 1)
    select count(*)::int as lines from gone`;
  return row?.lines ?? 0;
}

/** Whether notifiers are told of what comes in from now on. False where it is so already. */
export async function setNotifies(sql: Sql, name: string, notifies: boolean): Promise<boolean> {
  const changed = notifies
    ? await sql`insert into watch_notifies (name) values (${name}) on conflict do nothing`
    : await sql`delete from watch_notifies where name = ${name}`;
  return changed.count > 0;
}

/** Of each of these families that is on watchlists their names. */
export async function watchlistsOf(sql: Sql, ids: readonly (string | number)[]): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>();
  const wanted = ids.map(String);
  for (const watch of wanted.length === 0 ? [] : await readWatches(sql)) {
    const { where } = await fitsAny(sql, watch.filters);
    const on = await sql<
      { ef: string }[]
    >`select ef.ef_id::text as ef from event_families ef where ef.ef_id = any(${wanted}::bigint[]) and ${where}`;
    for (const { ef } of on) names.set(ef, [...(names.get(ef) ?? []), watch.name]);
  }
  return names;
}
