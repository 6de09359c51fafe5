// How long things are kept: what sni.yaml shows is what the code does.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { keepShape } from '../../../lib/config/keeping.js';
import { projectRoot, readConfig } from '../../../lib/config.js';

const folder = mkdtempSync(join(tmpdir(), 'sni-keeping-'));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (text: string) => {
  const file = join(folder, 'sni.yaml');
  writeFileSync(file, text);
  return readConfig(file, {});
};

test('the block that sni.yaml shows has every key, and its values are the defaults; the archive is none until it is named', () => {
  const lines = readFileSync(join(projectRoot, 'sni.yaml'), 'utf8').split('\n');
  const from = lines.findIndex((line) => line.startsWith('# keep:'));
  const block = lines
    .slice(from, from + 1 + lines.slice(from + 1).findIndex((line) => !line.startsWith('#   ')))
    .map((line) => line.slice(2));
  const shown = read(block.join('\n'));
  const plain = read('');
  expect(shown.keep).toEqual(plain.keep);
  expect([shown.archive, plain.archive]).toEqual([join(folder, 'archive'), undefined]);
  expect(block.slice(1).map((line) => line.trim().split(':')[0])).toEqual(Object.keys(keepShape().shape));
});

test('an age is days or years or for ever, and not so short that what is still needed goes', () => {
  expect(read('keep: { titles: 3y, raw: forever, work: 7d }').keep).toMatchObject({ titles: 1095, raw: null, work: 7 });
  for (const [key, wrong] of [
    ['titles', '3d'],
    ['titles', '3 years'],
    ['raw', '0d'],
    ['drops', 'never'],
    ['runs', '200y'],
  ])
    expect(() => read(`keep: { ${key}: ${wrong} }`)).toThrow(
      new RegExp(`keep\\.${key}.*an age such as 90d or 2y, \\d+d at least, or forever`),
    );
});
