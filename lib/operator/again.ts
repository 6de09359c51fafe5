// Makes done items the food of their phase again, so that its next run does them anew: feeds are due, families wait for their context or
// their narratives. What made titles what they are belongs to P2 and P3, whose desks do it. Each is one statement that writes who and why.
import type { Fragment, Sql } from 'postgres';
import { type PhaseName, positionOf } from '../config/phases.js';
import type { ItemId } from '../work.js';
import { type Asker, noted } from './log.js';

/** Those that all of it names; without any, all that is done. */
export interface Chosen {
  ids: readonly ItemId[] | null;
  /** Done since then. */
  since: Date | null;
  /** Only what another version made than the newest run's. */
  stale: boolean;
}

interface Again {
  /** The table's rows that are done, under the condition `chosen`. */
  done: (sql: Sql) => Fragment;
  reopen: (sql: Sql) => Fragment;
}

/** `done` are rows of `item_id` and `at`; `reopen` updates those that `chosen (item_id)` names, returning `item_id`. */
const table: Partial<Record<PhaseName, Again>> = {
  ingest: {
    done: (sql) => sql`select feed_id as item_id, fetched_at as at from feeds where listed and kind <> 'hand' and fetched_at is not null`,
    // Without the marks of the last answer its server gives the whole body again.
    reopen: (sql) => sql`
      update feeds f set next_fetch_at = now(), etag = null, last_modified = null, body_sha256 = null
      from chosen where f.feed_id = chosen.item_id and f.listed and f.kind <> 'hand'
      returning f.feed_id as item_id`,
  },
  enrich: {
    done: (sql) => sql`select ef_id as item_id, enriched_at as at from event_families where status = 'active'`,
    reopen: (sql) => sql`
      update event_families ef set status = 'seed' from chosen where ef.ef_id = chosen.item_id and ef.status = 'active'
      returning ef.ef_id as item_id`,
  },
  narrate: {
    done: (sql) => sql`
      select ef_id as item_id, narrated_at as at from event_families where status = 'active' and narrated_title_set is not null`,
    reopen: (sql) => sql`
      update event_families ef set narrated_title_set = null
      from chosen where ef.ef_id = chosen.item_id and ef.status = 'active' and ef.narrated_title_set is not null
      returning ef.ef_id as item_id`,
  },
};

/** A stage of the operator's own: what it has answered it is asked again. */
function ofStage(stage: PhaseName): Again | undefined {
  if (positionOf(stage) > 0) return undefined;
  return {
    done: (sql) => sql`select item_id, made_at as at from stage_answers where stage = ${stage}`,
    reopen: (sql) => sql`
      delete from stage_answers a using chosen where a.stage = ${stage} and a.item_id = chosen.item_id returning a.item_id`,
  };
}

/** How many would be done again. Null for a phase whose own desk knows. */
export async function countAgain(sql: Sql, phase: PhaseName, chosen: Chosen): Promise<number | null> {
  const of = table[phase] ?? ofStage(phase);
  if (!of) return null;
  const [row] = await sql<{ items: number }[]>`select count(*)::float8 as items from (${among(sql, phase, of, chosen)}) c`;
  return row?.items ?? 0;
}

/** Returns how many the next run does again. */
export async function doAgain(sql: Sql, phase: PhaseName, chosen: Chosen, asker: Asker): Promise<number> {
  const of = table[phase] ?? ofStage(phase);
  if (!of) throw new Error(`${phase} makes its own items food again; ask its desk.`);
  const rows = await sql<{ items: number }[]>`
    with chosen as materialized (${among(sql, phase, of, chosen)}),
    changed as (${of.reopen(sql)}),
    logged as (${noted(sql, { act: 'reprocess', phase, said: chosenInWords(chosen), ...asker })})
    select count(*)::float8 as items from changed`;
  return rows[0]?.items ?? 0;
}

function among(sql: Sql, phase: PhaseName, { done }: Again, { ids, since, stale }: Chosen): Fragment {
  return sql`
    select d.item_id
    from (${done(sql)}) d
    left join work w on w.phase = ${phase} and w.item_id = d.item_id
    where (${ids as string[] | null}::bigint[] is null or d.item_id = any(${ids as string[] | null}::bigint[]))
      and (${since?.toISOString() ?? null}::timestamptz is null or d.at >= ${since?.toISOString() ?? null})
      and (not ${stale} or w.version is distinct from (select version from phases where name = ${phase}))`;
}

/** What was chosen, for the log. */
export function chosenInWords({ ids, since, stale }: Chosen): string {
  return [...(ids ? ['by id'] : []), ...(since ? [`since ${since.toISOString()}`] : []), ...(stale ? ['stale'] : [])].join(', ') || 'all';
}
