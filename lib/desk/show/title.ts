// A title with all that belongs to it: the item, its way through the phases, the gate's reason, its reading, its family.
import type { Sql } from 'postgres';
import * as z from 'zod';
import { late } from '../../late.js';
import { readWork, type WorkRow } from './work.js';

const hit = late(() =>
  z.object({
    id: z.string(),
    term: z.string(),
    start: z.number(),
    end: z.number(),
    reading: z.string().optional(),
    beside: z.string().optional(),
  }),
);
const gateShape = late(() =>
  z.object({
    vocabulary: z.string().default(''),
    actors: z.array(hit()).default([]),
    mechanisms: z.array(hit()).default([]),
    contexts: z.array(hit()).default([]),
    arithmetic: z.array(z.object({ what: z.string(), points: z.number() })).default([]),
    because: z.string().optional(),
  }),
);
export type GateReason = z.infer<ReturnType<typeof gateShape>>;

interface TitleRecord {
  id: number;
  title: string;
  titleOriginal: string;
  description: string | null;
  publisher: string;
  publisherDomain: string | null;
  lang: string;
  url: string | null;
  feed: string;
  status: string;
  strategicTier: number | null;
  gateScore: number | null;
  /** As stored by the filter phase; null while the title is pending. */
  gate: unknown;
  /** As stored by the filter phase; null while it is pending, where it was dropped, and until it is read. */
  reading: unknown;
  publishedAt: Date;
  /** `item`: the feed said so; `fetch`: it did not, this is when the feed was read. */
  publishedAtFrom: string;
  ingestedAt: Date;
  gatedAt: Date | null;
  generatedAt: Date | null;
  family: { id: number; title: string; status: string } | null;
}

/** Of a title whose text "sni prune" has let go of. */
export const forgotten = 'It was dropped long ago, and its text is gone: what a feed that still carries it knows it by is left.';

export interface ShownTitle extends TitleRecord {
  /** Names of the actors in its reading, by id. */
  actorNames: Record<string, string>;
  work: WorkRow[];
}

/** Null when there is no such title. */
export async function readTitle(sql: Sql, id: string): Promise<ShownTitle | null> {
  const [[title], work] = await Promise.all([
    sql<Omit<ShownTitle, 'work'>[]>`
      select t.title_id::float8 as id, t.title_display as title, t.title_original as "titleOriginal", t.description,
        t.publisher_name as publisher, t.publisher_domain as "publisherDomain", t.lang, t.url, f.url as feed, t.status,
        t.strategic_tier as "strategicTier", t.gate_score as "gateScore", t.gate, t.reading, t.published_at as "publishedAt",
        t.published_at_from as "publishedAtFrom", t.ingested_at as "ingestedAt", t.gated_at as "gatedAt", t.generated_at as "generatedAt",
        case when e.ef_id is not null then jsonb_build_object('id', e.ef_id, 'title', e.title, 'status', e.status) end as family,
        (select coalesce(jsonb_object_agg(a.actor_id, a.name), '{}') from actors a
          where a.actor_id in (select jsonb_path_query(t.reading, '$.acts[*].*') #>> '{}')) as "actorNames"
      from titles t
      join feeds f using (feed_id)
      left join event_families e on e.ef_id = t.ef_id
      where t.title_id = ${id}`,
    readWork(sql, 'title', id),
  ]);
  return title ? { ...title, work } : null;
}

/** The stored reason as this code knows it; null when there is none, or one of another form. */
export function reasonOf(gate: unknown): GateReason | null {
  const read = gateShape().safeParse(gate);
  return read.success ? read.data : null;
}
