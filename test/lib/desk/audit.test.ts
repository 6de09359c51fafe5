// `sni audit`: what is stored and does not stand is found, and taken out where that is asked for.
import { beforeEach, expect, test } from 'vitest';
import { makeTestWorld } from '../../support/in-test.js';
import { sni } from './fixture.js';

const world = await makeTestWorld();
const { sql } = world;
const audit = (...args: string[]) => sni(['--config', world.settings, 'audit', ...args], { SNI_HOME: world.home });
const found = async (...args: string[]) => JSON.parse((await audit(...args, '--json')).stdout);

const titles = [
  'Russian drones hit Odesa port, three killed',
  'Drohnen treffen Hafen von Odessa, drei Tote',
  'Kyiv says port of Odesa was hit',
];
const members = ['Harbour Post', 'Limmat-Kurier', 'Novy Bereg'];

/** One family of three titles with one narrative, of which all stands. */
beforeEach(async () => {
  await sql`truncate work, titles, feeds, event_families, framed_narratives, taken_out, actors restart identity cascade`;
  await sql`insert into feeds (url, publisher_name, lang) values ('feeds/a.xml', 'Harbour Post', 'en')`;
  await sql`insert into actors (actor_id, name, kind) values ('RU', 'Russia', 'state'), ('UA', 'Ukraine', 'state')`;
  await sql`
    insert into event_families (ef_key, status, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier, first_at, last_at,
      timeline, title_count, title_set, described_by, why_strategic, context, canonical_actors, enriched_by, enriched_title_set, narrated_title_set)
    values ('one', 'active', ${titles[0] ?? ''}, 'Russian drones hit the port of Odesa. Three people were killed.', 'UKRAINE', 'Strategy/Tactics',
      '{RU}', '{strike}', 1, now(), now(), ${sql.json([{ at: '2026-03-10T02:14:00Z', fact: 'Russian drones hit the port.', cites: ['1'] }])},
      3, 'set', '{"engine": "ollama", "model": "m"}', null, 'Three were killed.', '[{"actor": "RU", "role": "initiator"}]',
      '{"engine": "ollama", "model": "m"}', 'set', 'set')`;
  for (const [at, title] of titles.entries())
    await sql`
      insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at,
        published_at_from, raw, status, strategic_tier, gated_at, ef_id)
      values (1, ${`hash ${at}`}, ${title}, ${title}, ${title}, ${members[at] ?? ''}, ${at === 1 ? 'de' : 'en'},
        '2026-03-10T00:00:00Z'::timestamptz + ${at} * interval '1 hour', 'item', '{}', 'gate_keep', 1, now(), 1)`;
  await sql`
    insert into framed_narratives (ef_id, position, title, thesis, statements, framing, lexicon, outlets, prevalence, evidence, title_set, made_by)
    values (1, 1, 'Russian drones hit the port', 'Harbour Post names Russian drones.', '[]', '{"cause": null}', '{}', '{Harbour Post}', 0.33,
      '[{"title_id": "1", "quote": "Russian drones hit Odesa port"}]', 'set', '{"engine": "ollama", "model": "m"}')`;
});

test('says that all stands where it does, with exit code 0', async () => {
  expect(await audit()).toEqual({ code: 0, stdout: '1 family and 1 narrative checked. All that is stored stands.\n', stderr: '' });
});

test('a false sentence of any field is found with its reason, taken out by --fix, written down, and then all stands', async () => {
  await sql`
    update event_families
    set summary = 'Russian drones hit the port of Odesa. Forty people were killed.', context = 'Poland hit the port of Odesa. Three were killed.',
        timeline = timeline || '[{"at": "2026-03-10T03:00:00Z", "fact": "Poland closed its border.", "cites": ["1"]}]'`;
  await sql`
    update framed_narratives
    set statements = '[{"text": "Limmat-Kurier writes “Russian drones hit Odesa port”.", "cites": ["2"]},
                       {"text": "Harbour Post writes “Russian drones hit Odesa port”.", "cites": ["1"]}]',
        framing = '{"cause": "NATO provoked it"}', evidence = evidence || '[{"title_id": "1", "quote": "never written"}]'`;
  const { findings } = await found();
  expect(findings.map(({ of, rule, field }: Record<string, string>) => `${of} ${rule} ${field}`)).toEqual([
    'ef:1 claim summary.1',
    'ef:1 claim timeline.1',
    'ef:1 claim context.0',
    'narrative:1 claim statements.0',
    'narrative:1 claim framing.cause',
    'narrative:1 claim evidence.1',
  ]);
  const { code, stdout } = await audit('--fix', '--by', 'anna');
  expect(code).toBe(0);
  expect(stdout).toContain('(taken out)');
  const [family] = await sql`select summary, context, jsonb_array_length(timeline) as facts, status from event_families`;
  expect(family).toEqual({
    summary: 'Russian drones hit the port of Odesa.',
    context: 'Three were killed.',
    facts: 1,
    // A model wrote it: the next run of P4 asks anew.
    status: 'seed',
  });
  const [narrative] = await sql`select statements, framing, jsonb_array_length(evidence) as quotes from framed_narratives`;
  expect(narrative).toEqual({
    statements: [{ text: 'Harbour Post writes “Russian drones hit Odesa port”.', cites: ['1'] }],
    framing: { cause: null },
    quotes: 1,
  });
  expect(await sql`select of, field, by_whom from taken_out order by taken_out_id limit 1`).toEqual([
    { of: 'ef:1', field: 'summary.1', by_whom: 'anna' },
  ]);
  expect((await audit()).code).toBe(0);
});

