// What is near words that no family has all of, where it is much.
import { expect, test } from 'vitest';
import { nearFamilies } from '../../../lib/search/near.js';
import { makeTestWorld } from '../../support/in-test.js';

const { sql } = await makeTestWorld();

test('near words that very many have, or that stand apart in very many, the latest with one of them are found', async () => {
  await sql`
    insert into event_families (ef_key, status, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier, first_at, last_at, timeline,
      title_count, title_set, described_by)
    select 'many ' || n, 'active', case when n = 3 then 'Moon landing' else 'Landing of the moon ' || n end, '', 'GLOBAL', 'x', '{}', '{}', 1,
      '2020-01-01', '2020-01-01'::timestamptz + n * interval '1 hour', '[]', 0, 's', '{}'
    from generate_series(1, 2000) n`;
  await sql`analyze family_search`;
  const latest = Array.from({ length: 10 }, (_, at) => 2000 - at);
  expect((await nearFamilies(sql, 'moon xyzzyq')).hits.map(({ id }) => id)).toEqual(latest);
  expect((await nearFamilies(sql, '"moon landing" xyzzyq')).hits.map(({ id }) => id)).toEqual([3]);
});
