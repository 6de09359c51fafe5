// The page of positions: where nothing recurs it says what there is instead; what is kept is shown with its time.
import { beforeAll, expect, test } from 'vitest';
import { keepPositions } from '../../../lib/search/kept-positions.js';
import { makeTestWorld } from '../../support/in-test.js';
import { furnishPages } from './fixture.js';
import { servePages } from './site.js';

const world = await makeTestWorld();
const { get } = await servePages(world);

beforeAll(async () => {
  await furnishPages(world.sql);
});

test('where nobody tells an act often enough it says how often it is told at most', async () => {
  const { text } = await get('/positions');
  expect(text).toContain('1 family of this time tells acts; the same act comes from one outlet in 1 family at most.');
  expect(text).toMatch(/\d headlines of this time use such words; the same word comes from one outlet in \d famil/);
  expect((await get('/positions?outlet=Novy+Bereg&days=7')).text).toContain('1 family of this time tells acts');
});

test('what was reckoned ahead is shown until it is reckoned again', async () => {
  await world.sql`
    insert into event_families (ef_key, status, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier, first_at, last_at, timeline,
      title_count, title_set, described_by, acts)
    select 'p' || n, 'active', 'P', '', 'GLOBAL', 'x', '{}', '{}', 1, '2026-03-08', '2026-03-09', '[]', 1, 's', '{}',
      case when n <= 3 then '[{"source": "RU", "action": "attack", "target": "UA", "outlets": ["Novy Bereg"]}]'::jsonb
           else '[{"source": null, "action": "protest", "target": null, "outlets": ["Harbour Post"]}]' end
    from generate_series(1, 6) n`;
  expect(await keepPositions(world.sql, 90, new Date('2026-03-12T00:00:00Z'))).toBe(true);
  await world.sql`update event_families set acts = '[]'`;
  const { text } = await get('/positions?days=90');
  expect(text).toMatch(/3 families, steady|3 families, rising|3 families, fading/);
  expect(text).toContain('2026-03-12');
  expect(JSON.parse((await get('/positions?days=90&format=json')).text)).toMatchObject({
    span: { until: '2026-03-12T00:00:00.000Z', days: 90 },
  });
});
