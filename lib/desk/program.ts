// Takes the commands of a process; leaves its command line read and one of them done. Shared by `sni` and by the phases' own desks.
// Guards the way out: every error ends here as a sentence and an exit code, and a reader that stops reading is no error.
import { Command } from 'commander';
import { exitCodes, tell } from './end.js';
import { makeScreen, type Screen } from './screen.js';

/** Adds a command, printing to the screen, to a command line. */
type Add = (program: Command, screen: Screen) => void;

/** Reads this process's command line as `sni` and does what it says; sets the exit code. `dress` adds what is said of all commands. */
export async function runProgram(adds: readonly Add[], dress: (program: Command) => void): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    process.stderr.write(`The answer cannot be written: ${error.message}. Make room, or write it elsewhere.\n`);
    process.exit(exitCodes.failed);
  });
  try {
    const screen = makeScreen(process.stdout);
    const program = new Command('sni')
      .helpOption('-h, --help', 'print help')
      .configureHelp({ styleTitle: (title) => screen.colors.bold(title) })
      .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'sni: ')) })
      .showHelpAfterError('(--help shows what is allowed)')
      .exitOverride();
    dress(program);
    for (const add of adds) add(program, screen);
    await program.parseAsync();
  } catch (error) {
    process.exitCode = tell(error, (text) => process.stderr.write(text));
  }
  // The driver may leave a timer of its longest connection behind, where one of several statements failed; all is said by now.
  setTimeout(() => process.exit(), 1000).unref();
}

/** The same for the desk of a phase: `sni` has read its own flags before, so each flag belongs to the command it stands behind. */
export async function runPhaseDesk(adds: readonly Add[]): Promise<void> {
  await runProgram(adds, (program) => void program.enablePositionalOptions());
}
