// The walls between the rooms: who may import whom, no circles, nothing exported for nobody, who may read the environment and open
// connections.
import { expect, test } from 'vitest';
import { phaseNames, positionOf } from '../lib/config/phases.js';
import { exportsOf, readSources, type SourceFile } from './support/source-files.js';

const files = readSources(['phases', 'lib', 'test']);
const sources = files.filter(({ file }) => !file.startsWith('test/'));
const named = new Map(files.map((source) => [source.file, source]));

/** The room of a file: `lib/work`, `lib/db`, `phases/ingest`. */
function roomOf(file: string): string {
  const [top = '', second = ''] = file.split('/');
  return `${top}/${second.replace(/\.ts$/, '')}`;
}

/** Rooms a file imports besides its own; type imports are no arrow. */
function arrowsOf({ file, imports }: SourceFile): string[] {
  return imports
    .filter(({ typesOnly }) => !typesOnly)
    .map(({ to }) => roomOf(to))
    .filter((room) => room !== roomOf(file));
}

/** What a room may import besides itself. Rooms not named here are ground rooms and import no other. */
const allowed: Record<string, readonly string[]> = {
  'lib/run': [
    ...['lib/config', 'lib/app', 'lib/work', 'lib/quarantine', 'lib/checkpoint', 'lib/version', 'lib/errors', 'lib/migrate'],
    ...['lib/deadline', 'lib/notify', 'lib/worker', 'lib/whole-number', 'lib/stacks', 'lib/audit'],
  ],
  'lib/desk': [
    ...['lib/config', 'lib/app', 'lib/work', 'lib/quarantine', 'lib/version', 'lib/migrate', 'lib/errors', 'lib/spending', 'lib/db'],
    ...['lib/deadline', 'lib/notify', 'lib/worker', 'lib/whole-number', 'lib/edition', 'lib/stacks', 'lib/reading', 'lib/audit'],
    ...['lib/search', 'lib/jsonb', 'lib/family', 'lib/observer', 'lib/operator', 'lib/alerts', 'lib/keeping', 'lib/stage'],
    ...['lib/kept-counts', 'lib/users', 'lib/addresses', 'lib/food', 'lib/reserve'],
  ],
  'lib/users': ['lib/operator'],
  'lib/db': ['lib/child-pipes'],
  'lib/notify': ['lib/child-pipes'],
  'lib/stage': ['lib/run', 'lib/config', 'lib/reserve', 'lib/child-pipes'],
  'lib/operator': ['lib/config', 'lib/errors', 'lib/jsonb'],
  'lib/alerts': ['lib/config', 'lib/errors', 'lib/search', 'lib/food', 'lib/child-pipes'],
  'lib/food': ['lib/family'],
  'lib/audit': ['lib/family', 'lib/jsonb'],
  'lib/observer': ['lib/errors', 'lib/family', 'lib/jsonb', 'lib/llm', 'lib/reading'],
  'lib/version': ['lib/config'],
  'lib/errors': ['lib/jsonb'],
  'lib/pages': [
    ...['lib/app', 'lib/config', 'lib/desk', 'lib/edition', 'lib/deadline', 'lib/reading', 'lib/family'],
    ...['lib/search', 'lib/operator', 'lib/alerts', 'lib/users', 'lib/errors', 'lib/observer', 'lib/spending', 'lib/addresses'],
    ...['lib/food', 'lib/kept-counts'],
  ],
  'lib/edition': ['lib/language', 'lib/family', 'lib/search'],
  'lib/search': ['lib/jsonb'],
  'lib/app': [
    ...['lib/config', 'lib/db', 'lib/llm', 'lib/errors', 'lib/spending', 'lib/log', 'lib/worker'],
    ...['lib/evidence', 'lib/vocabulary', 'lib/language'],
  ],
  'lib/evidence': ['lib/reading', 'lib/matching', 'lib/vocabulary', 'lib/language'],
  'lib/feeds': ['lib/language', 'lib/addresses'],
  'lib/vocabulary': ['lib/language'],
  'lib/reading': ['lib/vocabulary', 'lib/language'],
  'lib/family': ['lib/reading', 'lib/language'],
  'lib/matching': ['lib/reading', 'lib/language'],
};

