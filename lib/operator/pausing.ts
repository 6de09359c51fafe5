// What an operator does to a phase as a whole: pause it, let it go on, wake its sleeping worker. Each is one statement that writes who and
// why beside what it changes.
import type { Sql } from 'postgres';
import { isPaused } from '../errors/paused.js';
import { type Asker, notedOfPhase } from './log.js';

/** Pauses, or changes the pause there is; null: until it is resumed, and for no reason given. */
export async function pause(sql: Sql, phase: string, until: Date | null, reason: string | null, byWhom: string): Promise<void> {
  const end = until?.toISOString() ?? null;
  await sql`
    with changed as (
      update phases set paused_at = now(), paused_until = ${end}, pause_reason = ${reason}, woken_at = null
      where name = ${phase}
      returning name
    ) ${notedOfPhase(sql, { act: 'pause', phase, said: end === null ? '' : `until ${end}`, byWhom, why: reason ?? '' })}`;
}

/** Returns whether the phase was paused; one that was not stays as it is. */
export async function resume(sql: Sql, phase: string, asker: Asker): Promise<boolean> {
  const rows = await sql<{ held: boolean }[]>`
    with changed as (
      update phases p set paused_at = null, paused_until = null, pause_reason = null, woken_at = now()
      from (select name, ${isPaused(sql)} as held from phases where name = ${phase} and paused_at is not null for update) was
      where p.name = was.name
      returning was.held
    ), logged as (${notedOfPhase(sql, { act: 'resume', phase, ...asker })})
    select held from changed`;
  return rows[0]?.held ?? false;
}

/** The wish stands until a run of the phase starts; also where nobody sleeps. */
export async function wake(sql: Sql, phase: string, asker: Asker): Promise<void> {
  await sql`
    with changed as (
      update phases set woken_at = now() where name = ${phase} returning name
    ) ${notedOfPhase(sql, { act: 'wake', phase, ...asker })}`;
}
