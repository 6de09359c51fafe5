#!/usr/bin/env node
// The `sni` command: takes a command line, leaves one command done. Each command stands in the file of its name.
// Guards the way out: every error ends here as a sentence and an exit code, and a reader that stops reading is no error.
import { Command, Option } from 'commander';
import { projectVersion } from './about.js';
import { addDb } from './db.js';
import { tell } from './door.js';
import { addList } from './list.js';
import { addMigrate } from './migrate.js';
import { addQuickstart } from './quickstart.js';
import { addRun } from './run.js';
import { makeScreen, type Screen } from './screen.js';
import { addShow } from './show.js';
import { addStatus } from './status.js';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  await sni(makeScreen(process.stdout)).parseAsync();
} catch (error) {
  process.exitCode = tell(error, (text) => process.stderr.write(text));
}

/** The whole command line, printing to the screen. */
function sni(screen: Screen): Command {
  const program = new Command('sni')
    .description('The operator’s desk of SNI: what the phases have done, what they found, and the database they share.')
    .version(projectVersion(), '-V, --version', 'print the version')
    .addOption(new Option('--sample', 'use the sample world’s settings and its own database (deploy/sample/sni.yaml)').conflicts('config'))
    .option('--config <file>', 'use this settings file (default: SNI_CONFIG, else sni.yaml of the project)')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .configureHelp({ styleTitle: (title) => screen.colors.bold(title) })
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'sni: ')) })
    .showHelpAfterError('(--help shows what is allowed)')
    .exitOverride()
    .addHelpText(
      'after',
      `
Examples:
  sni status                     what each phase has to do, has done and will need
  sni list families --limit 5    the newest and largest event families
  sni show 12                    one event family with its timeline, frames and titles
  sni run filter --resume        one run of a phase
  sni --sample status            the same for the sample world that "npm start" fills

Exit codes: 0 done, 1 failed, 75 a phase is busy or paused, 78 wrong flags or configuration.`,
    );
  for (const add of [addStatus, addList, addShow, addRun, addMigrate, addDb, addQuickstart]) add(program, screen);
  return program;
}
