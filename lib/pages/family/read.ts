// What the page of a family shows, each list with a limit: a dozen short statements by index, whatever the size of the family.
import type { Sql } from 'postgres';
import type { FamilyLogEntry } from '../../desk/families/read-log.js';
import { type FamilyRecord, readFrames, readRecord, type ShownFrame, type ShownMember } from '../../desk/show/family.js';
import { watchlistsOf } from '../../search/watch.js';

/** A headline with what is known of its outlet, and the reading as it is stored. */
export interface FamilyTitle extends ShownMember {
  country: string | null;
  owner: 'public' | 'private' | 'state' | null;
  /** Ids of those it speaks of. */
  actors: string[];
  reading: unknown;
}

export interface Ref {
  id: number;
  title: string;
}

export interface FamilyView {
  family: FamilyRecord;
  frames: ShownFrame[];
  /** By time; the first `most`. */
  titles: FamilyTitle[];
  outlets: number;
  /** The watchlists it is on. */
  watched: string[];
  /** Earlier families whose happening goes on in this one, and later ones in which it goes on; the earliest first. */
  before: Ref[];
  after: Ref[];
  mergedInto: Ref | null;
  /** Merges, splits and what operators moved, the newest first. */
  log: (FamilyLogEntry & { other: Ref | null })[];
}

const most = { titles: 200, chain: 20, log: 30 };

/** Null where there is no such family. */
export async function readFamilyView(sql: Sql, id: string): Promise<FamilyView | null> {
  const [[family], frames, titles, outlets, chain, log, watched] = await Promise.all([
    readRecord(sql, id),
    readFrames(sql, id),
    readTitles(sql, id),
    sql<{ outlets: number }[]>`select count(distinct publisher_name)::int as outlets from titles where ef_id = ${id}`,
    readChain(sql, id),
    readLog(sql, id),
    watchlistsOf(sql, [id]),
  ]);
  if (!family) return null;
  const [mergedInto = null] =
    family.mergedInto === null
      ? []
      : await sql<Ref[]>`select ef_id::float8 as id, title from event_families where ef_id = ${family.mergedInto}`;
  const [before, after] = [false, true].map((isAfter) =>
    chain.filter((one) => one.isAfter === isAfter).map(({ id, title }) => ({ id, title })),
  );
  return {
    ...{ family, frames, titles, outlets: outlets[0]?.outlets ?? 0, watched: watched.get(String(family.id)) ?? [] },
    ...{ before: before ?? [], after: after ?? [], mergedInto, log },
  };
}

function readTitles(sql: Sql, id: string): Promise<FamilyTitle[]> {
  return sql<FamilyTitle[]>`
    select t.title_id::float8 as id, t.title_display as title, t.publisher_name as publisher, t.lang, t.published_at as "publishedAt", t.url,
      f.country, f.owner, t.actors, t.reading
    from titles t left join feeds f on f.feed_id = t.feed_id and f.publisher_name = t.publisher_name
    where t.ef_id = ${id}
    order by t.published_at, t.title_id
    limit ${most.titles}`;
}

function readChain(sql: Sql, id: string): Promise<(Ref & { isAfter: boolean })[]> {
  return sql<(Ref & { isAfter: boolean })[]>`
    with recursive earlier (ef_id, depth) as (
      select continues, 1 from event_families where ef_id = ${id} and continues is not null
      union
      select f.continues, e.depth + 1 from earlier e join event_families f using (ef_id) where f.continues is not null and e.depth < ${most.chain}
    ), later (ef_id, depth) as (
      select ef_id, 1 from event_families where continues = ${id}
      union
      select f.ef_id, l.depth + 1 from later l join event_families f on f.continues = l.ef_id where l.depth < ${most.chain}
    )
    select f.ef_id::float8 as id, f.title, c.after as "isAfter"
    from (select ef_id, false as after from earlier union select ef_id, true from later) c
    join event_families f using (ef_id)
    where f.status in ('seed', 'active') and ef_id <> ${id}
    order by f.first_at, f.ef_id
    limit ${2 * most.chain}`;
}

function readLog(sql: Sql, id: string): Promise<FamilyView['log']> {
  return sql<FamilyView['log']>`
    select l.log_id::float8 as "logId", l.at, l.act, l.ef_id::float8 as "efId", l.other_ef_id::float8 as "otherEfId",
      l.title_ids::float8[] as "titleIds", l.by_whom as "byWhom", l.undoes::float8 as undoes, u.log_id::float8 as "undoneBy", l.why,
      case when o.ef_id is not null then jsonb_build_object('id', o.ef_id, 'title', o.title) end as other
    from (
      (select * from family_log where ef_id = ${id} and act <> 'place' order by log_id desc limit ${most.log})
      union
      (select * from family_log where other_ef_id = ${id} order by log_id desc limit ${most.log})
    ) l
    left join family_log u on u.undoes = l.log_id
    left join event_families o on o.ef_id = case when l.ef_id = ${id} then l.other_ef_id else l.ef_id end
    order by l.log_id desc
    limit ${most.log}`;
}
