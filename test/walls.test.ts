// The walls between the rooms: who may import whom, how long a file may be, who may read the environment and open connections.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { phaseNames } from '../lib/config/phases.js';

const root = resolve(import.meta.dirname, '..');
const files = ['phases', 'lib', 'test']
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
  .filter((name) => name.endsWith('.ts'));
const sources = files.filter((file) => !file.startsWith('test/')).map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

/** The room of a file: `lib/work`, `lib/db`, `phases/ingest`. */
function roomOf(file: string): string {
  const [top = '', second = ''] = file.split('/');
  return `${top}/${second.replace(/\.ts$/, '')}`;
}

/** Rooms a file imports; type imports are no arrow. */
function arrowsOf(file: string, text: string): string[] {
  return [...text.matchAll(/^(?:import|export) (?!type\b)(?<what>[^;]*?) from '(?<from>\.[^']+)';|import\('(?<lazy>\.[^']+)'\)/gm)]
    .filter((found) => !isTypesOnly(found.groups?.['what']))
    .map((found) =>
      roomOf(relative(root, resolve(root, dirname(file), found.groups?.['from'] ?? found.groups?.['lazy'] ?? ''))).replace(/\.js$/, ''),
    )
    .filter((room) => room !== roomOf(file));
}

/** `{ type A, type B }` */
function isTypesOnly(what: string | undefined): boolean {
  return (
    what?.startsWith('{') === true &&
    what
      .replace(/[{}\n]/g, '')
      .split(',')
      .every((name) => name.trim() === '' || name.trim().startsWith('type '))
  );
}

/** What a room may import besides itself. Rooms not named here are ground rooms and import no other. */
const allowed: Record<string, readonly string[]> = {
  'lib/run': [
    ...['lib/config', 'lib/app', 'lib/work', 'lib/quarantine', 'lib/checkpoint', 'lib/version', 'lib/errors', 'lib/migrate'],
    ...['lib/deadline', 'lib/notify', 'lib/worker'],
  ],
  'lib/desk': [
    ...['lib/config', 'lib/app', 'lib/work', 'lib/quarantine', 'lib/version', 'lib/migrate', 'lib/errors', 'lib/spending', 'lib/db'],
    ...['lib/deadline', 'lib/notify', 'lib/worker'],
  ],
  'lib/version': ['lib/config'],
  'lib/app': ['lib/config', 'lib/db', 'lib/llm', 'lib/errors', 'lib/spending', 'lib/log', 'lib/worker'],
};

/** A phase's own desk, run by `sni` as a process of its own. */
const isPhaseDesk = (file: string) => /^phases\/[^/]+\/desk(\.ts$|\/)/.test(file);

function mayOf(file: string): readonly string[] {
  const room = roomOf(file);
  if (isPhaseDesk(file)) return ['lib/run', 'lib/desk', 'lib/feeds', 'lib/app', 'lib/config', 'lib/version'];
  return room.startsWith('phases/') ? ['lib/run', 'lib/feeds'] : (allowed[room] ?? []);
}

test('each room imports only the rooms below it', () => {
  const broken = sources.flatMap(({ file, text }) => {
    const may = mayOf(file);
    return arrowsOf(file, text)
      .filter((to) => !may.includes(to))
      .map((to) => `${file} imports ${to}`);
  });
  expect(broken).toEqual([]);
});

test('a phase’s desk takes of the desk only how to print and how to end, and the phase knows nothing of its desk', () => {
  const parts = ['clean', 'end', 'app', 'page', 'program', 'screen', 'table', 'words'];
  const broken = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/from '(\.[^']+)'/g)]
      .map((found) => relative(root, resolve(root, dirname(file), found[1] ?? '')).replace(/\.js$/, ''))
      .filter((to) =>
        isPhaseDesk(file) ? to.startsWith('lib/desk/') && !parts.some((part) => to === `lib/desk/${part}`) : isPhaseDesk(`${to}.ts`),
      )
      .map((to) => `${file} imports ${to}`),
  );
  expect(broken).toEqual([]);
});

test('no phase knows another', () => {
  const phases = sources.filter(({ file }) => file.startsWith('phases/'));
  expect([...new Set(phases.map(({ file }) => roomOf(file)))].sort()).toEqual(phaseNames.map((name) => `phases/${name}`).sort());
  const broken = phases.flatMap(({ file, text }) =>
    [...text.matchAll(/from '(\.[^']+)'/g)]
      .map((found) => roomOf(relative(root, resolve(root, dirname(file), found[1] ?? ''))).replace(/\.js$/, ''))
      .filter((room) => room.startsWith('phases/') && room !== roomOf(file))
      .map((room) => `${file} imports ${room}`),
  );
  expect(broken).toEqual([]);
});

test('only config reads the environment, only app and the embedded database open connections', () => {
  const readers = sources.filter(({ text }) => /process\.env\b/.test(text)).map(({ file }) => roomOf(file));
  expect([...new Set(readers)]).toEqual(['lib/config']);
  const openers = sources.filter(({ text }) => /import postgres\b/.test(text)).map(({ file }) => roomOf(file));
  expect([...new Set(openers)].sort()).toEqual(['lib/app', 'lib/db']);
});

test('the room of models holds no database', () => {
  const holders = sources
    .filter(({ file, text }) => file.startsWith('lib/llm/') && /from 'postgres'|\bsql`/.test(text))
    .map(({ file }) => file);
  expect(holders).toEqual([]);
});

test('no file is past 220 lines, no phase script past 150', () => {
  const lengths = files.map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length - 1 }));
  const long = lengths.filter(({ file, lines }) => lines > (/^phases\/[^/]+\.ts$/.test(file) ? 150 : 220));
  expect(long).toEqual([]);
});

test('every source file opens with what it is', () => {
  const silent = sources.filter(({ text }) => !/^(#!.*\n)?\/\/ \S/.test(text)).map(({ file }) => file);
  expect(silent).toEqual([]);
});
