// `sni feeds retry`: makes feeds due at the next run, without their waits and errors of before.
import type { Command } from 'commander';
import type { Sql } from 'postgres';
import { withApp } from '../../../lib/desk/app.js';
import { DeskError, exitCodes } from '../../../lib/desk/end.js';
import type { Screen } from '../../../lib/desk/screen.js';
import { counted } from '../../../lib/desk/words.js';
import { shownAddress } from '../../../lib/feeds/fetch/problem.js';
import type { ItemId } from '../../../lib/run.js';

export function addFeedsRetry(feeds: Command, screen: Screen): void {
  feeds
    .command('retry')
    .description('Make a feed due at once, or with --all each that was not read last time, however long it was to wait.')
    .argument('[url]', 'the address, or path, that "sni feeds" shows')
    .option('--all', 'all feeds that were not read last time', false)
    .addHelpText(
      'after',
      `
The next run of P1 reads them. Their errors are counted anew.

Examples:
  sni feeds retry https://example.org/feed.xml
  sni feeds retry --all && sni run ingest`,
    )
    .action(async (url: string | undefined, { all }: { all: boolean }, command: Command) => {
      if ((url !== undefined) === all)
        throw new DeskError('Name the address of one feed, or --all for those that were not read last time.', exitCodes.wrongConfiguration);
      const told = await withApp(command, ({ sql }) => (url === undefined ? retryAll(sql) : retryOne(sql, url.trim())));
      screen.print(told);
    });
}

async function retryAll(sql: Sql): Promise<string> {
  const rows = await sql<{ id: ItemId }[]>`select feed_id as id from feeds where listed and kind <> 'hand' and last_problem is not null`;
  if (rows.length === 0) return 'Every feed was read last time: nothing is to be tried again.';
  await retry(
    sql,
    rows.map(({ id }) => id),
  );
  return `${counted(rows.length, 'feed')} due now. "sni run ingest" reads them.`;
}

/** An address is also known without its password, which no page shows, and without the slash at its end. */
async function retryOne(sql: Sql, url: string): Promise<string> {
  const rows = await sql<{ id: ItemId; url: string; movedTo: string | null; listed: boolean }[]>`
    select feed_id as id, url, moved_to as "movedTo", listed from feeds where kind <> 'hand'`;
  const found = rows.filter((row) => [row.url, row.movedTo ?? row.url].some((address) => keyOf(address) === keyOf(url)));
  const there = found.filter(({ listed }) => listed);
  if (there.length === 0) {
    const why = found.length > 0 ? 'is no longer read: it stands in no list and not in sni.yaml' : 'is no feed that P1 reads';
    throw new DeskError(
      `${shownAddress(url)} ${why}. "sni feeds" shows those that are, "sni add-feed" adds one.`,
      exitCodes.wrongConfiguration,
    );
  }
  await retry(
    sql,
    there.map(({ id }) => id),
  );
  return `${shownAddress(url)} is due now. "sni run ingest" reads it.`;
}

function keyOf(address: string): string {
  return shownAddress(URL.canParse(address) ? new URL(address).href : address).replace(/\/$/, '');
}

/** What killed its process is taken out of quarantine too: who retries a feed means it. */
async function retry(sql: Sql, ids: readonly ItemId[]): Promise<void> {
  await sql`
    with freed as (
      update work set state = 'ready', attempts = 0, not_before = now(), error_class = null, error = null, error_signature = null
      where phase = 'ingest' and item_id = any(${ids as string[]}::bigint[]) and state in ('failed', 'ready')
    )
    update feeds set next_fetch_at = now(), errors_in_row = 0, failing_since = null
    where feed_id = any(${ids as string[]}::bigint[]) and listed`;
}
