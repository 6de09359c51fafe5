// Reads a command line and does what it says. Every error ends here as a sentence and an exit code, and a reader that stops reading is no
// error. Shared by `sni` and by the phases' own desks.
import { Command, type Help } from 'commander';
import { nameSourcesInStacks } from '../stacks.js';
import { exitCodes, tellError } from './end.js';
import { makeScreen, type Screen, type Stream } from './screen.js';

/** A command that is made when a line names it: all fifty of them cost what a short answer does. */
export interface CommandRow {
  /** Its word behind `sni`, and what it is called besides. */
  words: readonly string[];
  /** Adds it, printing to the screen, to a command line; `outputs` are for who has another command line answer. */
  add: (program: Command, screen: Screen, outputs: Outputs) => void;
  /** It tells of all commands, so that all have to be there. */
  tellsOfAll?: true;
  /** Under which it stands in the overview. */
  heading?: string;
}

/** What a process can do: its commands, and what is said of all of them. */
export interface Commands {
  rows: readonly CommandRow[];
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
  { rows, dress, meant = (words) => [...words] }: Commands,
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
      .helpCommand(...helpCommand)
      .exitOverride();
    dress(program);
    const line = meant(words);
    for (const { add, heading } of neededFor(line, rows)) {
      add(program, screen, outputs);
      if (heading !== undefined) program.commands.at(-1)?.helpGroup(heading);
    }
    // Behind the commands, which take what was set before: their own help has no such headings, and names all that they take.
    const last = rows.at(-1)?.heading;
    if (last !== undefined) program.commandsGroup(last).helpCommand(...helpCommand);
    program.configureHelp({ ...program.configureHelp(), ...overview });
    await program.parseAsync(line, { from: 'user' });
    return screen.exitCode();
  } catch (error) {
    return tellError(error, (text) => err.write(text));
  }
}

const helpCommand = ['help [command]', 'print help for a command'] as const;

/** Fifty commands are looked through, not read: of each its word, and its description to the first stop. */
const overview: Partial<Help> = {
  subcommandTerm: (command) => [command.name(), ...command.aliases()].join('|'),
  subcommandDescription: (command) => `${command.description().split(/[.:;](?: |$)/, 1)[0]}.`,
};

/** The one that a line names; all where it names none, or one that tells of all, or asks for something else first (`sni --help`). */
function neededFor(line: readonly string[], rows: readonly CommandRow[]): readonly CommandRow[] {
  const named = rows.find(({ words }) => words.includes(firstWord(line)));
  return named === undefined || named.tellsOfAll ? rows : [named];
}

/** The first word behind the flags that say which settings; such a word may be a flag. Empty where there is none. */
function firstWord([word = '', ...rest]: readonly string[]): string {
  if (word === '--sample' || word.startsWith('--config=')) return firstWord(rest);
  return word === '--config' ? firstWord(rest.slice(1)) : word;
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
export function phaseCommands(rows: readonly CommandRow[]): Commands {
  return { rows, dress: (program) => void program.enablePositionalOptions() };
}
