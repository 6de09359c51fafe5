// `sni search` and the filters of `sni list families`: the same words, for people and as JSON, page by page.
import { beforeAll, expect, test } from 'vitest';
import { makeTestWorld } from '../../support/in-test.js';
import { furnish, sni } from './fixture.js';

const world = await makeTestWorld();
const ask = (...args: string[]) => sni(['--config', world.settings, ...args], { SNI_HOME: world.home });

beforeAll(async () => {
  await furnish(world.sql);
  await world.sql`select index_for_search(null)`;
});

test('search tells families, titles, actors and outlets, each as a table, and nothing of a headline acts on the terminal', async () => {
  const { code, stdout } = await ask('search', 'odesa');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Event families\n.*\n.*Odesa port hit\n\nTitles\n/);
  expect(stdout).not.toMatch(/\p{Bidi_Control}|(?!\n)\p{Cc}/u);
  expect((await ask('search', 'ukraine')).stdout).toContain('\nActors\nid  kind   name\nUA  state  Ukraine\n');
  expect((await ask('search', 'bereg', '--only', 'outlets')).stdout).toBe(
    'Outlets\noutlet      country  owner\nNovy Bereg           unreviewed\n',
  );
});

test('search as JSON is one object, and its cursors lead on', async () => {
  const first = JSON.parse((await ask('search', 'odesa', '--only', 'titles', '-n', '1', '--json')).stdout);
  expect(first).toMatchObject({ families: [], titles: [{ id: 2 }], actors: [], outlets: [], near: null, next: { families: null } });
  const second = JSON.parse((await ask('search', 'odesa', '--only', 'titles', '-n', '1', '--json', '--after', first.next.titles)).stdout);
  expect(second).toMatchObject({ titles: [{ id: 1 }], next: { titles: null } });
});

test('search says where nothing is found, and what is like it', async () => {
  expect((await ask('search', 'zzzzqq')).stdout).toBe('Nothing has these words, nor words like them.\n');
  expect((await ask('search', 'smaller')).stdout).toMatch(/^Nothing has these words\. Like them:\nid {2}title\n 1 {2}Small one\n$/);
});

test('list families is narrowed by the same words', async () => {
  const ids = async (...args: string[]) =>
    JSON.parse((await ask('list', 'families', ...args, '--json')).stdout).map(({ id }: { id: number }) => id);
  expect(await ids()).toEqual([2, 1, 3]);
  expect(await ids('--search', 'small')).toEqual([1]);
  expect(await ids('--theater', 'GAZA')).toEqual([]);
  expect(await ids('--min-outlets', '2', '--actor', 'Russia', '--lang', 'EN', '--tier', '1')).toEqual([2]);
  expect(await ids('--sort', 'size', '--since', '2026-03-11')).toEqual([2, 1]);
  expect(await ids('--status', 'merged')).toEqual([4]);
});

test('what cannot be meant ends with a sentence and 78', async () => {
  const refused = async (...args: string[]) => {
    const { code, stderr } = await ask(...args);
    expect(code).toBe(78);
    return stderr;
  };
  expect(await refused('list', 'families', '--theater', 'MOON')).toMatch(/^There is no theater MOON\. There are: UKRAINE, /);
  expect(await refused('list', 'families', '--type', 'Nonsense')).toMatch(/^There is no event type Nonsense/);
  expect(await refused('list', 'families', '--since', 'soon')).toMatch(/^--since "soon" is no time/);
  expect(await refused('list', 'families', '--outlet', 'Nobody')).toMatch(/^No outlet is called Nobody/);
  expect(await refused('search', 'x', '--only', 'titles', '--after', 'zzz')).toMatch(/no cursor of this list/);
  expect(await refused('list', 'families', '--sort', 'beauty')).toMatch(/Allowed choices are day, time, size, importance/);
});

test('a page that is not the last names the next one on standard error', async () => {
  const first = await ask('list', 'families', '--json', '-n', '2');
  const after = /--after (\S+)\n$/.exec(first.stderr)?.[1] ?? '';
  const rest = await ask('list', 'families', '--json', '-n', '2', '--after', after);
  expect(JSON.parse(rest.stdout)).toMatchObject([{ id: 3 }]);
  expect(rest.stderr).toBe('');
});
