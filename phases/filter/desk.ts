// The desk of P2: the commands of `sni` that ask the gate, measure it, and let it decide anew. `sni` runs it as a process of its own.
import type { Command } from 'commander';
import { runPhaseDesk } from '../../lib/desk/program.js';
import type { Screen } from '../../lib/desk/screen.js';
import { addEvaluate } from './desk/evaluate.js';
import { addExplain } from './desk/explain.js';
import { addReprocess } from './desk/reprocess.js';
import { addStats } from './desk/stats.js';

await runPhaseDesk([addGate, addEval, addDecidingAnew]);

function addGate(program: Command, screen: Screen): void {
  const gate = program
    .command('gate')
    .description('Ask the gate what it decides and why, and what it has decided.')
    .addHelpText('after', '\nExamples:\n  sni gate explain "EU agrees new sanctions on Iran"\n  sni gate stats');
  addExplain(gate, screen);
  addStats(gate, screen);
}

function addEval(program: Command, screen: Screen): void {
  addEvaluate(program.command('eval').description('Measure a part of SNI on a labelled file.'), screen);
}

function addDecidingAnew(program: Command, screen: Screen): void {
  addReprocess(program.command('reprocess').description('Let the next run do again what is done.'), screen);
}
