// `sni gate second-look`: dropped titles that tell the same story as kept ones, and the words that would have kept them: what the vocabulary
// does not know yet. Reads dropped titles as it goes; changes nothing.
import type { Command } from 'commander';
import type { App } from '../../../lib/app.js';
import { withApp } from '../../../lib/desk/app.js';
import { fields, heading } from '../../../lib/desk/prose.js';
import type { Screen } from '../../../lib/desk/screen.js';
import { table } from '../../../lib/desk/table.js';
import { counted } from '../../../lib/desk/words.js';
import { wholeNumber } from '../../../lib/whole-number.js';
import { currentGate } from '../current-gate.js';
import { storiesOf } from './same-story.js';
import { type Missing, readGated, wordsMissing } from './second-titles.js';

const standard = { last: 20_000, hours: 24 };
/** Lines of each table on the screen; --json has them all. */
const listed = 20;

interface Found {
  titleId: number;
  title: string;
  lang: string;
  score: number;
  /** What it tells, and how many kept titles tell it too. */
  act: { source: string | null; action: string; target: string | null };
  kept: number;
  like: { titleId: number; title: string };
  /** Words by which it would be kept: those that the vocabulary lacks as actions, and those that it should not have as contexts. */
  missing: Missing[];
  /** What spoke against it. */
  against: { id: string; term: string; points: number }[];
}

interface SecondLook {
  kept: number;
  dropped: number;
  hours: number;
  found: Found[];
  /** The missing words, those of most titles first. */
  terms: (Omit<Missing, 'points' | 'keeps'> & { lang: string; titles: number; keeps: number })[];
}

export function addSecondLook(gate: Command, screen: Screen): void {
  gate
    .command('second-look')
    .description('List dropped titles that tell the same story as kept ones, and the words that would have kept them.')
    .option('--last <n>', 'look at the n newest gated titles', wholeNumber(1_000_000), standard.last)
    .option('--hours <n>', 'how far apart two titles of one story may be', wholeNumber(24 * 14), standard.hours)
    .option('--json', 'print one JSON object, with all titles and words', false)
    .addHelpText(
      'after',
      '\nA word that is right goes into vocabulary.add of sni.yaml (a context’s that is wrong into vocabulary.remove), or into lib/vocabulary/terms; "sni eval gate" tells what it changes.\n\nExamples:\n  sni gate second-look\n  sni gate second-look --last 100000 --hours 6\n  sni gate second-look --json | jq \'.terms[] | select(.titles > 2)\'',
    )
    .action(async (options: { last: number; hours: number; json: boolean }, command: Command) => {
      await withApp(command, async (app) => {
        const look = await secondLook(app, options);
        if (options.json) screen.json(look);
        else screen.print(render(look, screen));
      });
    });
}

async function secondLook(
  { sql, config }: Pick<App, 'sql' | 'config'>,
  { last, hours }: { last: number; hours: number },
): Promise<SecondLook> {
  const { kept, dropped } = await readGated(sql, config, last);
  const { vocabulary } = await currentGate(config);
  const storyOf = storiesOf(kept, hours);
  const found = dropped.flatMap((title): Found[] => {
    const story = storyOf(title);
    const [like] = story?.kept ?? [];
    if (story === null || like === undefined) return [];
    const { source, action, target } = story.act;
    return [
      {
        ...{ titleId: Number(title.titleId), title: title.title, lang: title.lang, score: title.score, act: { source, action, target } },
        kept: story.kept.length,
        like: { titleId: Number(like.titleId), title: like.title },
        missing: wordsMissing(title, story.act, story.kept, vocabulary),
        against: title.against,
      },
    ];
  });
  return { kept: kept.length, dropped: dropped.length, hours, found: found.sort((a, b) => b.kept - a.kept), terms: termsOf(found) };
}

function termsOf(found: readonly Found[]): SecondLook['terms'] {
  const terms = new Map<string, SecondLook['terms'][number]>();
  for (const { lang, missing } of found)
    for (const { sort, id, word, keeps } of missing) {
      const key = `${lang} ${id} ${word}`;
      const known = terms.get(key) ?? { sort, id, word, lang, titles: 0, keeps: 0 };
      known.titles++;
      if (keeps) known.keeps++;
      terms.set(key, known);
    }
  return [...terms.values()].sort((a, b) => b.keeps - a.keeps || b.titles - a.titles);
}

/** For a person. Pure. */
function render({ kept, dropped, hours, found, terms }: SecondLook, screen: Screen): string {
  const looked = `${counted(kept, 'kept title')} and ${counted(dropped, 'dropped one')}, at most ${counted(hours, 'hour')} apart`;
  if (found.length === 0) return `No dropped title tells what a kept one tells. Looked at: ${looked}.`;
  const act = ({ source, action, target }: Found['act']): string => `${source ?? '?'} ${action.replaceAll('_', ' ')} ${target ?? '?'}`;
  const lines = [
    fields(
      [
        ['Looked at', looked],
        ['Found', counted(found.length, 'dropped title')],
      ],
      screen,
    ),
    heading('Dropped titles that tell what kept ones tell', screen),
    table(
      [
        { title: 'id' },
        { title: 'score', align: 'right' },
        { title: 'kept', align: 'right' },
        { title: 'act', least: 14 },
        { title: 'title', least: 24, spare: 2 },
        { title: 'as kept', least: 24, spare: 1 },
        { title: 'against it', least: 10 },
      ],
      found
        .slice(0, listed)
        .map((one) => [
          `title:${one.titleId}`,
          String(one.score),
          String(one.kept),
          act(one.act),
          one.title,
          one.like.title,
          one.against.map(({ id }) => id).join(', '),
        ]),
      screen,
    ),
  ];
  if (terms.length > 0)
    lines.push(
      heading('Words that would have kept them: as actions, or no longer as contexts', screen),
      table(
        [
          { title: 'titles', align: 'right' },
          { title: 'kept by it', align: 'right' },
          { title: 'lang' },
          { title: 'kind' },
          { title: 'id' },
          { title: 'word', spare: 1 },
        ],
        terms.slice(0, listed).map(({ titles, keeps, lang, sort, id, word }) => [String(titles), String(keeps), lang, sort, id, word]),
        screen,
      ),
    );
  return lines.join('\n');
}
