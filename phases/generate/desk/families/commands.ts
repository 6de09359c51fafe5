// `sni families`: why titles are in their families, what was moved since, and the operator's own moves, which bind later runs.
import { type Command, InvalidArgumentError } from 'commander';
import { settingsOf, withApp } from '../../../../lib/desk/app.js';
import { thisUser } from '../../../../lib/desk/asker.js';
import { explain } from '../../../../lib/desk/families/explain.js';
import { entryInWords } from '../../../../lib/desk/families/in-words.js';
import { readLog } from '../../../../lib/desk/families/read-log.js';
import type { Screen } from '../../../../lib/desk/screen.js';
import { spanArgument } from '../../../../lib/desk/span.js';
import { spanOf } from '../../../../lib/desk/words.js';
import type { Asker } from '../../../../lib/operator/log.js';
import type { ItemId } from '../../../../lib/run.js';
import { act, type Done, undoEntry } from './act.js';
import { renderExplained, renderLog } from './in-words.js';
import { dropTitles, mergeFamilies, splitOff } from './moves.js';

interface MoveOptions {
  why: string;
  by: string;
  json: boolean;
}

export function addFamilies(program: Command, screen: Screen): void {
  const families = program
    .command('families')
    .description(
      'Show why titles are in their event families, and move them: what an operator parts never joins again, what he merges stays.',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  sni families explain 12\n  sni families log --since 2d\n  sni families split 12 title:34 title:35 --why "another crash"\n  sni families merge 12 15\n  sni families drop-title 12 title:34\n  sni families undo 7',
    );
  addLooking(families, screen);
  addMoves(families, screen);
}

function addLooking(families: Command, screen: Screen): void {
  families
    .command('explain')
    .description('Tell why each title of a family is in it: through which other, how surely, what spoke for it and against it.')
    .argument('<family>', 'its id, 12 or ef:12', familyId)
    .option('--json', 'print one JSON object', false)
    .action((efId: ItemId, { json }: { json: boolean }, command: Command) =>
      withApp(command, async ({ sql, config }) => {
        const explained = await explain(sql, efId);
        if (json) screen.json(explained);
        else screen.print(renderExplained(explained, screen, config.timeZone));
      }),
    );
  families
    .command('log')
    .description('List what was placed, merged, split, dropped and undone, and by whom, the newest first.')
    .option('--since <span>', 'so far back, such as 90s, 25m, 3h or 2d', spanArgument, 24 * 3600)
    .option('--json', 'print one JSON array, with the steps of each entry', false)
    .action((options: { since: number; json: boolean }, command: Command) =>
      withApp(command, async ({ sql, config }) => {
        const entries = await readLog(sql, options.since);
        if (options.json) screen.json(entries);
        else if (entries.length === 0) screen.print(`Nothing was moved in the last ${spanOf(options.since)}. --since looks further back.`);
        else screen.print(renderLog(entries, screen, config.timeZone));
      }),
    );
}

function addMoves(families: Command, screen: Screen): void {
  const move = (name: string, about: string, describe: (command: Command) => Command): Command =>
    describe(families.command(name).description(about))
      .option('--why <text>', 'the reason, for whoever reads the log', '')
      .option('--by <name>', 'who says so', thisUser())
      .option('--json', 'print one JSON object', false);
  const carryOut = (
    command: Command,
    { by, why, json }: MoveOptions,
    work: (place: Parameters<typeof act>[0], asker: Asker) => Promise<Done>,
  ) =>
    withApp(command, async (app) => {
      const done = await work({ sql: app.sql, config: settingsOf(command) }, { byWhom: by, why });
      if (json) screen.json(done);
      else screen.print(`Family ${done.efId}: ${entryInWords(done)}. It is entry ${done.logId} of "sni families log".`);
    });
  const some = (command: Command): Command =>
    command.argument('<family>', 'its id', familyId).argument('<titles...>', 'title:34 or 34', titleIds);
  move('split', 'Part titles from a family: they found one of their own, and never join those they leave again.', some).action(
    (efId: ItemId, titles: ItemId[], options: MoveOptions, command: Command) =>
      carryOut(command, options, (place, asker) => act(place, [efId], (states) => splitOff(states, efId, titles, asker))),
  );
  move('drop-title', 'Take titles out of a family: they are free again, and never join those they leave again.', some).action(
    (efId: ItemId, titles: ItemId[], options: MoveOptions, command: Command) =>
      carryOut(command, options, (place, asker) => act(place, [efId], (states) => dropTitles(states, efId, titles, asker))),
  );
  move('merge', 'Merge a family into another: their titles stay together.', (command) =>
    command.argument('<into>', 'the family that stays', familyId).argument('<family>', 'the one that comes over', familyId),
  ).action((into: ItemId, from: ItemId, options: MoveOptions, command: Command) =>
    carryOut(command, options, (place, asker) => act(place, [into, from], (states) => mergeFamilies(states, into, from, asker))),
  );
  move('undo', 'Undo an entry of the log. What the phase did is not done again.', (command) =>
    command.argument('<entry>', 'its number in "sni families log"', entryId),
  ).action((logId: ItemId, options: MoveOptions, command: Command) =>
    carryOut(command, options, (place, asker) => undoEntry(place, logId, asker)),
  );
}

function familyId(text: string): ItemId {
  return idIn(text, /^(?:ef:|family:)?(\d{1,18})$/, 'Allowed is the number of a family, 12 or ef:12.');
}

function titleIds(text: string, before: ItemId[] = []): ItemId[] {
  return [...before, idIn(text, /^(?:title:)?(\d{1,18})$/, 'Allowed are numbers of titles, 34 or title:34.')];
}

function entryId(text: string): ItemId {
  return idIn(text, /^(\d{1,18})$/, 'Allowed is the number of an entry, as "sni families log" lists them.');
}

function idIn(text: string, shape: RegExp, allowed: string): ItemId {
  const [, id] = shape.exec(text) ?? [];
  if (id === undefined) throw new InvalidArgumentError(allowed);
  return String(BigInt(id));
}
