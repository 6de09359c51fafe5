// `sni positions`: what an outlet tells in three families and half as often again as all is shown; chance is not.
import { beforeAll, expect, test } from 'vitest';
import { makeTestWorld } from '../../support/in-test.js';
import { furnish, sni } from './fixture.js';

const world = await makeTestWorld();
const ask = (...args: string[]) =>
  sni(['--config', world.settings, 'positions', '--since', '2026-01-01', ...args], { SNI_HOME: world.home });

beforeAll(async () => {
  await furnish(world.sql);
});

test('where nothing recurs it says so', async () => {
  expect((await ask()).stdout).toMatch(/^No outlet tells an act in three families/);
  expect(JSON.parse((await ask('--json')).stdout)).toEqual([]);
});

test('an outlet that tells an act in three families, more than others, has a position; in two it has none', async () => {
  await world.sql`
    insert into event_families (ef_key, status, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier, first_at, last_at, timeline,
      title_count, title_set, described_by, acts)
    select 'p' || n, 'active', 'P', '', 'GLOBAL', 'x', '{}', '{}', 1, '2026-03-01', '2026-03-02', '[]', 1, 's', '{}',
      case when n <= 3 then '[{"source": "RU", "action": "attack", "target": "UA", "outlets": ["Novy Bereg"]}]'::jsonb
           when n <= 5 then '[{"source": "UA", "action": "aid", "target": null, "outlets": ["Novy Bereg"]}]'
           else '[{"source": null, "action": "protest", "target": null, "outlets": ["Harbour Post"]}]' end
    from generate_series(1, 8) n`;
  expect(JSON.parse((await ask('--json')).stdout)).toMatchObject([
    { outlet: 'Harbour Post', action: 'protest', families: 3, share: 1 },
    { outlet: 'Novy Bereg', source: 'RU', sourceName: 'Russia', targetName: 'Ukraine', families: 3, share: 0.6, times: 1.6 },
  ]);
  expect((await ask('--outlet', 'novy bereg')).stdout).toMatch(
    /\nNovy Bereg {2}Russia attack → Ukraine +3 +60 % +1\.6 {2}fading {2}2026-03-02 00:00\n$/,
  );
  expect(await ask('--outlet', 'Nobody')).toMatchObject({ code: 78, stderr: expect.stringContaining('No outlet is called Nobody') });
});

test('an actor that is quoted with the same in three families has a position of its own', async () => {
  await world.sql`
    insert into event_families (ef_key, status, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier, first_at, last_at, timeline,
      title_count, title_set, described_by, acts)
    select 'q' || n, 'active', 'Q', '', 'GLOBAL', 'x', '{}', '{}', 1, '2026-03-03', '2026-03-04', '[]', 1, 's', '{}',
      case when n <= 3 then '[{"source": "UA", "action": "attack", "target": null, "saidBy": "RU", "outlets": ["Harbour Post"]}]'::jsonb
           else '[{"source": "RU", "action": "attack", "target": null, "saidBy": "UA", "outlets": ["Harbour Post"]}]' end
    from generate_series(1, 6) n`;
  const found = JSON.parse((await ask('--json')).stdout);
  expect(found.filter(({ outlet }: { outlet: string | null }) => outlet === null)).toMatchObject([
    { speaker: 'RU', speakerName: 'Russia', source: 'UA', families: 3, share: 1, times: 2 },
    { speaker: 'UA', source: 'RU', families: 3, share: 1, times: 2 },
  ]);
  expect((await ask()).stdout).toMatch(/\nRussia \(says\) +Ukraine attack /);
});

test('a word that takes a side is an outlet’s own from three families on and half as often again as others of its language use it', async () => {
  await world.sql`
    insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from, raw,
      status, strategic_tier, gated_at, ef_id, reading)
    select 1, 'w' || n, 'w', 'w', 'w', case when n <= 4 then 'Harbour Post' else 'Novy Bereg' end, 'en', '2026-03-05', 'item', '{}', 'gate_keep', 1, now(),
      (select ef_id from event_families where ef_key = 'p' || n),
      jsonb_build_object('acts', '[{"source": "RU"}]'::jsonb, 'wording', jsonb_build_object('loaded', case when n <= 3 then '["Brutal"]'::jsonb else '[]' end))
    from generate_series(1, 8) n`;
  expect(JSON.parse((await ask('--words', '--json')).stdout)).toMatchObject([
    { outlet: 'Harbour Post', word: 'brutal', doer: 'RU', doerName: 'Russia', families: 3, share: 0.75, times: 2 },
  ]);
  expect((await ask('--words')).stdout).toMatch(/Harbour Post {2}“brutal” +Russia +3 +75 % +2\.0/);
});
