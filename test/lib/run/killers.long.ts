// What becomes of items that kill the process that works them, and of those beside them: real processes that die by SIGKILL, each of the ways.
// killers.test.ts has the first of them, and the others by what a process that dies leaves in the tables.
import { describe, expect, test } from 'vitest';
import { clearErrors } from '../../../lib/operator/items.js';
import type { Fate } from '../../support/fated-phase.js';
import { killer, makeFatedWorld, times } from '../../support/fated-world.js';

const world = await makeFatedWorld(4, { attempts: 3 });
/** For what is not about how often: fewer processes have to die. */
const quick = await makeFatedWorld(4, { attempts: 2 });
const wide = await makeFatedWorld(32, { attempts: 2 });

/** Which items are quarantined, and for what; and how many are done. */
const ends = async ({ sql }: typeof world) => ({
  failed: (await sql`select item_id, error_class from work where state = 'failed' order by item_id`).map((row) => [
    Number(row['item_id']),
    row['error_class'],
  ]),
  done: (await sql`select from work where state = 'done'`).length,
});
const withKillers = (items: number, ...killers: number[]): Fate[] =>
  times(items, null).map((fate, index) => (killers.includes(index + 1) ? killer : fate));

describe('an item that kills its process', { timeout: 120_000 }, () => {
  test('stands alone in the end and is quarantined; all others of its group are done', async () => {
    await world.setFates(withKillers(10, 4));
    expect(await world.runToEnd(20)).toBeLessThan(10);
    expect(await ends(world)).toEqual({ failed: [[4, 'worker_died']], done: 9 });
    const [row] = await world.sql`select error, attempts from work where state = 'failed'`;
    expect(row?.['error']).toMatch(/died or lost its lease 3 times while it worked on nothing else/);
  });

  test('is found among many, while what is in no group with it is done by the first run that comes to it', async () => {
    await wide.setFates(withKillers(80, 40));
    await wide.run();
    await wide.run();
    await wide.run();
    expect((await ends(wide)).done).toBeGreaterThan(40);
    await wide.runToEnd(20);
    expect(await ends(wide)).toEqual({ failed: [[40, 'worker_died']], done: 79 });
  });

  test('is found where there are several in one group', async () => {
    await quick.setFates(withKillers(7, 2, 3));
    await quick.runToEnd(40);
    expect(await ends(quick)).toEqual({
      failed: [
        [2, 'worker_died'],
        [3, 'worker_died'],
      ],
      done: 5,
    });
  });

  test('takes nobody with it when it is given another chance', async () => {
    await quick.setFates(withKillers(6, 2));
    await quick.runToEnd(20);
    await quick.sql`insert into fates (item_id) select 100 + n from generate_series(1, 5) n`;
    await clearErrors(quick.sql, 'enrich', null, { byWhom: 'anna', why: '' });
    await quick.runToEnd(8);
    expect(await ends(quick)).toEqual({ failed: [[2, 'worker_died']], done: 10 });
  });
});

test('a process that is killed from outside again and again quarantines nothing, and costs no item a try', async () => {
  const hanging = times(20, { message: 'It never ends.', hangs: true });
  await quick.setFates(hanging);
  for (let kills = 0; kills < 5; kills++) {
    const running = quick.start();
    await running.said('hanging');
    running.process.kill('SIGKILL');
    await running.ended;
  }
  await quick.sql`update fates set fate = null`;
  await quick.runToEnd(4);
  expect(await ends(quick)).toEqual({ failed: [], done: 20 });
  expect(await quick.sql`select distinct attempts from work`).toEqual([{ attempts: 1 }]);
}, 120_000);
