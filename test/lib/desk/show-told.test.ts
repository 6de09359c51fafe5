// What `sni show` says of what a family's headlines tell together, and of how its narratives were told before.
import { beforeAll, expect, test } from 'vitest';
import { makeTestWorld } from '../../support/in-test.js';
import { type Answer, furnish, sni } from './fixture.js';

let ask: (...args: string[]) => Promise<Answer>;

beforeAll(async () => {
  const world = await makeTestWorld();
  const { sql } = world;
  await furnish(sql);
  ask = (...args) => sni(['--config', world.settings, ...args], { SNI_HOME: world.home });
  await sql`insert into actors values ('RU', 'Russia', 'state'), ('UA', 'Ukraine', 'state') on conflict do nothing`;
  const act = { source: 'RU', action: 'attack', target: 'UA', mode: 'claimed', saidBy: 'UA', cites: ['1'], onlyStateMediaOf: null };
  const course = [
    { value: 17, qualifier: 'exact', at: '2026-03-10T12:00:00Z', outlets: ['Novy Bereg'], cites: ['3'] },
    { value: 14, qualifier: 'at_least', at: '2026-03-10T08:00:00Z', outlets: ['Harbour Post'], cites: ['1'] },
  ];
  const answers = [
    { answer: 'yes', outlets: ['Harbour Post'], cites: ['1'] },
    { answer: 'no, says Russia', outlets: ['Novy Bereg'], cites: ['2'] },
  ];
  await sql`
    update event_families
    set acts = ${sql.json([
      { ...act, outlets: ['Harbour Post', 'Novy Bereg'], basis: 'said by 2 outlets' },
      { ...act, mode: 'done', saidBy: null, outlets: ['Novy Bereg'], basis: 'one outlet', onlyStateMediaOf: 'RU' },
    ])},
        figures = ${sql.json([{ what: 'killed', unit: 'people', course, basis: 'said by 2 outlets' }])},
        disputed = ${sql.json([{ question: 'Was there an attack by Russia?', answers }])},
        omissions = ${sql.json([{ told: 'an attack by Russia', outlets: ['Harbour Post'], missing: ['Novy Bereg'] }])},
        importance = 48, importance_why = ${sql.json([
          { what: 'tier 1', points: 36 },
          { what: '3 outlets', points: 12 },
        ])},
        canonical_actors = ${sql.json([{ actor: 'RU', role: 'initiator', cites: ['1'], basis: 'said by 2 outlets' }])}
    where ef_id = 2`;
  const statements = [{ text: 'The headline of Novy Bereg does not refer to Russia.', cites: ['3'] }];
  await sql`update framed_narratives set statements = ${sql.json(statements)}`;
  const before = { title: 'As it was', thesis: 'Told before.', outlets: ['Novy Bereg'] };
  await sql`insert into earlier_narratives (ef_id, position, narrative) values (2, 1, ${sql.json(before)})`;
});

test('acts, figures over time, disputes and omissions stand with who says so, and the weight with its arithmetic', async () => {
  const { stdout } = await ask('show', '2');
  const said = stdout.replaceAll(/\s+/g, ' ');
  for (const part of [
    'Russia (initiator, said by 2 outlets)',
    '48 of 100: tier 1 36, 3 outlets 12',
    'Russia - attack - Ukraine (claimed, says Ukraine) — said by 2 outlets: Harbour Post, Novy Bereg',
    'Russia - attack - Ukraine — one outlet: Novy Bereg; only state media (Russia) tell it',
    'dead, people (said by 2 outlets) — 17 (Novy Bereg, 2026-03-10 12:00); before that at least 14 (Harbour Post, 2026-03-10 08:00)',
    'Was there an attack by Russia? — yes: Harbour Post; no, says Russia: Novy Bereg',
    'an attack by Russia — told by Harbour Post; not by Novy Bereg',
  ])
    expect(said).toContain(part);
  expect(JSON.parse((await ask('show', '2', '--json')).stdout)).toMatchObject({
    importance: 48,
    acts: [{ source: 'RU', basis: 'said by 2 outlets' }, { onlyStateMediaOf: 'RU' }],
    figures: [{ course: [{ value: 17 }, { value: 14 }] }],
    disputed: [{ answers: [{ answer: 'yes' }, { answer: 'no, says Russia' }] }],
    omissions: [{ missing: ['Novy Bereg'] }],
  });
});

test('a narrative shows its statements with the titles they stand on, its basis, and how it was told before', async () => {
  const { stdout } = await ask('show', 'narrative:1');
  expect(stdout).toContain('The headline of Novy Bereg does not refer to Russia. [3]');
  expect(stdout).toContain('; rules)');
  expect(stdout).toMatch(/Told until then\n.*As it was \(Novy Bereg\): Told before\./);
});

test('a family that was not enriched yet shows none of it', async () => {
  const { stdout } = await ask('show', '1');
  for (const heading of ['Acts', 'Figures over time', 'Disputed', 'Left out']) expect(stdout).not.toMatch(new RegExp(`^${heading}$`, 'm'));
});
