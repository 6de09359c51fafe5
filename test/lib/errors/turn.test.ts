// The shared turn as several processes take it: a real database, workers that are names only.
import postgres from 'postgres';
import { afterEach, expect, inject, test } from 'vitest';
import { makeSharedTurn } from '../../../lib/app/local-lane-lock.js';
import { ensureRunning } from '../../../lib/db/embedded.js';
import { makeDatabase } from '../../support/database.js';
import { settingsFor } from '../../support/scratch.js';

const scratch = await makeDatabase({ connections: 2 });
const address = await ensureRunning({ home: inject('home') });
const turns: ReturnType<typeof makeSharedTurn>[] = [];
const dead = new Set<string>();
const fail = (why: Error): void => {
  throw why;
};

function turnOf(worker: string, leaseMs = 15_000) {
  const connect = () => postgres(settingsFor(address, scratch.name, 1));
  const turn = makeSharedTurn(connect, {
    asker: { lane: 'local', worker, phase: 'enrich' },
    isSurelyDead: (name) => dead.has(name),
    leaseMs,
  });
  turns.push(turn);
  return turn;
}

const inLine = async (): Promise<string[]> =>
  (await scratch.sql<{ worker: string }[]>`select worker from turns order by taken_at is null, turn_id`).map(({ worker }) => worker);

afterEach(async () => {
  await Promise.all(turns.splice(0).map((turn) => turn.close()));
  dead.clear();
  await scratch.sql`truncate turns`;
});

test('of many that ask at once one has the turn at a time, and all come to it', async () => {
  let holding = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 8 }, async (_, number) => {
      const turn = turnOf(`w${number}`);
      for (let time = 0; time < 3; time++) {
        await turn.take(fail);
        most = Math.max(most, ++holding);
        await scratch.sql`select pg_sleep(0.005)`;
        holding--;
        await turn.giveBack();
      }
    }),
  );
  expect(most).toBe(1);
  expect(await inLine()).toEqual([]);
});

test('it is handed on in the order it was asked for, also to who asks again', async () => {
  const [a, b, c] = [turnOf('a'), turnOf('b'), turnOf('c')];
  const order: string[] = [];
  await a.take(fail);
  const asked: Promise<unknown>[] = [];
  for (const [name, turn] of [
    ['b', b],
    ['c', c],
  ] as const) {
    asked.push(
      turn
        .take(fail)
        .then(() => order.push(name))
        .then(turn.giveBack),
    );
    await expect.poll(inLine).toContain(name);
  }
  await a.giveBack();
  asked.push(a.take(fail).then(() => order.push('a')));
  await Promise.all(asked);
  expect(order).toEqual(['b', 'c', 'a']);
});

test('who has it is known to who waits: worker, phase, since when', async () => {
  await turnOf('a').take(fail);
  const waiter = turnOf('b');
  void waiter.take(fail).catch(() => undefined);
  await expect.poll(() => waiter.holder()).toMatchObject({ worker: 'a', phase: 'enrich', holds: true, since: expect.any(Date) });
});

test('a holder that is surely dead, and one that is silent for its lease, are passed over; so is a waiter', async () => {
  await scratch.sql`insert into turns (lane, worker, taken_at) values ('local', 'killed', now())`;
  await scratch.sql`insert into turns (lane, worker, seen_at) values ('local', 'frozen', now() - interval '16 s')`;
  dead.add('killed');
  await turnOf('a').take(fail);
  expect(await inLine()).toEqual(['a']);
});

test('a holder that lives keeps it for longer than its lease', async () => {
  const holder = turnOf('a', 1000);
  await holder.take(fail);
  const waiter = turnOf('b', 1000);
  let got = false;
  void waiter.take(fail).then(
    () => {
      got = true;
    },
    () => undefined,
  );
  await scratch.sql`select pg_sleep(2.5)`;
  expect([holder.isOurs(), got]).toEqual([true, false]);
});

test('a holder whom the database does not answer lets go by itself', async () => {
  const holder = turnOf('a', 1000);
  const lost = new Promise<Error>((resolve) => void holder.take(resolve));
  await expect.poll(inLine).toEqual(['a']);
  let why: Error | undefined;
  await scratch.sql.begin(async (sql) => {
    await sql`select from turns for update`;
    why = await lost;
  });
  expect(why?.message).toMatch(/has not confirmed it for 1 s/);
  expect(holder.isOurs()).toBe(false);
});
