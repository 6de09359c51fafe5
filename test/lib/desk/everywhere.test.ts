// Every command of `sni` on an empty, a normal and a damaged database: an answer or a sentence, and never the trace of a stack.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../../support/folder.js';
import { makeTestWorld } from '../../support/in-test.js';
import { furnish, sni } from './fixture.js';

const folder = makeFolder('everywhere');
const manifest = join(folder, 'm.jsonl');
writeFileSync(manifest, `${JSON.stringify({ plan: 'p', line: 1, do: 'gap-fill', phase: 'enrich', item: '2' })}\n`);

/** What an operator may say of each word behind `sni`; none for words that start a process or change the database as a whole. */
const said: Record<string, readonly (readonly string[])[]> = {
  status: [[], ['generate'], ['--json']],
  list: [['families'], ['titles'], ['narratives']],
  search: [['odesa']],
  export: [['families'], ['acts', '--format', 'csv']],
  watch: [['list'], ['add', 'Odesa', '--search', 'odesa']],
  positions: [[]],
  show: [['ef:2'], ['title:1'], ['narrative:1'], ['999']],
  brief: [['--since', '7d']],
  models: [[]],
  cost: [[]],
  failures: [[], ['enrich'], ['--by', 'class'], ['--by', 'phase'], ['--by', 'signature', '--json']],
  'clear-errors': [['filter']],
  audit: [[]],
  mark: [['ef:2', 'wrong', 'no', '--field', 'context']],
  marks: [['list']],
  undo: [['--list']],
  log: [[], ['enrich']],
  alerts: [[]],
  diagnose: [[]],
  metrics: [[]],
  inspect: [['title:1'], ['ef:2']],
  stats: [[], ['--csv']],
  stale: [[], ['filter']],
  discrepancies: [[]],
  pause: [['narrate', 'by hand', '--retry-in', '3h']],
  resume: [['narrate']],
  unpause: [['narrate']],
  wake: [['generate']],
  retry: [
    ['filter', '--all'],
    ['filter', '5'],
    ['filter', '--class', 'transient'],
  ],
  reset: [['filter', '4']],
  priority: [['generate', '5', '2']],
  reprocess: [
    ['enrich', '--stale', '--dry-run'],
    ['narrate', '--all', '--yes'],
    ['ingest', '--all', '--dry-run'],
  ],
  plan: [
    ['gap-fill', '--out', '-'],
    ['reprocess', 'enrich', '--all', '--out', '-'],
    ['system-test', '--out', '-'],
  ],
  dispatch: [[manifest]],
  verify: [[manifest], [manifest, '--json']],
  watchdog: [[]],
  notify: [['test']],
  feeds: [[], ['--broken']],
  'add-url': [['https://example.org/a', '--title', 'Drones hit a port']],
  gate: [['stats'], ['explain', 'Russian drones hit Odesa port']],
  families: [['log'], ['explain', '2']],
  migrate: [['--status']],
  prune: [['--dry-run']],
  archive: [[join(folder, 'archive')]],
  config: [['check'], ['show']],
  completion: [['bash'], ['zsh'], ['fish']],
  man: [[]],
};
/** Each has tests of its own: they listen, start processes, read the web, or look after the server of the database. */
const elsewhere = ['run', 'wait', 'serve', 'publish', 'db', 'quickstart', 'user', 'help', 'add-feed', 'import', 'read', 'eval', 'observe'];

const lines = Object.entries(said).flatMap(([word, all]) => all.map((rest) => [word, ...rest]));
const allowed = [0, 1, 75, 78];

describe.each([
  ['an empty', async () => undefined],
  ['a normal', async (sql: Awaited<ReturnType<typeof makeTestWorld>>['sql']) => furnish(sql)],
  [
    'a damaged',
    async (sql: Awaited<ReturnType<typeof makeTestWorld>>['sql']) => {
      await furnish(sql);
      await sql`alter table work rename to lost`;
      await sql`alter table event_families rename column summary to gone`;
      await sql`alter table runs drop column done`;
    },
  ],
] as const)('on %s database', (_name, prepare) => {
  test('each command answers or says in a sentence why not', async () => {
    const world = await makeTestWorld();
    await prepare(world.sql);
    const odd: unknown[] = [];
    for (const line of lines) {
      const { code, stdout, stderr } = await sni(['--config', world.settings, ...line], { SNI_HOME: world.home });
      const traced = /^\s+at .+:\d+:\d+\)?$/m.test(stdout + stderr) || /TypeError|RangeError|\[object Object\]|undefined/.test(stderr);
      const silent = code !== 0 && stdout + stderr === '';
      if (traced || silent || code === null || !allowed.includes(code))
        odd.push({ line: line.join(' '), code, stdout: stdout.slice(0, 300), stderr });
    }
    expect(odd).toEqual([]);
  });
});

