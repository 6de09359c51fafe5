// `sni export`: everything once, in every format whole and harmless, and flat in memory whatever the number.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { everyFamily } from '../../../../lib/search/families.js';
import { everyTitle } from '../../../../lib/search/titles.js';
import { evil, harm } from '../../../support/evil-titles.js';
import { makeTestWorld } from '../../../support/in-test.js';
import { furnish, sni } from '../fixture.js';
import { bundle } from './stix-shapes.js';

const world = await makeTestWorld();
const { sql } = world;
const run = (...args: string[]) => sni(['--config', world.settings, 'export', ...args], { SNI_HOME: world.home });
const lines = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

beforeAll(async () => {
  await furnish(sql);
  await harm(sql, 1);
  await sql`
    update event_families set enriched_at = '2026-03-11T00:00:00Z',
      acts = '[{"source": "RU", "target": "UA", "action": "attack", "mode": "claimed", "saidBy": "UA", "outlets": ["=cmd|x", "B"], "cites": ["1", "2"],
                "basis": "said by 2 outlets", "onlyStateMediaOf": null}, {"source": null, "target": "UA", "action": "aid", "mode": "done",
                "saidBy": null, "outlets": ["B"], "cites": ["2"], "basis": "one outlet"}]'
    where ef_key = 'large'`;
  await sql`update titles set url = 'https://harbour.example/1' where title_id = 1`;
  await sql`update titles set url = 'https://user:hunter2@harbour.example/2', title_display = 'See https://user:hunter2@a.example/?token=t0ken' where title_id = 2`;
  await sql`select index_for_search(null)`;
});

test('no export shows the password or key of an address', async () => {
  for (const kind of ['families', 'titles', 'acts'])
    for (const format of ['jsonl', 'csv', ...(kind === 'families' ? ['stix'] : [])]) {
      const { stdout } = await run(kind, '--format', format);
      expect([kind, format, stdout.includes('harbour') || stdout.includes('Harbour')]).toEqual([kind, format, true]);
      expect(stdout).not.toMatch(/hunter2|t0ken/);
    }
});

test('families, narratives, titles and acts come as one JSON object a line, the last stored first', async () => {
  expect(lines((await run('families')).stdout).map(({ id, actorNames }) => [id, actorNames])).toEqual([
    [3, ['Russia', 'Ukraine']],
    [2, ['Russia', 'Ukraine']],
    [1, ['Russia', 'Ukraine']],
  ]);
  expect(lines((await run('narratives')).stdout)).toMatchObject([{ id: 1, family: 2, quotes: ['terminal burns'], basis: 'rules' }]);
  const titles = lines((await run('titles', '--until', '2026-03-10 06:00')).stdout);
  expect(titles.filter(({ id }) => id <= 5).map(({ id }) => id)).toEqual([5, 4, 3, 2, 1]);
});

test('an act is a row with the columns of GDELT that mean the same, and the root code of CAMEO', async () => {
  expect(lines((await run('acts')).stdout)).toMatchObject([
    {
      ...{ GlobalEventID: '2.1', SQLDATE: '20260311', Actor1Code: 'RU', Actor1Name: 'Russia', Actor1Type: 'state', Actor2Code: 'UA' },
      ...{ IsRootEvent: 1, EventRootCode: '19', Action: 'attack', Mode: 'claimed', SaidBy: 'UA', NumMentions: 2, NumSources: 2 },
      ...{ Family: 2, Theater: 'UKRAINE', SOURCEURL: 'https://harbour.example/1', DATEADDED: '2026-03-11T00:00:00.000Z' },
    },
    { GlobalEventID: '2.2', Actor1Code: null, IsRootEvent: 0, EventRootCode: '07' },
  ]);
});

test.each([
  'families',
  'narratives',
  'titles',
  'acts',
])('%s as CSV: as many cells in each row as names in the first, none of them a formula', async (kind) => {
  const { stdout, code } = await run(kind, '--format', 'csv');
  expect(code).toBe(0);
  const rows = cellsOf(stdout);
  expect(rows.length).toBeGreaterThan(1);
  for (const row of rows) expect(row).toHaveLength(rows[0]?.length ?? 0);
  for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+@\t\r]|^-(?![\d.]+$)|\p{Bidi_Control}|\p{Cc}/u);
});

