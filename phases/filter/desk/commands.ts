// The desk of P2: the commands of `sni` that ask the gate, measure it, and let it decide anew. The script beside this folder
// runs them as a process of its own.
import type { Command } from 'commander';
import { phaseCommands } from '../../../lib/desk/program.js';
import type { Screen } from '../../../lib/desk/screen.js';
import { addEvaluate } from './evaluate.js';
import { addEvaluateEvidence } from './evaluate-evidence.js';
import { addEvaluateFamilies } from './evaluate-families.js';
import { addEvaluateModels } from './evaluate-models.js';
import { addEvaluatePairs } from './evaluate-pairs.js';
import { addEvaluateReading } from './evaluate-reading.js';
import { addExplain } from './explain.js';
import { addObserve } from './observe.js';
import { addRead } from './read.js';
import { addGateReprocess } from './reprocess.js';
import { addSecondLook } from './second-look.js';
import { addGateStats } from './stats.js';

export const filterCommands = phaseCommands([
  { words: ['gate'], add: addGate },
  { words: ['read'], add: addRead },
  { words: ['eval'], add: addEval },
  { words: ['observe'], add: addObserve },
  { words: ['reprocess'], add: addDecidingAnew },
]);

function addGate(program: Command, screen: Screen): void {
  const gate = program
    .command('gate')
    .description('Ask the gate what it decides and why, and what it has decided.')
    .addHelpText('after', '\nExamples:\n  sni gate explain "EU agrees new sanctions on Iran"\n  sni gate stats\n  sni gate second-look');
  addExplain(gate, screen);
  addGateStats(gate, screen);
  addSecondLook(gate, screen);
}

function addEval(program: Command, screen: Screen): void {
  const evaluate = program.command('eval').description('Measure a part of SNI on a labelled file.');
  addEvaluate(evaluate, screen);
  addEvaluateReading(evaluate, screen);
  addEvaluateEvidence(evaluate, screen);
  addEvaluateFamilies(evaluate, screen);
  addEvaluatePairs(evaluate, screen);
  addEvaluateModels(evaluate, screen);
}

function addDecidingAnew(program: Command, screen: Screen): void {
  addGateReprocess(program.command('reprocess').description('Let the next run do again what is done.'), screen);
}
