// Event families with the titles whose wording is compared, as P2 read them. Two statements read them, however many they are; of a large
// one 80 titles, one of every outlet before the second of any.
import type { Sql } from 'postgres';
import { readActorNames } from '../../lib/family/actor-names.js';
import { withoutBorrowed } from '../../lib/family/borrowed-names.js';
import { fairSample } from '../../lib/family/fair-sample.js';
import type { ToldTitle } from '../../lib/family/told-title.js';
import { readingOf } from '../../lib/reading/stored.js';
import type { Wording } from '../../lib/reading/wording/wording.js';
import type { ItemId } from '../../lib/run.js';

export interface ActiveMember extends ToldTitle {
  /** The names by which the gate found its actors. */
  hits: readonly { id: string; start: number; end: number }[];
  /** Null where the title has not been read. */
  wording: Wording | null;
}

export interface ActiveFamily {
  itemId: ItemId;
  titleSet: string;
  title: string;
  theater: string;
  eventType: string;
  /** Canonical actors by id, with their English names. */
  names: ReadonlyMap<string, string>;
  /** From the enrichment, strongest first. */
  roles: readonly { actor: string; role: string }[];
  members: readonly ActiveMember[];
}

interface MemberRow extends Pick<ActiveMember, 'title' | 'publisher' | 'owner' | 'country' | 'lang' | 'actors' | 'hits'> {
  title_id: ItemId;
  published_at: string;
  reading: unknown;
}

interface FamilyRow {
  ef_id: ItemId;
  title_set: string;
  title: string;
  theater: string;
  event_type: string;
  roles: { actor: string; role: string }[];
  members: MemberRow[];
}

/** Reads the active, unnarrated families among the ids, in the order of their ids; others are left out. */
export async function loadActiveFamilies(
  sql: Sql,
  itemIds: readonly ItemId[],
  placesIn: (title: string) => string[],
): Promise<ActiveFamily[]> {
  const rows = await sql<FamilyRow[]>`
    select ef.ef_id::text, ef.title_set, ef.title, ef.theater, ef.event_type, coalesce(ef.canonical_actors, '[]') as roles, m.members
    from event_families ef
    cross join lateral (
      select jsonb_agg(jsonb_build_object(
        'title_id', t.title_id::text, 'title', t.title_display, 'publisher', t.publisher_name, 'lang', t.lang, 'owner', f.owner,
        'country', f.country, 'published_at', t.published_at, 'actors', coalesce(t.actors, '{}'),
        'hits', coalesce(t.gate -> 'actors', '[]'), 'reading', t.reading
      ) order by t.published_at, t.title_id) as members
      from (${fairSample(sql)}) t
      left join feeds f on f.feed_id = t.feed_id and f.publisher_name = t.publisher_name
    ) m
    where ef.ef_id = any(${itemIds as string[]}::bigint[]) and ef.status = 'active'
      and ef.narrated_title_set is distinct from ef.title_set and m.members is not null
    order by ef.ef_id`;
  const members = new Map(rows.map((row) => [row.ef_id, row.members.map((member) => memberOf(member, placesIn))]));
  const parties = [...members.values()]
    .flat()
    .flatMap(({ acts }) => acts.flatMap(({ source, target, saidBy }) => [source, target, saidBy]));
  const named = rows.flatMap(({ roles, members }) => [...roles.map(({ actor }) => actor), ...members.flatMap(({ actors }) => actors)]);
  const nameOf = await readActorNames(sql, [...named, ...parties.filter((id) => id !== null)]);
  return rows.map((row) => ({
    itemId: row.ef_id,
    titleSet: row.title_set,
    title: row.title,
    theater: row.theater,
    eventType: row.event_type,
    names: nameOf,
    roles: row.roles,
    members: members.get(row.ef_id) ?? [],
  }));
}

function memberOf({ title_id, published_at, reading, ...member }: MemberRow, placesIn: (title: string) => string[]): ActiveMember {
  const { acts = [], figures = [], wording = null } = readingOf(reading) ?? {};
  const places = placesIn(member.title);
  const actors = withoutBorrowed(member.title, member.actors);
  return { ...member, actors, places, titleId: title_id, publishedAt: new Date(published_at).toISOString(), acts, figures, wording };
}
