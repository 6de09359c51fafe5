// What each phase finds in the tables beyond its backlog: its food as its own file names it, and how long the first of it has waited. A new
// phase is a line here.
import type { Fragment, Sql } from 'postgres';
import type { PhaseName } from './config/phases.js';
import type { PhaseSettings } from './config/run-settings.js';
import { reaches } from './family/threshold.js';

/** Of the settings: which families P4 and P5 work. */
export type Thresholds = Partial<Record<PhaseName, Pick<PhaseSettings, 'only'>>>;

/** Rows of `item_id` and of `since` when it has been food, never null. Test: the same items as `food` in phases/<phase>.ts. */
export const foodOf: Record<PhaseName, (sql: Sql, phases: Thresholds) => Fragment> = {
  ingest: (sql) => sql`
    select feed_id as item_id, next_fetch_at as since from feeds where listed and kind <> 'hand' and next_fetch_at <= now()`,
  filter: (sql) => sql`
    select title_id as item_id, ingested_at as since from titles where status = 'pending'
    union all
    select title_id as item_id, gated_at as since from titles where status = 'gate_keep' and reading is null`,
  generate: (sql) => sql`
    select title_id as item_id, gated_at as since from titles
    where status = 'gate_keep' and strategic_tier is not null and ef_id is null`,
  enrich: (sql, phases) => sql`
    select ef_id as item_id, generated_at as since from event_families where status = 'seed' and ${reaches(sql, phases.enrich?.only)}`,
  narrate: (sql, phases) => sql`
    select ef_id as item_id, greatest(generated_at, enriched_at) as since from event_families
    where status = 'active' and narrated_title_set is distinct from title_set and ${reaches(sql, phases.narrate?.only)}`,
};

/** What a phase would find now, as rows of `item_id` and `since`. */
export function foodFor(sql: Sql, phase: PhaseName, phases: Thresholds): Fragment {
  return foodOf[phase](sql, phases);
}

/** Of a row `f` of food: it is not in the backlog, at work, or set aside for a human. What is done and is food again is beyond it too. */
export function isBeyondBacklog(sql: Sql, phase: string): Fragment {
  return sql`not exists (select from work w where w.phase = ${phase} and w.item_id = f.item_id and w.state = 'ready')
    and not exists (select from work w where w.phase = ${phase} and w.item_id = f.item_id and w.state = 'failed')
    and not exists (select from work w where w.phase = ${phase} and w.item_id = f.item_id and w.state = 'leased' and w.lease_token is not null)`;
}

export interface OldestFood {
  itemId: string;
  since: Date;
  /** Items beyond the backlog among the first `mostLookedAt`. */
  found: number;
}

/** Of those that came first: a million that wait, or stand in the backlog, cost no more than these. */
const mostLookedAt = 500;

/**
 * What has waited longest in the tables, by phase, or of the one named; a phase that finds nothing there is left out, and so are feeds that are
 * always due, which are read by hand.
 */
export async function oldestFood(
  sql: Sql,
  only: string | null,
  { phases, ingestEverySeconds }: { phases: Thresholds; ingestEverySeconds: number },
): Promise<Map<string, OldestFood>> {
  const wanted = Object.entries(foodOf).filter(
    ([phase]) => (only === null || phase === only) && (phase !== 'ingest' || ingestEverySeconds > 0),
  );
  const found = await Promise.all(
    wanted.map(async ([phase, food]) => {
      // What waits of families has indexes in the order of ids; without it Postgres may walk through all families.
      const order = phase === 'enrich' || phase === 'narrate' ? sql`order by item_id` : sql``;
      const [row] = await sql<OldestFood[]>`
        select item_id::text as "itemId", greatest(since, ${lastTaken(sql, phase)}) as since, count(*) over ()::float8 as found
        from (
          select item_id, since from (select item_id, since from (${food(sql, phases)}) all_of ${order} limit ${mostLookedAt}) f where ${isBeyondBacklog(sql, phase)}
        ) first
        order by first.since, item_id
        limit 1`;
      return row;
    }),
  );
  return new Map(wanted.flatMap(([phase], at) => (found[at] ? [[phase, found[at]] as const] : [])));
}

/** When its newest run that ended well began: it took what was food then, so what is old in the tables has become food since. */
function lastTaken(sql: Sql, phase: string): Fragment {
  return sql`(select started_at from runs where phase = ${phase} and exit in ('done', 'nothing') order by started_at desc limit 1)`;
}
