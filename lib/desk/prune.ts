// `sni prune`: lets go of what is older than it is kept (`keep` in sni.yaml), or says how much that would be.
import type { Command } from 'commander';
import { noArchive, openArchive } from '../keeping/archive.js';
import { type Pruned, prune, wouldPrune } from '../keeping/prune.js';
import { fill } from '../search/fill.js';
import { withApp } from './app.js';
import type { Screen } from './screen.js';
import { spanArgument } from './span.js';
import { table } from './table.js';
import { counted } from './words.js';

interface Asked {
  dryRun: boolean;
  for: number;
  json: boolean;
}

export function addPrune(program: Command, screen: Screen): void {
  program
    .command('prune')
    .description('Let go of what is older than it is kept: raw items, texts of dropped titles, old families, records of work.')
    .option('--dry-run', 'change nothing; say how many rows would go', false)
    .option('--for <span>', 'end after this time; the next run goes on from there', spanArgument, spanArgument('30m'))
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      `
What is kept for how long stands under "keep" in sni.yaml. A dropped title keeps its hash, GUID and link, so that a feed that still carries
it does not bring it again. With keep.archive, titles that go are first written there, as files that "sni import" takes back. It goes in
small steps, beside all phases; cron runs it every night. The space is used again by what comes; it is not given back to the disk.

Examples:
  sni prune --dry-run
  sni prune
  sni prune --for 5m --json`,
    )
    .action((asked: Asked, command: Command) =>
      withApp(command, async ({ sql, config }) => {
        const { keep, archive: folder } = config;
        if (asked.dryRun) return tell(screen, asked, { pruned: await wouldPrune(sql, keep), ended: true });
        const archive = folder === undefined ? noArchive : await openArchive(folder, new Date());
        const onStep = ({ what, rows }: Pruned) => screen.overwrite(`${what}: ${rows.toLocaleString('en')} gone`);
        const stop = new AbortController();
        const ending = () => stop.abort();
        const over = setTimeout(ending, asked.for * 1000);
        process.once('SIGTERM', ending).once('SIGINT', ending);
        try {
          // What an upgrade has left to be done; a night is as good as a day.
          await fill(sql, stop.signal, (share) => screen.overwrite(`words of titles: ${Math.floor(share * 100)} %`));
          const done = await prune({ sql, keep, archive: archive.archive, signal: stop.signal, onStep });
          screen.overwrite('');
          tell(screen, asked, done);
        } finally {
          clearTimeout(over);
          process.off('SIGTERM', ending).off('SIGINT', ending);
          await archive.close();
        }
      }),
    );
}

function tell(screen: Screen, { dryRun, json }: Asked, { pruned, ended }: { pruned: Pruned[]; ended: boolean }): void {
  if (json) {
    screen.json({ dryRun, ended, rules: pruned });
    return;
  }
  screen.print(
    table(
      [{ title: 'what' }, { title: 'kept for' }, { title: dryRun ? 'would go' : 'gone', align: 'right' }],
      pruned.map(({ what, days, rows }) => [what, days === null ? 'ever' : counted(days, 'day'), rows.toLocaleString('en')]),
      screen,
    ),
  );
  if (!ended) screen.print('Not all of it: the time was over. The next run goes on from there.');
}
