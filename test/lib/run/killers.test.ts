// What becomes of items that kill the process that works them, and of those beside them: once by real processes that die by SIGKILL, then by
// what such a process leaves in the tables. killers.long.ts has processes die in each of these ways, `npm run soak` at random.
import { describe, expect, test } from 'vitest';
import { clearErrors } from '../../../lib/operator/items.js';
import { openClaims } from '../../../lib/run/claims.js';
import { recover } from '../../../lib/work/suspects.js';
import { settle } from '../../../lib/work.js';
import { makeDatabase } from '../../support/database.js';
import { killer, makeFatedWorld, times } from '../../support/fated-world.js';

const world = await makeFatedWorld(4, { attempts: 3 });
const { sql } = await makeDatabase();
const phase = 'enrich';

/** Which items are quarantined, and for what; and how many are done. */
const ends = async (of = sql) => ({
  failed: (await of`select item_id, error_class from work where state = 'failed' order by item_id`).map((row) => [
    Number(row['item_id']),
    row['error_class'],
  ]),
  done: (await of`select from work where state = 'done'`).length,
});

test('an item that kills its process stands alone in the end and is quarantined; all others of its group are done', async () => {
  await world.setFates(times(10, null).map((fate, index) => (index + 1 === 4 ? killer : fate)));
  expect(await world.runToEnd(20)).toBeLessThan(10);
  expect(await ends(world.sql)).toEqual({ failed: [[4, 'worker_died']], done: 9 });
  const [row] = await world.sql`select error, attempts from work where state = 'failed'`;
  expect(row?.['error']).toMatch(/died or lost its lease 3 times while it worked on nothing else/);
});

async function backlog(items: number): Promise<void> {
  await sql`truncate work`;
  await sql`insert into work (phase, item_id) select ${phase}, generate_series(1, ${items})`;
}

/**
 * A run that works groups of so many items until a claim holds what kills it, or, after so many claims, whoever works it is killed from outside.
 * It takes over from dead ones as it begins. Says whether it died.
 */
async function run(group: number, { kills = [], outsideAfter = Number.POSITIVE_INFINITY }: { kills?: number[]; outsideAfter?: number }) {
  const worker = `dead-${++workers}`;
  await recover(
    sql,
    phase,
    2,
    Array.from({ length: workers - 1 }, (_, at) => `dead-${at + 1}`),
  );
  const claims = await openClaims(sql, phase, { worker, leaseSeconds: 60, batch: 1000, most: (room) => Math.min(group, room) });
  for (let claimed = 0; ; claimed++) {
    const lease = await claims.next(1000, false);
    if (!lease) return false;
    if (claimed >= outsideAfter || lease.itemIds.some((item) => kills.includes(Number(item)))) return true;
    await settle(sql, lease, { itemIds: null, version: 'v', written: sql`made as (select 1 where false)` });
  }
}
let workers = 0;

async function runToEnd(most: number, group: number, kills: number[]): Promise<void> {
  for (let runs = 0; await run(group, { kills }); runs++) if (runs >= most) throw new Error(`Runs still die after ${most}.`);
}

describe('an item that kills its process', () => {
  test('is found among many, while what is in no group with it is done by the first run that comes to it', async () => {
    await backlog(80);
    for (const _ of [1, 2, 3]) await run(32, { kills: [40] });
    expect((await ends()).done).toBeGreaterThan(40);
    await runToEnd(20, 32, [40]);
    expect(await ends()).toEqual({ failed: [[40, 'worker_died']], done: 79 });
  });

  test('is found where there are several in one group', async () => {
    await backlog(7);
    await runToEnd(40, 4, [2, 3]);
    expect(await ends()).toEqual({
      failed: [
        [2, 'worker_died'],
        [3, 'worker_died'],
      ],
      done: 5,
    });
  });

  test('takes nobody with it when it is given another chance', async () => {
    await backlog(6);
    await runToEnd(20, 4, [2]);
    await sql`insert into work (phase, item_id) select ${phase}, 100 + n from generate_series(1, 5) n`;
    await clearErrors(sql, phase, null, { byWhom: 'anna', why: '' });
    await runToEnd(8, 4, [2]);
    expect(await ends()).toEqual({ failed: [[2, 'worker_died']], done: 10 });
  });
});

test('a process that is killed from outside again and again quarantines nothing, and costs no item a try', async () => {
  await backlog(20);
  for (const _ of [1, 2, 3, 4, 5]) expect(await run(4, { outsideAfter: 0 })).toBe(true);
  expect(await run(4, {})).toBe(false);
  expect(await ends()).toEqual({ failed: [], done: 20 });
  expect(await sql`select distinct attempts from work`).toEqual([{ attempts: 1 }]);
});
