// What is planned into a manifest: what is missing in the database, what is to be done again, or tests of the installation itself.
import type { Sql } from 'postgres';
import { type PhaseName, phaseNames, positionOf } from '../../config/phases.js';
import type { Config } from '../../config.js';
import { foodFor } from '../../food.js';
import type { Chosen } from '../../operator/again.js';
import { unanswered } from '../../stage/food.js';
import { type Line, type TestKind, testKinds, type WorkLine } from './line.js';

type Settings = Pick<Config, 'phases' | 'stages'>;

/**
 * What is food of the phases and not worked, or failed for good, in the order of the phases; feeds come due by themselves and are left out
 * where no phase is named. At most `limit` of each.
 */
export async function planGaps(sql: Sql, settings: Settings, phase: PhaseName | null, plan: string, limit: number): Promise<Line[]> {
  const named = phase
    ? [phase]
    : [...phaseNames.filter((name) => name !== 'ingest'), ...settings.stages.map(({ name }) => name as PhaseName)];
  const found: WorkLine[] = [];
  for (const name of named) {
    for (const item of await gapsOf(sql, settings, name, limit))
      found.push({ plan, line: found.length + 1, do: 'gap-fill', phase: name, item });
  }
  return found;
}

async function gapsOf(sql: Sql, settings: Settings, phase: PhaseName, limit: number): Promise<string[]> {
  const stage = settings.stages.find(({ name }) => name === phase);
  if (stage) return (await unanswered(sql, stage, limit)).map(({ itemId }) => itemId);
  const rows = await sql<{ item: string }[]>`
    select item_id::text as item
    from (
      select item_id from (${foodFor(sql, phase, settings.phases)}) f
      union
      select item_id from work where phase = ${phase} and state = 'failed'
    ) gaps
    order by item_id
    limit ${limit}`;
  return rows.map(({ item }) => item);
}

/** What is done of a phase, as `sni reprocess` would choose it. */
export async function planAgain(sql: Sql, phase: PhaseName, { ids, since, stale }: Chosen, plan: string, limit: number): Promise<Line[]> {
  const rows = await sql<{ item: string }[]>`
    select item_id::text as item from work
    where phase = ${phase} and state = 'done'
      and (${ids as string[] | null}::bigint[] is null or item_id = any(${ids as string[] | null}::bigint[]))
      and (${since?.toISOString() ?? null}::timestamptz is null or finished_at >= ${since?.toISOString() ?? null})
      and (not ${stale} or version is distinct from (select version from phases where name = ${phase}))
    order by item_id
    limit ${limit}`;
  return rows.map(({ item }, index) => ({ plan, line: index + 1, do: 'reprocess', phase, item }));
}

/** So many tests of one kind, or of all in turn. */
export function planTests(plan: string, count: number, kind: TestKind | null, ms: number): Line[] {
  return Array.from({ length: count }, (_, index): Line => {
    const does = kind ?? testKinds[index % testKinds.length] ?? 'echo';
    const line = { plan, line: index + 1, do: does };
    if (does === 'echo') return { ...line, text: `${plan} ${index + 1}` };
    return does === 'sleep' ? { ...line, ms } : line;
  });
}

/** Whether it is one of the five, whose items live in tables of the program. */
export function isPhase(phase: string): boolean {
  return positionOf(phase as PhaseName) > 0;
}