/** What every room may import: how things are made when they are first asked for, and remembered. */
const everywhere = ['lib/late', 'lib/bounded-memo'];

/** A phase's own desk, run by `sni` as a process of its own. */
const isPhaseDesk = (file: string) => /^phases\/[^/]+\/desk(\.ts$|\/)/.test(file);

function mayOf(file: string): readonly string[] {
  const room = roomOf(file);
  const below = [
    ...['lib/run', 'lib/jsonb', 'lib/feeds', 'lib/reading', 'lib/vocabulary', 'lib/language', 'lib/family', 'lib/matching'],
    ...['lib/evidence', 'lib/text-column', 'lib/late-compiling', 'lib/young-space'],
  ];
  const desk = [
    ...['lib/desk', 'lib/app', 'lib/config', 'lib/version', 'lib/whole-number'],
    ...['lib/observer', 'lib/operator', 'lib/errors', 'lib/addresses'],
  ];
  if (isPhaseDesk(file)) return [...below, ...desk, 'lib/worker'];
  return room.startsWith('phases/') ? below : (allowed[room] ?? []);
}

test('each room imports only the rooms below it', () => {
  const broken = sources.flatMap((source) => {
    const may = [...mayOf(source.file), ...everywhere];
    return arrowsOf(source)
      .filter((to) => !may.includes(to))
      .map((to) => `${source.file} imports ${to}`);
  });
  expect(broken).toEqual([]);
});

test('no room takes so much as a type of those it knows nothing of', () => {
  const strangers: Record<string, RegExp> = {
    'lib/': /^phases\//,
    'lib/feeds/': /^lib\/(?!feeds\/|language|addresses|bounded-memo\.)/,
    'lib/llm/': /^lib\/(?!llm\/)/,
    'lib/evidence/': /^lib\/(?!evidence\/|llm\/prompt|reading|matching|vocabulary|language|bounded-memo\.)/,
    'lib/vocabulary/': /^lib\/(?!vocabulary|language|late\.)/,
    'lib/reading/': /^lib\/(?!reading\/|vocabulary|language|late\.)/,
    'lib/desk/': /^lib\/(?:run|pages)/,
    'lib/run/': /^lib\/desk/,
  };
  const broken = sources.flatMap(({ file, imports }) =>
    Object.entries(strangers)
      .filter(([room]) => file.startsWith(room))
      .flatMap(([, stranger]) => imports.filter(({ to }) => stranger.test(to)).map(({ to }) => `${file} imports ${to}`)),
  );
  expect(broken).toEqual([]);
});

test('a phase’s desk takes of the desk only how to print, to end, to ask another phase and to tell of families, and the phase knows nothing of its desk', () => {
  const parts = 'child clean end app asker item-ids span program prose reading screen table unread words'.split(' ');
  const broken = sources.flatMap(({ file, imports }) =>
    imports
      .filter(({ to }) =>
        isPhaseDesk(file)
          ? to.startsWith('lib/desk/') && !to.startsWith('lib/desk/families/') && !parts.some((part) => to === `lib/desk/${part}.ts`)
          : isPhaseDesk(to),
      )
      .map(({ to }) => `${file} imports ${to}`),
  );
  expect(broken).toEqual([]);
});

test('no phase knows another', () => {
  const phases = sources.filter(({ file }) => file.startsWith('phases/'));
  expect([...new Set(phases.map(({ file }) => roomOf(file)))].sort()).toEqual(phaseNames.map((name) => `phases/${name}`).sort());
  const broken = phases.flatMap(({ file, imports }) =>
    imports.filter(({ to }) => to.startsWith('phases/') && roomOf(to) !== roomOf(file)).map(({ to }) => `${file} imports ${to}`),
  );
  expect(broken).toEqual([]);
});

