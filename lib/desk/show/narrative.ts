// A framed narrative with its family, the titles it stands on, and what was told in its place before.
import type { Sql } from 'postgres';
import type { ShownFrame, ShownMember } from './family.js';

export interface ShownNarrative extends ShownFrame {
  family: { id: number; title: string; status: string; titleCount: number };
  /** The titles its evidence quotes and its statements cite, by time. */
  titles: ShownMember[];
  /** What stood in its place before, the latest first. */
  earlier: { title: string; thesis: string; outlets: string[]; toldUntil: Date }[];
}

/** Null when there is no such narrative. */
export async function readNarrative(sql: Sql, id: string): Promise<ShownNarrative | null> {
  const [narrative] = await sql<Omit<ShownNarrative, 'titles' | 'earlier'>[]>`
    select n.narrative_id::float8 as id, n.position, n.title, n.thesis, n.statements, n.framing, n.lexicon, n.outlets, n.prevalence, n.evidence,
      n.why_different as "whyDifferent", n.made_by as "madeBy", n.made_at as "madeAt",
      jsonb_build_object('id', f.ef_id, 'title', f.title, 'status', f.status, 'titleCount', f.title_count) as family
    from framed_narratives n join event_families f using (ef_id)
    where n.narrative_id = ${id}`;
  if (!narrative) return null;
  const cited = [...narrative.evidence.map(({ title_id }) => title_id), ...narrative.statements.flatMap(({ cites }) => cites)];
  const quoted = cited.map(String).filter((id) => /^\d+$/.test(id));
  const titles = await sql<ShownMember[]>`
    select title_id::float8 as id, title_display as title, publisher_name as publisher, lang, published_at as "publishedAt", url
    from titles where title_id = any(${quoted}::bigint[])
    order by published_at, title_id`;
  const earlier = await sql<ShownNarrative['earlier']>`
    select narrative ->> 'title' as title, narrative ->> 'thesis' as thesis, narrative -> 'outlets' as outlets, told_until as "toldUntil"
    from earlier_narratives
    where ef_id = ${narrative.family.id} and position = ${narrative.position}
    order by told_until desc
    limit 20`;
  return { ...narrative, titles, earlier };
}
