import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ensureRunning } from '../../../lib/db/embedded.js';
import { startEndingProxy } from '../../support/ending-proxy.js';
import { makeFeedWorld } from '../../support/feed-world.js';
import { sni } from '../desk/fixture.js';

const { web, feeds, world, sql, serveLate, bothAsked } = await makeFeedWorld();

describe('a run after kill -9', () => {
  const checkpoints = join(world.folder, 'checkpoints');
  const left = join(world.folder, 'left by the dead');

  /** Of one process that was killed, all that it left: its rows, its checkpoint with the lock on it. */
  beforeAll(async () => {
    serveLate('Never', 60);
    const running = world.start('ingest');
    await bothAsked();
    running.process.kill('SIGKILL');
    await running.ended;
    for (const table of ['feeds', 'work', 'runs']) await sql.unsafe(`create table left_${table} as table ${table}`);
    cpSync(checkpoints, left, { recursive: true });
  });

  /** As if a process had just been killed. */
  const die = async () => {
    await sql`insert into feeds overriding system value table left_feeds`;
    await sql`insert into work table left_work`;
    await sql`insert into runs table left_runs`;
    await sql`update runs set heartbeat_at = now()`;
    rmSync(checkpoints, { recursive: true });
    cpSync(left, checkpoints, { recursive: true });
    for (const name of feeds) web.serve(name, { titles: [`After ${name}`] });
  };

  test('with --resume takes over at once what the dead process held', async () => {
    await die();
    expect(await world.here('ingest', ['--resume'])).toMatchObject({ code: 0, finished: { done: 6 } });
  });

  test('without --resume leaves it to its lease and works the rest', async () => {
    await die();
    expect(await world.here('ingest')).toMatchObject({ code: 0, finished: { done: 4 } });
    await sql`update work set lease_expires_at = now() where state = 'leased'`;
    expect(await world.here('ingest')).toMatchObject({ code: 0, finished: { done: 2 } });
  });

  test('leaves nothing of the dead one: no file beside the checkpoint, and an end in the books of when it was heard of last', async () => {
    await die();
    writeFileSync(join(world.folder, 'checkpoints/p1.json.tmp'), '{"runId": "cut o');
    const [died] = await sql`select worker from runs`;
    expect((await world.here('ingest', ['--resume'])).code).toBe(0);
    expect(readdirSync(join(world.folder, 'checkpoints')).filter((name) => name !== 'p1.json.damaged')).toEqual(['p1.json']);
    expect(await sql`select exit, finished_at = heartbeat_at as "whenHeard" from runs where worker = ${died?.['worker']}`).toEqual([
      { exit: 'died', whenHeard: true },
    ]);
  });

  test('that is not over yet: sni status says that it died, and of another host that it runs', async () => {
    await die();
    const status = () => sni(['status', 'ingest'], { SNI_HOME: world.home, SNI_CONFIG: world.settings });
    expect((await status()).stdout).toMatch(/died (just now|\d+ s ago)/);
    await sql`update runs set worker = 'elsewhere/0/0/1/1', heartbeat_at = now()`;
    expect((await status()).stdout).toMatch(/running for /);
  });

  test('does as well when the checkpoints are gone or damaged, and says so of a damaged one', async () => {
    await die();
    const checkpoint = join(world.folder, 'checkpoints/p1.json');
    expect(JSON.parse(readFileSync(checkpoint, 'utf8'))).toMatchObject({ phase: 'ingest', host: hostname() });
    writeFileSync(checkpoint, '{"runId": "cut off in the midd');
    const ended = await world.here('ingest', ['--resume']);
    expect(ended).toMatchObject({ code: 0, finished: { done: 6 } });
    expect(ended.lines.some((line) => line.event === 'checkpoint damaged')).toBe(true);
    expect(readdirSync(join(world.folder, 'checkpoints'))).toContain('p1.json.damaged');
    expect(existsSync(`${checkpoint}.lock`)).toBe(false);
  });
});

test('a worker whose lease is taken away settles nothing', async () => {
  serveLate('Taken', 1);
  const running = world.here('ingest');
  await bothAsked();
  await sql`update work set lease_token = gen_random_uuid(), worker = 'elsewhere/0/0/1/1', lease_expires_at = now() + interval '1 hour' where state = 'leased'`;
  const ended = await running;
  expect(ended.finished).toMatchObject({ done: 4, released: 2 });
  expect((await sql`select from titles`).length).toBe(4);
  expect(await sql`select distinct worker from work where state = 'leased'`).toEqual([{ worker: 'elsewhere/0/0/1/1' }]);
});

