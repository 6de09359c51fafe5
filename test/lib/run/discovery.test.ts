import { expect, test } from 'vitest';
import { makeFatedWorld, odd, times } from '../../support/fated-world.js';

const { setFates, here, sql } = await makeFatedWorld(2);

test('a run brings no more of its food into the backlog than its batch needs, and says how much waits beyond it', async () => {
  await setFates(times(30, null));
  const ended = await here(['--batch', '5']);
  expect(ended).toMatchObject({ code: 0, finished: { done: 5, left: 25 } });
  expect((await sql`select from work`).count).toBe(10);
  expect(await here(['--batch', '100'])).toMatchObject({ code: 0, finished: { done: 25 } });
});

test('what fails is made up for by others of the same run', async () => {
  await setFates([odd, ...times(29, null)]);
  expect(await here(['--batch', '5'])).toMatchObject({ code: 0, finished: { done: 5 } });
});

test('what another brings in and does at the same time is no end: a run whose batch is not used up looks again', async () => {
  await setFates(times(30, null));
  const other = await sql.reserve();
  await other`begin`;
  await other`insert into work (phase, item_id, priority, state) select 'enrich', item_id, 0, 'done' from fates order by item_id limit 10`;
  await other`update fates set worked = true where item_id <= 10`;
  const running = here(['--batch', '5']);
  const waiting = () => sql`
    select from pg_stat_activity
    where datname = current_database() and query like '%insert into work%' and wait_event = 'transactionid'`;
  while ((await waiting()).count === 0);
  await other`commit`;
  other.release();
  expect(await running).toMatchObject({ code: 0, finished: { done: 5, left: 15 } });
});
