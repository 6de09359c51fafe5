// `sni run <phase>`: takes a phase's name and flags; leaves one run of its script, with its output and its exit code.
import type { Command } from 'commander';
import type { PhaseName } from '../config/settings.js';
import { runPhase } from './child.js';
import { settingsOf } from './house.js';
import { phaseArgument } from './phase-name.js';
import type { Screen } from './screen.js';

export function addRun(program: Command, _: Screen): void {
  program
    .command('run')
    .description('Run a phase once, as cron does. Everything after the phase’s name goes to its script.')
    .addArgument(phaseArgument('<phase>', 'which phase'))
    .argument('[flags...]', 'flags of the phase: --batch <n>, --resume, ...; "sni run filter --help" lists them')
    .allowUnknownOption()
    .helpOption(false)
    .addHelpText(
      'after',
      '\nExamples:\n  sni run ingest --since 2026-03-10\n  sni run generate --batch 500 --resume\n  sni --sample run filter',
    )
    .action(async (phase: PhaseName, flags: string[], _options: object, command: Command) => {
      const { exitCode } = await runPhase(settingsOf(command, { paths: phase === 'ingest' }), phase, flags);
      process.exitCode = exitCode;
    });
}
