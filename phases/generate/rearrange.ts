// Moves titles between families that exist, as an operator or the upkeep decides: every family touched is told anew by rules, is `seed` again,
// and the move is logged. One statement; nothing is written where a family is no longer as it was read.
import type { Fragment, Sql } from 'postgres';
import type { Config } from '../../lib/config.js';
import { readActorNames } from '../../lib/family/actor-names.js';
import { jsonb } from '../../lib/jsonb.js';
import type { NewsTitle } from '../../lib/matching/features.js';
import type { ItemId } from '../../lib/run.js';
import { readTakenKeys } from './candidates.js';
import { byRules, describePrompt } from './describe.js';
import { efKeyOf, type FamilyRow, familyRow, freeKey } from './family.js';

/** A family as it was read. */
export interface FamilyState {
  efId: ItemId;
  status: string;
  titleSet: string;
  members: NewsTitle[];
}

/** A family as it is to be: one of those read, or a new one. Without members it is merged into another, or recycled. */
export interface WantedFamily {
  read: FamilyState | null;
  members: NewsTitle[];
  /** Of a new one: the earlier family whose happening goes on in it. */
  continues?: ItemId;
  mergedInto?: ItemId;
}

export interface Move {
  act: 'merge' | 'split' | 'drop' | 'undo';
  efId: ItemId;
  /** 'new': the family that the move founds. */
  otherEfId: ItemId | 'new' | null;
  titleIds: ItemId[];
  why: object;
  byWhom: string;
  undoes?: ItemId;
  wanted: WantedFamily[];
  /** Titles in no family now, which a family takes in. */
  loose: ItemId[];
  /** Titles that are in no family afterwards. */
  freed: ItemId[];
  rulings: { rule: 'apart' | 'together'; title_id: ItemId; side: 1 | 2 }[];
  /** The log entry whose rulings end. */
  ends?: ItemId;
}

type Settings = Pick<Config, 'theaters' | 'eventTypes'>;

