// `sni brief`: an edition of what is stored, in every format the same, and nothing of a headline can act in any.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { makeTestWorld } from '../../support/in-test.js';
import { furnish, sni } from './fixture.js';

const world = await makeTestWorld();
const { sql } = world;
const brief = (...args: string[]) => sni(['--config', world.settings, 'brief', ...args], { SNI_HOME: world.home });
const span = ['--since', '2026-03-10', '--until', '2026-03-12'];
const evil = '<script>alert(1)</script> [x](javascript:alert(1)) **bold** https://evil.example';

beforeAll(async () => {
  await furnish(sql);
  await sql`update event_families set first_at = '2026-03-10T01:00:00Z', last_at = '2026-03-10T03:00:00Z' where ef_key = 'large'`;
  await sql`update event_families set title = ${evil}, importance = 70, importance_why = '[{"what": "tier 1", "points": 70}]' where ef_key = 'large'`;
  await sql`
    update event_families
    set acts = '[{"source": "RU", "target": "UA", "action": "attack", "mode": "done", "saidBy": null, "outlets": ["Harbour Post"], "cites": ["1"],
                  "basis": "one outlet", "onlyStateMediaOf": "QA"}]',
        figures = '[{"what": "killed", "unit": "people", "basis": "one outlet", "course": [
          {"value": 14, "qualifier": "at_least", "at": "2026-03-10T02:00:00Z", "outlets": ["Novy Bereg"], "cites": ["2"]},
          {"value": 3, "qualifier": "exact", "at": "2026-03-10T01:00:00Z", "outlets": ["Harbour Post"], "cites": ["1"]}]}]',
        omissions = '[{"told": "an attack by Russia", "outlets": ["Harbour Post"], "missing": ["Novy Bereg"]}]'
    where ef_key = 'large'`;
  await sql`update titles set url = 'javascript:alert(1)' where title_id = 2`;
  await sql`update titles set url = 'https://harbour.example/1?a=<b>&c="d"' where title_id = 1`;
});

test('tells new stories by weight: acts with their outlets, figures and their course, wording with its quotes, who is silent, and the links', async () => {
  const { code, stdout } = await brief(...span);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^SNI BRIEF\n\n {2}2026-03-10 00:00 to 2026-03-12 00:00 \(UTC\)\n\nNew \(1\)/);
  expect(stdout).toContain('an attack by Russia — read in one outlet: Harbour Post; only state media (Qatar) tell it');
  expect(stdout).toContain('dead, people — at least 14 (Novy Bereg, 2026-03-10 02:00); before that 3 (Harbour Post, 2026-03-10 01:00)');
  expect(stdout).toContain('Left out: an attack by Russia, not told by Novy Bereg');
  expect(stdout).toContain('“terminal burns” Novy Bereg');
  expect(stdout).toContain('Only state media of Qatar tell an act of ef:2');
  expect(stdout).toContain('5 headlines of this time: 3 kept as strategic, 1 dropped, 1 not read yet.');
});

test('frames of a story stand side by side in HTML, and one below the other elsewhere', async () => {
  expect((await brief(...span, '--format', 'html')).stdout).not.toContain('<div class="beside">');
  await sql`
    insert into framed_narratives (ef_id, position, title, thesis, statements, framing, lexicon, outlets, prevalence, evidence, title_set, made_by)
    select ef_id, 2, 'Another way', thesis, statements, framing, lexicon, outlets, prevalence, evidence, title_set, made_by
    from framed_narratives where ef_id = 2 and position = 1`;
  const page = (await brief(...span, '--format', 'html')).stdout;
  expect(page.match(/<div class="beside">\n<div>\n<p>[\s\S]*?<\/div>\n<div>\n<p>[\s\S]*?<\/div>\n<\/div>/)?.[0]).toContain('Another way');
  for (const format of ['text', 'md']) expect((await brief(...span, '--format', format)).stdout).toContain('Another way');
  await sql`delete from framed_narratives where ef_id = 2 and position = 2`;
});

test('what it stands on says which feeds are due and what is stale; an edition kept before these were counted says nothing of them', async () => {
  await sql`update feeds set next_fetch_at = '2026-03-11' where feed_id = 1`;
  await sql`update feeds set next_fetch_at = '2027-01-01' where feed_id <> 1`;
  await sql`update phases set version = case when name = 'enrich' then 'new' end`;
  const footerOf = async () => (await brief(...span)).stdout.split('What this stands on')[1] ?? '';
  expect(await footerOf()).toMatch(/read in this time, 1 due at its end, \d failing/);
  await sql`delete from work where phase = 'enrich'`;
  expect(await footerOf()).toContain('Nothing is stale');
  await sql`insert into work (phase, item_id, state, version, finished_at) values ('enrich', 901, 'done', 'old', now()), ('enrich', 902, 'done', 'new', now())`;
  expect(await footerOf()).toContain('Stale in the whole store: 1 family of enrich, done by an earlier version');
  const edition = JSON.parse((await brief(...span, '--format', 'json')).stdout);
  delete edition.footer.stale;
  delete edition.footer.feeds.due;
  await sql`insert into editions (since, until, edition) values ('2026-03-10', '2026-03-12', ${sql.json(edition)})`;
  const [{ id }] = (await sql`select max(edition_id)::text as id from editions`) as unknown as [{ id: string }];
  const kept = (await brief('--edition', id)).stdout;
  expect(kept).toContain('read in this time, 0 failing');
  expect(kept).not.toMatch(/stale|due at/);
  await sql`truncate editions restart identity`;
});

test('how a weight adds up is told when it is asked for', async () => {
  expect((await brief(...span)).stdout).not.toContain('tier 1 70');
  for (const format of ['text', 'md', 'html'])
    expect((await brief(...span, '--why', '--format', format)).stdout).toContain('Weight 70 of 100: tier 1 70');
});

