// P3 generate: takes gate-kept titles without a family; leaves event families, status `seed`, and every such title in one.
// Guards: a family is written with all its new titles or not at all, and only if nobody changed it since it was read.
import { isMain, type Outcome, type Phase, run, type Tools } from '../lib/run.js';
import { readActorNames, readCandidates, readFood, readTakenKeys, type StoredFamily } from './generate/candidates.js';
import { describePrompt, describeVersion } from './generate/describe.js';
import { type Described, efKeyOf, type FamilyRow, familyRow, freeKey } from './generate/family.js';
import type { NewsTitle } from './generate/features.js';
import { groupingVersion, type Grouping, groupTitles } from './generate/group.js';

/** A claimed title. */
export interface Item {
  itemId: string;
  title: NewsTitle;
}

/** The family a title was put into; titles of one family share the same row. */
export interface Result {
  family: FamilyRow;
}

export const generate: Phase<Item, Result> = {
  name: 'generate',
  serial: true,
  madeBy: () => [`grouping ${groupingVersion}`, `describe ${describeVersion}`],

  food: (sql) => sql`
    select title_id as item_id, strategic_tier as priority
    from titles
    where status = 'gate_keep' and strategic_tier is not null and ef_id is null`,

  load: async (itemIds, { sql }) => (await readFood(sql, itemIds)).map((title) => ({ itemId: title.titleId, title })),

  work: async (items, tools) => {
    const titles = items.map((item) => item.title);
    const candidates = await readCandidates(tools.sql, titles);
    const known = new Map(candidates.map((family) => [family.efId, family]));
    const names = await readActorNames(tools.sql, [...new Set([...titles, ...candidates.flatMap((family) => family.members)].flatMap((title) => title.actors))]);
    const groups = groupTitles(titles, candidates);
    const described = await Promise.all(groups.map((group) => describe(group, known.get(group.efId ?? ''), names, tools)));
    return outcomes(described, await freeKeys(described, tools));
  },

  settle: (sql, results) => sql`
    planned as (
      select *
      from jsonb_to_recordset(${sql.json([...new Set(results.map(({ result }) => result.family))])}) as f(
        ef_id bigint, title_set_before text, ef_key text, continues bigint, title text, summary text, theater text, event_type text,
        key_actors text[], mechanisms text[], strategic_tier smallint, first_at timestamptz, last_at timestamptz, timeline jsonb,
        title_count integer, title_set text, described_by jsonb, joins bigint[])
    ),
    free as (
      select title_id
      from titles
      where title_id in (select item_id from closed) and status = 'gate_keep' and ef_id is null
      order by title_id
      for update
    ),
    whole as (
      select f.*
      from planned f
      where cardinality(f.joins) = (select count(*) from free where title_id = any(f.joins))
    ),
    founded as (
      insert into event_families (ef_key, status, continues, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier,
        first_at, last_at, timeline, title_count, title_set, described_by)
      select ef_key, 'seed', continues, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier,
        first_at, last_at, timeline, title_count, title_set, described_by
      from whole
      where ef_id is null
      order by ef_key
      on conflict (ef_key) do nothing
      returning ef_id, title_set
    ),
    grown as (
      update event_families e
      set status = 'seed', title = w.title, summary = w.summary, theater = w.theater, event_type = w.event_type, key_actors = w.key_actors,
        mechanisms = w.mechanisms, strategic_tier = w.strategic_tier, first_at = w.first_at, last_at = w.last_at, timeline = w.timeline,
        title_count = w.title_count, title_set = w.title_set, described_by = w.described_by, generated_at = now()
      from whole w
      where e.ef_id = w.ef_id and e.status in ('seed', 'active') and e.title_set = w.title_set_before
      returning e.ef_id, e.title_set
    ),
    joined as (
      update titles t
      set ef_id = home.ef_id, generated_at = now()
      from whole w
      join (select * from founded union all select * from grown) home on home.title_set = w.title_set
      where t.title_id = any(w.joins) and t.status = 'gate_keep' and t.ef_id is null
      returning t.title_id
    ),
    made as (select ef_id from founded)`,
};

type Attempt = { titles: readonly NewsTitle[]; described: Described } | { titles: readonly NewsTitle[]; error: Error };

/** Asks for one family's description; a failure is this family's alone. */
async function describe(group: Grouping, family: StoredFamily | undefined, names: ReadonlyMap<string, string>, tools: Tools): Promise<Attempt> {
  const members = [...(family?.members ?? []), ...group.titles];
  try {
    const { value, madeBy } = await tools.ask(describePrompt(members, names, tools.config), tools.signal);
    return { titles: group.titles, described: { members, joins: group.titles, known: family, continues: group.continues, description: value, madeBy } };
  } catch (error) {
    tools.signal.throwIfAborted();
    return { titles: group.titles, error: error instanceof Error ? error : new Error(String(error)) };
  }
}

async function freeKeys(attempts: readonly Attempt[], { sql }: Tools): Promise<(described: Described) => string> {
  const keys = attempts.flatMap((attempt) => ('described' in attempt ? [keyOf(attempt.described)] : []));
  const taken = await readTakenKeys(sql, keys);
  return (described) => freeKey(keyOf(described), taken);
}

function keyOf({ members, description }: Described): string {
  return efKeyOf(members, description.theater);
}

function outcomes(attempts: readonly Attempt[], key: (described: Described) => string): Outcome<Result>[] {
  return attempts.flatMap((attempt): Outcome<Result>[] => {
    if ('error' in attempt) return attempt.titles.map((title) => ({ itemId: title.titleId, error: attempt.error }));
    const family = familyRow(attempt.described, key(attempt.described));
    return attempt.titles.map((title) => ({ itemId: title.titleId, result: { family } }));
  });
}

if (isMain(import.meta.url)) await run(generate);
