// Refuses a database that holds feeds of others, for the sample must not be mixed into real data.
import type { Sql } from 'postgres';
import { shownDatabase } from '../../app.js';
import type { Config } from '../../config.js';
import { DeskError, exitCodes } from '../end.js';

/** Throws when the database holds feeds that are not of the sample; a database without tables passes. */
export async function requireSampleOnly(sql: Sql, config: Config): Promise<void> {
  const [table] = await sql<{ there: boolean }[]>`select to_regclass('feeds') is not null as there`;
  if (!table?.there) return;
  const sample = config.sources.flatMap(({ feed }) => (feed === undefined ? [] : [feed]));
  const others = await sql<{ url: string }[]>`select url from feeds where not url = any(${sample}) order by feed_id limit 1`;
  const other = others[0];
  if (!other) return;
  throw new DeskError(
    `The database at ${shownDatabase(config)} already holds feeds that are not of the sample, such as ${other.url}. ` +
      'The sample must not be mixed into real data: unset DATABASE_URL, or name an empty database in it, and start again.',
    exitCodes.wrongConfiguration,
  );
}
