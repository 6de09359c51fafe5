import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { defaultEventTypes, defaultTheaters } from '../../lib/config/lists.js';
import { eachOf, phaseNames, phases as rows } from '../../lib/config/phases.js';
import { ConfigError, projectRoot, readConfig, sampleFile } from '../../lib/config.js';

const folder = mkdtempSync(join(tmpdir(), 'sni-config-'));
const file = join(folder, 'sni.yaml');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(text: string, environment: Record<string, string> = {}) {
  writeFileSync(file, text);
  return readConfig(file, environment);
}

/** The problems of a settings file and an environment, without the file's name. */
function problemsOf(text: string, environment: Record<string, string> = {}): string[] {
  writeFileSync(file, text);
  return problemsFrom(file, environment);
}

function problemsFrom(path: string, environment: Record<string, string> = {}): string[] {
  try {
    readConfig(path, environment);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    expect(error.exitCode).toBe(78);
    for (const problem of error.problems) expect(error.message).toContain(problem);
    return error.problems.map((problem) => problem.replace(`${path}:`, ''));
  }
}

describe('a wrong settings file', () => {
  test('is refused with every problem at once, each with line, key, what was found and what is allowed', () => {
    const text = `
databse: x
connections: 0
timezone: Europe/Atlantis
ingest_every: 90
phases:
  ingest: { batch: many, lease: 0s }
  genrate:
    batch: 1
theaters:
  BALKANS: { name: Balkans, actor: [RS] }
sources:
  - { feed: https://a.example/rss.xml, publisher: A, lang: en }
  - { feed: https://b.example/rss.xml, publisher: B, lang: English, country: gb, tz: Shanghai }
  - { feed: https://a.example/rss.xml, publisher: A again, lang: en }
  - publisher: C
    lang: en
`;
    expect(problemsOf(text, { SNI_CHEKPOINTS: '/tmp', SNI_LOG: 'loud' })).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^2: databse: unknown key; did you mean "database"\? Allowed here: database, checkpoints, .*sources\.$/),
        '3: connections: found 0, allowed is a whole number from 1 to 64.',
        '4: timezone: found "Europe/Atlantis", allowed is a time zone such as Europe/Berlin, or UTC.',
        '5: ingest_every: found 90, allowed is a span of time such as 90s, 25m, 3h or 2d.',
        '7: phases.ingest.batch: found "many", allowed is a whole number from 1 to 1,000,000.',
        '7: phases.ingest.lease: found "0s", allowed is a span of time such as 90s, 25m, 3h or 2d, 1s at least.',
        expect.stringMatching(/^8: phases\.genrate: unknown key; did you mean "generate"\?/),
        expect.stringMatching(/^11: theaters\.BALKANS\.actor: unknown key; did you mean "actors"\?/),
        expect.stringMatching(/^14: sources\[1\]\.lang: found "English", allowed is a language code/),
        expect.stringMatching(/^14: sources\[1\]\.country: found "gb", allowed is two capital letters/),
        '14: sources[1].tz: found "Shanghai", allowed is the time zone of dates that name none, such as Asia/Shanghai, or UTC.',
        '15: sources[2].feed: found "https://a.example/rss.xml" a second time, allowed is once.',
        expect.stringMatching(/^16: sources\[3\]: found a group of keys, allowed is exactly one of feed, opml,/),
        expect.stringMatching(/^environment: SNI_CHEKPOINTS: unknown variable; did you mean "SNI_CHECKPOINTS"\?$/),
        'environment: SNI_LOG: found "loud", allowed is trace, debug, info, warn or error.',
      ]),
    );
    expect(problemsOf(text, { SNI_CHEKPOINTS: '/tmp', SNI_LOG: 'loud' })).toHaveLength(15);
  });

  test.each(['3', '90', '1.5.2h', '2 hours', '-5m', 'm', '5000d', ''])('does not take %j for a span of time', (span) => {
    expect(problemsOf(`ingest_every: ${JSON.stringify(span)}`)).toEqual([expect.stringContaining('allowed is a span of time')]);
  });

  test.each([
    ['phases:\n  ingest: { batch: 5\n', /^\d: not valid YAML: /],
    ['connections: 5\nconnections: 6\n', /^2: not valid YAML: Map keys must be unique/],
    ['a:\n\tb: 1\n', /^2: not valid YAML: Tabs/],
    ['connections: 5\n---\nconnections: 6\n', /^2: not valid YAML: /],
    ['connections: *five\n', /not valid YAML: Unresolved alias/],
  ])('that is broken YAML is refused with the line: %j', (text, problem) => {
    expect(problemsOf(text)).toEqual([expect.stringMatching(problem)]);
  });

  test.each(['just words', '- a\n- b\n', '5'])('that is no group of keys is refused: %j', (text) => {
    expect(problemsOf(text)).toEqual([expect.stringContaining('the file: found')]);
  });

  test('that is missing, or a folder, is refused with what to do', () => {
    expect(problemsFrom(join(folder, 'none.yaml'))).toEqual([expect.stringMatching(/no such file.*SNI_CONFIG/)]);
    expect(problemsFrom(folder)).toEqual([expect.stringMatching(/cannot be read: EISDIR.*SNI_CONFIG/)]);
  });

  test('never shows a password that was put into it', () => {
    const [problem = ''] = problemsOf('database: postgres://sni:secret-word@host/sni\n');
    expect(problem).toMatch(/database: found "postgres:\/\/\(not shown\)@host/);
    expect(problem).not.toContain('secret-word');
  });
});