test('no file and no room is in a circle, not even of types', () => {
  const imports = new Map(files.map((source) => [source.file, source.imports.map(({ to }) => to)]));
  const rooms = new Map<string, string[]>();
  for (const { file, imports } of sources) {
    const others = imports.map(({ to }) => roomOf(to)).filter((room) => room !== roomOf(file));
    rooms.set(roomOf(file), [...(rooms.get(roomOf(file)) ?? []), ...others]);
  }
  expect([...circlesIn(imports), ...circlesIn(rooms)]).toEqual([]);
});

/** Of each that leads back to itself, the shortest way: `a > b > a`. */
function circlesIn(arrows: ReadonlyMap<string, readonly string[]>): string[] {
  return [...arrows.keys()].flatMap((start) => {
    const ways = [[start]];
    const met = new Set<string>();
    for (const way of ways) {
      for (const next of arrows.get(way.at(-1) ?? '') ?? []) {
        if (next === start) return [[...way, start].join(' > ')];
        if (!met.has(next)) ways.push([...way, next]);
        met.add(next);
      }
    }
    return [];
  });
}

test('every import names a file that is there, and what a file exports is imported somewhere', () => {
  const imports = files.flatMap(({ file, imports }) => imports.map((found) => ({ ...found, file })));
  expect(imports.filter(({ to }) => !named.has(to)).map(({ file, to }) => `${file} imports ${to}`)).toEqual([]);
  // Tests of all phases ask each script for its phase, by its name; bundle.mjs asks for what puts words together.
  const phases = [...phaseNames.map((name) => `phases/${name}.ts ${name}`), 'lib/reading/compile.ts compileReading'];
  const asked = new Set([...phases, ...imports.flatMap(({ to, names }) => names.map((name) => `${to} ${name}`))]);
  const unasked = sources
    .filter(({ file }) => !asked.has(`${file} *`))
    .flatMap(({ file, text }) => exportsOf(text).map((name) => `${file} ${name}`))
    .filter((name) => !asked.has(name));
  expect(unasked, 'Take the word "export" from these: nobody imports them.').toEqual([]);
});

test('only config reads the environment, only app and the embedded database open connections', () => {
  const readers = sources.filter(({ text }) => /process\.env\b/.test(text)).map(({ file }) => roomOf(file));
  expect([...new Set(readers)]).toEqual(['lib/config']);
  const openers = sources.filter(({ text }) => /import postgres\b/.test(text)).map(({ file }) => roomOf(file));
  expect([...new Set(openers)].sort()).toEqual(['lib/app', 'lib/db']);
});

test('what speaks to models, fetches feeds or reads headlines holds no database', () => {
  const holders = sources
    .filter(({ file, text }) => /^lib\/(llm|evidence|feeds|reading|language)\//.test(file) && /from 'postgres'|\bsql(<.*>)?`/.test(text))
    .map(({ file }) => file);
  expect(holders).toEqual([]);
});

test('facts about phases stand in one table, the commands they bring in another; what is food of each, and again, in two', () => {
  const tellers = sources.filter(({ file, text }) => {
    const names = phaseNames.filter((name) => new RegExp(`'${name}'|^ *${name}: `, 'm').test(text));
    return file.startsWith('lib/') && names.length >= 3;
  });
  expect(tellers.map(({ file }) => file)).toEqual([
    'lib/config/phases.ts',
    'lib/desk/phase-desk.ts',
    'lib/food.ts',
    'lib/operator/again.ts',
  ]);
});

test('the phase scripts rhyme: what it is, then food, load, work, settle in this order, and its start at the end', () => {
  for (const name of phaseNames) {
    const text = named.get(`phases/${name}.ts`)?.text ?? '';
    expect(text).toMatch(new RegExp(`^// P${positionOf(name)} ${name}: `));
    const places = ['name', 'madeBy', 'food', 'load', 'work', 'settle'].map((part) => text.indexOf(`\n  ${part}: `));
    expect([name, places]).toEqual([name, places.toSorted((a, b) => a - b)]);
    expect(places).not.toContain(-1);
    expect(text).toMatch(new RegExp(`\nif \\(isMain\\(import\\.meta\\.url\\)\\)[^]*\\brun\\(${name}\\);\n}?\n?$`));
  }
});
