// Commands of the desk that a phase brings in `phases/<phase>/desk.ts`: takes their words, leaves that script run as a process of
// its own, with this one's settings, outputs and exit code. So the desk knows their names and no phase.
import type { Command } from 'commander';
import type { PhaseName } from '../config/settings.js';
import { runDesk } from './child.js';
import { settingsOf } from './house.js';
import type { Screen } from './screen.js';

interface PhaseCommand {
  name: string;
  phase: PhaseName;
  about: string;
  examples: string;
}

const commands: readonly PhaseCommand[] = [
  {
    name: 'gate',
    phase: 'filter',
    about: 'Ask the gate: what it decides about a title and why (explain), what keeps and drops (stats).',
    examples: '\n  sni gate explain "EU agrees new sanctions on Iran"\n  sni gate stats --json',
  },
  {
    name: 'eval',
    phase: 'filter',
    about: 'Measure a part of SNI on a labelled file: gate.',
    examples: '\n  sni eval gate labelled.jsonl\n  sni eval gate labelled.jsonl --json',
  },
  {
    name: 'reprocess',
    phase: 'filter',
    about: 'Let the next run do again what is done, by what made it: filter.',
    examples: '\n  sni reprocess filter --stale --dry-run\n  sni reprocess filter --stale',
  },
];

export function addPhaseCommands(program: Command, _: Screen): void {
  for (const { name, phase, about, examples } of commands) {
    program
      .command(name)
      .description(about)
      .argument('[arguments...]', `"sni ${name} --help" lists them`)
      .allowUnknownOption()
      .helpOption(false)
      .addHelpText('after', `\nExamples:${examples}`)
      .action(async (given: string[], _options: object, command: Command) => {
        process.exitCode = (await runDesk(settingsOf(command), phase, [name, ...given])).exitCode;
      });
  }
}
