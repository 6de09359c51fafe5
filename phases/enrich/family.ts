// Takes ids of event families, leaves them with what their titles say and what came before. Guards set-based reading: three
// statements however many families, at most 80 titles of each, one of every outlet before the second of any.
import type { Sql } from 'postgres';
import { readActorNames } from '../../lib/family/actor-names.js';
import { fairSample } from '../../lib/family/fair-sample.js';
import type { Figure } from '../../lib/reading/figures/figure.js';
import type { Act } from '../../lib/reading/reading.js';
import { readingOf } from '../../lib/reading/stored.js';
import type { ItemId } from '../../lib/run.js';

export interface Member {
  titleId: ItemId;
  title: string;
  publisher: string;
  domain: string | null;
  /** ISO 8601, UTC. */
  publishedAt: string;
  lang: string;
  url: string | null;
  /** Ids, in the order of the title. */
  actors: string[];
  mechanisms: string[];
  /** As P2 read them; both empty where the headline says none, or has not been read. */
  acts: readonly Act[];
  figures: readonly Figure[];
}

export interface Comparable {
  ef_id: ItemId;
  title: string;
}

export interface Family {
  itemId: ItemId;
  titleSet: string;
  /** As it was described when the family was formed. */
  title: string;
  titleCount: number;
  theater: string;
  theaterName: string;
  eventType: string;
  /** Canonical actors, most mentioned first. */
  actors: { id: string; name: string }[];
  mechanisms: string[];
  members: Member[];
  comparables: Comparable[];
}

/** Theaters by id, with their English names. */
type Theaters = Readonly<Record<string, { name: string }>>;

interface FamilyRow {
  ef_id: ItemId;
  title_set: string;
  title: string;
  title_count: number;
  theater: string;
  event_type: string;
  key_actors: string[];
  mechanisms: string[];
  members: MemberRow[];
}

interface MemberRow extends Omit<Member, 'titleId' | 'publishedAt' | 'acts' | 'figures'> {
  title_id: ItemId;
  published_at: string;
  reading: unknown;
}

/** Reads the seed families among the ids, in the order of their ids; one that is no longer seed, or has no titles, is left out. */
export async function loadFamilies(sql: Sql, itemIds: readonly ItemId[], theaters: Theaters): Promise<Family[]> {
  const rows = await sql<FamilyRow[]>`
    select ef.ef_id::text, ef.title_set, ef.title, ef.title_count, ef.theater, ef.event_type, ef.key_actors, ef.mechanisms, m.members
    from event_families ef
    cross join lateral (
      select jsonb_agg(jsonb_build_object(
        'title_id', t.title_id::text, 'title', t.title_display, 'publisher', t.publisher_name, 'domain', t.publisher_domain, 'lang', t.lang,
        'published_at', t.published_at, 'url', t.url, 'actors', coalesce(t.actors, '{}'), 'mechanisms', coalesce(t.mechanisms, '{}'), 'reading', t.reading
      ) order by t.published_at, t.title_id) as members
      from (${fairSample(sql)}) t
    ) m
    where ef.ef_id = any(${itemIds as string[]}::bigint[]) and ef.status = 'seed' and m.members is not null
    order by ef.ef_id`;
  const ids = rows.map((row) => row.ef_id);
  const named = rows.flatMap((row) => [...row.key_actors, ...row.members.flatMap(({ actors }) => actors)]);
  const nameOf = await readActorNames(sql, named);
  const comparables = await loadComparables(sql, ids);
  return rows.map((row) => familyOf(row, theaters, nameOf, comparables.get(row.ef_id) ?? []));
}

/**
 * At most three earlier families for each: of the same theater or event type, sharing key actors, most shared first. Looks at the
 * 500 latest families of the half year before, by the index on their end, so its cost does not grow with the table.
 */
async function loadComparables(sql: Sql, ids: readonly ItemId[]): Promise<Map<string, Comparable[]>> {
  const rows = await sql<{ ef_id: ItemId; comparables: Comparable[] }[]>`
    select ef.ef_id::text, jsonb_agg(jsonb_build_object('ef_id', c.ef_id::text, 'title', c.title) order by c.place) as comparables
    from event_families ef
    cross join lateral (
      select e.ef_id, e.title, row_number() over (
        order by e.shared desc, (e.theater = ef.theater)::int + (e.event_type = ef.event_type)::int desc, e.last_at desc, e.ef_id desc
      ) as place
      from (
        select recent.*, (select count(*) from unnest(recent.key_actors) as actor where actor = any(ef.key_actors)) as shared
        from (
          select ef_id, title, theater, event_type, key_actors, first_at, last_at
          from event_families
          where status in ('seed', 'active') and last_at <= ef.last_at and last_at > ef.first_at - interval '180 days'
          order by last_at desc limit 500
        ) recent
        where recent.ef_id <> ef.ef_id and recent.first_at < ef.first_at
          and (recent.theater = ef.theater or recent.event_type = ef.event_type) and recent.key_actors && ef.key_actors
      ) e
    ) c
    where ef.ef_id = any(${ids as string[]}::bigint[]) and c.place <= 3
    group by ef.ef_id`;
  return new Map(rows.map((row) => [row.ef_id, row.comparables]));
}

function familyOf(row: FamilyRow, theaters: Theaters, nameOf: ReadonlyMap<string, string>, comparables: Comparable[]): Family {
  const members = row.members.map(({ title_id, published_at, reading, ...member }) => {
    const { acts = [], figures = [] } = readingOf(reading) ?? {};
    return { ...member, titleId: title_id, publishedAt: new Date(published_at).toISOString(), acts, figures };
  });
  const ids = [...new Set([...row.key_actors, ...members.flatMap(({ actors }) => actors)])];
  return {
    itemId: row.ef_id,
    titleSet: row.title_set,
    title: row.title,
    titleCount: row.title_count,
    theater: row.theater,
    theaterName: theaters[row.theater]?.name ?? row.theater,
    eventType: row.event_type,
    actors: ids.flatMap((id) => (nameOf.has(id) ? [{ id, name: nameOf.get(id) ?? id }] : [])),
    mechanisms: row.mechanisms,
    members,
    comparables,
  };
}
