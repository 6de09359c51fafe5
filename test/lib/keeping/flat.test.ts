// What prune takes in hand does not grow with what is stored: the oldest families come by an index, records of work phase by phase.
import { expect, test } from 'vitest';
import type { Keep } from '../../../lib/config/keeping.js';
import { noArchive } from '../../../lib/keeping/archive.js';
import { prune } from '../../../lib/keeping/prune.js';
import { makeTestWorld } from '../../support/in-test.js';

const { sql } = await makeTestWorld();
const forEver: Keep = { raw: null, drops: null, titles: null, wordings: null, model_answers: null, runs: null, work: null };

async function run(keep: Partial<Keep>, stop = new AbortController(), isLast = (_what: string) => false) {
  const { pruned } = await prune({
    ...{ sql, keep: { ...forEver, ...keep }, archive: noArchive.archive, signal: stop.signal },
    onStep: ({ what }) => (isLast(what) ? stop.abort() : undefined),
  });
  return Object.fromEntries(pruned.flatMap(({ what, rows }) => (rows ? [[what, rows]] : [])));
}

test('the oldest families go first, whatever has become of them', async () => {
  await sql`
    insert into event_families (ef_key, status, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier, first_at, last_at,
      timeline, title_count, title_set, described_by, generated_at)
    select n::text, (array['active', 'merged', 'seed', 'recycled'])[1 + n % 4], 'T', 'S', 'UKRAINE', 'Strategy/Tactics', '{}', '{}', 1, at, at, '[]', 1, '', '{}', at
    from generate_series(1, 260) n, lateral (select now() - make_interval(days => 1100 - n) as at) a`;
  expect(await run({ titles: 730 }, new AbortController(), (what) => what.startsWith('families'))).toEqual({
    'families, with their titles': 200,
  });
  expect(await sql`select min(ef_key::int) as oldest from event_families`).toEqual([{ oldest: 201 }]);
  expect(await run({ titles: 730 })).toEqual({ 'families, with their titles': 60 });
});

test('records of each phase are walked to their end, also of a stage of one’s own; those of the gate are not', async () => {
  await sql`insert into phases (name, position) values ('translate', 9) on conflict do nothing`;
  await sql`
    insert into work (phase, item_id, state, finished_at)
    select phase, n, 'done', now() - make_interval(days => case when n % 2 = 0 then 100 else 1 end)
    from unnest(array['generate', 'filter', 'translate']) phase, generate_series(1, 4100) n`;
  expect(await run({ work: 90 })).toEqual({ 'records of work that is done': 4100 });
  expect(await sql`select phase, count(*)::int as items from work group by 1 order by 1`).toEqual([
    { phase: 'filter', items: 4100 },
    { phase: 'generate', items: 2050 },
    { phase: 'translate', items: 2050 },
  ]);
});
