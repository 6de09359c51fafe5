// What `sni gate` and `sni eval gate` answer.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../../../lib/config.js';
import { type Answer, sni, sniProcess } from '../../../lib/desk/fixture.js';
import { makeTestWorld } from '../../../support/in-test.js';
import { insertTitles } from '../news.js';

const world = await makeTestWorld();
const ask = (...args: string[]): Promise<Answer> => sni(['--config', world.settings, ...args], { SNI_HOME: world.home });
/** No database could be reached, nor started, from here. */
const nowhere = { SNI_HOME: '/dev/null/nowhere', SNI_CONFIG: world.settings };

describe('sni gate explain', () => {
  test('shows hits under their places, the sum, the decision and the tier', async () => {
    const { code, stdout } = await sni(['gate', 'explain', 'Kremlin answers US sanctions', '--lang', 'en'], nowhere);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^Kremlin answers US sanctions\n\^{7} {23}actor RU \(Russia\), as "kremlin"\n {16}\^\^ {12}actor US .*\n {19}\^{9} {2}action sanctions/,
    );
    expect(stdout).toMatch(/^points {2}for\n +\+2\.5 {2}actor US$/m);
    expect(stdout).toMatch(/^Decision +keep, tier 1$/m);
  });

  test('--json is the record; a title without quotes is one title, and nothing in it reaches the terminal as an escape', async () => {
    const { stdout } = await sni(['gate', 'explain', 'Seven', 'pasta', 'recipes\u001b[2J', '--json'], nowhere);
    expect(JSON.parse(stdout)).toMatchObject({ title: 'Seven pasta recipes\u001b[2J', decision: 'gate_drop', tier: null, actors: [] });
    const wide = await sni(['gate', 'explain', '俄军空袭\u001b[2J基辅', '--lang', 'zh'], nowhere);
    expect(wide.stdout).toMatch(/^俄军空袭基辅\n\^{4} {10}actor RU .*\n {4}\^{4} {6}action strike/);
    expect(wide.stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });

  test('says what a word with two meanings was read as, and beside which word', async () => {
    const { stdout } = await sni(['gate', 'explain', 'Nurses in Poland strike for third day', '--lang', 'en'], nowhere);
    expect(stdout).toMatch(/action protest, as "~strike", read as labour beside "Nurses"$/m);
    expect(stdout).toMatch(/^Decision +keep, tier 2$/m);
  });

  test('says with the words of which language it reads, and that it knows no such language', async () => {
    const told = async (lang: string) => (await ask('gate', 'explain', 'Iran', '--lang', lang)).stdout;
    expect(await told('zh-CN')).toMatch(/^Language +Chinese: its own words$/m);
    expect(await told('nl')).toMatch(/^Language +Dutch: the words of all languages$/m);
    expect(await told('sw')).toMatch(/^Language +sw: the words of all languages$/m);
    const unknown = await ask('gate', 'explain', 'Iran', '--lang', 'zz');
    expect(unknown).toMatchObject({ code: 78, stdout: '', stderr: expect.stringContaining('SNI knows no such language') });
  });

  test('of a wrong vocabulary or wrong words: exit code 78 and a sentence', async () => {
    const settings = join(world.folder, 'wrong.yaml');
    writeFileSync(settings, 'vocabulary: { remove: [{ sort: actors, lang: en, term: atlantis }] }\n');
    const wrong = await sniProcess(['gate', 'explain', 'x'], { SNI_CONFIG: settings });
    expect(wrong).toMatchObject({ code: 78, stdout: '', stderr: expect.stringContaining('"atlantis" (en) is not in actors') });
    expect(await ask('gate', 'explian', 'x')).toMatchObject({ code: 78, stderr: expect.stringContaining('Did you mean explain?') });
    expect((await ask('gate', '--help')).stdout).toContain('Usage: sni gate');
  });
});