/** Returns the id of the log entry, or null where something has changed since it was read: nothing was done then. */
export async function rearrange(sql: Sql, settings: Settings, move: Move): Promise<ItemId | null> {
  const kept = move.wanted.filter(({ members }) => members.length > 0);
  const emptied = move.wanted.filter(({ members }) => members.length === 0);
  const rows = await rowsOf(sql, settings, kept);
  const read = move.wanted.flatMap(({ read: family }) =>
    family ? [{ ef_id: family.efId, title_set: family.titleSet, status: family.status }] : [],
  );
  const gone = emptied.flatMap(({ read: family, mergedInto = null }) => (family ? [{ ef_id: family.efId, merged_into: mergedInto }] : []));
  const [written] = await sql<{ log_id: ItemId | null }[]>`
    with turn as materialized (
      update phases set revision = revision + 1 where name = 'generate' returning 1
    ),
    planned as materialized (
      select *
      from jsonb_to_recordset(${jsonb(sql, rows)}) as f(
        ef_id bigint, ef_key text, continues bigint, title text, summary text, theater text, event_type text, key_actors text[], mechanisms text[],
        strategic_tier smallint, first_at timestamptz, last_at timestamptz, timeline jsonb, title_count integer, title_set text,
        described_by jsonb, joins bigint[])
    ),
    held as materialized (
      select e.ef_id
      from event_families e
      join jsonb_to_recordset(${jsonb(sql, read)}) as r(ef_id bigint, title_set text, status text)
        on r.ef_id = e.ef_id and r.title_set = e.title_set and r.status = e.status
      where exists (select from turn)
      order by e.ef_id
      for update of e
    ),
    loose as materialized (
      select title_id
      from titles
      where title_id = any(${move.loose}::bigint[]) and status = 'gate_keep' and ef_id is null
      order by title_id
      for update
    ),
    sure as materialized (
      select where (select count(*) from held) = ${read.length} and (select count(*) from loose) = ${move.loose.length}
    ),
    founded as (
      insert into event_families (ef_key, status, continues, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier,
        first_at, last_at, timeline, title_count, title_set, described_by)
      select ef_key, 'seed', continues, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier,
        first_at, last_at, timeline, title_count, title_set, described_by
      from planned, sure
      where ef_id is null
      returning ef_id, title_set
    ),
    changed as (
      update event_families e
      set status = 'seed', merged_into = null, title = w.title, summary = w.summary, theater = w.theater, event_type = w.event_type,
        key_actors = w.key_actors, mechanisms = w.mechanisms, strategic_tier = w.strategic_tier, first_at = w.first_at, last_at = w.last_at,
        timeline = w.timeline, title_count = w.title_count, title_set = w.title_set, described_by = w.described_by, generated_at = now()
      from planned w, sure
      where e.ef_id = w.ef_id
      returning e.ef_id, e.title_set
    ),
    emptied as (
      update event_families e
      set status = case when g.merged_into is null then 'recycled' else 'merged' end, merged_into = g.merged_into,
        title_count = case when g.merged_into is null then 0 else e.title_count end
      from jsonb_to_recordset(${jsonb(sql, gone)}) as g(ef_id bigint, merged_into bigint), sure
      where e.ef_id = g.ef_id
      returning e.ef_id
    ),
    moved as (
      update titles t
      set ef_id = h.ef_id, generated_at = coalesce(t.generated_at, now())
      from (select ef_id, title_set from founded union all select ef_id, title_set from changed) h
      join planned w on w.title_set = h.title_set
      where t.title_id = any(w.joins) and t.ef_id is distinct from h.ef_id
      returning t.title_id
    ),
    freed as (
      update titles t set ef_id = null, generated_at = null from sure where t.title_id = any(${move.freed}::bigint[]) returning t.title_id
    ),
    ${logOf(sql, move)}
    select (select log_id from logged) as log_id`;
  return written?.log_id ?? null;
}

/** The entry of the log and what it rules, as CTEs after `sure` and `founded (ef_id)`. */
function logOf(sql: Sql, move: Move): Fragment {
  return sql`
    logged as (
      insert into family_log (act, ef_id, other_ef_id, title_ids, why, by_whom, undoes)
      select ${move.act}, ${move.efId}::bigint,
        case when ${move.otherEfId === 'new'} then (select ef_id from founded) else ${move.otherEfId === 'new' ? null : move.otherEfId}::bigint end,
        ${move.titleIds}::bigint[], ${jsonb(sql, move.why)}, ${move.byWhom}, ${move.undoes ?? null}::bigint
      from sure
      returning log_id
    ),
    ruled as (
      insert into title_rulings (log_id, title_id, rule, side)
      select logged.log_id, r.title_id, r.rule, r.side
      from logged, jsonb_to_recordset(${jsonb(sql, move.rulings)}) as r(title_id bigint, rule text, side smallint)
      returning log_id
    ),
    ended as (
      delete from title_rulings r using sure where r.log_id = ${move.ends ?? null}::bigint returning r.log_id
    )`;
}

async function rowsOf(sql: Sql, settings: Settings, wanted: readonly WantedFamily[]): Promise<FamilyRow[]> {
  const names = await readActorNames(
    sql,
    wanted.flatMap(({ members }) => members.flatMap(({ actors }) => actors)),
  );
  const told = wanted.map((one) => ({ ...one, description: describePrompt(one.members, names, settings).offline() }));
  const keys = told.map(({ members, description }) => efKeyOf(members, description.theater));
  const taken = await readTakenKeys(sql, keys);
  return told.map(({ read, members, continues, description }, at) => {
    const common = { members, joins: members, absorbed: [], continues, steps: [], description, madeBy: byRules };
    return familyRow({ ...common, known: read ?? undefined }, freeKey(keys[at] ?? '', taken));
  });
}
