import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { makeFeedWorld } from '../support/feed-world.js';

const { web, feeds, world, sql, serveLate, bothAsked } = await makeFeedWorld();

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
    await world.here('ingest');
    expect(await world.here('ingest')).toMatchObject({ code: 0, finished: { exit: 'nothing', claimed: 0 } });
  });

  test('takes at most its batch', async () => {
    const ended = await world.here('ingest', ['--batch', '3']);
    expect(ended.finished?.['done']).toBeLessThan(6);
    expect((await sql`select from titles`).length).toBeGreaterThanOrEqual(3);
  });

  test('refuses a flag with a sentence and exit code 78', async () => {
    const ended = await world.run('ingest', ['--batch', 'many']);
    expect(ended).toMatchObject({ code: 78, stderr: expect.stringMatching(/whole number/) });
  });

  test.each([
    [['--batch', '0'], /whole number/],
    [['--bach', '3'], /Did you mean --batch/],
    [['--since', '2026-02-30'], /day such as/],
    [['--max-inflight', '2'], /unknown option/],
  ])('refuses %j as well', async (args, sentence) => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    onTestFinished(() => said.mockRestore());
    const { code } = await world.here('ingest', args);
    expect({ code, said: said.mock.calls.join('') }).toEqual({ code: 78, said: expect.stringMatching(sentence) });
  });

  test('shows its flags, examples and exit codes with --help', async () => {
    const ended = await world.run('generate', ['--help']);
    expect(ended.code).toBe(0);
    expect(ended.lines.map((line) => line['text']).join('\n')).toMatch(/--max-inflight <n>[\s\S]*Examples:[\s\S]*Exit codes:/);
  });

  test('refuses wrong settings with every problem and exit code 78', async () => {
    const settings = join(world.folder, 'wrong.yaml');
    writeFileSync(settings, 'databse: x\nphases: { ingest: { batch: many } }\n');
    const ended = await world.here('ingest', [], { SNI_CONFIG: settings });
    expect(ended.code).toBe(78);
    expect(ended.stderr).toMatch(/databse: unknown key; did you mean "database"\?/);
    expect(ended.stderr).toMatch(/phases\.ingest\.batch: found "many", allowed is a whole number/);
  });

  test('refuses a database without the schema with a sentence and exit code 78', async () => {
    const empty = join(world.folder, 'empty.yaml');
    writeFileSync(empty, `database: ${world.name}_empty\n`);
    const ended = await world.here('ingest', [], { SNI_CONFIG: empty, SNI_CHECKPOINTS: world.folder });
    expect(ended.code).toBe(78);
    expect(ended.lines.find((line) => line.event === 'run failed')?.['error']).toMatch(/sni migrate/);
    await sql.unsafe(`drop database "${world.name}_empty" with (force)`);
  });

  test('says where the database is and what to do when it cannot be reached, and exits 1', async () => {
    const ended = await world.here('ingest', [], { DATABASE_URL: 'postgres://sni:secret-word@127.0.0.1:9/sni' });
    expect(ended.code).toBe(1);
    expect(ended.lines.find((line) => line.event === 'run failed')?.['error']).toMatch(
      /127\.0\.0\.1:9\/sni cannot be reached.*DATABASE_URL/,
    );
    expect(JSON.stringify(ended)).not.toContain('secret-word');
  });

  test('of a paused phase changes nothing and exits 75 with the reason', async () => {
    await sql`update phases set paused_at = now(), pause_reason = 'feeds are being moved' where name = 'ingest'`;
    const ended = await world.here('ingest');
    expect(ended).toMatchObject({ code: 75, finished: { exit: 'paused', claimed: 0 } });
    expect(ended.lines.find((line) => line.event === 'paused')?.['reason']).toBe('feeds are being moved');
    expect(await world.here('ingest', ['--busy-ok'])).toMatchObject({ code: 0, finished: { exit: 'paused', claimed: 0 } });
    await sql`update phases set paused_until = now() - interval '1 second' where name = 'ingest'`;
    expect((await world.here('ingest')).code).toBe(0);
  });
});