describe('the environment', () => {
  test.each([
    'mysql://sni:secret-word@host/sni',
    'secret-word',
    'postgres//sni:secret-word@host',
  ])('with DATABASE_URL %s is refused without a part of it', (url) => {
    const [problem = '', ...more] = problemsOf('', { DATABASE_URL: url });
    expect(more).toEqual([]);
    expect(problem).toMatch(
      /^environment: DATABASE_URL: found a value of another form \(not shown\), allowed is an address such as postgres:/,
    );
    expect(problem).not.toMatch(/secret-word|mysql|@host\/sni\b/);
  });

  test.each([
    ['postgres://sni@/sni?host=/var/run/postgresql', 'postgres://sni@localhost/sni?host=/var/run/postgresql'],
    ['postgresql://sni:p%40@/sni?host=/s', 'postgresql://sni:p%40@localhost/sni?host=/s'],
    ['postgres:///sni?host=/s', 'postgres:///sni?host=/s'],
    ['postgres://sni@db:5433/sni', 'postgres://sni@db:5433/sni'],
  ])('takes DATABASE_URL %s as psql does', (given, taken) => {
    expect(read('', { DATABASE_URL: given }).databaseUrl).toBe(taken);
  });

  test('that is empty is as good as not set', () => {
    const config = read('', { DATABASE_URL: '', SNI_CHECKPOINTS: '', SNI_HOME: '', SNI_LOG: '', SNI_CONFIG: '', GEMINI_API_KEY: '' });
    expect(config).toMatchObject({ databaseUrl: undefined, checkpoints: join(projectRoot, 'checkpoints'), logLevel: 'info' });
  });

  test('gives the database, the log level and the home', () => {
    const environment = { DATABASE_URL: 'postgres://host/sni', SNI_LOG: 'debug', SNI_HOME: '/srv/sni', UNKNOWN: 'x' };
    expect(read('', environment)).toMatchObject({ databaseUrl: 'postgres://host/sni', logLevel: 'debug', home: '/srv/sni' });
  });

  test('names the settings file where the caller does not', () => {
    writeFileSync(file, 'database: named\n');
    expect(readConfig(undefined, { SNI_CONFIG: file })).toMatchObject({ file, database: 'named' });
    expect(readConfig(sampleFile, { SNI_CONFIG: file }).database).toBe('sni_sample');
  });
});

const defaults = eachOf(phaseNames, (name) => rows[name].defaults);
describe('settings', () => {
  test('of an empty file are the defaults', () => {
    for (const text of ['', '# nothing yet\n']) {
      expect(read(text)).toMatchObject({
        database: 'sni',
        connections: 8,
        timeZone: 'UTC',
        ingestEverySeconds: 3600,
        sources: [],
        phases: defaults,
      });
    }
  });

  test.each([
    ['90s', 90],
    ['25m', 1500],
    ['3h', 10_800],
    ['2d', 172_800],
    ['1500ms', 1.5],
    ['1.5h', 5400],
    ['0s', 0],
  ])('take the span %s for %d seconds', (span, seconds) => {
    const source = `sources: [{ feed: https://a.example/, publisher: A, lang: en, every: ${span} }]`;
    expect(read(`ingest_every: ${span}\nphases: { enrich: { deadline: ${span} } }\n${source}\n`)).toMatchObject({
      ingestEverySeconds: seconds,
      phases: { enrich: { deadlineSeconds: seconds } },
      sources: [{ every: seconds }],
    });
  });

  test('of one phase leave what they do not name, and the other phases, as they are', () => {
    const { phases } = read('phases: { generate: { group: 7, lease: 9s } }');
    expect(phases).toEqual({ ...defaults, generate: { ...defaults.generate, group: 7, leaseSeconds: 9 } });
  });

  test('start relative paths from their own folder', () => {
    mkdirSync(join(folder, 'deep'), { recursive: true });
    writeFileSync(join(folder, 'deep/sni.yaml'), 'checkpoints: ../points\n');
    expect(readConfig(join(folder, 'deep/sni.yaml'), {})).toMatchObject({
      checkpoints: join(folder, 'points'),
      folder: join(folder, 'deep'),
    });
  });

  test('of checkpoints give way to SNI_CHECKPOINTS and come before the default', () => {
    expect(read('checkpoints: here', { SNI_CHECKPOINTS: '/elsewhere' }).checkpoints).toBe('/elsewhere');
    expect(read('checkpoints: here').checkpoints).toBe(join(folder, 'here'));
    expect(read('').checkpoints).toBe(join(projectRoot, 'checkpoints'));
  });

  test('add theaters and event types to those built in, and replace one of the same id', () => {
    const config = read(`
theaters: { BALKANS: { name: Balkans, actors: [RS] }, GAZA: { name: Gaza Strip } }
event_types: { Orbit: { mechanisms: [space] } }
`);
    expect(config.theaters).toEqual({
      ...defaultTheaters,
      BALKANS: { name: 'Balkans', actors: ['RS'] },
      GAZA: { name: 'Gaza Strip', actors: [] },
    });
    expect(config.eventTypes).toEqual({ ...defaultEventTypes, Orbit: { mechanisms: ['space'] } });
  });

  test('that ship are right: the sample, and over a hundred feeds in seven languages or more, none twice', () => {
    expect(readConfig(sampleFile, {}).sources).toHaveLength(12);
    const { sources } = readConfig(join(projectRoot, 'sni.yaml'), {});
    expect(sources.length).toBeGreaterThanOrEqual(100);
    expect(new Set(sources.map(({ lang }) => lang)).size).toBeGreaterThanOrEqual(7);
    expect(new Set(sources.map(({ feed }) => feed ?? ''.replace(/^https?:\/\/(www\.)?|\/$/g, ''))).size).toBe(sources.length);
  });
});
