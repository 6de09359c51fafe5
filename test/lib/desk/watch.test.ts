// `sni watch`: lists that mark the brief, and have one of their own.
import { beforeAll, expect, test } from 'vitest';
import { makeTestWorld } from '../../support/in-test.js';
import { furnish, sni } from './fixture.js';

const world = await makeTestWorld();
const ask = (...args: string[]) => sni(['--config', world.settings, ...args], { SNI_HOME: world.home });
const span = ['--since', '2026-03-10', '--until', '2026-03-12'];
const stories = async (...args: string[]) =>
  JSON.parse((await ask('brief', ...span, '--format', 'json', ...args)).stdout).stories.map(({ ef, watched }: Record<string, unknown>) => [
    ef,
    watched,
  ]);

beforeAll(async () => {
  await furnish(world.sql);
  await world.sql`update event_families set first_at = '2026-03-10T01:00:00Z', acts = '[{"action": "attack", "source": "RU"}]' where ef_key = 'large'`;
  await world.sql`
    insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from, raw,
      status, strategic_tier, gated_at, ef_id)
    values (1, 'x', 'Small thing', 'Small thing', 'small thing', 'Novy Bereg', 'en', '2026-03-11T09:00:00Z', 'item', '{}', 'gate_keep', 1, now(), 1)`;
  await world.sql`select index_for_search(null)`;
});

test('a list is made, grows by lines that are there once, is shown and removed', async () => {
  expect((await ask('watch', 'list')).stdout).toMatch(/^There are no watchlists\./);
  expect((await ask('watch', 'add', 'Grain', '--search', 'grain')).stdout).toBe('Added to the watchlist Grain.\n');
  expect((await ask('watch', 'add', 'Grain', '--search', 'grain')).stdout).toBe('The watchlist Grain has this line already.\n');
  expect((await ask('watch', 'add', 'Grain', '--actor', 'RU', 'UA', '--act', 'aid')).code).toBe(0);
  expect((await ask('watch', 'list')).stdout).toBe(
    'list   line                      notifies\nGrain  search grain              no\nGrain  actor RU and UA, act aid  no\n',
  );
  expect(JSON.parse((await ask('watch', 'list', '--json')).stdout)).toEqual([
    { name: 'Grain', filters: [{ search: 'grain' }, { actor: ['RU', 'UA'], act: 'aid' }], notifies: false },
  ]);
  expect((await ask('watch', 'remove', 'Grain')).stdout).toBe('Removed Grain with 2 lines.\n');
  expect(await ask('watch', 'remove', 'Grain')).toMatchObject({ code: 1, stderr: expect.stringMatching(/^There is no watchlist Grain\./) });
});

test('it marks the brief by words, actors and acts, and has a brief of its own', async () => {
  await ask('watch', 'add', 'Odesa', '--search', 'odesa');
  await ask('watch', 'add', 'Attacks', '--act', 'attack', '--actor', 'russia');
  await ask('watch', 'add', 'Nothing', '--search', 'zzz');
  expect(await stories()).toEqual([
    ['2', ['Attacks', 'Odesa']],
    ['1', undefined],
  ]);
  expect((await ask('brief', ...span)).stdout).toContain('watched: Attacks and Odesa · new · ');
  expect(await stories('--watch', 'odesa')).toEqual([['2', ['Attacks', 'Odesa']]]);
  expect(await stories('--watch', 'Nothing')).toEqual([]);
  expect((await ask('brief', ...span, '--watch', 'Odesa')).stdout).toContain(', of the watchlist Odesa alone');
});

test('kept editions of a list and of all stand beside each other', async () => {
  const number = async (...args: string[]) => /^SNI BRIEF (\d+)/.exec((await ask('brief', ...span, '--keep', ...args)).stdout)?.[1];
  const [all, one] = [await number(), await number('--watch', 'Odesa')];
  expect(one).not.toBe(all);
  expect(await number()).toBe(all);
  expect((await ask('brief', '--edition', one ?? '')).stdout).toContain('of the watchlist Odesa alone');
});

test('what says nothing, or names nothing, is refused with a sentence; an actor that is gone since breaks no brief', async () => {
  for (const [args, sentence] of [
    [['watch', 'add', 'Empty'], /^A line of a watchlist says what to look for/],
    [['watch', 'add', 'Signs', '--search', '!!!'], /^"!!!" has no word that can be found/],
    [['watch', 'add', 'Gone', '--actor', 'Atlantis'], /^No actor is called Atlantis/],
    [['watch', 'add', ' ', '--search', 'x'], /^The name of a watchlist/],
    [['watch', 'add', 'Timed', '--search', 'x', '--since', '24h'], /^A watchlist has no time/],
    [['brief', '--watch', 'Nobody'], /^There is no watchlist Nobody\. There are: Attacks, Nothing, Odesa\./],
  ] as const) {
    expect(await ask(...args)).toMatchObject({ code: 78, stderr: expect.stringMatching(sentence) });
  }
  await world.sql`insert into watches (name, filter) values ('Atlantis', '{"actor": ["Atlantis"]}'), ('Broken', '{"tier": "x"}')`;
  expect((await stories()).length).toBe(2);
  expect(await stories('--watch', 'Broken')).toEqual([]);
});
