// Two workers of a phase whose groups go one behind the other, by rules.
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { makeLog } from '../../../lib/log.js';
import { makeStandby } from '../../../lib/run/standby.js';
import { claim, type Lease, release } from '../../../lib/work.js';
import { empty, keep } from '../../phases/generate/world.js';
import { makeTestWorld } from '../../support/in-test.js';

const world = await makeTestWorld();
const { sql } = world;

const log = makeLog({ level: 'silent', name: 'test', to: 'stdout' });
const texts = ['Finland detains cargo ship after Baltic gas pipeline leak', 'Peru congress censures minister'];

/** Two titles, of which another worker, alive as far as anybody knows, has claimed one. */
async function shared(): Promise<Lease> {
  const ids = await keep(
    sql,
    texts.map((text) => ({ text })),
  );
  await sql`insert into work (phase, item_id, priority) select 'generate', unnest(${ids}::bigint[]), 0`;
  const lease = await claim(sql, 'generate', { worker: 'another host/boot/1/2/3', limit: 1, leaseSeconds: 60 });
  if (lease === null) throw new Error('Nothing could be claimed.');
  return lease;
}

const states = async () => (await sql<{ state: string }[]>`select state from work order by state`).map(({ state }) => state);

beforeEach(() => empty(sql));

test('a worker claims nothing while another works, and takes over what is left when that one has given up', async () => {
  const lease = await shared();
  const run = world.here('generate');
  await expect.poll(() => sql`select from runs where phase = 'generate' and finished_at is null`, { timeout: 20_000 }).toHaveLength(1);
  await sleep(1500);
  expect(await states()).toEqual(['leased', 'ready']);
  await release(sql, lease);
  expect(await run).toMatchObject({ code: 0 });
  expect(await states()).toEqual(['done', 'done']);
});

test('a worker that is surely dead is not waited for', async () => {
  await shared();
  await sql`update work set worker = ${`${hostname()}/another boot/1/2/3`} where lease_token is not null`;
  await makeStandby(sql, 'generate', 'me', new AbortController().signal, log)();
  expect(await states()).toEqual(['leased', 'ready']);
});

test('of two that begin at once the earlier claims, and the later waits until it has', async () => {
  await keep(
    sql,
    texts.map((text) => ({ text })),
  );
  await sql`insert into work (phase, item_id, priority) select 'generate', title_id, 0 from titles`;
  const begin = (worker: string, secondsAgo: number) => sql`
    insert into runs (run_id, phase, worker, host, pid, batch, started_at)
    values (gen_random_uuid(), 'generate', ${worker}, 'h', 1, 100, now() - make_interval(secs => ${secondsAgo}))`;
  await begin('earlier host/boot/1/2/3', 0.2);
  await begin('later host/boot/1/2/3', 0.1);
  const standBy = (worker: string) => makeStandby(sql, 'generate', worker, new AbortController().signal, log)();
  const order: string[] = [];
  await Promise.all(
    ['later', 'earlier'].map(async (name) => {
      await standBy(`${name} host/boot/1/2/3`);
      order.push(name);
    }),
  );
  expect(order).toEqual(['earlier', 'later']);
});

test('a worker that stands by looks more and more rarely while another works', async () => {
  await shared();
  let looks = 0;
  const counted = new Proxy(sql, {
    apply: (target, self, args) => {
      looks++;
      return Reflect.apply(target, self, args);
    },
  });
  const stop = new AbortController();
  const standing = makeStandby(counted, 'generate', 'me', stop.signal, log)();
  await sleep(2000);
  stop.abort();
  await standing;
  expect(looks).toBeGreaterThan(1);
  expect(looks).toBeLessThan(11);
});

test('nobody stands by for nothing, nor once no more is to be claimed', async () => {
  const lease = await shared();
  const stop = new AbortController();
  const standing = makeStandby(sql, 'generate', 'me', stop.signal, log)();
  stop.abort();
  await standing;
  await sql`update work set state = 'done' where state = 'ready'`;
  await makeStandby(sql, 'generate', 'me', new AbortController().signal, log)();
  expect(await release(sql, lease)).toBe(1);
});
