// Model calls for `sni list calls`, the newest first.
import type { Sql } from 'postgres';
import { dollars } from '../../spending/dollars.js';
import type { Column } from '../table.js';
import { moment } from '../words.js';
import type { Listed, ListWanted } from './wanted.js';

/** What can become of a call: taken as it came, taken after a repair, not taken, or no answer at all. */
export const callOutcomes = ['answered', 'repaired', 'refused', 'failed'] as const;

interface CallRow {
  id: string;
  at: Date;
  phase: string | null;
  task: string;
  engine: string;
  model: string;
  outcome: string;
  latencyMs: number;
  costUsd: number;
  /** Why it failed or was refused, or the first claim that did not stand; null where all is well. */
  trouble: string | null;
}

/** At most so many calls, of one outcome where a status is asked for. */
export async function readCalls(sql: Sql, { limit, status }: ListWanted): Promise<Listed<CallRow>> {
  const rows = await sql<CallRow[]>`
    select call_id as id, at, phase, task, engine, model, outcome, latency_ms as "latencyMs", cost_usd::float8 as "costUsd",
      coalesce(error, problems -> 0 ->> 'reason') as trouble
    from model_calls
    ${status === undefined ? sql`` : sql`where outcome = ${status}`}
    order by at desc, call_id
    limit ${limit}`;
  return { rows, next: null };
}

export const callColumns: readonly Column[] = [
  { title: 'call', least: 'whole' },
  { title: 'when', least: 'whole' },
  { title: 'phase', least: 'whole', spare: 2, paint: (cell, _, colors) => colors.cyan(cell) },
  { title: 'task', spare: 1 },
  { title: 'model', least: 12, spare: 5 },
  {
    title: 'outcome',
    least: 'whole',
    paint: (cell, text, colors) =>
      text === 'refused' || text === 'failed' ? colors.red(cell) : text === 'repaired' ? colors.yellow(cell) : cell,
  },
  { title: 'seconds', align: 'right', spare: 3 },
  { title: 'cost', align: 'right', spare: 4 },
  { title: 'trouble', least: 24 },
];

/** The cells of a call, in the order of `callColumns`. */
export function callRow(row: CallRow, timeZone: string): string[] {
  const { id, at, phase, task, engine, model, outcome, latencyMs, costUsd, trouble } = row;
  const asked = engine === 'offline' ? 'by rules' : `${engine}/${model}`;
  return [
    id.slice(0, 8),
    moment(at, timeZone),
    phase ?? '-',
    task,
    asked,
    outcome,
    (latencyMs / 1000).toFixed(1),
    costUsd > 0 ? dollars(costUsd) : '',
    trouble ?? '',
  ];
}
