import { expect, test } from 'vitest';
import { makeTurns } from '../../../phases/ingest/turn.js';

test('turns are taken one at a time, in order, and a turn that was not taken holds up nobody', async () => {
  const turns = makeTurns();
  const [one, idle, two] = [turns(), turns(), turns()];
  const said: string[] = [];
  await one.take();
  const waiting = two.take().then(() => said.push('two'));
  await one.take();
  idle.leave();
  await new Promise((resolve) => setTimeout(resolve, 20));
  said.push('one leaves');
  one.leave();
  one.leave();
  await waiting;
  two.leave();
  await turns().take();
  expect(said).toEqual(['one leaves', 'two']);
});
