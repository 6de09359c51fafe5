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
