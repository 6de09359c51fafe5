import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, expect, test } from 'vitest';
import { openArchive } from '../../../lib/keeping/archive.js';
import { copyTitles } from '../../../lib/keeping/copy.js';
import { makeTestWorld } from '../../support/in-test.js';
import { sni } from '../desk/fixture.js';

const world = await makeTestWorld();
const { sql } = world;
const run = (...words: string[]) => sni(['--config', world.settings, ...words], { SNI_HOME: world.home });
const folder = join(world.folder, 'archive');
const stored = () =>
  sql`select title_hash, title_original, publisher_name, publisher_domain, url, url_canonical, lang, description, published_at from titles order by 1`;

/** Headlines of three months as an import brings them. */
async function bring(): Promise<void> {
  const lines = [
    {
      title: 'Grain convoy leaves the port',
      publisher: 'Harbour Post',
      link: 'https://harbour.example/1',
      lang: 'en',
      published_at: '2026-01-30T10:00:00Z',
    },
    {
      title: 'Hafen wieder offen',
      publisher: 'Das Beispiel',
      lang: 'de',
      published_at: '2026-02-10T10:00:00Z',
      description: 'Mehr davon.',
    },
    { title: 'Port shut again', publisher: 'Harbour Post', domain: 'harbour.example', lang: 'en', published_at: '2026-02-10T10:00:00Z' },
    { title: 'Inspectors arrive', publisher: 'Harbour Post', lang: 'en', published_at: '2026-03-01T00:00:00Z' },
  ];
  const file = join(world.folder, 'three-months.jsonl.gz');
  writeFileSync(file, gzipSync(lines.map((line) => JSON.stringify(line)).join('\n')));
  expect((await run('import', file)).stdout).toContain('4 titles stored');
}

beforeEach(async () => {
  await sql`truncate work, titles, feeds restart identity cascade`;
});

test('what sni archive has written is what sni import takes back, to the letter; nothing is taken away', async () => {
  await bring();
  const before = await stored();
  const { stdout } = await run('archive', folder, '--until', '2026-04-01', '--json');
  const { titles, files } = JSON.parse(stdout) as { titles: number; files: string[] };
  expect([titles, files.map((file) => file.slice(0, 14))]).toEqual([4, ['titles-2026-01', 'titles-2026-02', 'titles-2026-03']]);
  expect(readdirSync(folder).sort()).toEqual(files);
  expect(await stored()).toEqual(before);
  for (const file of files) expect((await run('import', join(folder, file))).stdout).toMatch(/^.*: 0 titles stored, [12] already there/);
  await sql`truncate titles cascade`;
  for (const file of files) expect((await run('import', join(folder, file))).code).toBe(0);
  expect(await stored()).toEqual(before);
});

test('only headlines of the time that is named are written, and none that was forgotten', async () => {
  await bring();
  await sql`update titles set status = 'forgotten', title_original = '' where title_original like 'Port shut%'`;
  const elsewhere = join(world.folder, 'february');
  const { stdout } = await run('archive', elsewhere, '--since', '2026-02-01', '--until', '2026-03-01');
  expect(stdout).toContain(`1 title in 1 file in ${elsewhere}.`);
});

test('a folder that is missing everywhere, and a time that is none, are told; one that is told to end leaves nothing', async () => {
  await bring();
  expect(await run('archive')).toMatchObject({ code: 78, stderr: expect.stringContaining('No folder is named') });
  const none = join(world.folder, 'none');
  expect(await run('archive', none, '--since', '2026-03-01', '--until', '2026-02-01')).toMatchObject({ code: 78 });
  expect(existsSync(none)).toBe(false);
  const ended = new AbortController();
  const archive = await openArchive(none, new Date());
  const copying = copyTitles({
    ...{ sql, since: null, until: new Date(), archive: archive.archive, signal: ended.signal },
    onStep: () => ended.abort(new Error('told to end')),
  });
  await expect(copying.finally(archive.close)).rejects.toThrow('told to end');
});
