// What it will cost to work items of a phase, by what they cost lately.
import type { Sql } from 'postgres';
import { type PhaseName, phases } from '../config/phases.js';

/** Days back that are looked at. */
const lookBackDays = 30;

/** US dollars an item; 0 for a phase that asks no model, null while nothing was done that would tell. */
export async function costPerItemUsd(sql: Sql, phase: PhaseName): Promise<number | null> {
  if (phases[phase].asks.length === 0) return 0;
  const [row] = await sql<{ usd: number; done: number }[]>`
    select
      (select coalesce(sum(cost_usd), 0) from model_calls where phase = ${phase} and at > now() - make_interval(days => ${lookBackDays}))::float8 as usd,
      (select coalesce(sum(done), 0) from runs where phase = ${phase} and started_at > now() - make_interval(days => ${lookBackDays}))::float8 as done`;
  return row && row.done > 0 ? row.usd / row.done : null;
}
