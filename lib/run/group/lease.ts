// Extends a group's lease while its work goes on. A lease that is no longer ours, or cannot be extended, aborts the work: another worker
// may have its items.
import type { Sql } from 'postgres';
import { extend, type Lease } from '../../work.js';

/** `lost` is aborted when the lease is gone although `stillOpen` says that items of it are to be closed. Call `stop` at the end. */
export function keepLease(sql: Sql, lease: Lease, leaseSeconds: number, stillOpen: () => boolean): { lost: AbortSignal; stop: () => void } {
  const lost = new AbortController();
  const beat = (): void => {
    extend(sql, lease, leaseSeconds).then(
      (held) => {
        if (held === 0 && stillOpen()) lost.abort(new Error('The lease was lost.'));
      },
      (error) => lost.abort(error),
    );
  };
  const timer = setInterval(beat, (leaseSeconds * 1000) / 3);
  return { lost: lost.signal, stop: () => clearInterval(timer) };
}
