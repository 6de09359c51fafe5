// What is kept of checked settings, and when it does not count.
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { checkedOr, programOf } from '../../../lib/config/checked.js';
import { settings } from '../../../lib/config/settings.js';
import { readQuickly } from '../../../lib/config/yaml.js';
import { projectRoot } from '../../../lib/config.js';
import { makeFolder } from '../../support/folder.js';

let folder: string;
let made: number;
beforeEach(() => {
  folder = join(makeFolder('checked'), 'cache');
  made = 0;
});

const ask = (text: string, { program = 'one', path = '/etc/a.yaml' as string, value = { text } as object | null } = {}) =>
  checkedOr({ folder, program }, path, text, () => {
    made++;
    return value;
  });

it('the same text of the same file is made once', () => {
  expect([ask('a: 1'), ask('a: 1')]).toEqual([{ text: 'a: 1' }, { text: 'a: 1' }]);
  expect(made).toBe(1);
});

it.each([
  ['another text', () => ask('a: 2')],
  ['another program', () => ask('a: 1', { program: 'two' })],
  ['another file', () => ask('a: 1', { path: '/etc/b.yaml' })],
])('%s is made anew', (_, other) => {
  ask('a: 1');
  other();
  expect(made).toBe(2);
});

it('of a file one text is kept, the last, and only its owner may read it', () => {
  ask('a: 1');
  ask('a: 2');
  const [name = '', ...more] = readdirSync(folder);
  expect(more).toEqual([]);
  expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
});

it('two programs have each their own, and what is older than a day goes when something is written', () => {
  ask('a: 1');
  ask('a: 1', { program: 'two' });
  ask('a: 1');
  expect([made, readdirSync(folder).length]).toEqual([2, 2]);
  for (const name of readdirSync(folder)) utimesSync(join(folder, name), 0, 0);
  ask('a: 1', { program: 'three' });
  expect(readdirSync(folder)).toHaveLength(1);
});

it('what is not right is not kept', () => {
  expect([ask('a: 1', { value: null }), ask('a: 1', { value: null })]).toEqual([null, null]);
  expect(made).toBe(2);
});

it('what is kept and broken is made anew and written over', () => {
  ask('a: 1');
  const [name = ''] = readdirSync(folder);
  writeFileSync(join(folder, name), '{"of":');
  ask('a: 1');
  ask('a: 1');
  expect(made).toBe(2);
});

it('without a folder, without a name for the program, or where the folder cannot be, all is made each time', () => {
  const make = () => ({ at: ++made });
  expect(checkedOr({ folder: undefined, program: 'one' }, '/a', 'a', make)).toEqual({ at: 1 });
  expect(checkedOr({ folder, program: null }, '/a', 'a', make)).toEqual({ at: 2 });
  writeFileSync(folder, 'a file');
  expect(checkedOr({ folder, program: 'one' }, '/a', 'a', make)).toEqual({ at: 3 });
});

it.each([
  ['file:///opt/sni/dist/chunks/chunk-SLKJM2MG.js', true],
  ['file:///opt/sni/dist/phases/narrate.js', false],
  ['file:///home/somebody/lib/config.ts', false],
])('%s names its program: %j', (url, names) => {
  expect(programOf(url)).toBe(names ? url : null);
});

it("the project's settings are of JSON's kinds: what is kept of them is what was checked", () => {
  const read = settings().parse(readQuickly(readFileSync(join(projectRoot, 'sni.yaml'), 'utf8')));
  expect(JSON.parse(JSON.stringify(read))).toEqual(read);
});
