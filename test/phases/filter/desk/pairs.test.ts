// What `sni eval pairs` answers of pairs of headlines that somebody judged.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sni, sniProcess } from '../../../lib/desk/fixture.js';
import { makeTestWorld } from '../../../support/in-test.js';

const world = await makeTestWorld();
const nowhere = { SNI_HOME: '/dev/null/nowhere', SNI_CONFIG: world.settings };
const file = join(world.folder, 'pairs.jsonl');
const pair = (a: string, b: string, same: boolean, lang?: string) =>
  JSON.stringify({ a, b, same, ...(lang === undefined ? {} : { lang }) });
const lines = [
  pair('Iceland recalls envoy from Lima over fishing row', 'Iceland recalls its envoy to Lima in fishing row', true),
  pair('Dutch court frees two pirates off Somalia', 'Glass makers of Murano fear the price of gas', false),
  pair('Перу закрыло порт Кальяо из-за шторма', 'Из-за шторма Перу закрыло порт Кальяо', true, 'ru'),
];

test('counts pairs in one family by language, without a database', async () => {
  writeFileSync(file, lines.join('\n'));
  const { code, stdout } = await sni(['eval', 'pairs', file, '--json'], nowhere);
  expect(code).toBe(0);
  const right = { precision: 1, recall: 1, f1: 1 };
  expect(JSON.parse(stdout)).toEqual({ all: { n: 3, ...right }, en: { n: 2, ...right }, ru: { n: 1, ...right } });
  const told = await sni(['eval', 'pairs', file], nowhere);
  expect(told.stdout).toMatch(/^en +2 +1\.000 +1\.000 +1\.000$/m);
});

test('measures what it can, names each line that it cannot use, and ends with an error', async () => {
  writeFileSync(file, [...lines, '{"a":"only one","same":true}', '{"a":"x","b":"y","same":"yes"}'].join('\n'));
  const { code, stdout, stderr } = await sni(['eval', 'pairs', file, '--json'], nowhere);
  expect(code).not.toBe(0);
  expect(JSON.parse(stdout).all.n).toBe(3);
  expect(stderr).toMatch(
    /pairs\.jsonl:4: "b" is missing; it must be a headline\.[\s\S]*pairs\.jsonl:5: "same" is "yes"; it must be true or false\./,
  );
});

test('of a file without a pair it says so', async () => {
  writeFileSync(file, '');
  expect(await sniProcess(['eval', 'pairs', file], nowhere)).toMatchObject({
    stdout: '',
    stderr: expect.stringContaining('holds no pair'),
  });
});
