// `sni read` and `sni eval reading`: what a headline says, and how well headlines are read. Neither needs a database.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { sni } from '../../../lib/desk/fixture.js';

const folder = mkdtempSync(join(tmpdir(), 'sni-read-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
/** A database that nothing can reach. */
const nowhere = { DATABASE_URL: 'postgres://sni@127.0.0.1:1/none' };
const file = (name: string, lines: readonly unknown[]): string => {
  writeFileSync(join(folder, name), lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return join(folder, name);
};

describe('sni read', () => {
  test('shows who does what to whom under the headline, and what is not certain as none', async () => {
    const { code, stdout } = await sni(['read', 'Hungary refuses to condemn Russian strike on Odesa port'], nowhere);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Hungary - reject(?! -)/u);
    expect(stdout).toContain('Russia - attack - Ukraine');
    expect(stdout).not.toContain('condemn - Russia');
    const condemned = await sni(['read', 'China condemns US arms sale to Taiwan'], nowhere);
    expect(condemned.stdout).toContain('China - condemn - United States');
    expect((await sni(['read', 'Seven pasta recipes for the weekend'], nowhere)).stdout).toContain('none that is certain');
  });

  test('with --json prints acts, figures, theater and type', async () => {
    const { stdout } = await sni(['read', 'Israel says it struck weapons depot in Homs, 12 soldiers killed', '--json'], nowhere);
    expect(JSON.parse(stdout)).toMatchObject({
      lang: 'en',
      kind: 'news',
      acts: [{ source: 'IL', action: 'attack', target: 'SY', mode: 'claimed' }],
      figures: [{ value: 12, unit: 'people', what: 'killed', qualifier: 'exact' }],
      wording: { agentNamed: true, loaded: [], quotedLoaded: [] },
      theater: 'MEAST_REGIONAL',
      eventType: 'Strategy/Tactics',
    });
  });

  test('reads a file in order, one JSON line each, and names the lines that are no headlines', async () => {
    const path = file('titles.jsonl', [
      { title: 'Kharkiv shelled overnight', lang: 'en' },
      'no json',
      { title: 7 },
      { title: 'Israel strikes Iran', lang: 'en' },
    ]);
    const { code, stdout, stderr } = await sni(['read', '--file', path], nowhere);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { acts: { source: string | null; target: string | null }[] });
    expect(lines.map(({ acts }) => acts.map(({ source, target }) => [source, target]))).toEqual([[[null, 'UA']], [['IL', 'IR']]]);
    expect(code).toBe(1);
    expect(stderr).toContain('titles.jsonl:2: not JSON');
    expect(stderr).toContain('titles.jsonl:3: "title" is 7');
  });

  test('a language that there is not is refused, as sni gate explain refuses it', async () => {
    for (const command of [['read'], ['gate', 'explain']])
      expect(await sni([...command, '--lang', 'qq', 'Israel strikes Iran'], nowhere)).toMatchObject({
        code: 78,
        stdout: '',
        stderr: expect.stringContaining('SNI knows no such language'),
      });
  });

  test.each(['en', 'de', 'es', 'fr', 'ru', 'zh', 'ar', 'uk', 'ja', ''])('reads a headline of the language %j', async (lang) => {
    expect(await sni(['read', '--lang', lang, 'Киев Kyiv 基辅 كييف 12', '--json'], nowhere)).toMatchObject({ code: 0, stderr: '' });
  });

  test('says what is missing where nothing is given', async () => {
    expect(await sni(['read'], nowhere)).toMatchObject({ code: 78, stderr: expect.stringContaining('--file') });
  });
});

describe('sni eval reading', () => {
  test('counts right, wrong, missed and grave acts, figures, theater and type', async () => {
    const path = file('labelled.jsonl', [
      { title: 'Israel strikes Iran', lang: 'en', acts: [{ source: 'IL', action: 'attack', target: 'IR', mode: 'done' }], not: [] },
      {
        title: 'Kharkiv shelled overnight, three dead',
        lang: 'en',
        acts: [{ source: 'RU', action: 'attack', target: 'UA' }],
        not: [{ source: null, action: 'attack', target: 'UA' }],
        figures: [{ value: 3, unit: 'people' }],
        theater: 'UKRAINE',
        event_type: 'Humanitarian',
        event_type_also: ['Strategy/Tactics'],
      },
    ]);
    const { stdout } = await sni(['eval', 'reading', path, '--json'], nowhere);
    expect(JSON.parse(stdout)).toEqual({
      n: 2,
      acts: { precision: 0.5, recall: 0.5, grave: 0.5 },
      figures: { right: 1, wrong: 0, missed: 0 },
      theater: 1,
      eventType: 1,
    });
  });

  test('measures the wording where it is labelled', async () => {
    const path = file('wording.jsonl', [
      {
        ...{ title: "Minister calls raid 'barbaric'", lang: 'en', act_word: 'raid' },
        ...{ loaded: ['barbaric'], quoted_loaded: [], hedged: true, focus: 'law' },
      },
      { title: 'Troops massacre villagers', lang: 'en', agent_named: false, loaded: ['massacre', 'villagers'] },
    ]);
    const { stdout } = await sni(['eval', 'reading', path, '--json'], nowhere);
    expect(JSON.parse(stdout)).toMatchObject({
      n: 2,
      wording: { agentNamed: 0, actWord: 1, loaded: { precision: 1, recall: 0.667 }, side: 0.5, hedged: 1, focus: 0 },
    });
    expect((await sni(['eval', 'reading', path], nowhere)).stdout).toContain('side 0.500');
  });

  test('a file without a labelled headline, or with a bad line, is said', async () => {
    expect(await sni(['eval', 'reading', file('empty.jsonl', [])], nowhere)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('nothing was measured'),
    });
    const { code, stderr } = await sni(
      ['eval', 'reading', file('bad.jsonl', [{ title: 'Israel strikes Iran', acts: 'none' }, { title: 'x' }])],
      nowhere,
    );
    expect(code).toBe(1);
    expect(stderr).toContain('bad.jsonl:1: "acts" is "none"; it must be a list.');
    const wrong = await sni(
      ['eval', 'reading', file('hedged.jsonl', [{ title: 'Israel strikes Iran', hedged: 'no' }, { title: 'x' }])],
      nowhere,
    );
    expect(wrong.stderr).toContain('hedged.jsonl:1: "hedged" is "no"; it must be true or false.');
  });
});
