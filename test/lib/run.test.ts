import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { startFeedServer } from '../support/feed-server.js';
import { makeTestWorld } from '../support/in-test.js';

const web = await startFeedServer();
const feeds = Array.from({ length: 6 }, (_, index) => `feed-${index}`);
const world = await makeTestWorld({
  settings: {
    sources: feeds.map((name) => ({ feed: web.url(name), publisher: name, lang: 'en' })),
    phases: { ingest: { max_inflight: 2, grace: '3s' } },
  },
});
const { sql } = world;

beforeEach(async () => {
  web.reset();
  for (const name of feeds) web.serve(name, { titles: [`Headline of ${name}`] });
  await sql`truncate work, titles, feeds, runs cascade`;
  await sql`update phases set paused_at = null, paused_until = null`;
});

describe('a run', () => {
  test('ends with a line that says what it did, and exit code 0', async () => {
    const ended = await world.run('ingest');
    expect(ended.code).toBe(0);
    expect(ended.lines.at(-1)).toMatchObject({
      event: 'finished',
      phase: 'ingest',
      claimed: 6,
      done: 6,
      failed: 0,
      released: 0,
      exit: 'done',
    });
    expect(await sql`select exit, done, finished_at is not null as finished from runs`).toEqual([
      { exit: 'done', done: 6, finished: true },
    ]);
  });

  test('that finds nothing to do says so and exits 0', async () => {
    await world.run('ingest');
    expect(await world.run('ingest')).toMatchObject({ code: 0, finished: { exit: 'nothing', claimed: 0 } });
  });

  test('takes at most its batch', async () => {
    const ended = await world.run('ingest', ['--batch', '3']);
    expect(ended.finished?.['done']).toBeLessThan(6);
    expect((await sql`select from titles`).length).toBeGreaterThanOrEqual(3);
  });

  test.each([
    [['--batch', 'many'], /whole number/],
    [['--batch', '0'], /whole number/],
    [['--bach', '3'], /Did you mean --batch/],
    [['--since', '2026-02-30'], /day such as/],
    [['--max-inflight', '2'], /unknown option/],
  ])('refuses the flags %j with a sentence and exit code 78', async (args, sentence) => {
    const ended = await world.run('ingest', args);
    expect(ended.code).toBe(78);
    expect(ended.stderr).toMatch(sentence);
  });

  test('shows its flags, examples and exit codes with --help', async () => {
    const ended = await world.run('generate', ['--help']);
    expect(ended.code).toBe(0);
    expect(ended.lines.map((line) => line['text']).join('\n')).toMatch(/--max-inflight <n>[\s\S]*Examples:[\s\S]*Exit codes:/);
  });

  test('refuses wrong settings with every problem and exit code 78', async () => {
    const settings = join(world.folder, 'wrong.yaml');
    writeFileSync(settings, 'databse: x\nphases: { ingest: { batch: many } }\n');
    const ended = await world.run('ingest', [], { SNI_CONFIG: settings });
    expect(ended.code).toBe(78);
    expect(ended.stderr).toMatch(/databse: unknown key; did you mean "database"\?/);
    expect(ended.stderr).toMatch(/phases\.ingest\.batch: found "many", allowed is a whole number/);
  });

  test('refuses a database without the schema with a sentence and exit code 78', async () => {
    const empty = join(world.folder, 'empty.yaml');
    writeFileSync(empty, `database: ${world.name}_empty\n`);
    const ended = await world.run('ingest', [], { SNI_CONFIG: empty, SNI_CHECKPOINTS: world.folder });
    expect(ended.code).toBe(78);
    expect(ended.lines.find((line) => line.event === 'run failed')?.['error']).toMatch(/sni migrate/);
    await sql.unsafe(`drop database "${world.name}_empty"`);
  });

  test('says where the database is and what to do when it cannot be reached, and exits 1', async () => {
    const ended = await world.run('ingest', [], { DATABASE_URL: 'postgres://sni:secret-word@127.0.0.1:9/sni' });
    expect(ended.code).toBe(1);
    expect(ended.lines.find((line) => line.event === 'run failed')?.['error']).toMatch(
      /127\.0\.0\.1:9\/sni cannot be reached.*DATABASE_URL/,
    );
    expect(JSON.stringify(ended)).not.toContain('secret-word');
  });

  test('of a paused phase changes nothing and exits 75 with the reason', async () => {
    await sql`update phases set paused_at = now(), pause_reason = 'feeds are being moved' where name = 'ingest'`;
    const ended = await world.run('ingest');
    expect(ended).toMatchObject({ code: 75, finished: { exit: 'paused', claimed: 0 } });
    expect(ended.lines.find((line) => line.event === 'paused')?.['reason']).toBe('feeds are being moved');
    await sql`update phases set paused_until = now() - interval '1 second' where name = 'ingest'`;
    expect((await world.run('ingest')).code).toBe(0);
  });
});

