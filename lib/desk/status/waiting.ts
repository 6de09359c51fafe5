// How much food each phase's next run will find beyond its backlog. Counts end at a limit, so a million pending titles cost no more than
// the first fifty thousand.
import type { Fragment, Sql } from 'postgres';
import { phaseNames } from '../../config/phases.js';
import { reaches } from '../../family/threshold.js';
import { foodOf, isBeyondBacklog, type Thresholds } from '../../food.js';

/** Counted no further than this. */
export const mostWaitingCounted = 50_000;

export interface Waiting {
  /** Items that the next run adds to its backlog; `mostWaitingCounted` where there are more. */
  count: number;
  /** There are more than were counted. */
  more: boolean;
}

/**
 * What waits for each phase, or for the one named. What is leased or set aside for a human does not wait; what was done and is food again
 * does. The `sources` of the settings wait for the first run of P1, which makes them feeds.
 */
export async function readWaiting(sql: Sql, only: string | null, sources: number, phases: Thresholds = {}): Promise<Map<string, Waiting>> {
  const wanted = Object.entries(foodOf).filter(([phase]) => only === null || phase === only);
  const counts = await Promise.all(
    wanted.map(async ([phase, food]) =>
      phase === 'ingest' && sources > 0 && !(await hasFeeds(sql)) ? sources : countNew(sql, phase, food(sql, phases)),
    ),
  );
  return new Map(wanted.map(([phase], index) => [phase, waiting(counts[index] ?? 0)]));
}

function waiting(counted: number): Waiting {
  return { count: Math.min(counted, mostWaitingCounted), more: counted > mostWaitingCounted };
}

/** The same comparison as `discover` of lib/work.ts makes, state by state: each has an index of its own, and what is done is not looked at. */
async function countNew(sql: Sql, phase: string, food: Fragment): Promise<number> {
  const rows = await sql<{ items: number }[]>`
    select count(*)::float8 as items
    from (select from (${food}) f where ${isBeyondBacklog(sql, phase)} limit ${mostWaitingCounted + 1}) found`;
  return rows[0]?.items ?? 0;
}

/** Whether P1 has ever taken in the settings' sources. */
async function hasFeeds(sql: Sql): Promise<boolean> {
  const rows = await sql`select from feeds where listed and origin = 'settings' limit 1`;
  return rows.length > 0;
}

/** Families that would be work of P4 or P5 and do not reach what the settings ask, for each of the two that asks something. */
export async function readBelow(sql: Sql, only: string | null, phases: Thresholds): Promise<Map<string, number>> {
  const asking = phaseNames.filter((name) => phases[name]?.only && (only === null || only === name));
  const counts = await Promise.all(
    asking.map(async (name) => {
      const [row] = await sql<{ count: number }[]>`
        select count(*)::float8 as count
        from (${foodOf[name](sql, {})}) f join event_families ef on ef.ef_id = f.item_id
        where not ${reaches(sql, phases[name]?.only)}`;
      return row?.count ?? 0;
    }),
  );
  return new Map(asking.map((name, index) => [name, counts[index] ?? 0]));
}
