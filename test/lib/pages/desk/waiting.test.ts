// What waits in the tables and in no backlog yet stands on the desk as what it is: late where it is late, left out where the settings say so.
import { beforeAll, expect, test } from 'vitest';
import { makeTestWorld } from '../../../support/in-test.js';
import { openDesk } from './fixture.js';

const world = await makeTestWorld({ settings: { phases: { enrich: { only: { min_titles: 3 } } } } });
const { sql } = world;
const desk = openDesk(world).browser();

beforeAll(async () => {
  await sql`insert into feeds (url, publisher_name, lang, next_fetch_at) values ('a.xml', 'A', 'en', now() + interval '1 hour')`;
  await sql`
    insert into event_families (ef_key, status, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier, first_at, last_at, timeline,
      title_count, title_set, described_by, generated_at)
    select 'k' || n, 'seed', 't', 's', 'GAZA', 'Other', '{}', '{}', 1, now(), now(), '[]', n, 'x', '{}', now() - interval '5 hours' from generate_series(1, 2) n`;
});

test('families below the threshold do not wait, and are told', async () => {
  const { text } = await desk.get('/desk');
  expect(text).toContain('2 families below the threshold');
  expect(text).toContain('All is well: nothing waits.');
  const { phases } = JSON.parse((await desk.get('/desk?format=json')).text);
  expect(phases.find(({ name }: { name: string }) => name === 'enrich')).toMatchObject({ waiting: 0, below: 2, oldest: null });
});

test('a phase that nobody starts is behind, though its backlog is empty', async () => {
  await sql`
    insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from, raw, ingested_at)
    values (1, 'h', 't', 't', 't', 'P', 'en', now(), 'item', '{}', now() - interval '3 hours')`;
  await new Promise((resolve) => setTimeout(resolve, 1600));
  const { text } = await desk.get('/desk');
  expect(text).toContain('P2 is 3 h behind: nothing runs it.');
  expect(text).toMatch(/1 new, 0 ready, 0 at work, the oldest for 3 h/);
});
