// `sni search WORDS`: families, titles, actors and outlets with these words, in any language.
import { type Command, Option } from 'commander';
import type { App } from '../app.js';
import { type ActorHit, findActors } from '../search/actors.js';
import { type FamilyHit, type FamilySort, type FoundPage, familySorts, findFamilies } from '../search/families.js';
import { filledShare, notAll } from '../search/fill.js';
import { type Near, nearFamilies } from '../search/near.js';
import { findOutlets, type OutletHit } from '../search/outlets.js';
import { findTitles, type TitleHit } from '../search/titles.js';
import { wholeNumber } from '../whole-number.js';
import { withApp } from './app.js';
import { addFilters, type FilterFlags, filterFromFlags } from './finding.js';
import { familyCells, familyColumns } from './list/families.js';
import { titleColumns, titleRow } from './list/titles.js';
import { heading } from './prose.js';
import type { Screen } from './screen.js';
import { table } from './table.js';

const kinds = ['families', 'titles', 'actors', 'outlets'] as const;

interface Asked extends FilterFlags {
  only?: (typeof kinds)[number];
  sort: FamilySort;
  limit: number;
  after?: string;
  json: boolean;
}

interface Answer {
  families: FoundPage<FamilyHit>;
  titles: FoundPage<TitleHit>;
  actors: ActorHit[];
  outlets: OutletHit[];
  /** Null where something has the words. */
  near: Near | null;
  /** Not there where all titles are searched. */
  titlesSearchedShare?: number;
}

export function addSearch(program: Command, screen: Screen): void {
  addFilters(program.command('search'))
    .description('Search event families, titles, actors and outlets for words, in any language.')
    .argument('<words...>', 'what all stands in it; "in quotation marks" as it stands, -word not')
    .addOption(new Option('--only <kind>', 'only these').choices(kinds))
    .addOption(new Option('--sort <order>', 'of families').choices(familySorts).default('time'))
    .option('-n, --limit <n>', 'at most n of each', wholeNumber(1000), 10)
    .option('--after <cursor>', 'with --only families or titles: go on behind this place')
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      `
A word of three letters or more also finds words that begin with it, whatever their accents. A word that begins with "-" stands behind "--".

Examples:
  sni search hormuz tanker
  sni search 基辅 --since 7d
  sni search '"grain deal"' --only titles --lang en
  sni search --only families --min-outlets 5 -- nord stream -leak`,
    )
    .action((words: string[], asked: Asked, command: Command) =>
      withApp(command, async (app) => {
        const answer = await found(app, words.join(' '), asked);
        if (asked.json) {
          const { families, titles, ...others } = answer;
          screen.json({
            ...{ families: families.hits, titles: titles.hits, ...others },
            next: { families: families.next, titles: titles.next },
          });
        } else {
          screen.print(shown(answer, app.config.timeZone, screen));
          if (answer.titlesSearchedShare !== undefined) screen.note(notAll(answer.titlesSearchedShare));
        }
      }),
    );
}

async function found({ sql, config }: App, search: string, asked: Asked): Promise<Answer> {
  const { only, limit, after, sort } = asked;
  const filter = { ...filterFromFlags(asked, config, new Date()), search };
  const none = { hits: [], next: null };
  const wants = (kind: (typeof kinds)[number]) => only === undefined || only === kind;
  const families = wants('families') ? await findFamilies(sql, filter, { sort, limit, after: only && after }) : none;
  const titles = wants('titles') ? await findTitles(sql, filter, { limit, after: only && after }) : none;
  const actors = wants('actors') ? await findActors(sql, search, limit) : [];
  const outlets = wants('outlets') ? await findOutlets(sql, search, limit) : [];
  const isNothing = [families.hits, titles.hits, actors, outlets].every((hits) => hits.length === 0);
  const filled = wants('titles') ? await filledShare(sql) : null;
  return {
    ...(filled === null ? {} : { titlesSearchedShare: filled }),
    families,
    titles,
    actors,
    outlets,
    near: isNothing && after === undefined ? await nearFamilies(sql, search) : null,
  };
}

function shown({ families, titles, actors, outlets, near }: Answer, timeZone: string, screen: Screen): string {
  const parts = [
    { title: 'Event families', columns: familyColumns, rows: families.hits.map((hit) => familyCells(hit, timeZone)), next: families.next },
    { title: 'Titles', columns: titleColumns, rows: titles.hits.map((hit) => titleRow(hit, timeZone)), next: titles.next },
    {
      title: 'Actors',
      columns: [{ title: 'id' }, { title: 'kind' }, { title: 'name' }],
      rows: actors.map(({ id, kind, name }) => [id, kind, name]),
    },
    {
      title: 'Outlets',
      columns: [{ title: 'outlet', least: 20 }, { title: 'country' }, { title: 'owner' }],
      rows: outlets.map(({ outlet, country, owner }) => [outlet, country ?? '', owner ?? 'unreviewed']),
    },
  ].filter(({ rows }) => rows.length > 0);
  if (parts.length === 0) return nothing(near, screen);
  return parts
    .map(({ title, columns, rows, next }) => {
      const more = next ? [screen.colors.dim(`There are more: --only ${title === 'Titles' ? 'titles' : 'families'} --after ${next}`)] : [];
      return [heading(title, screen), table(columns, rows, screen), ...more].join('\n');
    })
    .join('\n')
    .trimStart();
}

function nothing(near: Near | null, screen: Screen): string {
  const hits = near?.hits ?? [];
  if (hits.length === 0 && !near?.isPossible)
    return `Nothing has these words. This Postgres has no pg_trgm, so nothing that is only like them was looked for.`;
  if (hits.length === 0) return 'Nothing has these words, nor words like them.';
  const rows = hits.map(({ id, title }) => [String(id), title]);
  return `${near?.how === 'some' ? 'Nothing has all these words. One of them:' : 'Nothing has these words. Like them:'}\n${table(
    [
      { title: 'id', align: 'right' },
      { title: 'title', least: 40 },
    ],
    rows,
    screen,
  )}`;
}
