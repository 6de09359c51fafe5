// What is exported, page by page: each page is a few statements, so that a long export holds no transaction open and no more than a page in
// memory. Families that are founded meanwhile are not in it.
import type { Sql } from 'postgres';
import { everyFamily } from '../../search/families.js';
import type { Filter } from '../../search/filter.js';
import { everyTitle } from '../../search/titles.js';
import { type ExportedAct, readExportedActs } from './acts.js';

/** Times are ISO 8601 in UTC. */
export interface ExportedFamily {
  id: number;
  key: string;
  status: string;
  title: string;
  summary: string;
  theater: string;
  eventType: string;
  tier: number;
  importance: number | null;
  firstAt: Date;
  lastAt: Date;
  titles: number;
  outlets: string[];
  langs: string[];
  /** Ids. */
  actors: string[];
  actorNames: string[];
  actorKinds: string[];
  mechanisms: string[];
  policyStatus: string | null;
  whyStrategic: string | null;
  context: string | null;
  tags: string[];
  continues: number | null;
  acts: unknown[];
  figures: unknown[];
  disputed: unknown[];
  silent: unknown[];
  links: { outlet: string; title: string; url: string | null; at: string }[];
}

export interface ExportedNarrative {
  id: number;
  family: number;
  familyTitle: string;
  position: number;
  title: string;
  thesis: string;
  statements: string[];
  outlets: string[];
  prevalence: number;
  quotes: string[];
  framing: unknown;
  lexicon: unknown;
  whyDifferent: string | null;
  basis: string;
  madeAt: Date;
}

interface ExportedTitle {
  id: number;
  title: string;
  url: string | null;
  publisher: string;
  domain: string | null;
  country: string | null;
  owner: string | null;
  lang: string;
  publishedAt: Date;
  status: string;
  tier: number | null;
  score: number | null;
  family: number | null;
  theater: string | null;
  eventType: string | null;
  actors: string[];
}

const pageSize = 500;
/** Links of a family, of each outlet first its first. */
const mostLinks = 20;

/** Pages of families; none where nothing passes the filter. */
export async function* familyRecords(sql: Sql, filter: Filter): AsyncGenerator<ExportedFamily[]> {
  for await (const ids of everyFamily(sql, filter, pageSize)) yield await readFamilies(sql, ids);
}

/** Pages of the narratives of families that pass the filter. */
export async function* narrativeRecords(sql: Sql, filter: Filter): AsyncGenerator<ExportedNarrative[]> {
  for await (const ids of everyFamily(sql, filter, pageSize)) yield await readExportedNarratives(sql, ids);
}

/** Pages of the acts of families that pass the filter. */
export async function* actRecords(sql: Sql, filter: Filter): AsyncGenerator<ExportedAct[]> {
  for await (const ids of everyFamily(sql, filter, pageSize)) yield await readExportedActs(sql, ids);
}

/** Pages of titles that pass the filter. */
export async function* titleRecords(sql: Sql, filter: Filter): AsyncGenerator<ExportedTitle[]> {
  for await (const ids of everyTitle(sql, filter, 2 * pageSize)) yield await readTitles(sql, ids);
}

async function readFamilies(sql: Sql, ids: readonly string[]): Promise<ExportedFamily[]> {
  return await sql<ExportedFamily[]>`
    select e.ef_id::float8 as id, e.ef_key as key, e.status, e.title, e.summary, e.theater, e.event_type as "eventType", e.strategic_tier as tier,
      e.importance, e.first_at as "firstAt", e.last_at as "lastAt", e.title_count as titles, s.outlets, s.langs, e.key_actors as actors,
      array(select coalesce(a.name, k.id) from unnest(e.key_actors) with ordinality k (id, place) left join actors a on a.actor_id = k.id order by k.place) as "actorNames",
      array(select coalesce(a.kind, '') from unnest(e.key_actors) with ordinality k (id, place) left join actors a on a.actor_id = k.id order by k.place) as "actorKinds",
      e.mechanisms, nullif(e.policy_status, 'none') as "policyStatus", e.why_strategic as "whyStrategic", e.context, coalesce(e.tags, '{}') as tags,
      e.continues::float8 as continues, coalesce(e.acts, '[]') as acts, coalesce(e.figures, '[]') as figures,
      coalesce(e.disputed, '[]') as disputed, coalesce(e.omissions, '[]') as silent,
      coalesce((
        select jsonb_agg(jsonb_build_object('outlet', l.publisher_name, 'title', l.title_display, 'url', l.url, 'at', l.published_at)
                         order by l.place, l.published_at, l.title_id)
        from (
          select t.*, row_number() over (partition by t.publisher_name order by t.published_at, t.title_id) as place
          from titles t where t.ef_id = e.ef_id order by place, published_at, title_id limit ${mostLinks}
        ) l
      ), '[]') as links
    from event_families e join family_search s using (ef_id)
    where e.ef_id = any(${ids}::bigint[])
    order by e.ef_id desc`;
}

/** The narratives of these families, in their order. */
export async function readExportedNarratives(sql: Sql, ids: readonly string[]): Promise<ExportedNarrative[]> {
  return await sql<ExportedNarrative[]>`
    select n.narrative_id::float8 as id, n.ef_id::float8 as family, e.title as "familyTitle", n.position, n.title, n.thesis,
      array(select s.one ->> 'text' from jsonb_array_elements(n.statements) with ordinality s (one, place) order by s.place) as statements,
      n.outlets, n.prevalence, array(select q.one ->> 'quote' from jsonb_array_elements(n.evidence) with ordinality q (one, place) order by q.place) as quotes,
      n.framing, n.lexicon, n.why_different as "whyDifferent",
      case when n.made_by ->> 'engine' = 'offline' then 'rules' else 'model, checked' end as basis, n.made_at as "madeAt"
    from framed_narratives n join event_families e using (ef_id)
    where n.ef_id = any(${ids}::bigint[])
    order by n.ef_id desc, n.position`;
}

async function readTitles(sql: Sql, ids: readonly string[]): Promise<ExportedTitle[]> {
  return await sql<ExportedTitle[]>`
    select t.title_id::float8 as id, t.title_display as title, t.url, t.publisher_name as publisher, t.publisher_domain as domain, f.country, f.owner,
      t.lang, t.published_at as "publishedAt", t.status, t.strategic_tier as tier, t.gate_score as score, t.ef_id::float8 as family,
      t.reading ->> 'theater' as theater, t.reading ->> 'eventType' as "eventType", coalesce(t.actors, '{}') as actors
    from titles t left join feeds f on f.feed_id = t.feed_id and f.publisher_name = t.publisher_name
    where t.title_id = any(${ids}::bigint[])
    order by t.title_id desc`;
}
