// What P3, P4 and P5 have stored of families, read along their key with the titles it was made of: a batch at a time, so that memory does
// not grow with how much is stored.
import type { Fragment, Sql } from 'postgres';
import { readActorNames } from '../family/actor-names.js';
import { fairSample } from '../family/fair-sample.js';

export interface AuditedMember {
  id: string;
  text: string;
  lang: string;
  publisher: string;
  /** ISO 8601. */
  at: string;
  /** Where the outlet is at home, by the settings; null where they do not say. */
  country: string | null;
}

export interface StoredNarrative {
  id: string;
  position: number;
  title: string;
  thesis: string;
  statements: { text: string; cites: string[] }[];
  framing: Record<string, string | null>;
  evidence: { title_id: string; quote: string }[];
  why_different: string | null;
  title_set: string;
  made_by: { engine?: string };
}

export interface StoredFamily {
  id: string;
  status: 'seed' | 'active';
  title: string;
  summary: string;
  timeline: { at: string; fact: string; cites: (string | number)[] }[];
  titleSet: string;
  theater: string;
  eventType: string;
  actors: string[];
  roles: { actor: string; role: string }[];
  whyStrategic: string | null;
  context: string | null;
  /** An operator has marked a context of it wrong: none may stand there. */
  contextMarked: boolean;
  describedBy: { engine?: string };
  enrichedBy: { engine?: string } | null;
  /** The titles that the context was made of; null where there is none. */
  enrichedTitleSet: string | null;
  comparables: { title: string }[];
  members: AuditedMember[];
  /** Those of the present titles. */
  narratives: StoredNarrative[];
}

const batchSize = 50;

/** Which families: all that live, or at most so many of those that a phase has touched from a time on, the newest. */
export type Which = 'all' | { since: Date; most?: number };

/** Yields the living families in batches. */
export async function* storedFamilies(sql: Sql, which: Which): AsyncGenerator<StoredFamily[]> {
  if (which !== 'all') {
    const touched = await sql<{ id: string }[]>`
      select ef_id::text as id from event_families
      where greatest(generated_at, enriched_at, narrated_at) >= ${which.since} and status in ('seed', 'active')
      order by greatest(generated_at, enriched_at, narrated_at) desc
      limit ${which.most ?? null}`;
    for (let at = 0; at < touched.length; at += batchSize)
      yield await readBatch(sql, sql`ef.ef_id = any(${touched.slice(at, at + batchSize).map(({ id }) => id)}::bigint[])`);
    return;
  }
  for (let after: string | undefined = '0'; after !== undefined; ) {
    const rows: StoredFamily[] = await readBatch(sql, sql`ef.ef_id > ${after}`);
    if (rows.length > 0) yield rows;
    after = rows.length < batchSize ? undefined : rows.at(-1)?.id;
  }
}

async function readBatch(sql: Sql, among: Fragment): Promise<StoredFamily[]> {
  return await sql<StoredFamily[]>`
    select ef.ef_id::text as id, ef.status, ef.title, ef.summary, ef.timeline, ef.title_set as "titleSet", ef.theater, ef.event_type as "eventType",
           ef.key_actors as actors, coalesce(ef.canonical_actors, '[]') as roles, ef.why_strategic as "whyStrategic", ef.context,
           exists (select from marks k where k.ef_id = ef.ef_id and k.field = 'context' and k.verdict = 'wrong' and k.undone_at is null) as "contextMarked",
           ef.described_by as "describedBy", ef.enriched_by as "enrichedBy", ef.enriched_title_set as "enrichedTitleSet",
           coalesce(ef.comparables, '[]') as comparables, m.members, n.narratives
    from event_families ef
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('id', t.title_id::text, 'text', t.title_display, 'lang', t.lang, 'publisher', t.publisher_name,
                                                   'at', t.published_at, 'country', f.country)
                                order by t.published_at, t.title_id), '[]') as members
      from (${fairSample(sql)}) t
      left join feeds f on f.feed_id = t.feed_id and f.publisher_name = t.publisher_name
    ) m
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', n.narrative_id::text, 'position', n.position, 'title', n.title, 'thesis', n.thesis, 'statements', n.statements,
        'framing', n.framing, 'evidence', n.evidence, 'why_different', n.why_different, 'title_set', n.title_set, 'made_by', n.made_by
      ) order by n.position), '[]') as narratives
      from framed_narratives n
      where n.ef_id = ef.ef_id and n.title_set = ef.title_set
    ) n
    where ${among} and ef.status in ('seed', 'active')
    order by ef.ef_id
    limit ${batchSize}`;
}

/** English names of all actors that the families name, and of the countries of their outlets, by id; an id without one is unknown to the vocabulary that stored it. */
export function namesIn(sql: Sql, families: readonly StoredFamily[]): Promise<Map<string, string>> {
  return readActorNames(
    sql,
    families.flatMap(({ actors, roles, members }) => [
      ...[...actors, ...roles.map(({ actor }) => actor)],
      ...members.flatMap(({ country }) => country ?? []),
    ]),
  );
}
