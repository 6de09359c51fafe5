// `sni run <phase>`: one run of a phase's script, with its output and its exit code.
import { Argument, type Command, InvalidArgumentError } from 'commander';
import { type PhaseName, phaseNames, phases } from '../config/phases.js';
import { settingsOf } from './app.js';
import { runPhase } from './child.js';
import { phaseName } from './phase-name.js';
import type { Screen } from './screen.js';

export function addRun(program: Command, screen: Screen): void {
  const run = program.command('run');
  const lines = phaseNames.map((name) => `  ${name.padEnd(10)} ${phases[name].about}`);
  run
    .description('Run a phase once, as cron does. Everything after the phase’s name goes to its script.')
    .addArgument(new Argument('<phase>', `which phase: ${phaseNames.join(', ')}`).argParser((word) => phaseOrHelp(word, run, program)))
    .argument('[flags...]', 'flags of the phase: --batch <n>, --resume, ...; "sni run filter --help" lists them')
    .allowUnknownOption()
    .helpOption(false)
    .addHelpText(
      'after',
      `\nPhases:\n${lines.join('\n')}\n\nExamples:\n  sni run ingest --since 2026-03-10\n  sni run generate --batch 500 --resume\n  sni --sample run filter`,
    )
    .action(async (phase: PhaseName, flags: string[], _options: object, command: Command) => {
      const { exitCode } = await runPhase(settingsOf(command, { paths: phases[phase].readsSources }), phase, flags);
      screen.end(exitCode);
    });
}

/** What stands behind the phase is its script's, --help too; before it there is nothing but help for this command. */
function phaseOrHelp(word: string, run: Command, program: Command): PhaseName {
  if (word === '-h' || word === '--help') run.help();
  if (word.startsWith('-')) throw new InvalidArgumentError(`Name the phase first: sni run <phase> ${word} ...`);
  return phaseName(word, program);
}
