// What is new against the edition before: in the brief, on its page, and in no other words than those stored.
import { beforeAll, expect, test } from 'vitest';
import { makeTestWorld } from '../../support/in-test.js';
import { furnish, sni } from '../desk/fixture.js';
import { servePages } from '../pages/site.js';

const world = await makeTestWorld();
const { sql } = world;
const { get } = await servePages(world);
const brief = async (...args: string[]) =>
  (await sni(['--config', world.settings, 'brief', '--since', '2026-03-10', ...args], { SNI_HOME: world.home })).stdout;
const acts = (...outlets: string[]) =>
  sql.json([{ source: 'RU', target: null, action: 'attack', mode: 'done', saidBy: null, outlets, cites: ['1'], basis: 'x' }]);
const worded = (loaded: string[]) => sql.json({ wording: { loaded } });

beforeAll(async () => {
  await furnish(sql);
  await sql`
    update event_families set first_at = '2026-03-10T01:00:00Z', last_at = '2026-03-11T03:00:00Z', acts = ${acts('Harbour Post')},
      figures = '[{"what": "killed", "unit": "people", "course": [{"value": 3, "qualifier": "exact", "at": "2026-03-10T01:00:00Z", "outlets": ["Harbour Post"]}]}]'
    where ef_key = 'large'`;
  await sql`update titles set reading = ${worded(['strike'])} where ef_id = 2`;
});

test('the first edition has nothing to be new against', async () => {
  expect((await get('/changes')).text).toContain('No edition was kept before');
  expect(await brief('--until', '2026-03-12', '--keep')).not.toContain('New since edition');
});

test('the next says who words, tells, counts or disputes otherwise since, and nothing else', async () => {
  expect(await brief('--until', '2026-03-12 00:01')).not.toContain('New since edition');
  await sql`update titles set reading = ${worded(['strike', 'Sabotage <b>'])} where ef_id = 2 and publisher_name in ('Harbour Post', 'Novy Bereg')`;
  await sql`
    update event_families set acts = ${acts('Harbour Post', 'Novy Bereg')}, disputed = '[{"question": "Who fired first?", "answers": []}]',
      figures = '[{"what": "killed", "unit": "people", "course": [{"value": 1400, "qualifier": "at_least", "at": "2026-03-10T02:00:00Z", "outlets": ["Novy Bereg"]}]}]'
    where ef_key = 'large'`;
  const text = await brief('--until', '2026-03-12 00:02');
  expect(text).toContain('New since edition 1, of 2026-03-12 00:00');
  expect(text).toContain('Harbour Post and Novy Bereg word it “sabotage <b>”');
  expect(text).not.toContain('“strike”.');
  expect(text).toContain('Novy Bereg tells of an attack by Russia, as others did before');
  expect(text).toContain('dead, people: at least 1,400 (Novy Bereg); before, 3');
  expect(text).toContain('Disputed now: Who fired first?');
  expect(await brief('--until', '2026-03-12 00:02')).toBe(text);
  expect(await brief('--until', '2026-03-12 00:02', '--theater', 'UKRAINE')).not.toContain('New since edition');
});

test('the page has the same of each kept edition, and leads to all of them', async () => {
  await brief('--until', '2026-03-12 00:02', '--keep');
  const { text } = await get('/changes?edition=2');
  expect(text).toContain('Harbour Post and Novy Bereg word it “sabotage &#60;b&#62;”');
  expect(text).toContain('<a href="/changes?edition=1">Edition 1</a>');
  expect((await get('/changes?edition=1')).text).toContain('No edition was kept before it');
  expect((await get('/changes')).status).toBe(200);
  expect(await get('/changes?edition=9')).toMatchObject({ status: 404, text: expect.stringContaining('No edition 9 was kept.') });
});
