// The commands of `sni`. Each stands in the file of its name; those that a phase brings are listed in phase-desk.ts.
import { type Command, Option } from 'commander';
import { projectVersion } from './about.js';
import { addAlerts, addNotify, addWatchdog } from './alerts.js';
import { addArchive } from './archive.js';
import { addAudit } from './audit.js';
import { addBrief } from './brief.js';
import { addCompletion } from './completion.js';
import { addConfig } from './config.js';
import { addCost } from './cost.js';
import { addDb } from './db.js';
import { addDiagnose } from './diagnose.js';
import { addDiscrepancies } from './discrepancies.js';
import { addExport } from './export.js';
import { addClearErrors, addFailures } from './failures.js';
import { addInspect } from './inspect.js';
import { addPriority, addReset, addRetry } from './items.js';
import { addList } from './list.js';
import { addLog } from './log.js';
import { addMan } from './man.js';
import { addDispatch, addVerify } from './manifest.js';
import { addMark, addMarks } from './mark.js';
import { addMetrics } from './metrics.js';
import { addMigrate } from './migrate.js';
import { addModels } from './models.js';
import { addPause, addResume } from './pause.js';
import { phaseDesk } from './phase-desk.js';
import { addPlan } from './plan.js';
import { addPositions } from './positions.js';
import type { CommandRow, Commands } from './program.js';
import { addPrune } from './prune.js';
import { addPublish } from './publish.js';
import { addQuickstart } from './quickstart.js';
import { addReprocess } from './reprocess.js';
import { addRun } from './run.js';
import { addSearch } from './search.js';
import { addServe } from './serve.js';
import { addShow } from './show.js';
import { addStale } from './stale.js';
import { addStats } from './stats.js';
import { addStatus } from './status.js';
import { addUndo } from './undo.js';
import { addUserCommands } from './user.js';
import { addWait } from './wait.js';
import { addWake } from './wake.js';
import { addWatch } from './watch.js';

/** In the order in which --help shows them, under headings. */
const rows: readonly CommandRow[] = [
  ...under('What the headlines tell:', [
    { words: ['brief'], add: addBrief },
    { words: ['search'], add: addSearch },
    { words: ['list'], add: addList },
    { words: ['show'], add: addShow },
    { words: ['positions'], add: addPositions },
    { words: ['publish'], add: addPublish },
    { words: ['export'], add: addExport },
    { words: ['serve'], add: addServe },
    { words: ['watch'], add: addWatch },
  ]),
  ...under('Feeds and headlines by hand:', [phaseDesk('feeds'), phaseDesk('add-feed'), phaseDesk('add-url'), phaseDesk('import')]),
  ...under('How the work goes:', [
    { words: ['status'], add: addStatus },
    { words: ['failures'], add: addFailures },
    { words: ['alerts'], add: addAlerts },
    { words: ['diagnose'], add: addDiagnose },
    { words: ['stats'], add: addStats },
    { words: ['cost'], add: addCost },
    { words: ['models'], add: addModels },
    { words: ['metrics'], add: addMetrics },
    { words: ['inspect'], add: addInspect },
    { words: ['log'], add: addLog },
    { words: ['stale'], add: addStale },
  ]),
  ...under('The work itself:', [
    { words: ['run'], add: addRun },
    { words: ['pause'], add: addPause },
    { words: ['resume', 'unpause'], add: addResume },
    { words: ['wake'], add: addWake },
    { words: ['wait'], add: addWait },
    { words: ['retry'], add: addRetry },
    { words: ['reset'], add: addReset },
    { words: ['priority'], add: addPriority },
    { words: ['clear-errors'], add: addClearErrors },
    { words: ['reprocess'], add: addReprocess },
    { words: ['plan'], add: addPlan },
    { words: ['dispatch'], add: addDispatch },
    { words: ['verify'], add: addVerify },
  ]),
  ...under('Why it is so, and what is wrong:', [
    phaseDesk('gate'),
    phaseDesk('read'),
    phaseDesk('families'),
    { words: ['mark'], add: addMark },
    { words: ['marks'], add: addMarks },
    { words: ['undo'], add: addUndo },
    { words: ['audit'], add: addAudit },
    phaseDesk('observe'),
    { words: ['discrepancies'], add: addDiscrepancies },
    phaseDesk('eval'),
  ]),
  ...under('The installation:', [
    { words: ['migrate'], add: addMigrate },
    { words: ['prune'], add: addPrune },
    { words: ['archive'], add: addArchive },
    { words: ['db'], add: addDb },
    { words: ['config'], add: addConfig },
    { words: ['user'], add: addUserCommands },
    { words: ['watchdog'], add: addWatchdog },
    { words: ['notify'], add: addNotify },
    { words: ['quickstart'], add: addQuickstart },
    { words: ['completion'], add: addCompletion, tellsOfAll: true },
    { words: ['man'], add: addMan, tellsOfAll: true },
  ]),
];

function under(heading: string, ofIt: readonly CommandRow[]): CommandRow[] {
  return ofIt.map((row) => ({ ...row, heading }));
}

export const commands: Commands = { rows, dress, meant: ownSample };

/** `--sample` names the sample world anywhere in a line, but behind `observe` and with a number how many decisions are looked at. */
function ownSample(words: readonly string[]): string[] {
  if (words.length === 0) return [];
  const line = words.join('\0');
  return line.replace(/(^|\0)observe\0((?:[^\0]*\0)*?)--sample\0(?=\d+(?:\0|$))/, '$1observe\0$2--sample=').split('\0');
}

/** What is said of all commands. */
function dress(program: Command): void {
  program
    .description('The operator’s desk of SNI: what the phases have done, what they found, and the database they share.')
    .version(projectVersion(), '-V, --version', 'print the version')
    .addOption(new Option('--sample', 'use the sample world’s settings and its own database (deploy/sample/sni.yaml)').conflicts('config'))
    .option('--config <file>', 'use this settings file (default: SNI_CONFIG, else sni.yaml of the project)')
    .addHelpText(
      'after',
      `
"sni COMMAND --help" says all of a command, with examples.

Examples:
  sni status                     what each phase has to do, has done and will need
  sni list families --limit 5    the newest and largest event families
  sni search hormuz tanker       families, titles, actors and outlets with these words, in any language
  sni brief --since yesterday    what the headlines tell, in whose words, and who is silent
  sni serve                      the same and all behind it as pages for a browser
  sni failures                   what failed, why, and what you can do
  sni show 12                    one event family with its timeline, frames and titles
  sni run filter --resume        one run of a phase
  sni pause generate --retry-in 3h "the model is down"
  sni wake generate              its sleeping worker goes on at once
  sni retry enrich --class transient
  sni reprocess narrate --stale  what an earlier prompt or model made, anew
  sni gate explain "A HEADLINE"  what the gate decides about it, and why
  sni models                     which models answer what, and whether they can be asked
  sni diagnose                   what is wrong around it, and what to do
  sni cost --days 30             what models cost, by day, phase and model
  sni feeds --broken             the feeds that need a human
  sni --sample status            the same for the sample world that "npm start" fills

Exit codes: 0 done, 1 failed, 75 a phase is busy or paused, 78 wrong flags or configuration.`,
    );
}