test('families and narratives are a valid STIX bundle, the same whenever it is made', async () => {
  for (const kind of ['families', 'narratives']) {
    const { stdout } = await run(kind, '--format', 'stix');
    const read = bundle.parse(JSON.parse(stdout));
    expect(read.objects.filter(({ type }) => type === 'report')).toHaveLength(3);
    expect(read.objects.filter(({ type }) => type === 'note')).toHaveLength(kind === 'narratives' ? 1 : 0);
    expect((await run(kind, '--format', 'stix')).stdout).toBe(stdout);
  }
  expect(await run('titles', '--format', 'stix')).toMatchObject({
    code: 78,
    stderr: expect.stringContaining('STIX has reports and notes'),
  });
});

test('an address that a browser would mend goes out mended', async () => {
  await sql`update titles set url = 'https://harbour.example/a|b^c[1]/100%/?q[]={x}|%zz#one#two' where title_id = 1`;
  const { stdout } = await run('families', '--format', 'stix');
  expect(bundle.safeParse(JSON.parse(stdout)).error).toBeUndefined();
  expect(stdout).toContain('https://harbour.example/a%7Cb%5Ec%5B1%5D/100%25/?q%5B%5D=%7Bx%7D%7C%25zz#one%23two');
  await sql`update titles set url = 'https://harbour.example/1' where title_id = 1`;
});

test('what hostile headlines bring acts nowhere: no control character, no text that turns, no address but of the web', async () => {
  for (const [kind, format] of [
    ['titles', 'jsonl'],
    ['titles', 'csv'],
    ['families', 'jsonl'],
    ['families', 'stix'],
  ] as const) {
    const { stdout } = await run(kind, '--format', format);
    expect(stdout).not.toMatch(/\p{Bidi_Control}|(?![\r\n])\p{Cc}|\\u00[01]|\\u202e|"url":"(?!https?:)/u);
  }
  const told = lines((await run('titles')).stdout);
  expect(told.filter(({ url }) => url !== null).every(({ url }) => /^https?:/.test(url))).toBe(true);
  expect(told.map(({ title }) => title)).toContain("<script>alert('x')</script>");
  expect(told).toHaveLength(5 + evil.length);
});

test('filters narrow it, and an empty database makes an empty file of the right form', async () => {
  expect(lines((await run('families', '--search', 'older')).stdout).map(({ id }) => id)).toEqual([3]);
  expect((await run('families', '--theater', 'GAZA')).stdout).toBe('');
  expect((await run('acts', '--since', '2027-01-01', '--format', 'csv')).stdout).toMatch(/^GlobalEventID,SQLDATE,.*SOURCEURL\r\n$/);
  expect(bundle.parse(JSON.parse((await run('families', '--since', '2027-01-01', '--format', 'stix')).stdout)).objects).toHaveLength(1);
});

test('--out writes the same bytes, whole or not at all', async () => {
  const out = join(world.folder, 'families.csv');
  const { stderr, stdout } = await run('families', '--format', 'csv', '--out', out);
  expect({ stderr, stdout }).toEqual({ stderr: `Wrote 3 records to ${out}.\n`, stdout: '' });
  expect(readFileSync(out, 'utf8')).toBe((await run('families', '--format', 'csv')).stdout);
  expect(await run('families', '--out', join(world.folder, 'no/such/place'))).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^The export cannot be written to .*Name another place\.\n$/),
  });
  expect(readdirSync(world.folder).filter((name) => name.endsWith('.new'))).toEqual([]);
  expect(existsSync(join(world.folder, 'no'))).toBe(false);
});

test('pages are read one after another, and together hold everything once', async () => {
  const pages: string[][] = [];
  for await (const page of everyTitle(sql, {}, 2)) pages.push(page);
  expect(pages.every(({ length }) => length <= 2)).toBe(true);
  expect(pages.flat().map(Number)).toEqual(Array.from({ length: 5 + evil.length }, (_, at) => 5 + evil.length - at));
  const families: string[][] = [];
  for await (const page of everyFamily(sql, {}, 1)) families.push(page);
  expect(families).toEqual([['3'], ['2'], ['1']]);
});

/** Cells of RFC 4180. */
function cellsOf(text: string): string[][] {
  return text
    .split('\r\n')
    .slice(0, -1)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/gu)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''),
    );
}
