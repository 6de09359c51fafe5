// The brief of all days of the sample, with so few stories that it fits a terminal.
import type { Sql } from 'postgres';
import type { Config } from '../../config.js';
import type { Edition } from '../../edition/edition.js';
import { readEdition } from '../../edition/read.js';
import { timeArgument } from '../time.js';

const most = 3;

export interface SampleBrief {
  /** The day of the first headline, and the day after the last, as `sni brief` takes them. */
  since: string;
  until: string;
  edition: Edition;
}

/** Null where there is no family. */
export async function readSampleBrief(sql: Sql, { timeZone, theaters }: Config, now: Date): Promise<SampleBrief | null> {
  const [days] = await sql<{ since: string | null; until: string }[]>`
    select (min(first_at) at time zone ${timeZone})::date::text as since, ((max(last_at) at time zone ${timeZone})::date + 1)::text as until
    from event_families where status in ('seed', 'active')`;
  if (!days?.since) return null;
  const [since, until] = [timeArgument('--since', days.since, now, timeZone), timeArgument('--until', days.until, now, timeZone)];
  const edition = await readEdition(sql, { since, until, theater: null, watch: undefined, timeZone, theaters, most });
  return { since: days.since, until: days.until, edition };
}
