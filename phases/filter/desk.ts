// The desk commands of P2, which `sni` runs as this process: takes their words, leaves the answer printed. One file a command.
import type { Command } from 'commander';
import { makeProgram, runProgram } from '../../lib/desk/program.js';
import type { Screen } from '../../lib/desk/screen.js';
import { addEvaluate } from './desk/evaluate.js';
import { addExplain } from './desk/explain.js';
import { addReprocess } from './desk/reprocess.js';
import { addStats } from './desk/stats.js';

await runProgram(commands);

function commands(screen: Screen): Command {
  const program = makeProgram('sni', screen);
  const gate = program
    .command('gate')
    .description('Ask the gate what it decides and why, and what it has decided.')
    .addHelpText('after', '\nExamples:\n  sni gate explain "EU agrees new sanctions on Iran"\n  sni gate stats');
  addExplain(gate, screen);
  addStats(gate, screen);
  addEvaluate(program.command('eval').description('Measure a part of SNI on a labelled file.'), screen);
  addReprocess(program.command('reprocess').description('Let the next run do again what is done.'), screen);
  return program;
}
