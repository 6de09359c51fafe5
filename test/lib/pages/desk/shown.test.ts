// What the pages of the desk show of what can be done, and of what stands in their tables.
import { beforeAll, expect, test } from 'vitest';
import { makeTestWorld } from '../../../support/in-test.js';
import { furnishPages } from '../fixture.js';
import { type Asking, addAnna, furnishDesk, loggedIn, openDesk } from './fixture.js';

const world = await makeTestWorld();
const { sql } = world;
let anna: Asking;

beforeAll(async () => {
  await furnishPages(sql);
  await furnishDesk(sql);
  await addAnna(sql);
  ({ browser: anna } = await loggedIn(openDesk(world).browser()));
});

test('every button shows the command it stands for, on the cards and at a discrepancy too', async () => {
  for (const path of ['/desk', '/desk/phases/enrich', '/desk/checks', '/desk/failures', '/desk/items/ef:2']) {
    const { text } = await anna.get(path);
    const forms = text.match(/<form class="act"[\s\S]*?<\/form>/g) ?? [];
    expect([path, forms.length > 0]).toEqual([path, true]);
    expect([path, forms.filter((form) => !/<code>sni [a-z]+ /.test(form))]).toEqual([path, []]);
  }
});

test('what is done or stale is counted, and leads to what doing it again would cost', async () => {
  const done = (await anna.get('/desk/items?phase=enrich&state=done')).text;
  expect(done).toMatch(/<h1>enrich: \d+ done<\/h1>/);
  expect(done).toMatch(/href="\/desk\/reprocess\?phase=enrich&(amp;)?which=all"/);
  const stale = (await anna.get('/desk/items?phase=enrich&state=stale')).text;
  expect(stale).toMatch(/<h1>enrich: \d+ stale<\/h1>/);
  expect(stale).toMatch(/href="\/desk\/reprocess\?phase=enrich&(amp;)?which=stale"/);
  expect((await anna.get('/desk')).text).toContain('state=stale');
});

test('where a window is narrow every cell says of what it is, and an empty one is left out', async () => {
  const { text } = await anna.get('/desk/log');
  const cells = text.match(/<td[^>]*>[\s\S]*?<\/td>/g) ?? [];
  expect(cells.length).toBeGreaterThan(4);
  expect(cells.filter((cell) => !/^<td[^>]* data-of="[A-Z][a-z ]+">.+<\/td>$/s.test(cell) && cell !== '<td></td>')).toEqual([]);
});

test('the trouble of a feed ends its sentence once', async () => {
  await sql`update feeds set last_problem = 'The server says that it is gone (404).' where feed_id = 1`;
  const { text } = await anna.get('/desk/feeds');
  expect(text).toMatch(/it is gone \(404\)<\/bdi>, since /);
});