test('no command is left out, and what the features name is there', async () => {
  const world = await makeTestWorld();
  const { stdout } = await sni(['--config', world.settings, 'completion', 'bash'], { SNI_HOME: world.home });
  const words = /compgen -W '([^']*) --help --version/.exec(stdout)?.[1]?.split(' ') ?? [];
  expect(words.filter((word) => !(word in said) && !elsewhere.includes(word))).toEqual([]);
  const named = [
    'status',
    'wake',
    'pause',
    'unpause',
    'clear-errors',
    'reset',
    'reprocess',
    'add-url',
    'diagnose',
    'failures',
    'stats',
    'inspect',
  ];
  expect(named.filter((word) => !words.includes(word))).toEqual([]);
  expect(stdout).toMatch(/plan\) COMPREPLY.*gap-fill reprocess system-test/);
});

test('the manual page has each command with the words of its help', async () => {
  const world = await makeTestWorld();
  const { stdout } = await sni(['--config', world.settings, 'man'], { SNI_HOME: world.home });
  expect(stdout).toMatch(/^\.TH SNI 1 /);
  for (const word of ['status', 'plan system\\-test', 'verify', 'failures set', 'man', 'gate'])
    expect(stdout).toContain(`.SS "sni ${word}"`);
  const help = (await sni(['--config', world.settings, 'verify', '--help'], { SNI_HOME: world.home })).stdout;
  const [example = ''] = help.match(/sni verify gaps\.jsonl --json.*/) ?? [];
  expect(stdout).toContain(example.replaceAll('-', '\\-').replaceAll('"', '\\(dq'));
  expect(stdout).not.toMatch(/^'/m);
  // It fits a terminal of eighty columns, of which man takes seven.
  const listed = /\.SH DESCRIPTION\n([\s\S]*?)\nExamples:/.exec(stdout)?.[1] ?? '';
  expect(listed.split('\n').filter((line) => line.replaceAll('\\-', '-').replaceAll('\\(dq', '"').length > 73)).toEqual([]);
});

test('failures add up by class and by phase', async () => {
  const world = await makeTestWorld();
  await world.sql`
    insert into work (phase, item_id, state, error, error_class, error_signature) values
      ('enrich', 1, 'failed', 'a', 'item_specific', 's1'), ('enrich', 2, 'failed', 'b', 'item_specific', 's2'),
      ('enrich', 3, 'ready', 'c', 'transient', 's3'), ('filter', 4, 'failed', 'd', null, null)`;
  await world.sql`insert into diagnoses (signature, example, error_class, decided_by, reason) values ('s2', 'b', 'code_bug', 'operator', 'r')`;
  const by = async (what: string, ...more: string[]) =>
    JSON.parse((await sni(['--config', world.settings, 'failures', ...more, '--by', what, '--json'], { SNI_HOME: world.home })).stdout)
      .groups;
  expect(await by('phase')).toMatchObject([
    { name: 'enrich', failed: 2, waiting: 1, kinds: 3 },
    { name: 'filter', failed: 1, waiting: 0, kinds: 1 },
  ]);
  const names = ({ name, failed, waiting }: { name: string; failed: number; waiting: number }) => `${name} ${failed} ${waiting}`;
  expect((await by('class')).map(names)).toEqual(['code_bug 1 0', 'item_specific 1 0', 'unknown 1 0', 'transient 0 1']);
  expect((await by('class', 'filter')).map(names)).toEqual(['unknown 1 0']);
});

test('a shell completes commands behind flags, phases, and what an argument may be', async () => {
  const world = await makeTestWorld();
  const script = async (shell: string) => (await sni(['--config', world.settings, 'completion', shell], { SNI_HOME: world.home })).stdout;
  for (const shell of ['bash', 'zsh', 'fish']) {
    expect(await script(shell)).toMatch(/completion.*bash zsh fish/);
    expect(await script(shell)).toMatch(/unpause.*(ingest filter generate enrich narrate)/);
  }
  const asked = async (...words: string[]) => {
    const line = `COMP_WORDS=(sni ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; _sni; echo "\${COMPREPLY[@]}"`;
    const { stdout, stderr, status } = spawnSync('bash', ['-c', `${await script('bash')}\n${line}`], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    return stdout.trim();
  };
  expect(await asked('repro')).toBe('reprocess');
  expect(await asked('--sample', 'reprocess', 'en')).toBe('enrich');
  expect(await asked('completion', '')).toBe('bash zsh fish --help');
});
