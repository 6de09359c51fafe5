// `sni feeds`: how each feed stands, over rows that are given dates instead of clocks that are moved.
import { beforeAll, expect, test } from 'vitest';
import { type Answer, hostile, sni } from '../../../lib/desk/fixture.js';
import { makeTestWorld } from '../../../support/in-test.js';

let ask: (...args: string[]) => Promise<Answer>;
const json = async (...args: string[]): Promise<Record<string, unknown>[]> => JSON.parse((await ask(...args, '--json')).stdout);

beforeAll(async () => {
  const world = await makeTestWorld();
  ask = (...args) => sni(['--config', world.settings, 'feeds', ...args], { SNI_HOME: world.home });
  await world.sql`
    insert into feeds (url, publisher_name, lang, listed, kind, succeeded_at, fetched_at, next_fetch_at, interval_seconds, errors_in_row,
      failing_since, last_problem, last_error, gone, news_at)
    select 'https://' || name || '.example/feed', case when name = 'hostile' then ${hostile} else initcap(name) end, 'en', name <> 'unlisted',
      case when name = 'hand' then 'hand' else 'feed' end, now() - read, now() - interval '1 hour', now() + next, pace, errors,
      now() - failing, problem, problem || ' in a sentence.', name = 'gone',
      now() - case when name = 'stale' then interval '30 days' else interval '2 days' end
    from (values
      ('well', interval '10 min', interval '50 min', 3600, 0, null::interval, null),
      ('hostile', interval '3 hours', interval '-1 min', 7200, 0, null, null),
      ('stumbling', interval '5 hours', interval '2 hours', 3600, 5, interval '4 hours', 'HTTP 500'),
      ('failing', interval '9 days', interval '20 hours', 3600, 40, interval '8 days', 'HTTP 404'),
      ('gone', interval '3 days', interval '20 hours', 3600, 2, interval '2 days', 'HTTP 410'),
      ('mistyped', null, interval '20 min', null, 1, interval '5 min', 'no such host'),
      ('fresh', null, interval '-1 min', null, 0, null, null),
      ('forgotten', null, interval '-3 days', null, 0, null, null),
      ('stale', interval '1 hour', interval '2 hours', 86400, 0, null, null),
      ('unlisted', interval '1 day', interval '1 hour', 3600, 0, null, null),
      ('hand', null, interval '-9 days', null, 0, null, null)
    ) v (name, read, next, pace, errors, failing, problem)`;
  await world.sql`
    insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from,
      raw, ingested_at)
    select feed_id, 'hash ' || n, 'T', 'T', 't', 'Well', 'en', now(), 'item', '{}', now() - make_interval(days => n % 10)
    from feeds, generate_series(0, 99) n where publisher_name = 'Well'`;
});

test('--json is one array, those in trouble first: gone, then what fails longest, then by name', async () => {
  const feeds = await json();
  expect(feeds.map(({ url }) => String(url).replace(/https:\/\/|\.example.*/g, ''))).toEqual([
    'gone',
    'failing',
    'stumbling',
    'mistyped',
    'hostile',
    'forgotten',
    'fresh',
    'stale',
    'well',
  ]);
  expect(feeds.at(-1)).toMatchObject({ publisher: 'Well', titlesPerDay: 10, errorsInRow: 0, needsHuman: false });
});

test('--broken is what needs a human: gone, failing over a day, without news for weeks, never tried; what may heal is not', async () => {
  const broken = await json('--broken');
  expect(broken.map(({ standing }) => standing)).toEqual([
    expect.stringMatching(/^gone for good \(HTTP 410\): needs a human; next try in 20 h$/),
    expect.stringMatching(/^failing for 8 days \(HTTP 404\): needs a human; next try in 20 h$/),
    expect.stringMatching(/^due for 3 d and not tried: does P1 run\?/),
    expect.stringMatching(/^nothing new for 30 days: suspicious, needs a human; next in 2 h$/),
  ]);
});

test('for people: an aligned table, plain in a pipe, and the sum below; nothing a feed carries reaches the terminal', async () => {
  const { stdout, code } = await ask();
  expect(code).toBe(0);
  expect(stdout).toMatch(/^publisher +last read +per day +errors +next +standing +feed$/m);
  expect(stdout).toMatch(/^Well +10 min ago +10\.0 +0 +50 min +next in 50 min: changes about hourly +https:\/\/well\.example\/feed$/m);
  expect(stdout).toMatch(/^Stumbling +5 h ago +0\.0 +5 +2 h +failed 5 times: HTTP 500; next try in 2 h +https/m);
  expect(stdout).toMatch(/^9 feeds: 4 failing, 4 in need of a human\.$/m);
  expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Bidi_Control}/u);
});

test('it is bounded, and says what it left out; wrong flags are exit code 78', async () => {
  expect((await ask('--limit', '2')).stdout).toContain('... and 7 more; --limit 9 shows all.');
  expect(await json('--limit', '2')).toHaveLength(2);
  expect(await ask('--limit', '0')).toMatchObject({ code: 78, stderr: expect.stringContaining('whole number') });
  expect(await ask('--borken')).toMatchObject({ code: 78, stderr: expect.stringContaining('--broken') });
});

test('a database without feeds says how to get some', async () => {
  const bare = await makeTestWorld();
  const { stdout } = await sni(['--config', bare.settings, 'feeds'], { SNI_HOME: bare.home });
  expect(stdout).toBe('There are no feeds. "sni run ingest" takes those of sni.yaml; "sni add-feed <url>" adds one.\n');
});
