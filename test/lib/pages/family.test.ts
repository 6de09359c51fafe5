// The page of a family and the why-page of a headline: what they tell, and that each leads to the evidence.
import { beforeAll, expect, test } from 'vitest';
import { makeTestWorld } from '../../support/in-test.js';
import { furnishPages } from './fixture.js';
import { servePages } from './site.js';

const world = await makeTestWorld();
const { get } = await servePages(world);

beforeAll(async () => {
  await furnishPages(world.sql);
});

/** The words of a page, without its marks. */
async function wordsOf(path: string): Promise<string> {
  const { text } = await get(path);
  return text
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ');
}

test('acts say who did what to whom, told by whom, and lead to the headlines', async () => {
  const words = await wordsOf('/families/2');
  expect(words).toContain('Russia → attack → Ukraine — said by 2 outlets: Harbour Post, Novy Bereg');
  expect(words).toContain('Only state media (Russia) tell it.');
  const { text } = await get('/families/2');
  for (const id of [1, 2, 3, 4]) {
    expect(text).toContain(`<tr id="title-${id}">`);
    if (id !== 4) expect(text).toContain(`href="#title-${id}"`);
  }
});

test('figures stand with their course, disputes and omissions with their outlets', async () => {
  const words = await wordsOf('/families/2');
  expect(words).toMatch(
    /dead, people \(said by 2 outlets\) at least 1,400 2026-03-10 03:00 Novy Bereg.?3 to 5 2026-03-10 01:00 Harbour Post/,
  );
  expect(words).toContain('not told by Evil "Post"');
});

test('each headline has the words marked that word what happened, its outlet and what is known of it', async () => {
  const { text } = await get('/families/2');
  expect(text).toContain('<bdi>Russia <mark>pounds</mark> port in <mark>brutal</mark> night</bdi>');
  const words = await wordsOf('/families/2');
  expect(words).toContain('RU, state media');
  expect(words).toContain('unreviewed');
  expect(words).toContain('names the doer: “pounds”takes a side: “brutal”');
});

test('who is named as the doer is told only where it is certain, and by whom not where others name him', async () => {
  const wording = { agentNamed: false, actWord: 'beat', loaded: [], quotedLoaded: [], hedged: false };
  const rows = [
    ['no doer', 'Port beat', wording, [], '{UA}'],
    ['an adjective', 'Russian beat upon port', wording, [], '{RU,UA}'],
    ['not read', 'A beat shakes port', { ...wording, agentNamed: true }, [], '{UA}'],
    [
      'read',
      'Russia beat port',
      { ...wording, agentNamed: true },
      [{ source: 'RU', action: 'attack', target: 'UA', start: 7, end: 11 }],
      '{RU,UA}',
    ],
    [
      'another act',
      'Russia slams Kyiv and beat port',
      { ...wording, actWord: 'slams', agentNamed: true },
      [
        { source: 'RU', action: 'condemn', target: 'UA', start: 7, end: 12 },
        { source: 'RU', action: 'attack', target: 'UA', start: 22, end: 26 },
      ],
      '{RU,UA}',
    ],
  ] as const;
  for (const [hash, title, worded, acts, actors] of rows)
    await world.sql`
      insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from, raw, status,
        strategic_tier, gated_at, ef_id, actors, reading)
      values (1, ${`doer ${hash}`}, ${title}, ${title}, ${title}, 'Harbour Post', 'en', '2026-03-10T09:00:00Z', 'item', '{}', 'gate_keep', 1, now(), 2, ${actors}::text[],
        ${world.sql.json({ version: 'abc', acts, theater: 'UKRAINE', eventType: 'Strategy/Tactics', wording: worded })})`;
  const { text } = await get('/families/2?doers');
  const told = [...text.matchAll(/beat<\/mark>.*?<\/td>\s*<td>(.*?)<\/td>/gs)].map(([, cell = '']) => cell.replaceAll(/<[^>]*>/g, ''));
  expect(told).toEqual(['names no doer: “beat”', '“beat”', '“beat”', 'names the doer: “beat”', 'names the doer: “beat”']);
  await world.sql`delete from titles where title_hash like 'doer %'`;
});

test('a cited headline that is no member any more leads to its own page', async () => {
  expect((await get('/families/2')).text).toContain('<a href="/titles/99">headline 99</a>');
});

test('what it goes on from, and what was merged into it and why, stand there; a merged one leads to where its headlines are', async () => {
  const words = await wordsOf('/families/2');
  expect(words).toMatch(/Earlier, of which this goes on\s*Drones over the port/);
  expect(words).toMatch(/family 3 came over with 2 titles\. The other is The same port\./);
  expect(await wordsOf('/families/1')).toMatch(/Later, in which this goes on\s*A port is hit/);
  const merged = await wordsOf('/families/3');
  expect(merged).toContain('It proved to be one with A port is hit');
  expect(merged).not.toMatch(/told by 0 outlets|not enriched yet|does so once the family is active|of 0 outlets/);
});

test('the why-page of a headline tells the gate’s arithmetic, what it says and how it came into its family', async () => {
  const words = await wordsOf('/titles/2');
  expect(words).toContain('It joined through title:1 “Russia pounds port in brutal night”. 90 % sure where 50 % are asked.');
  expect(words).toContain('Why it was kept: score 5.5');
  expect(words).toContain('Russia - attack - Ukraine');
});

test('a family or headline that is not there is a sentence', async () => {
  expect(await get('/families/77')).toMatchObject({ status: 404, text: expect.stringContaining('There is no event family 77.') });
  expect(await get('/titles/77?format=json')).toMatchObject({ status: 404, text: '{"error":"There is no headline 77."}\n' });
});

test('a page lists no more headlines than it can hold, and says of how many', async () => {
  await world.sql`
    insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from, raw, status, strategic_tier, gated_at, ef_id)
    select 1, 'more ' || n, 'More ' || n, 'More ' || n, 'more', 'Harbour Post', 'en', '2026-03-11T00:00:00Z', 'item', '{}', 'gate_keep', 1, now(), 1
    from generate_series(1, 300) n`;
  await world.sql`update event_families set title_count = 302 where ef_id = 1`;
  const { text } = await get('/families/1?again');
  expect(text).toContain('The first 200 of 302 headlines.');
  expect(text.match(/<tr id="title-/g)).toHaveLength(200);
});