describe('a database that goes away under a run', () => {
  const startSlow = async () => {
    serveLate('Slow', 1);
    const running = world.here('ingest', ['--resume']);
    await bothAsked();
    const backends = await sql<{ pid: number }[]>`
      select pid from pg_stat_activity where datname = current_database() and application_name = 'sni-ingest'`;
    expect(backends.length).toBeGreaterThan(0);
    return { running, backends: backends.map((backend) => backend.pid) };
  };

  test('by ending its connections: the run ends with a sentence or goes on with new ones, and the next run completes', async () => {
    const { running, backends } = await startSlow();
    await sql`select pg_terminate_backend(pid) from unnest(${backends}::int[]) as b (pid)`;
    const ended = await running;
    if (ended.code !== 0) {
      expect(ended).toMatchObject({ code: 1, finished: { exit: 'failed' } });
      expect(ended.lines.find((line) => line.event === 'run failed')).toMatchObject({ errorClass: 'systemic' });
    }
    expect(await world.here('ingest', ['--resume'])).toMatchObject({ code: 0 });
    expect((await sql`select from titles`).length).toBe(6);
    expect((await sql`select from work where state <> 'done'`).length).toBe(0);
  });

  test('by hanging half-open: the run ends by itself with a sentence, its last line is the finished line, the next run completes', async () => {
    const settings = join(world.folder, 'silence.yaml');
    writeFileSync(settings, `${readFileSync(world.settings, 'utf8')}silence: 2s\n`);
    serveLate('Hung', 1);
    const running = world.start('ingest', [], { SNI_CONFIG: settings });
    await bothAsked();
    const backends = await sql<{ pid: number }[]>`
      select pid from pg_stat_activity where datname = current_database() and application_name = 'sni-ingest'`;
    for (const { pid } of backends) process.kill(pid, 'SIGSTOP');
    const ended = await running.ended;
    for (const { pid } of backends) process.kill(pid, 'SIGCONT');
    expect(ended.code).toBe(1);
    expect(ended.lines.find((line) => line.event === 'run failed')?.['error']).toMatch(/has not answered for 2 s/);
    expect(ended.lines.at(-1)?.event).toBe('finished');
    expect(await world.here('ingest', ['--resume'])).toMatchObject({ code: 0 });
    expect((await sql`select from titles`).length).toBe(6);
  });

  test('by ending each connection on which the run’s heart beats: a beat that fails is no answer, and the run ends by itself with a sentence', async () => {
    const settings = join(world.folder, 'ending.yaml');
    writeFileSync(settings, `${readFileSync(world.settings, 'utf8')}silence: 2s\n`);
    serveLate('Ended', 20);
    let gone = false;
    const proxy = await startEndingProxy(
      await ensureRunning({ home: world.home }),
      world.name,
      (sent) => gone && sent.includes('heartbeat_at'),
    );
    onTestFinished(proxy.close);
    const running = world.here('ingest', [], { DATABASE_URL: proxy.url, SNI_CONFIG: settings });
    await bothAsked();
    gone = true;
    const ended = await running;
    expect(ended.code).toBe(1);
    expect(ended.lines.some((line) => line.event === 'heartbeat not written')).toBe(true);
    expect(ended.lines.find((line) => line.event === 'run failed')).toMatchObject({
      errorClass: 'systemic',
      error: expect.stringMatching(/has not answered for 2 s/),
    });
    expect(ended.lines.at(-1)?.event).toBe('finished');
  });

  test.each([
    ['as the run begins', 'insert into runs'],
    ['as it notes its end', 'finished_at = now(), total'],
  ])('by swallowing all that is asked from then on, %s: it ends by itself with a sentence', async (_, words) => {
    const settings = join(world.folder, 'swallowing.yaml');
    writeFileSync(settings, `${readFileSync(world.settings, 'utf8')}silence: 2s\n`);
    let silent = false;
    const proxy = await startEndingProxy(await ensureRunning({ home: world.home }), world.name, (sent) => {
      silent ||= sent.includes(words);
      return silent ? 'swallowed' : false;
    });
    onTestFinished(proxy.close);
    const ended = await world.here('ingest', [], { DATABASE_URL: proxy.url, SNI_CONFIG: settings });
    expect(ended.code).toBe(1);
    expect(ended.lines.find((line) => line.event === 'run failed')?.['error']).toMatch(/has not answered for 2 s/);
    expect(ended.lines.at(-1)?.event).toBe('finished');
  });

  test('while a further connection is made: the driver asks nothing there whose failure nobody hears', async () => {
    for (const name of feeds) web.serve(name, { titles: [`Through ${name}`] });
    const asksTypes = (sent: Buffer, connection: number) => connection === 1 && sent.includes('pg_catalog.pg_type');
    const proxy = await startEndingProxy(await ensureRunning({ home: world.home }), world.name, asksTypes);
    onTestFinished(proxy.close);
    const ended = await world.here('ingest', ['--resume'], { DATABASE_URL: proxy.url });
    expect(ended).toMatchObject({ code: 0, stderr: '', finished: { exit: 'done', done: 6 } });
    expect(proxy.opened()).toBeGreaterThan(1);
  });
});
