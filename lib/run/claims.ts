// Which group is next: one of the backlog; once there is none for this run and nothing is under way, one of suspects, items whose worker
// died while it had them. What kills the process so holds up nothing else, and is met one group at a time.
import type { Sql } from 'postgres';
import { claimSuspects, suspectsUpTo } from '../work/suspects.js';
import { claim, type Lease } from '../work.js';

interface Claims {
  /** Null where there is none now. `room`: how much of the batch is left. `busy`: groups are under way. */
  next: (room: number, busy: boolean) => Promise<Lease | null>;
  /** Whether what was claimed last must end before anything else begins. */
  alone: () => boolean;
}

/** `most`: how many items a group of this run may have, given so much room. */
export async function openClaims(
  sql: Sql,
  phase: string,
  { worker, leaseSeconds, batch, most }: { worker: string; leaseSeconds: number; batch: number; most: (room: number) => number },
): Promise<Claims> {
  /** Of the batch, kept for suspects: where more waits than a run can do, they would never have their turn. */
  let setAside = await suspectsUpTo(sql, phase, Math.ceil(batch / 10));
  let alone = false;

  async function next(room: number, busy: boolean): Promise<Lease | null> {
    const upTo = (items: number) => ({ worker, leaseSeconds, limit: most(items) });
    alone = false;
    const lease = room > setAside ? await claim(sql, phase, upTo(room - setAside)) : null;
    if (lease || busy || room <= 0) return lease;
    const suspects = await claimSuspects(sql, phase, upTo(room));
    if (suspects) alone = true;
    const noneLeft = !suspects && setAside > 0;
    setAside = suspects ? Math.max(0, setAside - suspects.itemIds.length) : 0;
    return noneLeft ? next(room, busy) : suspects;
  }

  return { next, alone: () => alone };
}