describe('sni eval gate', () => {
  test('--json is the figures of a labelled file, without any database', async () => {
    const { code, stdout } = await sni(['eval', 'gate', join(projectRoot, 'deploy/sample/gold.jsonl'), '--json'], nowhere);
    expect(code).toBe(0);
    const figures = JSON.parse(stdout);
    expect(Object.keys(figures)).toEqual(['n', 'positives', 'precision', 'recall', 'f1', 'titlesPerSecond']);
    expect(figures).toMatchObject({ n: 309, positives: 180 });
    expect(figures.f1).toBeGreaterThanOrEqual(0.95);
  });

  test('for people: the worst misses and false keeps; lines that are none are named by file and line', async () => {
    const file = join(world.folder, 'labelled.jsonl');
    const lines = [
      '\ufeff{"title":"Kremlin answers US sanctions","lang":"en","strategic":true}',
      '{"title":"A quiet day in the village","strategic":true}',
      '',
      '{"title":"Iran and Israel exchange strikes","lang":"en","strategic":false,"more":1}\r',
      'not json',
      '{"title":"x","lang":"en","strategic":"yes"}',
      '[]',
    ];
    writeFileSync(file, lines.join('\n'));
    const { code, stdout, stderr } = await sni(['eval', 'gate', file], nowhere);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^Titles +3, 2 of them strategic\nF1 +0\.5000\nPrecision +0\.5000\nRecall +0\.5000$/m);
    expect(stdout).toMatch(/Worst misses.*\n.*\n +0 +A quiet day in the village\n/);
    expect(stdout).toMatch(/Worst false keeps.*\n.*\n +[\d.]+ {2}en +Iran and Israel exchange strikes/);
    expect(stderr.split('\n').slice(0, 4)).toEqual([
      `3 lines of ${file} could not be used:`,
      expect.stringContaining(`${file}:5: not JSON`),
      `${file}:6: "strategic" is "yes"; it must be true or false.`,
      expect.stringContaining(`${file}:7: not a JSON object`),
    ]);
  });

  test('a file that is not there, or holds nothing: a sentence', async () => {
    expect(await sni(['eval', 'gate', '/no/such.jsonl'], nowhere)).toMatchObject({
      code: 78,
      stdout: '',
      stderr: expect.stringMatching(/^There is no file \/no\/such\.jsonl\. Name a file of lines like/),
    });
    expect(await sni(['eval', 'gate', '/dev/null'], nowhere)).toMatchObject({
      code: 1,
      stderr: '/dev/null holds no labelled title; nothing was measured.\n',
    });
  });
});

describe('sni gate stats', () => {
  beforeAll(async () => {
    await insertTitles(
      world.sql,
      ['Kremlin answers US sanctions', 'US sanctions, sanctions and sanctions', 'Premier League football'],
      'en',
    );
    await insertTitles(world.sql, ['Der Kreml und die Sanktionen', 'Fußball: Bundesliga'], 'de', 'feeds/b.xml');
    expect((await world.here('filter')).code).toBe(0);
    await insertTitles(world.sql, ['Not seen by the gate'], 'fr', 'feeds/c.xml');
  });

  test('counts what was kept and dropped by language, feed and term, each term once a title', async () => {
    const stats = JSON.parse((await ask('gate', 'stats', '--json')).stdout);
    expect(stats).toMatchObject({ titles: 5, kept: 3, dropped: 2, stale: 0, vocabulary: expect.stringMatching(/^[0-9a-f]{12}$/) });
    expect(stats.languages).toEqual([
      { lang: 'en', titles: 3, kept: 2, dropped: 1, tier1: 2, tier2: 0, tier3: 0 },
      { lang: 'de', titles: 2, kept: 1, dropped: 1, tier1: 1, tier2: 0, tier3: 0 },
    ]);
    expect(stats.feeds).toMatchObject([
      { feed: 'feeds/a.xml', titles: 3, kept: 2, dropped: 1 },
      { feed: 'feeds/b.xml', titles: 2, kept: 1, dropped: 1 },
    ]);
    expect(stats.terms).toContainEqual({ sort: 'mechanisms', id: 'sanctions', term: 'sanctions', titles: 2, kept: 2, dropped: 0 });
    expect(stats.terms).toContainEqual({ sort: 'actors', id: 'US', term: '=US', titles: 2, kept: 2, dropped: 0 });
    const unused = new Set(stats.neverHit.terms.map(({ sort, lang, term }: Record<string, string>) => `${sort} ${lang} ${term}`));
    expect(unused.size).toBe(stats.neverHit.count);
    expect(unused.has('mechanisms en tariffs')).toBe(true);
    expect(unused.has('mechanisms en sanctions')).toBe(false);
  });

  test('for people, for the newest only, and where nothing is gated yet', async () => {
    const { stdout } = await ask('gate', 'stats');
    expect(stdout).toMatch(/^Titles +the 5 gated last \(all\): 3 kept, 2 dropped$/m);
    expect(stdout).toMatch(/^en +3 +2 +1 +67 +2 +0 +0$/m);
    expect(stdout).toMatch(/^ +2 +2 +0 +100 +mechanisms +sanctions +sanctions$/m);
    expect(JSON.parse((await ask('gate', 'stats', '--last', '2', '--json')).stdout)).toMatchObject({ titles: 2, kept: 1, dropped: 1 });
    const empty = await makeTestWorld();
    const answer = await sni(['--config', empty.settings, 'gate', 'stats'], { SNI_HOME: empty.home });
    expect(answer).toMatchObject({ code: 0, stdout: 'The gate has decided nothing yet. "sni run filter" does.\n' });
  });
});
