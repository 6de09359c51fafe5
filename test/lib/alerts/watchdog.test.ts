// `sni watchdog`, `sni alerts` and `sni notify test`: each condition raised once and cleared once, told to fakes of every protocol, and what
// happens where a notifier is dead, two look at once, or the database is damaged.
import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { conditions } from '../../../lib/alerts/conditions.js';
import { deliver } from '../../../lib/alerts/deliver.js';
import { disk } from '../../../lib/alerts/of-machine.js';
import { recordAlerts } from '../../../lib/alerts/round.js';
import { readConfig } from '../../../lib/config.js';
import { makeFolder } from '../../support/folder.js';
import { makeTestWorld } from '../../support/in-test.js';
import { type Answer, sni } from '../desk/fixture.js';
import {
  answerWith,
  bodies,
  closeAudience,
  commanded,
  expectEachToldTwice,
  forgetAll,
  mails,
  notifiers,
  of,
  requests,
  secrets,
} from './audience.js';
import { casesOf, makeWell } from './cases.js';

const backups = makeFolder('backups');
const world = await makeTestWorld({ settings: { notify: { pages: 'https://sni.example.org', backups, notifiers } } });
const { sql } = world;
const ask = (...args: string[]): Promise<Answer> => sni(['--config', world.settings, ...args], { SNI_HOME: world.home, ...secrets });
const look = async () => JSON.parse((await ask('watchdog', '--json')).stdout);
const open = async () =>
  (await sql<{ name: string; subject: string }[]>`select name, subject from alerts where cleared_at is null order by name, subject`).map(
    ({ name, subject }) => `${name} ${subject}`.trim(),
  );

afterAll(closeAudience);

beforeEach(async () => {
  await sql`truncate alerts, paces, work, runs, feeds, titles, spending, operator_log, doctor_actions restart identity cascade`;
  await sql`update phases set paused_at = null, paused_until = null, pause_reason = null`;
  writeFileSync(join(backups, 'sni-20260101T000000Z.dump'), '');
  forgetAll();
});

const cases = casesOf(sql, backups);
const well = () => makeWell(sql);

describe('sni watchdog', () => {
  test('an empty and a working database raise nothing, and sni alerts says so', async () => {
    expect(await look()).toMatchObject({ raised: 0, cleared: 0, standing: 0, sent: 0, failed: [], unlooked: [] });
    await well();
    expect(await look()).toMatchObject({ raised: 0, standing: 0 });
    expect((await ask('alerts')).stdout).toBe('No alert stands. "sni watchdog" looks now.\n');
  });

  test('every condition is put to the test here', () => {
    expect(new Set([...cases.map(([name]) => name), 'disk'])).toEqual(new Set(conditions.map(({ name }) => name)));
  });

  test.each(cases)('%s is told once when it begins and once when it ends', async (name, subject, begin, end) => {
    await well();
    await begin();
    expect(await look()).toMatchObject({ raised: 1, cleared: 0, sent: 9, failed: [] });
    expect(await look()).toMatchObject({ raised: 0, cleared: 0, sent: 0 });
    expect(await open()).toEqual([`${name} ${subject}`.trim()]);
    expect((await ask('alerts')).stdout).toContain(name.replace('_', ' '));
    await end();
    expect(await look()).toMatchObject({ raised: 0, cleared: 1, sent: 9 });
    expect(await look()).toMatchObject({ raised: 0, cleared: 0, sent: 0 });
    expectEachToldTwice(name);
  });

  test('disk is told once when it begins and once when it ends', async () => {
    await well();
    const config = readConfig(world.settings, { SNI_HOME: world.home, ...secrets });
    const condition = conditions.find(({ name }) => name === 'disk');
    if (condition === undefined) throw new Error('There is no such condition.');
    const lookAtDisk = async (bavail: number) => {
      const troubles = await disk({ sql, config: { ...config, checkpoints: world.folder } }, () => ({ bavail, blocks: 100 }));
      const names = notifiers.map(({ name }) => name);
      const recorded = await recordAlerts(sql, [{ condition, troubles: troubles.slice(0, 1), error: null }], names);
      return { ...recorded, ...(await deliver(sql, config.notify)) };
    };
    expect(await lookAtDisk(10)).toMatchObject({ raised: 0, sent: 0 });
    expect(await lookAtDisk(9)).toMatchObject({ raised: 1, cleared: 0, sent: 9, failed: [] });
    expect(await lookAtDisk(8)).toMatchObject({ raised: 0, sent: 0 });
    expect(await lookAtDisk(50)).toMatchObject({ cleared: 1, sent: 9 });
    expectEachToldTwice('disk');
  });

  test('a phase that nobody starts is told of, though nothing of it is in a backlog yet', async () => {
    await well();
    await sql`update titles set ingested_at = now() - interval '2 hours', status = 'pending'`;
    expect(await look()).toMatchObject({ raised: 1, standing: 1 });
    expect(await open()).toEqual(['stalled filter']);
    expect(bodies('webhook')[0]).toMatchObject({
      what: expect.stringMatching(/^filter has finished nothing for 120 min, and 1 item waits\.$/),
    });
    await sql`
      insert into doctor_actions (phase, signature, error_class, action, items, sentence)
      values ('enrich', 's', 'item_specific', 'fail_item', 1, 'Of another phase.'), ('filter', 's', 'item_specific', 'fail_item', 1, 'The vocabulary is locked.')`;
    await look();
    expect(await sql`select lines from alerts where name = 'stalled'`).toEqual([{ lines: ['The vocabulary is locked.'] }]);
    // A run of half an hour ago would have taken it, had it been food then.
    await sql`
      insert into runs (run_id, phase, worker, host, pid, batch, started_at, finished_at, exit)
      values (gen_random_uuid(), 'filter', 'w', 'h', 1, 10, now() - interval '31 minutes', now() - interval '30 minutes', 'nothing')`;
    expect(await look()).toMatchObject({ raised: 0, cleared: 1 });
    await sql`update runs set exit = 'failed' where phase = 'filter'`;
    expect(await look()).toMatchObject({ raised: 1 });
  });

  test('what an operator paused is no alert', async () => {
    await well();
    await ask('pause', 'enrich', 'quota');
    expect(await look()).toMatchObject({ raised: 0, standing: 0 });
  });

  test('a dead notifier keeps nobody from being told, and is told later, with the same delivery id', async () => {
    await well();
    await sql`update titles set ingested_at = now() - interval '7 hours'`;
    answerWith(500);
    const answer = await look();
    expect(answer).toMatchObject({ raised: 1, sent: 2 });
    expect(answer.failed).toHaveLength(7);
    const tried = of('webhook')[0]?.headers['x-sni-delivery'];
    answerWith(200);
    expect(await look()).toMatchObject({ sent: 0 });
    await sql`update alert_deliveries set due_at = now() where sent_at is null`;
    expect(await look()).toMatchObject({ sent: 7, failed: [] });
    expect(of('webhook').map(({ headers }) => headers['x-sni-delivery'])).toEqual([tried, tried]);
    expect(JSON.stringify(answer)).not.toMatch(/tk_|letmein|shared/);
  });

  test('two that look at once send each notice once', async () => {
    await well();
    await sql`update titles set ingested_at = now() - interval '7 hours'`;
    await Promise.all([look(), look()]);
    await sql`update alert_deliveries set sent_at = null, due_at = now() where notifier = 'webhook'`;
    requests.length = 0;
    const { notify } = readConfig(world.settings, { ...secrets });
    await Promise.all([deliver(sql, notify), deliver(sql, notify), deliver(sql, notify)]);
    expect(of('webhook')).toHaveLength(1);
  });

  test('a condition that cannot be looked at ends no alert, and the others are looked at', async () => {
    const damaged = await makeTestWorld({ settings: { notify: { backups } } });
    await damaged.sql`insert into alerts (name, subject, severity, what, todo) values ('no_titles', '', 'critical', 'w', 't')`;
    await damaged.sql`alter table titles rename to lost`;
    await damaged.sql`update phases set paused_at = now(), pause_reason = null where name = 'enrich'`;
    const { code, stdout, stderr } = await sni(['--config', damaged.settings, 'watchdog', '--json'], { SNI_HOME: damaged.home });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ raised: 1, cleared: 0, unlooked: [{ condition: 'stalled' }, { condition: 'no_titles' }] });
    expect(stderr).not.toContain('    at ');
  });
});

