// Reads a command line and does what it says. Every error ends here as a sentence and an exit code, and a reader that stops reading is no
// error. Shared by `sni` and by the phases' own desks.
import { Command } from 'commander';
import { nameSourcesInStacks } from '../stacks.js';
import { exitCodes, tell } from './end.js';
import { makeScreen, type Screen, type Stream } from './screen.js';

/** Adds a command, printing to the screen, to a command line; `outputs` are for who has another command line answer. */
type Add = (program: Command, screen: Screen, outputs: Outputs) => void;

/** What a process can do: its commands, and what is said of all of them. */
export interface Commands {
  adds: readonly Add[];
  dress: (program: Command) => void;
  /** The words as they are meant, where commander would take them otherwise. */
  meant?: (words: readonly string[]) => string[];
}

/** Where a command answers, and where it says what is wrong. */
export interface Outputs {
  out: Stream;
  err: Stream;
}

/** Does what the words behind `sni` say and returns the exit code: 0, or what the command or its error says. Never throws. */
export async function answer(
  { adds, dress, meant = (words) => [...words] }: Commands,
  words: readonly string[],
  outputs: Outputs,
): Promise<number> {
  const { out, err } = outputs;
  const screen = makeScreen(out, err);
  try {
    const program = new Command('sni')
      .helpOption('-h, --help', 'print help')
      .configureHelp({ styleTitle: (title) => screen.colors.bold(title) })
      .configureOutput({
        writeOut: (text) => out.write(text),
        writeErr: (text) => err.write(text),
        outputError: (text, write) => write(text.replace(/^error: /, 'sni: ')),
        ...(out.isTTY ? {} : { getOutHasColors: () => false, getErrHasColors: () => false }),
      })
      .showHelpAfterError('(--help shows what is allowed)')
      .exitOverride();
    dress(program);
    for (const add of adds) add(program, screen, outputs);
    await program.parseAsync(meant(words), { from: 'user' });
    return screen.exitCode();
  } catch (error) {
    return tell(error, (text) => err.write(text));
  }
}

/** Reads this process's command line as `sni` and does what it says; sets the exit code. */
export async function runProgram(commands: Commands): Promise<void> {
  nameSourcesInStacks();
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    process.stderr.write(`The answer cannot be written: ${error.message}. Make room, or write it elsewhere.\n`);
    process.exit(exitCodes.failed);
  });
  process.exitCode = await answer(commands, process.argv.slice(2), { out: process.stdout, err: process.stderr });
  // The driver may leave a timer of its longest connection behind, where one of several statements failed; all is said by now.
  setTimeout(() => process.exit(), 1000).unref();
}

/** A phase's own commands: `sni` has read its own flags before, so each flag belongs to the command it stands behind. */
export function phaseCommands(adds: readonly Add[]): Commands {
  return { adds, dress: (program) => void program.enablePositionalOptions() };
}
