// Positions that pages read: the same as those that are reckoned on the spot, kept for an hour, by one at a time.
import { beforeAll, expect, test } from 'vitest';
import { keepPositions, keptPositions } from '../../../lib/search/kept-positions.js';
import { readPositions } from '../../../lib/search/positions.js';
import { readWordings } from '../../../lib/search/wordings.js';
import { makeTestWorld } from '../../support/in-test.js';
import { furnish } from '../desk/fixture.js';

const world = await makeTestWorld();
const { sql } = world;
const until = new Date('2026-03-20T00:00:00Z');
const asked = { since: new Date('2026-02-18T00:00:00Z'), until, limit: 100 };
const ageBy = (minutes: number) =>
  sql`update kept_positions set begun_at = begun_at - ${minutes} * interval '1 minute', made_at = made_at - ${minutes} * interval '1 minute'`;

beforeAll(async () => {
  await furnish(sql);
  await sql`
    insert into event_families (ef_key, status, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier, first_at, last_at, timeline,
      title_count, title_set, described_by, acts)
    select 'p' || n, 'active', 'P', '', 'GLOBAL', 'x', '{}', '{}', 1, '2026-03-01', '2026-03-02', '[]', 1, 's', '{}',
      case when n <= 3 then '[{"source": "RU", "action": "attack", "target": "UA", "outlets": ["Novy Bereg"], "saidBy": "UA"}]'::jsonb
           else '[{"source": null, "action": "protest", "target": null, "outlets": ["Harbour Post"], "saidBy": "RU"}]' end
    from generate_series(1, 6) n`;
  await sql`
    insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from, raw,
      status, strategic_tier, gated_at, ef_id, reading)
    select 1, 'w' || n, 'w', 'w', 'w', case when n <= 4 then 'Harbour Post' else 'Novy Bereg' end, 'en', '2026-03-05', 'item', '{}', 'gate_keep', 1, now(),
      (select ef_id from event_families where ef_key = 'p' || (n - 1) % 6 + 1),
      jsonb_build_object('acts', '[{"source": "RU"}]'::jsonb, 'wording', jsonb_build_object('loaded', case when n <= 3 then '["Brutal"]'::jsonb else '[]' end))
    from generate_series(1, 8) n`;
});

test('what is kept is what would be reckoned, of all and of each outlet', async () => {
  expect(await keptPositions(sql, 30, undefined)).toBeNull();
  expect(await keepPositions(sql, 30, until)).toBe(true);
  for (const outlet of [undefined, 'Novy Bereg', 'Harbour Post']) {
    const kept = await keptPositions(sql, 30, outlet);
    expect(kept).toMatchObject({ since: asked.since, until });
    expect(kept?.positions).toEqual(await readPositions(sql, { ...asked, outlet }));
    expect(kept?.wordings).toEqual(await readWordings(sql, { ...asked, outlet }));
  }
  expect((await keptPositions(sql, 30, undefined))?.positions.map(({ speaker }) => speaker)).toEqual(
    expect.arrayContaining([null, 'RU', 'UA']),
  );
  expect(await keptPositions(sql, 30, 'Nobody')).toMatchObject({ positions: [], wordings: [], ground: null });
  expect(await keptPositions(sql, 7, undefined)).toBeNull();
});

test('they are reckoned anew once an hour, by whoever comes first', async () => {
  expect(await keepPositions(sql, 30, until)).toBe(false);
  await sql`update event_families set acts = '[]' where ef_key = 'p1'`;
  expect((await keptPositions(sql, 30, 'Novy Bereg'))?.positions).toHaveLength(1);
  await ageBy(61);
  expect((await Promise.all([keepPositions(sql, 30, until), keepPositions(sql, 30, until)])).sort()).toEqual([false, true]);
  expect(await keptPositions(sql, 30, 'Novy Bereg')).toMatchObject({ positions: [], ground: { families: 2, most: 2 } });
});

test('one who is killed meanwhile leaves the old ones; those that nobody renews are not shown for long', async () => {
  await sql`update kept_positions set begun_at = now() where days = 30 and outlet = ''`;
  expect(await keepPositions(sql, 30, until)).toBe(false);
  expect((await keptPositions(sql, 30, 'Harbour Post'))?.positions).toHaveLength(1);
  await ageBy(181);
  expect(await keptPositions(sql, 30, 'Harbour Post')).toBeNull();
  expect(await keepPositions(sql, 30, until)).toBe(true);
});

test('a role that may only read leaves them to others', async () => {
  await ageBy(61);
  await sql.begin(async (tx) => {
    await tx`create role sni_reader_of_positions`;
    await tx`grant select on kept_positions to sni_reader_of_positions`;
    await tx`set local role sni_reader_of_positions`;
    expect(await keepPositions(tx as unknown as typeof sql, 30, until)).toBe(false);
    await tx`reset role`;
    await tx`drop owned by sni_reader_of_positions`;
    await tx`drop role sni_reader_of_positions`;
  });
});
