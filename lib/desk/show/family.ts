// A family with all that belongs to it: its record, narratives, titles and work. Desk and pages read it here.

import type { Sql } from 'postgres';
import type { Act } from '../../reading/reading.js';
import type { ItemId } from '../../work.js';
import type { GradeKept } from '../families/grade-in-words.js';
import { readWork, type WorkRow } from './work.js';

export interface ShownMember {
  /** Ids are numbers where people and scripts read them. */
  id: number;
  title: string;
  publisher: string;
  lang: string;
  publishedAt: Date;
  url: string | null;
}

export interface ShownFrame {
  id: number;
  position: number;
  title: string;
  thesis: string;
  /** What is said of the wording, each with the titles that word it so; empty where it was told before there were any. */
  statements: { text: string; cites: ItemId[] }[];
  /** roles, cause, legitimacy, intent, solution, norms, temporal; what the phase stored. */
  framing: Record<string, unknown>;
  /** verbs, hedges, evaluatives, quoted. */
  lexicon: Record<string, unknown>;
  outlets: string[];
  prevalence: number;
  evidence: { title_id: ItemId; quote: string }[];
  whyDifferent: string | null;
  madeBy: Record<string, unknown>;
  madeAt: Date;
}

/** An act that headlines tell, and on what it stands. */
type FamilyAct = Omit<Act, 'start' | 'end'> & { outlets: string[]; cites: ItemId[]; basis: string; onlyStateMediaOf?: string | null };

/** How a count went, the latest first. */
export interface ShownCourse {
  what: string;
  unit: string;
  /** How a headline calls people of no kind that is known. */
  words?: string;
  course: { value: number; upper?: number; qualifier: string; at: string; outlets: string[]; cites: ItemId[] }[];
  basis: string;
}

export interface FamilyRecord {
  id: number;
  key: string;
  status: string;
  mergedInto: number | null;
  continues: number | null;
  title: string;
  summary: string;
  theater: string;
  eventType: string;
  strategicTier: number;
  /** Most mentioned first. */
  actors: { id: string; name: string }[];
  mechanisms: string[];
  firstAt: Date;
  lastAt: Date;
  titleCount: number;
  timeline: { at: string; fact: string; cites: ItemId[] }[];
  /** Null, like all below, until the family was enriched. */
  canonicalActors: { actor: string; name: string; role: string; cites?: ItemId[]; basis?: string }[] | null;
  acts: FamilyAct[] | null;
  figures: ShownCourse[] | null;
  disputed: { question: string; answers: { answer: string; outlets: string[]; cites: ItemId[] }[] }[] | null;
  omissions: { told: string; outlets: string[]; missing: string[] }[] | null;
  /** 0 to 100, and what it is made of. */
  importance: number | null;
  importanceWhy: { what: string; points: number }[] | null;
  /** Names of the actors in its acts, by id. */
  actorNames: Record<string, string>;
  policyStatus: string | null;
  magnitudes: { value: number | string; unit: string; what: string }[] | null;
  officialSources: string[] | null;
  whyStrategic: string | null;
  comparables: { ef_id: ItemId; title: string }[] | null;
  tags: string[] | null;
  context: string | null;
  describedBy: Record<string, unknown> & { grade?: GradeKept };
  enrichedBy: Record<string, unknown> | null;
  generatedAt: Date;
  enrichedAt: Date | null;
  narratedAt: Date | null;
}

export interface ShownFamily extends FamilyRecord {
  frames: ShownFrame[];
  titles: ShownMember[];
  work: WorkRow[];
}

/** Null when there is no such family. A merged one has no titles: see `mergedInto`. */
export async function readFamily(sql: Sql, id: string): Promise<ShownFamily | null> {
  const [[family], frames, titles, work] = await Promise.all([
    readRecord(sql, id),
    readFrames(sql, id),
    sql<ShownMember[]>`
      select title_id::float8 as id, title_display as title, publisher_name as publisher, lang, published_at as "publishedAt", url
      from titles where ef_id = ${id}
      order by published_at, title_id`,
    readWork(sql, 'ef', id),
  ]);
  return family ? { ...family, frames, titles, work } : null;
}

/** None where there is no such family. */
export function readRecord(sql: Sql, id: string): Promise<FamilyRecord[]> {
  return sql<FamilyRecord[]>`
    select ef_id::float8 as id, ef_key as key, status, merged_into::float8 as "mergedInto", continues::float8 as continues, title, summary,
      theater, event_type as "eventType", strategic_tier as "strategicTier",
      (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'name', coalesce(a.name, k.id)) order by k.place), '[]')
       from unnest(key_actors) with ordinality k (id, place) left join actors a on a.actor_id = k.id) as actors,
      mechanisms, first_at as "firstAt", last_at as "lastAt", title_count as "titleCount", timeline,
      (select jsonb_agg(c.entry || jsonb_build_object('name', coalesce(a.name, c.entry ->> 'actor')) order by c.place)
       from jsonb_array_elements(canonical_actors) with ordinality c (entry, place) left join actors a on a.actor_id = c.entry ->> 'actor'
      ) as "canonicalActors",
      acts, figures, disputed, omissions, importance, importance_why as "importanceWhy",
      (select coalesce(jsonb_object_agg(a.actor_id, a.name), '{}') from actors a
        where a.actor_id in (select jsonb_path_query(f.acts, '$[*].*') #>> '{}')) as "actorNames",
      policy_status as "policyStatus", magnitudes, official_sources as "officialSources", why_strategic as "whyStrategic", comparables,
      tags, context, described_by as "describedBy", enriched_by as "enrichedBy",
      generated_at as "generatedAt", enriched_at as "enrichedAt", narrated_at as "narratedAt"
    from event_families f
    where ef_id = ${id}`;
}

/** The framed narratives of a family, in their order. */
export function readFrames(sql: Sql, familyId: string): Promise<ShownFrame[]> {
  return sql<ShownFrame[]>`
    select narrative_id::float8 as id, position, title, thesis, statements, framing, lexicon, outlets, prevalence, evidence,
      why_different as "whyDifferent", made_by as "madeBy", made_at as "madeAt"
    from framed_narratives where ef_id = ${familyId}
    order by position`;
}
