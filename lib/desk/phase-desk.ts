// The commands that phases bring. The desk knows which phase brings a command, and nothing of how it is done: it finds the phase's own desk,
// phases/<phase>/desk/commands.ts, where the project is built, and has it answer in this process with the same settings.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Command } from 'commander';
import type { PhaseName } from '../config/phases.js';
import { projectRoot } from '../config.js';
import { settingsFileOf } from './app.js';
import { DeskError } from './end.js';
import { answer, type CommandRow, type Commands, type Outputs } from './program.js';

/** A command that a phase brings. A new one is a line here, its function in the phase's desk and its place in commands.ts. */
interface Brought {
  about: string;
  phase: PhaseName;
}

const brought = {
  feeds: { about: 'Show how each feed stands and which need a human; "feeds test" looks at one dry.', phase: 'ingest' },
  'add-feed': { about: 'Add a feed by its address, or by that of a page that links to it.', phase: 'ingest' },
  'add-url': { about: 'Add one headline by hand: --title "..."', phase: 'ingest' },
  import: { about: 'Add the feeds of an OPML list, or the titles of a .csv or .jsonl file.', phase: 'ingest' },
  gate: { about: 'Ask the gate: what it decides about a title and why (explain), what keeps and drops (stats).', phase: 'filter' },
  read: { about: 'Show what a headline says: who does what to whom, what it counts, where it belongs.', phase: 'filter' },
  eval: { about: 'Measure a part of SNI on a labelled file: gate, reading, evidence, families, pairs, models.', phase: 'filter' },
  families: {
    about: 'Show why titles are in their event families (explain, log), and move them: split, merge, drop-title, undo.',
    phase: 'generate',
  },
  observe: { about: 'Let a model judge a sample of what code decided, and write down where it differs.', phase: 'filter' },
} satisfies Record<string, Brought>;

/** The command of a phase behind this word. Everything behind the word goes to the phase's desk, --help too. */
export function phaseDesk(word: keyof typeof brought): CommandRow {
  const { about, phase }: Brought = brought[word];
  return {
    words: [word],
    add: (program, screen, outputs) => {
      program
        .command(word)
        .description(about)
        .argument('[words...]', `"sni ${word} --help" shows which`)
        .allowUnknownOption()
        .helpOption(false)
        .action(async (words: string[], _options: object, command: Command) => {
          screen.end(await answerOfPhase(command, phase, [word, ...words], outputs));
        });
    },
  };
}

/** Has a phase's own desk answer these words, with the settings that were named before `command`; returns its exit code. Throws DeskError where it is not built. */
export async function answerOfPhase(command: Command, phase: PhaseName, words: readonly string[], outputs: Outputs): Promise<number> {
  const path = join(projectRoot, `dist/phases/${phase}/desk/commands.js`);
  if (!existsSync(path)) throw new DeskError(`${path} is not there: the project is not built. Run "npm run build" first.`);
  const desk = (await import(pathToFileURL(path).href)) as Readonly<Record<string, Commands>>;
  const commands = desk[`${phase}Commands`];
  if (commands === undefined)
    throw new DeskError(`${path} has no "${phase}Commands": it was built from other sources. Run "npm run build" first.`);
  const file = settingsFileOf(command);
  const dress = (program: Command): void => {
    commands.dress(program);
    program.option('--config <file>');
  };
  return answer({ ...commands, dress }, [...(file === undefined ? [] : ['--config', file]), ...words], outputs);
}
