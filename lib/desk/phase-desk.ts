// The commands that phases bring: takes their names, leaves each run by its phase's own desk, phases/<phase>/desk.ts, as a process of its
// own with the same settings. Guards the wall: the desk knows which phase brings a command, and nothing of how it is done.
import type { Command } from 'commander';
import type { PhaseName } from '../config/phases.js';
import { settingsOf } from './app.js';
import { runScript } from './child.js';
import type { Screen } from './screen.js';

/** A command that a phase brings. A new one is a line here and its function in the phase's desk.ts. */
interface Brought {
  /** The word behind `sni`. */
  word: string;
  about: string;
  phase: PhaseName;
}

const brought: readonly Brought[] = [
  { word: 'feeds', about: 'Show how each feed stands and which need a human; "feeds test" looks at one dry.', phase: 'ingest' },
  { word: 'add-feed', about: 'Add a feed by its address, or by that of a page that links to it.', phase: 'ingest' },
  { word: 'add-url', about: 'Add one headline by hand: --title "..."', phase: 'ingest' },
  { word: 'import', about: 'Add the feeds of an OPML list, or the titles of a .csv or .jsonl file.', phase: 'ingest' },
  { word: 'gate', about: 'Ask the gate: what it decides about a title and why (explain), what keeps and drops (stats).', phase: 'filter' },
  { word: 'read', about: 'Show what a headline says: who does what to whom, what it counts, where it belongs.', phase: 'filter' },
  { word: 'eval', about: 'Measure a part of SNI on a labelled file: gate, reading, evidence, families, pairs, models.', phase: 'filter' },
  {
    word: 'families',
    about: 'Show why titles are in their event families (explain, log), and move them: split, merge, drop-title, undo.',
    phase: 'generate',
  },
  { word: 'observe', about: 'Let a model judge a sample of what code decided, and write down where it differs.', phase: 'filter' },
];

/** Adds the commands of all phases. Everything behind a command's word goes to the phase's desk, --help too. */
export function addPhaseDesks(program: Command, screen: Screen): void {
  for (const { word, about, phase } of brought) {
    program
      .command(word)
      .description(about)
      .argument('[words...]', `"sni ${word} --help" shows which`)
      .allowUnknownOption()
      .helpOption(false)
      .action(async (words: string[], _options: object, command: Command) => {
        const { exitCode } = await runScript(settingsOf(command), `phases/${phase}/desk.js`, [word, ...words]);
        screen.end(exitCode);
      });
  }
}
