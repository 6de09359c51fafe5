// What is to be said of a run as a whole: that nothing can be reached is one sentence and an exit code, not a line for each feed.
import type { Sql } from 'postgres';
import type { Network } from './outage.js';

/** Null where the run was as runs are. */
export async function endingOf(network: Network, sql: Sql): Promise<{ exit: 'outage'; reason: string } | null> {
  const { answered, unreached, others } = network.sum();
  // One that cannot be reached may have a wrong address.
  if (unreached < 2) return null;
  const asked = answered + unreached + others;
  if (!network.isDown() && (answered + others > 0 || (await isAnyWell(sql)))) return null;
  const feeds = `${asked.toLocaleString('en')} ${asked === 1 ? 'feed' : 'feeds'}`;
  const what =
    answered + others === 0 ? `None of ${feeds} could be reached` : `${unreached.toLocaleString('en')} of ${feeds} could not be reached`;
  return {
    exit: 'outage',
    reason: `${what}: this machine seems cut off from the web. Check its network and name server; the feeds come again at the next runs, and "sni feeds" shows each.`,
  };
}

/** Whether a feed of the web was read last time, though not in this run: then it is the others that are ill. */
async function isAnyWell(sql: Sql): Promise<boolean> {
  const rows = await sql`select from feeds where listed and kind <> 'hand' and url ~* '^https?:' and last_error is null limit 1`;
  return rows.length > 0;
}
