// `sni watch notify`: each family that is new on a watchlist is told once, whatever is killed, merged, or looks at the same time.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { makeTestWorld } from '../../support/in-test.js';
import { furnish, sni } from '../desk/fixture.js';
import { httpReceiver } from './receivers.js';

const web = await httpReceiver();
const notifiers = ['webhook', 'ntfy', 'slack', 'discord', 'apprise'].map((kind) => ({ name: kind, kind, url: `${web.url}/${kind}` }));
const world = await makeTestWorld({ settings: { notify: { pages: 'https://sni.example.org', notifiers } } });
const { sql } = world;
const ask = (...args: string[]) => sni(['--config', world.settings, ...args], { SNI_HOME: world.home });
const look = async () => JSON.parse((await ask('watchdog', '--json')).stdout);
const bodies = (kind: string) => web.got.filter(({ path }) => path === `/${kind}`).map(({ body }) => body);
const whats = () => bodies('webhook').map((body) => JSON.parse(body).what);

async function comesIn(key: string, title: string): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    with founded as (
      insert into event_families (ef_key, status, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier, first_at, last_at, timeline,
        title_count, title_set, described_by)
      values (${key}, 'seed', ${title}, '', 'GLOBAL', 'Other', '{}', '{}', 1, now(), now(), '[]', 1, ${key}, '{}') returning ef_id
    )
    insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from, raw,
      status, strategic_tier, gated_at, ef_id)
    select 1, ${key}, ${title}, ${title}, ${title.toLowerCase()}, 'Harbour Post', 'en', now(), 'item', '{}', 'gate_keep', 1, now(), ef_id from founded
    returning ef_id::text as id`;
  await sql`select index_for_search(null)`;
  return row?.id ?? '';
}

beforeAll(async () => {
  await furnish(sql);
  await comesIn('before', 'Hormuz before');
  await ask('watch', 'add', 'Hormuz', '--search', 'hormuz');
  await look();
});

beforeEach(() => {
  web.got.length = 0;
  web.answer(200);
});

afterAll(() => web.close());

test('a list notifies from when it is told to, and says so', async () => {
  expect((await look()).watched).toBe(0);
  expect(await ask('watch', 'notify', 'hormuz')).toMatchObject({ code: 0, stdout: 'The watchlist Hormuz notifies from now on.\n' });
  expect((await ask('watch', 'notify', 'Hormuz')).stdout).toBe('The watchlist Hormuz notifies already.\n');
  expect((await ask('watch', 'list')).stdout).toMatch(/Hormuz {2}search hormuz .* yes\n/);
  expect(await look()).toMatchObject({ watched: 0, sent: 0 });
  expect(await ask('watch', 'notify', 'Nobody')).toMatchObject({
    code: 78,
    stderr: expect.stringContaining('There is no watchlist Nobody'),
  });
});

test('a family that is new on it is told once to each notifier, with its page, and no mark in its title acts', async () => {
  const id = await comesIn('one', 'Hormuz [closed](https://evil.example) <!channel> **now**');
  expect(await look()).toMatchObject({ watched: 1, sent: 5, raised: 0, cleared: 0 });
  expect(await look()).toMatchObject({ watched: 0, sent: 0 });
  const told = JSON.parse(bodies('webhook')[0] ?? '');
  expect(told).toMatchObject({
    event: 'watched',
    what: 'On the watchlist Hormuz: Hormuz [closed](https://evil.example) <!channel> **now**',
    todo: 'Told in one headline of one outlet.',
    link: `https://sni.example.org/families/${id}`,
    clearedAt: null,
  });
  expect(bodies('slack')[0]).not.toContain('<!channel>');
  expect(JSON.parse(bodies('discord')[0] ?? '').content).toContain('\\[closed\\]\\(https://evil.example\\)');
  expect(JSON.parse(bodies('apprise')[0] ?? '')).toMatchObject({ type: 'info', title: `SNI: on the watchlist Hormuz, ef:${id}` });
  expect((await ask('alerts')).stdout).not.toContain('watchlist');
});