describe('two runs of one phase at once', () => {
  test('with one checkpoint folder: the second says who runs and exits 75', async () => {
    for (const name of feeds) web.serve(name, { titles: ['Slow news'], delaySeconds: 1 });
    const first = world.start('ingest');
    await first.said('started');
    const second = await world.run('ingest');
    expect(second).toMatchObject({ code: 75, finished: { exit: 'busy' } });
    expect(second.lines.find((line) => line.event === 'busy')?.['reason']).toMatch(
      new RegExp(`process ${first.process.pid} on ${hostname()}`),
    );
    expect((await first.ended).code).toBe(0);
  });

  test('with folders of their own: both work, no item is worked twice', async () => {
    for (const name of feeds) web.serve(name, { titles: [`Shared ${name}`], delaySeconds: 0.3 });
    const both = await Promise.all(['one', 'two'].map((name) => world.run('ingest', [], { SNI_CHECKPOINTS: join(world.folder, name) })));
    expect(both.map((ended) => ended.code)).toEqual([0, 0]);
    expect(both.reduce((sum, ended) => sum + Number(ended.finished?.['done']), 0)).toBe(6);
    expect(both.every((ended) => Number(ended.finished?.['done']) > 0)).toBe(true);
    expect(feeds.map((name) => web.asked(name))).toEqual(feeds.map(() => 1));
  });
});

describe('SIGTERM', () => {
  test('lets what is under way finish, gives the rest back uncounted, and exits 0', async () => {
    for (const name of feeds) web.serve(name, { titles: [`Late ${name}`], delaySeconds: 1 });
    const running = world.start('ingest');
    await web.until(() => feeds.filter((name) => web.asked(name) > 0).length === 2);
    running.process.kill('SIGTERM');
    const ended = await running.ended;
    expect(ended).toMatchObject({ code: 0, finished: { exit: 'stopped', done: 2, failed: 0 } });
    expect(await sql`select state, attempts, count(*)::int as n from work group by 1, 2 order by 1`).toEqual([
      { state: 'done', attempts: 1, n: 2 },
      { state: 'ready', attempts: 0, n: 4 },
    ]);
  });

  test('aborts what does not finish within the grace and gives it back uncounted', async () => {
    for (const name of feeds) web.serve(name, { titles: ['Never'], delaySeconds: 60 });
    const running = world.start('ingest');
    await web.until(() => feeds.filter((name) => web.asked(name) > 0).length === 2);
    running.process.kill('SIGTERM');
    const ended = await running.ended;
    expect(ended).toMatchObject({ code: 0, finished: { exit: 'stopped', done: 0, released: 2 } });
    expect(await sql`select distinct state, attempts from work`).toEqual([{ state: 'ready', attempts: 0 }]);
  });
});

describe('a run after kill -9', () => {
  const die = async () => {
    for (const name of feeds) web.serve(name, { titles: ['Never'], delaySeconds: 60 });
    const running = world.start('ingest');
    await web.until(() => feeds.filter((name) => web.asked(name) > 0).length === 2);
    running.process.kill('SIGKILL');
    await running.ended;
    for (const name of feeds) web.serve(name, { titles: [`After ${name}`] });
  };

  test('with --resume takes over at once what the dead process held', async () => {
    await die();
    expect(await world.run('ingest', ['--resume'])).toMatchObject({ code: 0, finished: { done: 6 } });
  });

  test('without --resume leaves it to its lease and works the rest', async () => {
    await die();
    expect(await world.run('ingest')).toMatchObject({ code: 0, finished: { done: 4 } });
    await sql`update work set lease_expires_at = now() where state = 'leased'`;
    expect(await world.run('ingest')).toMatchObject({ code: 0, finished: { done: 2 } });
  });

  test('does as well when the checkpoints are gone or damaged, and says so of a damaged one', async () => {
    await die();
    const checkpoint = join(world.folder, 'checkpoints/p1.json');
    expect(JSON.parse(readFileSync(checkpoint, 'utf8'))).toMatchObject({ phase: 'ingest', host: hostname() });
    writeFileSync(checkpoint, '{"runId": "cut off in the midd');
    const ended = await world.run('ingest', ['--resume']);
    expect(ended).toMatchObject({ code: 0, finished: { done: 6 } });
    expect(ended.lines.some((line) => line.event === 'checkpoint damaged')).toBe(true);
    expect(readdirSync(join(world.folder, 'checkpoints'))).toContain('p1.json.damaged');
    expect(existsSync(`${checkpoint}.lock`)).toBe(false);
  });
});

