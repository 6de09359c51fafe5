// `sni show <id>`: all that is known of a family, a title, a narrative or a model call, to read or as JSON.
import { type Command, InvalidArgumentError } from 'commander';
import type { App } from '../app.js';
import { withApp } from './app.js';
import { DeskError } from './end.js';
import type { Screen } from './screen.js';
import { readCall } from './show/call.js';
import { readFamily } from './show/family.js';
import { readNarrative } from './show/narrative.js';
import { renderCall } from './show/render-call.js';
import { renderFamily } from './show/render-family.js';
import { renderNarrative } from './show/render-narrative.js';
import { renderTitle } from './show/render-title.js';
import { readTitle } from './show/title.js';

/** What can be shown. The id is kept as text: a bigint of Postgres, or of a call the beginning of its uuid. */
interface ShownThing {
  kind: 'family' | 'title' | 'narrative' | 'call';
  id: string;
}

export const kindsByPrefix: Record<string, Exclude<ShownThing['kind'], 'call'>> = {
  ef: 'family',
  family: 'family',
  title: 'title',
  narrative: 'narrative',
};

export function addShow(program: Command, screen: Screen): void {
  program
    .command('show')
    .description('Show one event family, title, narrative or model call with everything that is known of it.')
    .argument('<id>', 'ef:12 or 12 for a family, title:34, narrative:5, call:1f2e3d4c', (text) => named(text))
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      '\nExamples:\n  sni show 12\n  sni show title:34          why the gate kept or dropped it\n  sni show narrative:5 --json\n  sni show call:1f2e3d4c     what a model was asked, what it cost and, where it was refused, what it answered',
    )
    .action(async (what: ShownThing, options: { json: boolean }, command: Command) => {
      await withApp(command, (app) => show(app, what, options.json, screen));
    });
}

async function show({ sql, config }: App, { kind, id }: ShownThing, json: boolean, screen: Screen): Promise<void> {
  const tell = <T>(found: T | null, render: (found: T, surface: Screen, timeZone: string) => string): void => {
    if (!found) throw notThere(kind, id);
    if (json) screen.json(found);
    else screen.print(render(found, screen, config.timeZone));
  };
  if (kind === 'family') tell(await readFamily(sql, id), renderFamily);
  else if (kind === 'title') tell(await readTitle(sql, id), renderTitle);
  else if (kind === 'narrative') tell(await readNarrative(sql, id), renderNarrative);
  else tell(await readCall(sql, id), renderCall);
}

function notThere(kind: ShownThing['kind'], id: string): DeskError {
  const [what, list] = {
    family: ['event family', 'families'],
    title: ['title', 'titles'],
    narrative: ['narrative', 'narratives'],
    call: ['model call', 'calls'],
  }[kind];
  return new DeskError(`There is no ${what} ${id}. "sni list ${list}" shows which there are.`);
}

/** Reads `12`, `ef:12`, `title:34`, `narrative:5`, `call:` and four characters of its id at least. All else is refused as what is not `allowed`. */
export function named(text: string, allowed = 'ef:12 (event family), title:34, narrative:5 or call:1f2e3d4c'): ShownThing {
  const [, call] = /^call:([0-9a-f-]{4,36})$/i.exec(text) ?? [];
  if (call !== undefined) return { kind: 'call', id: call.toLowerCase() };
  const [, prefix = 'ef', id = ''] = /^(?:([a-z]+):)?(\d{1,18})$/.exec(text) ?? [];
  const kind = Object.hasOwn(kindsByPrefix, prefix) ? kindsByPrefix[prefix] : undefined;
  if (!kind || id === '') throw new InvalidArgumentError(`Allowed is a number or ${allowed}.`);
  return { kind, id };
}