describe('while a newer program migrates the database, a run', () => {
  const newer = '999_of_a_newer_program.sql';
  afterEach(async () => {
    await sql`delete from migrations where name = ${newer}`;
  });

  test('finishes what is under way, claims no more, and says why; the next one does not begin', async () => {
    const settings = join(world.folder, 'beating.yaml');
    writeFileSync(settings, `${readFileSync(world.settings, 'utf8')}silence: 8s\n`);
    serveLate('Upgraded', 20);
    const running = world.here('ingest', [], { SNI_CONFIG: settings });
    await bothAsked();
    await sql`insert into migrations (name, sha256) values (${newer}, 'of a newer program')`;
    const ended = await running;
    expect(ended).toMatchObject({ code: 0, finished: { exit: 'stopped', claimed: 2, failed: 0 } });
    expect(ended.lines.find((line) => line.event === 'ended early')?.['reason']).toMatch(/migrated by a newer program/);
    const next = await world.here('ingest', ['--busy-ok']);
    expect(next).toMatchObject({ code: 78, finished: { claimed: 0 } });
    expect(next.lines.find((line) => line.event === 'run failed')?.['error']).toMatch(/newer than this code.*999_of_a_newer_program/);
  });
});

describe('two runs of one phase at once', () => {
  test('with one checkpoint folder: the second says who runs and exits 75', async () => {
    serveLate('Slow news', 1);
    const first = world.start('ingest');
    await first.said('started');
    const second = await world.here('ingest');
    expect(second).toMatchObject({ code: 75, finished: { exit: 'busy' } });
    expect(second.lines.find((line) => line.event === 'busy')?.['reason']).toMatch(
      new RegExp(`process ${first.process.pid} on ${hostname()}`),
    );
    expect((await first.ended).code).toBe(0);
  });

  test('with folders of their own: both work, no item is worked twice', async () => {
    serveLate('Shared', 0.8);
    const first = world.start('ingest', [], { SNI_CHECKPOINTS: join(world.folder, 'one') });
    await first.said('started');
    const both = await Promise.all([first.ended, world.here('ingest', [], { SNI_CHECKPOINTS: join(world.folder, 'two') })]);
    expect(both.map((ended) => ended.code)).toEqual([0, 0]);
    expect(both.reduce((sum, ended) => sum + Number(ended.finished?.['done']), 0)).toBe(6);
    expect(both.every((ended) => Number(ended.finished?.['done']) > 0)).toBe(true);
    expect(feeds.map((name) => web.asked(name))).toEqual(feeds.map(() => 1));
  });
});

describe('SIGTERM', () => {
  test('lets what is under way finish, gives the rest back uncounted, and exits 0', async () => {
    serveLate('Late', 1);
    const running = world.start('ingest');
    await bothAsked();
    running.process.kill('SIGTERM');
    const ended = await running.ended;
    expect(ended).toMatchObject({ code: 0, finished: { exit: 'stopped', done: 2, failed: 0 } });
    expect(await sql`select state, attempts, count(*)::int as n from work group by 1, 2 order by 1`).toEqual([
      { state: 'done', attempts: 1, n: 2 },
      { state: 'ready', attempts: 0, n: 4 },
    ]);
  });

  test('that comes twice at once, as `timeout` passes it on, keeps the grace; one that comes later ends it', async () => {
    serveLate('Twice', 1.5);
    const patient = world.start('ingest');
    await bothAsked();
    patient.process.kill('SIGTERM');
    await sleep(50);
    patient.process.kill('SIGTERM');
    expect((await patient.ended).finished).toMatchObject({ exit: 'stopped', done: 2, released: 0 });

    await sql`update feeds set next_fetch_at = now()`;
    web.reset();
    serveLate('Again', 60);
    const pressed = world.start('ingest', [], { SNI_CHECKPOINTS: join(world.folder, 'pressed') });
    await bothAsked();
    pressed.process.kill('SIGTERM');
    await sleep(1200);
    pressed.process.kill('SIGTERM');
    expect((await pressed.ended).finished).toMatchObject({ exit: 'stopped', done: 0 });
  });

  test('aborts what does not finish within the grace and gives it back uncounted', async () => {
    serveLate('Never', 60);
    const running = world.start('ingest');
    await bothAsked();
    running.process.kill('SIGTERM');
    const ended = await running.ended;
    expect(ended).toMatchObject({ code: 0, finished: { exit: 'stopped', done: 0, released: 2 } });
    expect(await sql`select distinct state, attempts from work`).toEqual([{ state: 'ready', attempts: 0 }]);
  });
});
