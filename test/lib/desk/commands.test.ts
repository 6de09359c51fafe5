// The table of commands: a word that no row names is a command that nobody finds, for a line makes only the command that it names.
import { Command } from 'commander';
import { expect, test } from 'vitest';
import { commands } from '../../../lib/desk/commands.js';
import { makeScreen } from '../../../lib/desk/screen.js';
import { filterCommands as ofFilter } from '../../../phases/filter/desk/commands.js';
import { generateCommands as ofGenerate } from '../../../phases/generate/desk/commands.js';
import { ingestCommands as ofIngest } from '../../../phases/ingest/desk/commands.js';
import { sni } from './fixture.js';

const nowhere = { write: () => undefined };
const rows = [commands, ofIngest, ofFilter, ofGenerate].flatMap((one) => one.rows);

test.each(
  rows.map((row) => [row.words.join(', '), row] as const),
)('the row of %s adds the command of that word, and no other', (_, row) => {
  const program = new Command();
  row.add(program, makeScreen(nowhere, nowhere), { out: nowhere, err: nowhere });
  expect(program.commands.flatMap((command) => [command.name(), ...command.aliases()])).toEqual(row.words);
});

test('flags of the settings may stand before the command, and other flags show all', async () => {
  for (const before of [['--sample'], ['--config=nowhere.yaml'], ['--config', 'status'], ['--sample', '--config=nowhere.yaml']])
    expect((await sni([...before, 'cost', '--help'], {})).stdout).toMatch(/^Usage: sni cost/);
  for (const words of [[], ['--help'], ['help']]) {
    const { stdout, stderr } = await sni(words, {});
    expect(stdout + stderr).toContain('  status ');
    expect(stdout + stderr).toContain('  man ');
  }
});

test('a word that is none is told with the one it is nearest to', async () => {
  expect((await sni(['stats-us'], {})).stderr).toContain("unknown command 'stats-us'");
  expect((await sni(['statu'], {})).stderr).toMatch(/Did you mean .*status/);
});

test('the overview has every command once, under a heading, in a line or two of eighty columns', async () => {
  const { stdout } = await sni(['--help'], {});
  const [listed = ''] = stdout.slice(stdout.indexOf('What the headlines tell:')).split('"sni COMMAND --help"');
  const words = [...listed.matchAll(/^ {2}([a-z-]+)(?:\|[a-z-]+)? /gm)].map(([, word]) => word);
  expect(words.toSorted()).toEqual([...commands.rows.map((row) => row.words[0]), 'help'].toSorted());
  expect(listed.split('\n').filter((line) => line.length > 80)).toEqual([]);
  expect(listed).not.toMatch(/^Commands:/m);
});

test('the help of a command that has further ones shows them under no heading of the overview', async () => {
  for (const group of ['config', 'watch', 'plan', 'export', 'eval']) {
    const { stdout } = await sni([group, '--help'], {});
    expect(stdout, group).toMatch(/^Commands:\n(?: .*\n)*? {2}help \[command\] +print help for a command$/m);
  }
});
