// A described group as the row that is written for its family.
import { createHash } from 'node:crypto';
import type { Provenance } from '../../lib/llm/prompt.js';
import type { NewsTitle } from '../../lib/matching/features.js';
import { compareIds, groupingVersion, weightsVersion } from '../../lib/matching/group.js';
import type { Distinction, GroupingStep } from '../../lib/matching/steps.js';
import type { ItemId } from '../../lib/run.js';
import { actorsOf, mostMentioned } from './describe/votes.js';
import type { Description } from './describe.js';
import type { Grade } from './grade.js';

/** A row of event_families to insert or to update, with the titles it takes in. Names are the columns' names. */
export type FamilyRow = {
  /** The family to update, as it was read; null for a new one. */
  ef_id: ItemId | null;
  title_set_before: string | null;
  ef_key: string;
  continues: string | null;
  title: string;
  summary: string;
  theater: string;
  event_type: string;
  key_actors: string[];
  mechanisms: string[];
  strategic_tier: number;
  first_at: string;
  last_at: string;
  timeline: { at: string; fact: string; cites: string[] }[];
  title_count: number;
  title_set: string;
  /** With the grade that a second model gave it, where one did. */
  described_by: Provenance & { grade?: Grade };
  /** The titles that join with this write. */
  joins: string[];
  /** The families that prove to be this one, as they were read; their titles come over. */
  absorbs: string[];
  absorbed_sets: string[];
  /** For the log: how the titles came in, and how the families did. */
  why: Why;
  why_merged: Why;
  /** What it was judged to be another than; and how many titles it had when it was last looked at for doubts, null where nobody judges. */
  distinctions: { one_title: string; other_title: string; titles: number; said_by: string }[];
  doubted_at_count: number | null;
};

/** What grouped, and what it did, step by step. */
interface Why {
  madeBy: string;
  steps: GroupingStep[];
}

/** What a description is made into. `members` are all titles the family then has; `joins` those of them that are new. */
export interface Described {
  members: readonly NewsTitle[];
  joins: readonly NewsTitle[];
  /** The family that takes the titles in; undefined for a new one. */
  known: { efId: ItemId; titleSet: string } | undefined;
  absorbed: readonly { efId: ItemId; titleSet: string }[];
  continues: string | undefined;
  steps: readonly GroupingStep[];
  distinctions?: readonly Distinction[];
  lookedAt?: number | null;
  description: Description;
  madeBy: Provenance;
  grade?: Grade | null;
}

/** What groups now, for the log. */
export const groupedBy = `grouping ${groupingVersion}, weights ${weightsVersion}`;

/** The row of a described family of at least one member; `efKey` is ignored where the family is known. */
export function familyRow(described: Described, efKey: string): FamilyRow {
  const {
    members,
    joins,
    known,
    absorbed,
    continues,
    steps,
    distinctions = [],
    lookedAt = null,
    description,
    madeBy,
    grade = null,
  } = described;
  const times = members.map((title) => title.at.getTime()).sort((a, b) => a - b);
  return {
    ef_id: known?.efId ?? null,
    title_set_before: known?.titleSet ?? null,
    ef_key: efKey,
    continues: continues ?? null,
    title: description.title,
    summary: description.summary,
    theater: description.theater,
    event_type: description.event_type,
    key_actors: [...new Set([...description.key_actors, ...actorsOf(members)])].slice(0, 12),
    mechanisms: mostMentioned(members.map((title) => title.mechanisms)).slice(0, 12),
    strategic_tier: Math.min(...members.map((title) => title.tier)),
    first_at: new Date(times[0] ?? 0).toISOString(),
    last_at: new Date(times.at(-1) ?? 0).toISOString(),
    timeline: description.timeline.map((fact) => ({ ...fact, at: timeOf(fact, members) })),
    title_count: members.length,
    title_set: titleSetOf(members.map((title) => title.titleId)),
    described_by: { ...madeBy, ...(grade === null ? {} : { grade }) },
    joins: joins.map((title) => title.titleId),
    absorbs: absorbed.map((family) => family.efId),
    absorbed_sets: absorbed.map((family) => family.titleSet),
    why: { madeBy: groupedBy, steps: [...steps] },
    why_merged: { madeBy: groupedBy, steps: steps.filter(({ act }) => act === 'merge') },
    distinctions: distinctions.map(({ one, other, titles, by = '' }) => ({ one_title: one, other_title: other, titles, said_by: by })),
    doubted_at_count: lookedAt,
  };
}

/** Hash of a set of title ids, equal for equal sets in any order. */
export function titleSetOf(titleIds: readonly ItemId[]): string {
  return createHash('sha256')
    .update([...titleIds].sort(compareIds).join(' '))
    .digest('hex')
    .slice(0, 16);
}

/** First day, theater and founding title: the earliest title, of equals the one with the smaller hash. */
export function efKeyOf(members: readonly NewsTitle[], theater: string): string {
  const [founder] = [...members].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.titleHash < b.titleHash ? -1 : 1));
  if (founder === undefined) throw new TypeError('A family without titles was to be given a key; only groups of titles become families.');
  const hash = createHash('sha256').update(founder.titleHash).digest('hex').slice(0, 10);
  return `${founder.at.toISOString().slice(0, 10)}-${theater}-${hash}`;
}

/** The key itself, or with the first number that makes it free: a founder whose family was rejected founds another. */
export function freeKey(key: string, taken: ReadonlySet<string>): string {
  for (let number = 2, free = key; ; number += 1) {
    if (!taken.has(free)) return free;
    free = `${key}-${number}`;
  }
}

/** A fact's time as given if it is one near the titles it cites, else the time of the first of them. */
function timeOf(fact: { at: string; cites: readonly string[] }, members: readonly NewsTitle[]): string {
  const cited = members.filter((title) => fact.cites.includes(title.titleId)).map((title) => title.at.getTime());
  const first = Math.min(...(cited.length > 0 ? cited : members.map((title) => title.at.getTime())));
  const given = Date.parse(fact.at);
  return new Date(Math.abs(given - first) <= 72 * 3_600_000 ? given : first).toISOString();
}
