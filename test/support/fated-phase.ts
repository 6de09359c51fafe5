// A phase whose items end as the table `fates` says, for tests of how runs treat failures. Run as the real process a phase is, or within the
// test's own, where no fate kills it.
import type { JSONValue, Sql } from 'postgres';
import { isMain, type Phase, run } from '../../lib/run.js';

/**
 * How an item ends: null well; else by an error with these properties, `wholeGroup` by one thrown for all that are worked with it. `kills`
 * its process with SIGKILL; `hangs` says so in the log and never ends.
 */
export type Fate = {
  message: string;
  name?: string;
  wholeGroup?: boolean;
  kills?: boolean;
  hangs?: boolean;
  [more: string]: JSONValue | undefined;
} | null;

interface Fated {
  itemId: string;
  fate: Fate;
}

export const fated: Phase<Fated, true> = {
  name: 'enrich',
  madeBy: () => [],
  food: (sql) => sql`select item_id, 0 as priority from fates where not worked`,
  load: (itemIds, { sql }) => sql<Fated[]>`
    select item_id as "itemId", fate from fates where item_id = any(${itemIds as string[]}::bigint[]) order by item_id`,
  work: async (items, { log, signal }) => {
    if (items.some(({ fate }) => fate?.kills)) process.kill(process.pid, 'SIGKILL');
    if (items.some(({ fate }) => fate?.hangs)) {
      log.info({ event: 'hanging' });
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    }
    const doom = items.find(({ fate }) => fate?.wholeGroup);
    if (doom?.fate) throw errorOf(doom.fate);
    return items.map(({ itemId, fate }) => (fate ? { itemId, error: errorOf(fate) } : { itemId, result: true }));
  },
  settle: (sql) => sql`
    made as (update fates f set worked = true from closed where closed.item_id = f.item_id and f.fate is null returning f.item_id)`,
};

function errorOf({ message, ...more }: NonNullable<Fate>): Error {
  const error = more.name === 'TypeError' ? new TypeError(message) : new Error(message);
  const { retryAt } = more;
  return Object.assign(error, more, typeof retryAt === 'string' ? { retryAt: new Date(retryAt) } : {});
}

/** Gives item 1, 2, ... its fate, and forgets all that was. */
export async function setFates(sql: Sql, fates: readonly Fate[]): Promise<void> {
  await sql`create table if not exists fates (item_id bigint primary key, fate jsonb, worked boolean not null default false)`;
  await sql`truncate fates, work, runs, diagnoses, doctor_actions cascade`;
  await sql`update phases set paused_at = null, paused_until = null, pause_reason = null`;
  await sql`
    insert into fates (item_id, fate)
    select place, nullif(fate, 'null'::jsonb) from jsonb_array_elements(${sql.json(fates as JSONValue)}) with ordinality as f (fate, place)`;
}

if (isMain(import.meta.url)) await run(fated);