test('headlines stand by the hour of the clock, over more than two days by the day', async () => {
  const { stdout } = await brief('--since', '2026-03-10 00:30', '--until', '2026-03-10 03:30');
  expect(stdout).toMatch(/Headlines kept, by hour: \S+ \(00:30 1, 01:30 1, 02:30 1\)/);
  const { stdout: page } = await brief(...span, '--format', 'html');
  expect(page.match(/<text[^>]*>\d\d:\d\d<\/text>/g)).toHaveLength(8);
  expect(page).toContain('>06:00</text>');
  expect((await brief('--since', '2026-03-09', '--until', '2026-03-12')).stdout).toMatch(
    /Headlines kept, by day: .+ \(03-09 0, 03-10 3, 03-11 0\)/,
  );
});

test('what was told by several headlines in the span before and is not told any more is fading, and later stories are none of it', async () => {
  const told = async (since: string, until: string) => {
    const { stories } = JSON.parse((await brief('--since', since, '--until', until, '--format', 'json')).stdout);
    return stories.map(({ ef, state }: Record<string, string>) => `${ef} ${state}`);
  };
  expect(await told('2026-03-10 00:00', '2026-03-10 12:00')).toEqual(['2 new']);
  expect(await told('2026-03-10 02:00', '2026-03-10 12:00')).toEqual(['2 growing']);
  expect(await told('2026-03-10 02:30', '2026-03-10 12:00')).toEqual(['2 continuing']);
  expect(await told('2026-03-10 04:00', '2026-03-10 06:00')).toEqual(['2 fading']);
  expect(await told('2026-03-10 06:00', '2026-03-10 08:00')).toEqual([]);
  expect(await told('2026-03-09 00:00', '2026-03-10 00:00')).toEqual([]);
});

test('nothing of a headline acts in any format, and only web addresses are links', async () => {
  const html = (await brief(...span, '--format', 'html')).stdout;
  expect(html).not.toMatch(/<script|<img|javascript:alert\(1\)"|\p{Bidi_Control}|(?!\n)\p{Cc}/iu);
  expect(html).toContain('href="https://harbour.example/1?a=%3Cb%3E&#38;c=%22d%22"');
  expect(html).toContain('&#60;script&#62;alert(1)&#60;/script&#62;');
  expect(html).toMatch(/<h3 id="ef-2" dir="auto">(?!<bdi>)/);
  const md = (await brief(...span, '--format', 'md')).stdout;
  expect(md).toContain(
    '\\<script\\>alert\\(1\\)\\</script\\> \\[x\\]\\(javascript:alert\\(1\\)\\) \\*\\*bold\\*\\* https\\://evil.example',
  );
  expect(md).not.toMatch(/\]\(<javascript|\p{Bidi_Control}|(?!\n)\p{Cc}/u);
  const mail = (await brief(...span, '--format', 'email')).stdout;
  expect(mail).toMatch(/^Subject: SNI brief, 2026-03-12\r\nDate: Thu, 12 Mar 2026 00:00:00 \+0000\r\nMIME-Version: 1\.0\r\n/);
  expect(mail.split('\r\n').every((line) => line.length <= 78)).toBe(true);
  expect((await brief(...span)).stdout).not.toMatch(/\p{Bidi_Control}|(?!\n)\p{Cc}/u);
});

test('the same store makes the same bytes, and --out writes them to a file', async () => {
  for (const format of ['text', 'md', 'html', 'json', 'email']) {
    const { stdout } = await brief(...span, '--format', format);
    const out = join(world.folder, `brief.${format}`);
    expect(await brief(...span, '--format', format, '--out', out)).toMatchObject({ code: 0, stdout: '' });
    expect(readFileSync(out, 'utf8')).toBe(stdout);
  }
  expect(readdirSync(world.folder).filter((name) => name.endsWith('.new'))).toEqual([]);
});

test('a kept edition has a number and stays as it was, whatever is stored later', async () => {
  const kept = await brief(...span, '--keep', '--format', 'md');
  expect(kept.stdout).toMatch(/^# SNI brief 1\n/);
  await sql`update event_families set summary = 'Otherwise.', title = title || ' and more' where ef_key = 'large'`;
  expect((await brief('--edition', '1', '--format', 'md')).stdout).toBe(kept.stdout);
  expect((await brief(...span, '--format', 'md')).stdout).not.toBe(kept.stdout.replace('brief 1', 'brief'));
});

test('a time or theater without a story says so; words that are none are sentences', async () => {
  expect((await brief('--since', '2026-02-01', '--until', '2026-02-02')).stdout).toContain('No event family was told of in this time.');
  expect((await brief(...span, '--theater', 'GAZA')).stdout).toContain('No event family');
  expect(await brief('--theater', 'ATLANTIS')).toMatchObject({
    code: 78,
    stderr: expect.stringContaining('There is no theater ATLANTIS. There are: '),
  });
  expect(await brief('--since', '2026-02-30')).toMatchObject({
    code: 78,
    stderr: expect.stringMatching(/^--since "2026-02-30" is no time/),
  });
  expect((await brief('--until', 'foo')).stderr).toMatch(/^--until "foo" is no time/);
  expect(await brief('--since', '2026-03-12', '--until', '2026-03-10')).toMatchObject({
    code: 78,
    stderr: expect.stringContaining('no time between'),
  });
  expect(await brief('--edition', '99')).toMatchObject({ code: 1, stderr: expect.stringContaining('There is no kept edition 99.') });
  expect(await brief('--out', '/nowhere/brief.md')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('cannot be written to /nowhere/brief.md'),
  });
});