describe('sni notify test', () => {
  test('tells each in its own shape', async () => {
    await well();
    await sql`update titles set ingested_at = now() - interval '7 hours'`;
    await look();
    const [hook] = of('webhook');
    expect(hook?.headers['x-sni-signature']).toBe(
      `sha256=${createHmac('sha256', 'shared')
        .update(hook?.body ?? '')
        .digest('hex')}`,
    );
    expect(bodies('webhook')[0]).toMatchObject({
      event: 'raised',
      name: 'no_titles',
      severity: 'critical',
      link: 'https://sni.example.org/desk/feeds',
    });
    expect(of('ntfy')[0]).toMatchObject({ headers: { authorization: 'Bearer tk_ntfy', priority: '5', title: 'SNI: no titles' } });
    expect(bodies('slack')[0]?.['text']).toContain('No new title has come for 7 h.');
    expect(bodies('discord')[0]).toMatchObject({ content: expect.stringContaining('No new title'), allowed_mentions: { parse: [] } });
    expect(requests.find(({ method }) => method === 'PUT')).toMatchObject({
      path: expect.stringContaining('/_matrix/client/v3/rooms/!abc%3Aexample.org/send/m.room.message/'),
      headers: { authorization: 'Bearer tk_matrix' },
    });
    expect(JSON.parse(of('alertmanager')[0]?.body ?? '')).toMatchObject([
      { labels: { alertname: 'sni_no_titles' }, startsAt: expect.any(String) },
    ]);
    expect(bodies('apprise')[0]).toMatchObject({ type: 'failure', title: 'SNI: no titles' });
    expect(mails[0]).toMatch(/^Subject: SNI: no titles$/m);
    expect(JSON.parse(commanded().at(-1) ?? '')).toMatchObject({ name: 'no_titles' });
  });

  test('says who was told, and of who was not why, with exit code 1', async () => {
    expect((await ask('notify', 'test', 'ntfy')).stdout).toBe('ntfy (ntfy) was told.\n');
    const told = await sni(['--config', world.settings, 'notify', 'test'], {
      SNI_HOME: world.home,
      ...secrets,
      MAIL_PASSWORD: 'wrongly',
      OPS_SECRET: '',
    });
    expect(told.code).toBe(1);
    expect(told.stdout).toContain('The notifier webhook needs OPS_SECRET in the environment');
    expect(told.stdout).toContain('The notifier mail (email) could not be told');
    expect(told.stdout).not.toContain('wrongly');
    expect(await ask('notify', 'test', 'nobody')).toMatchObject({
      code: 78,
      stderr: expect.stringContaining('There is no notifier nobody'),
    });
    const silent = await makeTestWorld();
    expect(await sni(['--config', silent.settings, 'notify', 'test'], { SNI_HOME: silent.home })).toMatchObject({ code: 78 });
  });
});
