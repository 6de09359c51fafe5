// Words of languages that the build has put together: titles are read as by the tables, and where these have changed nothing is compiled.
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { defaultEventTypes, defaultTheaters } from '../../../lib/config/lists.js';
import { projectRoot } from '../../../lib/config.js';
import { compiledIn, compiledVersion, noneCompiled } from '../../../lib/reading/compiled.js';
import { readLanguages } from '../../../lib/reading/policy.js';
import { makeHeadlinesReader } from '../../../lib/reading/whole.js';
import { vocabulary } from '../../support/vocabulary.js';

const scratch = mkdtempSync(join(tmpdir(), 'sni-compiled-reading-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const room = join(projectRoot, 'lib/reading');
// As the build that was made before all tests has left it.
const made = join(projectRoot, 'dist/reading');
const [version] = readdirSync(made);

const lists = { theaters: defaultTheaters, eventTypes: defaultEventTypes };
const labelled = join(projectRoot, 'test/lib/reading/labelled');
const headlines = ['acts-dev', 'figures-dev', 'wording-dev', 'gate-languages-dev']
  .flatMap((name) => readFileSync(join(labelled, `${name}.jsonl`), 'utf8').split('\n'))
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as { title: string; lang: string })
  .map(({ title, lang }) => ({ title, lang, hits: { actors: [], mechanisms: [] } }));

test('titles of all languages are read as by the tables, without a word of these', () => {
  const noTables = join(scratch, 'no-tables');
  for (const table of [
    'lexicon/groups.tsv',
    'lexicon/labels.tsv',
    'lexicon/charges.tsv',
    'lexicon/requests.tsv',
    'figures/tables/money-places.tsv',
  ])
    cpSync(join(room, table), join(noTables, table));
  const compiled = compiledIn(made, room, vocabulary.version);
  const covered = headlines.filter(({ lang }) => readLanguages.includes(lang));
  const [byTables, byBuild] = [
    makeHeadlinesReader(vocabulary, room, lists).all,
    makeHeadlinesReader({ terms: [], actors: new Map() }, noTables, lists, compiled).all,
  ];
  expect(new Set(covered.map(({ lang }) => lang))).toEqual(new Set(readLanguages));
  expect(byBuild(covered)).toEqual(byTables(covered));
});

test('titles of languages with few words or none are read as by the tables', () => {
  const others = headlines.filter(({ lang }) => !readLanguages.includes(lang));
  expect(others.length).toBeGreaterThan(50);
  const all = [...others, { title: 'Fifty-five dead, 20 % of Gaza: $3bn', lang: '', hits: { actors: [], mechanisms: [] } }];
  const [byTables, byBuild] = [noneCompiled, compiledIn(made, room, vocabulary.version)].map((compiled) =>
    makeHeadlinesReader(vocabulary, room, lists, compiled).all(all),
  );
  expect(byBuild).toEqual(byTables);
});

test('nothing is compiled of a language that is none, of another vocabulary, nor of a table that has changed', () => {
  const tables = join(scratch, 'tables');
  for (const path of readdirSync(room, { recursive: true, encoding: 'utf8' }))
    if (path.endsWith('.tsv')) cpSync(join(room, path), join(tables, path));
  expect(compiledVersion(tables, vocabulary.version)).toBe(version);
  expect(compiledIn(made, tables, vocabulary.version)('en')).not.toBeNull();
  expect(compiledIn(made, tables, vocabulary.version)('../en')).toBeNull();
  expect(compiledIn(made, tables, 'another')('en')).toBeNull();
  appendFileSync(join(tables, 'lexicon/en.tsv'), '# changed\n');
  expect(compiledIn(made, tables, vocabulary.version)('en')).toBeNull();
});

test('what an older build has left is refused with what to do', () => {
  const pack = compiledIn(made, room, vocabulary.version)('en');
  expect(() => pack?.value('acts of old')).toThrow('no part "acts of old": build the project again');
});
