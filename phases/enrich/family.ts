// Event families with what their titles say and what came before. Three statements read them, however many they are; of a large one 80
// titles, one of every outlet before the second of any.
import type { Sql } from 'postgres';
import { readActorNames } from '../../lib/family/actor-names.js';
import { withoutBorrowed } from '../../lib/family/borrowed-names.js';
import { fairSample } from '../../lib/family/fair-sample.js';
import { type MainAct, mainActOf } from '../../lib/family/main-act.js';
import type { ToldTitle } from '../../lib/family/told-title.js';
import { readingOf } from '../../lib/reading/stored.js';
import type { ItemId } from '../../lib/run.js';
import { type Comparable, readComparables } from './comparables.js';

export interface SeedMember extends ToldTitle {
  domain: string | null;
  url: string | null;
  mechanisms: string[];
  read: boolean;
}

export interface SeedFamily {
  itemId: ItemId;
  titleSet: string;
  /** As it was described when the family was formed. */
  title: string;
  summary: string;
  titleCount: number;
  strategicTier: number;
  theater: string;
  theaterName: string;
  eventType: string;
  /** Canonical actors, most mentioned first. */
  actors: { id: string; name: string }[];
  /** English names of the countries where its outlets are at home, by their codes. */
  countries: ReadonlyMap<string, string>;
  mechanisms: string[];
  members: SeedMember[];
  /** What most headlines tell; null where no two tell the same. */
  main: MainAct | null;
  comparables: Comparable[];
}

/** Theaters by id, with their English names. */
type Theaters = Readonly<Record<string, { name: string }>>;

interface FamilyRow {
  ef_id: ItemId;
  title_set: string;
  title: string;
  summary: string;
  title_count: number;
  strategic_tier: number;
  theater: string;
  event_type: string;
  key_actors: string[];
  mechanisms: string[];
  members: MemberRow[];
}

interface MemberRow extends Omit<SeedMember, 'titleId' | 'publishedAt' | 'places' | 'acts' | 'figures' | 'read'> {
  title_id: ItemId;
  published_at: string;
  reading: unknown;
}

/** Reads the seed families among the ids, in the order of their ids; one that is no longer seed, or has no titles, is left out. */
export async function loadSeedFamilies(
  sql: Sql,
  itemIds: readonly ItemId[],
  theaters: Theaters,
  placesIn: (title: string) => string[],
): Promise<SeedFamily[]> {
  const rows = await sql<FamilyRow[]>`
    select ef.ef_id::text, ef.title_set, ef.title, ef.summary, ef.title_count, ef.strategic_tier, ef.theater, ef.event_type, ef.key_actors, ef.mechanisms, m.members
    from event_families ef
    cross join lateral (
      select jsonb_agg(jsonb_build_object(
        'title_id', t.title_id::text, 'title', t.title_display, 'publisher', t.publisher_name, 'domain', t.publisher_domain, 'lang', t.lang,
        'owner', f.owner, 'country', f.country,
        'published_at', t.published_at, 'url', t.url, 'actors', coalesce(t.actors, '{}'), 'mechanisms', coalesce(t.mechanisms, '{}'), 'reading', t.reading
      ) order by t.published_at, t.title_id) as members
      from (${fairSample(sql)}) t
      left join feeds f on f.feed_id = t.feed_id and f.publisher_name = t.publisher_name
    ) m
    where ef.ef_id = any(${itemIds as string[]}::bigint[]) and ef.status = 'seed' and m.members is not null
    order by ef.ef_id`;
  const members = new Map(rows.map((row) => [row.ef_id, row.members.map((member) => memberOf(member, placesIn))]));
  const mains = rows.map((row) => ({ itemId: row.ef_id, main: mainActOf(members.get(row.ef_id) ?? []) }));
  const nameOf = await readActorNames(
    sql,
    rows.flatMap((row) => [...row.key_actors, ...partiesOf(members.get(row.ef_id) ?? []), ...homesOf(members.get(row.ef_id) ?? [])]),
  );
  const comparables = await readComparables(sql, mains);
  return rows.map((row, at) => {
    const own = members.get(row.ef_id) ?? [];
    return familyOf(row, own, theaters, nameOf, mains[at]?.main ?? null, comparables.get(row.ef_id) ?? []);
  });
}

function memberOf({ title_id, published_at, reading, ...member }: MemberRow, placesIn: (title: string) => string[]): SeedMember {
  const read = readingOf(reading);
  const { acts = [], figures = [] } = read ?? {};
  const places = placesIn(member.title);
  const actors = withoutBorrowed(member.title, member.actors);
  return {
    ...member,
    actors,
    places,
    titleId: title_id,
    publishedAt: new Date(published_at).toISOString(),
    acts,
    figures,
    read: read !== null,
  };
}

/** Ids of all whom the headlines name, or tell as doing, meeting or saying something. */
function partiesOf(members: readonly SeedMember[]): string[] {
  const acts = members.flatMap((member) => member.acts.flatMap(({ source, target, saidBy }) => [source, target, saidBy]));
  return [...members.flatMap(({ actors }) => actors), ...acts.filter((id) => id !== null)];
}

/** Codes of the countries of the outlets, each once. */
function homesOf(members: readonly SeedMember[]): string[] {
  return [...new Set(members.flatMap(({ country }) => country ?? []))];
}

function familyOf(
  row: FamilyRow,
  members: SeedMember[],
  theaters: Theaters,
  nameOf: ReadonlyMap<string, string>,
  main: MainAct | null,
  comparables: Comparable[],
): SeedFamily {
  const ids = [...new Set([...row.key_actors, ...partiesOf(members)])];
  return {
    itemId: row.ef_id,
    titleSet: row.title_set,
    title: row.title,
    summary: row.summary,
    titleCount: row.title_count,
    strategicTier: row.strategic_tier,
    theater: row.theater,
    theaterName: theaters[row.theater]?.name ?? row.theater,
    eventType: row.event_type,
    actors: ids.flatMap((id) => (nameOf.has(id) ? [{ id, name: nameOf.get(id) ?? id }] : [])),
    countries: new Map(homesOf(members).flatMap((code) => (nameOf.has(code) ? [[code, nameOf.get(code) ?? code] as const] : []))),
    mechanisms: row.mechanisms,
    members,
    main,
    comparables,
  };
}
