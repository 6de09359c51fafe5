// Takes a phase's food; leaves how much of it waits. Reads only, and changes nothing of what lib/work.ts keeps.
import type { Fragment, Sql } from 'postgres';

/** How much there is to do that nobody has taken up: what is ready, and the phase's food that is not yet in `work`. */
export async function waiting(sql: Sql, phase: string, food: Fragment): Promise<number> {
  const [row] = await sql<{ waiting: number }[]>`
    select (
      (select count(*) from work where phase = ${phase} and state = 'ready' and not_before <= now())
      + (select count(*) from (${food}) f
         where not exists (select from work w where w.phase = ${phase} and w.item_id = f.item_id and w.state <> 'done'))
    )::int as waiting`;
  return row?.waiting ?? 0;
}