test('a worker whose lease is taken away settles nothing', async () => {
  for (const name of feeds) web.serve(name, { titles: [`Taken ${name}`], delaySeconds: 1 });
  const running = world.start('ingest');
  await web.until(() => feeds.filter((name) => web.asked(name) > 0).length === 2);
  await sql`update work set lease_token = gen_random_uuid(), worker = 'elsewhere/0/0/1/1', lease_expires_at = now() + interval '1 hour' where state = 'leased'`;
  const ended = await running.ended;
  expect(ended.finished).toMatchObject({ done: 4, released: 2 });
  expect((await sql`select from titles`).length).toBe(4);
  expect(await sql`select distinct worker from work where state = 'leased'`).toEqual([{ worker: 'elsewhere/0/0/1/1' }]);
});

describe('a database that goes away under a run', () => {
  const startSlow = async () => {
    for (const name of feeds) web.serve(name, { titles: [`Slow ${name}`], delaySeconds: 1 });
    const running = world.start('ingest', ['--resume']);
    await web.until(() => feeds.filter((name) => web.asked(name) > 0).length === 2);
    const backends = await sql<{ pid: number }[]>`
      select pid from pg_stat_activity where datname = current_database() and application_name = 'sni-ingest'`;
    expect(backends.length).toBeGreaterThan(0);
    return { running, backends: backends.map((backend) => backend.pid) };
  };

  test('by ending its connections: the run ends with a sentence or goes on with new ones, and the next run completes', async () => {
    const { running, backends } = await startSlow();
    await sql`select pg_terminate_backend(pid) from unnest(${backends}::int[]) as b (pid)`;
    const ended = await running.ended;
    if (ended.code !== 0) {
      expect(ended).toMatchObject({ code: 1, finished: { exit: 'failed' } });
      expect(ended.lines.find((line) => line.event === 'run failed')).toMatchObject({ errorClass: 'systemic' });
    }
    expect(await world.run('ingest', ['--resume'])).toMatchObject({ code: 0 });
    expect((await sql`select from titles`).length).toBe(6);
    expect((await sql`select from work where state <> 'done'`).length).toBe(0);
  });

  test('by hanging half-open: the run ends by itself with a sentence, its last line is the finished line, the next run completes', async () => {
    const settings = join(world.folder, 'silence.yaml');
    writeFileSync(settings, `${readFileSync(world.settings, 'utf8')}silence: 2s\n`);
    for (const name of feeds) web.serve(name, { titles: [`Hung ${name}`], delaySeconds: 1 });
    const running = world.start('ingest', [], { SNI_CONFIG: settings });
    await web.until(() => feeds.filter((name) => web.asked(name) > 0).length === 2);
    const backends = await sql<{ pid: number }[]>`
      select pid from pg_stat_activity where datname = current_database() and application_name = 'sni-ingest'`;
    for (const { pid } of backends) process.kill(pid, 'SIGSTOP');
    const ended = await running.ended;
    for (const { pid } of backends) process.kill(pid, 'SIGCONT');
    expect(ended.code).toBe(1);
    expect(ended.lines.find((line) => line.event === 'run failed')?.['error']).toMatch(/has not answered for 2 s/);
    expect(ended.lines.at(-1)?.event).toBe('finished');
    expect(await world.run('ingest', ['--resume'])).toMatchObject({ code: 0 });
    expect((await sql`select from titles`).length).toBe(6);
  });
});
