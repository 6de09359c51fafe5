import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { projectRoot } from '../../../lib/config.js';
import { groupsIn, isIn } from '../../../lib/reading/groups.js';
import { readLanguages } from '../../../lib/reading/policy.js';
import { rowsOf } from '../../../lib/reading/text/table.js';

const folder = mkdtempSync(join(tmpdir(), 'sni-groups-'));
afterAll(() => rmSync(folder, { recursive: true }));

function table(...rows: string[]): string {
  writeFileSync(join(folder, 'groups.tsv'), ['group\tlang\twords', ...rows].join('\n'));
  return folder;
}

test('a word is in the groups that list it in its own language, whole or by its beginning', () => {
  const groupsOf = groupsIn(table('coast\tru\tпобереж*|воды', 'border\tru\tпобережье', 'coast\ten\tshore'), 'ru');
  expect(groupsOf('побережье')).toEqual(['border', 'coast']);
  expect(groupsOf('воды')).toEqual(['coast']);
  expect([...groupsOf('водылицы'), ...groupsOf('shore'), ...groupsOf('по'), ...groupsOf('')]).toEqual([]);
});

test('a word behind a hyphen may be the last of several and have an "s"; its beginning takes three letters more', () => {
  const groupsOf = groupsIn(table('leader\tany\t-trump|-le pen|-трамп*'), 'ru');
  for (const text of ['trump', 'ex-president trump', 'trumps', 'marine le pen', 'трампом', 'дональд трамп'])
    expect([text, groupsOf(text)]).toEqual([text, ['leader']]);
  for (const text of ['trumpet', 'trump tower', 'pen', 'трамплинами', 'xtrump']) expect([text, groupsOf(text)]).toEqual([text, []]);
});

test('no word is in no group', () => {
  const groupsOf = groupsIn(table('coast\ten\tshore'), 'en');
  expect(isIn({ text: 'shore', groupsOf }, 'coast')).toBe(true);
  expect([isIn({ text: 'shore', groupsOf }, 'border'), isIn({ text: 'sea', groupsOf }, 'coast'), isIn(undefined, 'coast')]).toEqual([
    false,
    false,
    false,
  ]);
});

test('a group that no rule asks for and a beginning of one letter are refused with a sentence', () => {
  expect(() => groupsIn(table('cosat\ten\tshore'), 'en')).toThrow('the group "cosat" is not known');
  expect(() => groupsIn(table('coast\ten\ts*'), 'en')).toThrow('"s*" is too short');
});

test('each word of the table stands once in its row, in small letters, and in a language that is read', () => {
  const rows = rowsOf(join(projectRoot, 'lib/reading/lexicon/groups.tsv'), ['group', 'lang', 'words']);
  expect(rows.length).toBeGreaterThan(100);
  const wrong = rows.filter(({ lang, words }) => {
    const all = words.split('|');
    return new Set(all).size < all.length || words !== words.toLowerCase() || ![...readLanguages, 'any'].includes(lang);
  });
  expect(wrong).toEqual([]);
});