test('a narrative without its thesis goes, and its family is told anew', async () => {
  await sql`update framed_narratives set thesis = 'Limmat-Kurier calls it a massacre.'`;
  expect((await found('--fix')).findings).toMatchObject([{ field: 'thesis', takenOut: true }]);
  expect(await sql`select narrated_title_set from event_families where not exists (select from framed_narratives)`).toEqual([
    { narrated_title_set: null },
  ]);
});

test('unknown values, duplicates and titles that wait for a family are told, and left to a human', async () => {
  await sql`update event_families set theater = 'ATLANTIS', key_actors = '{RU,XX}'`;
  await sql`
    insert into event_families (ef_key, status, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier, first_at, last_at,
      timeline, title_count, title_set, described_by)
    select 'two', 'seed', title, summary, theater, event_type, '{}', mechanisms, 1, first_at, last_at, '[]', 3, 'set', described_by from event_families`;
  await sql`update titles set ef_id = 2 where title_id = 3`;
  await sql`
    insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from,
      raw, status, strategic_tier, gated_at)
    values (1, 'waits', 'It waits', 'It waits', 'it waits', 'Harbour Post', 'en', now(), 'item', '{}', 'gate_keep', 1, now() - interval '2 days')`;
  const { code, stdout } = await audit();
  expect(code).toBe(1);
  expect(stdout).toContain('"sni families merge A B" makes one family of two.');
  const { findings } = await found('--fix');
  const told = findings.filter(({ rule }: { rule: string }) => rule !== 'claim');
  expect(told.map(({ of, rule, takenOut }: Record<string, unknown>) => [of, rule, takenOut])).toEqual([
    ['ef:1', 'shape', false],
    ['ef:1', 'actor', false],
    ['ef:2', 'shape', false],
    ['ef:2', 'duplicate', false],
    ['title:4', 'unplaced', false],
  ]);
});

test('looks only at what was touched lately where that is asked', async () => {
  await sql`update event_families set theater = 'ATLANTIS', generated_at = now() - interval '3 days'`;
  expect(await found('--since', '1d')).toMatchObject({ families: 0, findings: [] });
  expect((await found('--since', '4d')).findings).toHaveLength(1);
});

test('a row that changed since it was judged is left alone', async () => {
  const { takeOut } = await import('../../../lib/audit/fix.js');
  const finding = { of: 'ef:1', ef: '1', rule: 'claim', field: 'summary.0', text: 'It was otherwise.', reason: 'r' } as const;
  expect(await takeOut(sql, [finding], 'anna')).toBe(false);
  expect(await takeOut(sql, [{ ...finding, of: 'narrative:1', field: 'thesis' }], 'anna')).toBe(false);
  expect(await sql`select from taken_out`).toEqual([]);
});

const undo = (...args: string[]) => sni(['--config', world.settings, 'undo', ...args], { SNI_HOME: world.home });

test('what --fix took out of a family and of a narrative is put back by undo, and no more where it was told anew', async () => {
  await sql`update event_families set summary = 'Russian drones hit the port of Odesa. Forty people were killed.'`;
  await sql`update framed_narratives set framing = '{"cause": "NATO provoked it"}'`;
  const before = await sql`select ef.summary, ef.status, n.framing from event_families ef join framed_narratives n using (ef_id)`;
  await audit('--fix', '--by', 'anna');
  const listed = JSON.parse((await undo('--list', '--json')).stdout);
  expect(listed.map(({ id, of, byWhom }: Record<string, string>) => [id, of, byWhom])).toEqual([
    ['fix:2', 'narrative:1, 1 text', 'anna'],
    ['fix:1', 'ef:1, 1 text', 'anna'],
  ]);
  expect(await undo('fix:1', '--by', 'ben', '--why', 'another source says so')).toMatchObject({ code: 0 });
  expect(await undo('fix:2')).toMatchObject({ code: 0 });
  expect(await sql`select ef.summary, ef.status, n.framing from event_families ef join framed_narratives n using (ef_id)`).toEqual(before);
  expect((await undo('fix:1')).stderr).toContain('There is no fix:1 that stands.');
  await audit('--fix');
  await sql`update event_families set summary = 'Told anew.'`;
  expect((await undo('fix:3')).stderr).toContain('has changed since');
});

test('a narrative that --fix let go is put back whole', async () => {
  await sql`update framed_narratives set thesis = 'Poland closed its border.'`;
  const [before] = await sql`select * from framed_narratives`;
  await audit('--fix');
  expect(await sql`select 1 from framed_narratives`).toEqual([]);
  expect(await undo()).toMatchObject({ code: 0 });
  expect(await sql`select * from framed_narratives`).toEqual([before]);
  expect(await sql`select narrated_title_set from event_families`).toEqual([{ narrated_title_set: 'set' }]);
});