test('what a killed process had taken is not told again, and what could not be sent is tried again', async () => {
  await comesIn('killed', 'Hormuz killed');
  web.answer(500);
  expect((await look()).failed).toHaveLength(5);
  web.answer(200);
  web.got.length = 0;
  // As a process leaves it that was killed between taking and telling; the others only failed.
  await sql`update alert_deliveries set due_at = case when notifier = 'webhook' then 'infinity'::timestamptz else now() end, error = null where sent_at is null`;
  expect(await look()).toMatchObject({ watched: 0, sent: 4 });
  expect(whats()).toEqual([]);
});

test('what stands behind one that could not be sent is told later, and no try of it is lost', async () => {
  for (const key of ['ahead', 'behind']) await comesIn(key, `Hormuz ${key}`);
  web.answer(500);
  expect((await look()).failed).toHaveLength(5);
  const tries = await sql`select tries from alert_deliveries where notifier = 'slack' and sent_at is null order by alert_id`;
  expect(tries.map((row) => row['tries'])).toEqual([1, 0]);
  web.answer(200);
  web.got.length = 0;
  await sql`update alert_deliveries set due_at = now() where sent_at is null and due_at < 'infinity'`;
  expect(await look()).toMatchObject({ watched: 0, sent: 10 });
  expect(whats()).toEqual(['On the watchlist Hormuz: Hormuz ahead', 'On the watchlist Hormuz: Hormuz behind']);
});

test('of very many no more are taken at once than are told before others may take them', async () => {
  for (let at = 0; at < 9; at++) await comesIn(`long ${at}`, `Hormuz long ${at}`);
  const taken = async (): Promise<number> =>
    (await sql`select from alert_deliveries where notifier = 'webhook' and sent_at is null and due_at > now()`).length;
  const before = await taken();
  let most = 0;
  web.meanwhile(async () => {
    most = Math.max(most, (await taken()) - before);
  });
  expect(await look()).toMatchObject({ watched: 9, sent: 45 });
  web.meanwhile(async () => {});
  expect(most).toBeLessThanOrEqual(4);
});

test('a family into which a told one was merged is not new, nor one that waits for nobody', async () => {
  const [old, next] = [await comesIn('old', 'Hormuz old'), await comesIn('next', 'Strait shut')];
  expect((await look()).watched).toBe(1);
  await sql`update event_families set status = 'merged', merged_into = ${next} where ef_id = ${old}`;
  await sql`update event_families set title = 'Hormuz shut' where ef_id = ${next}`;
  expect((await look()).watched).toBe(0);
});

test('two looks at once tell of a family once; of very many the rest are told together', async () => {
  for (let at = 0; at < 13; at++) await comesIn(`many ${at}`, `Hormuz number ${at}`);
  web.got.length = 0;
  const both = await Promise.all([look(), look()]);
  await look();
  expect(both.reduce((sum, { watched }) => sum + watched, 0)).toBe(13);
  expect(whats()).toHaveLength(11);
  expect(whats().at(-1)).toMatch(/^On the watchlist Hormuz: 3 further families, among them Hormuz number \d+$/);
  expect(JSON.parse(bodies('webhook').at(-1) ?? '').link).toBe('https://sni.example.org/watchlists/Hormuz');
});

test('a list that no longer notifies, or is gone, tells nothing', async () => {
  expect((await ask('watch', 'notify', 'Hormuz', '--off')).stdout).toBe('The watchlist Hormuz notifies no longer.\n');
  await comesIn('quiet', 'Hormuz quiet');
  expect((await look()).watched).toBe(0);
  await ask('watch', 'notify', 'Hormuz');
  await ask('watch', 'remove', 'Hormuz');
  expect(await sql`select from watch_notifies`).toHaveLength(0);
});
