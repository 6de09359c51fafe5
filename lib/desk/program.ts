// The frame of every command line of the desk: `sni` itself, and the commands a phase brings. Takes a program, leaves it run.
// Guards the way out: every error ends here as a sentence and an exit code, and a reader that stops reading is no error.
import { Command } from 'commander';
import { tell } from './door.js';
import { makeScreen, type Screen } from './screen.js';

/** A command line that prints help and mistakes as the desk does. */
export function makeProgram(name: string, screen: Screen): Command {
  return new Command(name)
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .configureHelp({ styleTitle: (title) => screen.colors.bold(title) })
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'sni: ')) })
    .showHelpAfterError('(--help shows what is allowed)')
    .exitOverride();
}

/** Runs this process's command line on standard output and sets the exit code. */
export async function runProgram(make: (screen: Screen) => Command): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  try {
    await make(makeScreen(process.stdout)).parseAsync();
  } catch (error) {
    process.exitCode = tell(error, (text) => process.stderr.write(text));
  }
}
