import { chownSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeHome, makeTemporary, removeLeftHomes, removeTemporary } from './homes.js';

let folder: string;
/** Where homes are to stand; there is always room on one of both. */
let begins: { inMemory: string; onDisk: string };
/** No process has such a number. */
const nobody = 4_999_999;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sni-homes-'));
  begins = { inMemory: join(folder, 'test-'), onDisk: join(folder, 'test-') };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A folder of somebody's with a file in it, and a link to it of that name. */
function plant(name: string): string {
  const precious = mkdtempSync(join(folder, 'precious-'));
  writeFileSync(join(precious, 'file'), 'of somebody');
  symlinkSync(precious, join(folder, name));
  return precious;
}

test('a home is a new folder of this run, whatever was put where its name is foreseen', () => {
  const precious = plant(`test-${process.pid}`);
  mkdirSync(join(folder, `test-${process.pid}-`));
  const before = readdirSync(folder);
  const homes = [makeHome(begins), makeHome(begins)];
  expect(new Set(homes).size).toBe(2);
  for (const home of homes) {
    expect(before).not.toContain(basename(home));
    expect(basename(home)).toMatch(new RegExp(`^test-${process.pid}-\\w{6}$`));
    const found = lstatSync(home);
    expect([found.isDirectory(), found.uid, (found.mode & 0o777).toString(8)]).toEqual([true, process.getuid?.(), '711']);
    expect(readdirSync(home)).toEqual([]);
  }
  expect(readdirSync(precious)).toEqual(['file']);
});

test('of a run that has gone the home is removed; of one that goes on, it stays', async () => {
  const [left, used] = [join(folder, `test-${nobody}-a1b2c3`), join(folder, `test-${process.ppid}-a1b2c3`)];
  for (const home of [left, used]) mkdirSync(join(home, 'within'), { recursive: true });
  await removeLeftHomes(begins);
  expect([existsSync(left), existsSync(used)]).toEqual([false, true]);
});

test('a link of the name of a home that is left is neither followed nor removed, nor is what has another name', async () => {
  const link = `test-${nobody}-a1b2c3`;
  const precious = plant(link);
  const others = [`test-${nobody}`, `test-${nobody}-a1b2c3d`, 'test-x-a1b2c3', `others-${nobody}-a1b2c3`];
  for (const name of others) mkdirSync(join(folder, name));
  await removeLeftHomes(begins);
  expect(readdirSync(precious)).toEqual(['file']);
  expect(readdirSync(folder).sort()).toEqual([link, basename(precious), ...others].sort());
});

test.skipIf(process.getuid?.() !== 0)('what belongs to another account is left alone', async () => {
  const theirs = join(folder, `test-${nobody}-a1b2c3`);
  mkdirSync(theirs);
  chownSync(theirs, 65_534, 65_534);
  await removeLeftHomes(begins);
  expect(existsSync(theirs)).toBe(true);
});

test('what tests left in the temporary folder of their run is named and removed; that of a run that was killed goes with its home', async () => {
  const temporary = join(folder, 'tests-');
  const [clean, littered] = [makeTemporary({ temporary }), makeTemporary({ temporary })];
  mkdirSync(join(littered, 'sni-forgotten-a1b2c3'));
  mkdirSync(`${temporary}${nobody}-a1b2c3`);
  removeTemporary(clean);
  expect(() => removeTemporary(littered)).toThrow('Tests left in their temporary folder: sni-forgotten-a1b2c3.');
  await removeLeftHomes({ temporary });
  expect(readdirSync(folder)).toEqual([]);
});
