import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { SourceMap, type SourceMapping } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { projectRoot } from '../lib/config.js';
import { readMigrations } from '../lib/migrate.js';
import { builtOf, compiled, fromBuild } from './support/from-build.js';

it('leaves in build/ what the sources say now, however it was left', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sni-build-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const built = (path: string) => readFileSync(join(folder, 'build', path), 'utf8');
  const build = () => execFileSync(process.execPath, [join(projectRoot, 'build-test.mjs')], { cwd: folder });

  for (const path of ['phases/p.ts', 'test/bench/b.ts', 'test/soak/s.ts']) write(path, 'export {};');
  for (const path of ['test/support/budget-process.ts', 'test/support/fated-phase.ts', 'test/support/models/asker.ts'])
    write(path, "import { a } from '../../lib/a.js';\na();");
  write('test/support/models/asker.ts', "import { a } from '../../../lib/a.js';\na();");
  write('lib/a.ts', 'export const a = (): string => "first";');
  write('lib/same.ts', 'export const same: number = 1;');
  write('lib/gone.ts', 'export const gone = 1;');
  write('lib/weights.json', '{"w":1}');
  build();
  const same = statSync(join(folder, 'build/lib/same.js'), { bigint: true }).mtimeNs;

  rmSync(join(folder, 'lib/gone.ts'));
  write('lib/a.ts', 'export const a = (): string => "second";');
  write('lib/weights.json', '{"w":2}');
  write('build/phases/p.js', 'by hand');
  build();

  expect(built('lib/a.js')).toContain('second');
  expect(built('one/all.js')).toContain('second');
  expect([built('phases/p.js'), built('lib/weights.json')]).toEqual([expect.not.stringContaining('by hand'), '{"w":2}']);
  for (const path of ['lib/gone.js', 'one/lib/gone.js']) expect(() => built(path)).toThrow(/ENOENT/);
  expect(statSync(join(folder, 'build/lib/same.js'), { bigint: true }).mtimeNs).toBe(same);
});

it('gives tests lib/ and phases/ as they were built, and all else as it is written', () => {
  const from = join(projectRoot, 'test/lib/work.test.ts');
  expect(builtOf('../../lib/work.js', from)).toBe(join(projectRoot, 'build/one/lib/work.js'));
  expect(compiled.test(join(projectRoot, 'build/one/lib/work.js'))).toBe(true);
  for (const source of ['../support/world.js', '../../lib/no-such-file.js', 'vitest']) expect(builtOf(source, from)).toBeUndefined();
});

it('has a map beside the one file, by which a stack names the line of the source', () => {
  const thrown = errorOf(() => readMigrations('/no/such/folder'));
  const [, file = '', line, column] = /file:\/\/(\S+\/build\/one\/all\.js):(\d+):(\d+)/.exec(String((thrown as Error).stack)) ?? [];
  const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
  const { originalSource, originalLine } = map.findEntry(Number(line) - 1, Number(column) - 1) as SourceMapping;
  const source = resolve(dirname(file), originalSource);
  expect(source).toBe(join(projectRoot, 'lib/migrate.ts'));
  expect(readFileSync(source, 'utf8').split('\n')[originalLine]).toContain('readdirSync(folder)');
});

function errorOf(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

it('gives the sources to the setup, which runs before anything is compiled', () => {
  const { resolveId } = fromBuild();
  if (typeof resolveId !== 'function') throw new Error('resolveId is no function');
  const setup = join(projectRoot, 'test/support/setup.ts');
  const inSurroundings = (name: string) => Reflect.apply(resolveId, { environment: { name } }, ['../../lib/config.js', setup]);
  expect([inSurroundings('__vitest__'), inSurroundings('ssr')]).toEqual([undefined, join(projectRoot, 'build/one/lib/config.js')]);
});
