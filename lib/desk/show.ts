// `sni show <id>`: takes the id of an event family, a title or a narrative; leaves all that is known of it, to read or as JSON.
import { type Command, InvalidArgumentError } from 'commander';
import type { House } from '../open.js';
import { DeskError } from './door.js';
import { inHouse } from './house.js';
import type { Screen } from './screen.js';
import { readFamily } from './show/family.js';
import { familyPage } from './show/family-page.js';
import { readNarrative } from './show/narrative.js';
import { narrativePage } from './show/narrative-page.js';
import { readTitle } from './show/title.js';
import { titlePage } from './show/title-page.js';

/** What can be shown. The id is kept as text: a bigint of Postgres. */
export interface Named {
  kind: 'family' | 'title' | 'narrative';
  id: string;
}

const kinds: Record<string, Named['kind']> = { ef: 'family', family: 'family', title: 'title', narrative: 'narrative' };

export function addShow(program: Command, screen: Screen): void {
  program
    .command('show')
    .description('Show one event family, title or narrative with everything that is known of it.')
    .argument('<id>', 'ef:12 or 12 for a family, title:34, narrative:5', named)
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      '\nExamples:\n  sni show 12\n  sni show title:34          why the gate kept or dropped it\n  sni show narrative:5 --json',
    )
    .action(async (what: Named, options: { json: boolean }, command: Command) => {
      await inHouse(command, (house) => show(house, what, options.json, screen));
    });
}

async function show({ sql, config }: House, { kind, id }: Named, json: boolean, screen: Screen): Promise<void> {
  const tell = <T>(found: T | null, page: (found: T, surface: Screen, timeZone: string) => string): void => {
    if (!found) throw notThere(kind, id);
    if (json) screen.json(found);
    else screen.print(page(found, screen, config.timeZone));
  };
  if (kind === 'family') tell(await readFamily(sql, id), familyPage);
  else if (kind === 'title') tell(await readTitle(sql, id), titlePage);
  else tell(await readNarrative(sql, id), narrativePage);
}

function notThere(kind: Named['kind'], id: string): DeskError {
  const [what, list] = { family: ['event family', 'families'], title: ['title', 'titles'], narrative: ['narrative', 'narratives'] }[kind];
  return new DeskError(`There is no ${what} ${id}. "sni list ${list}" shows which there are.`);
}

/** Reads `12`, `ef:12`, `title:34`, `narrative:5`. */
export function named(text: string): Named {
  const [, prefix = 'ef', id = ''] = /^(?:([a-z]+):)?(\d{1,18})$/.exec(text) ?? [];
  const kind = Object.hasOwn(kinds, prefix) ? kinds[prefix] : undefined;
  if (!kind || id === '') throw new InvalidArgumentError('Allowed is a number or ef:12 (event family), title:34 or narrative:5.');
  return { kind, id };
}
