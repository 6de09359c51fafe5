// For each condition that somebody is told of, what makes it so in a world where all is well, and what ends it.
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import { resume } from '../../../lib/operator/pausing.js';

type Case = [name: string, subject: string, begin: () => Promise<unknown>, end: () => Promise<unknown>];

/** A working world: a feed read just now, a title, a run of P1. */
export async function makeWell(sql: Sql): Promise<void> {
  await sql`insert into feeds (url, publisher_name, lang, fetched_at) values ('a.xml', 'Harbour Post', 'en', now()), ('b.xml', 'Novy Bereg', 'uk', now())`;
  await sql`
    insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from, raw, status)
    values (1, 'h', 't', 't', 't', 'Harbour Post', 'en', now(), 'item', '{}', 'gate_drop')`;
  await sql`
    insert into runs (run_id, phase, worker, host, pid, batch, started_at, finished_at, done, exit)
    values (gen_random_uuid(), 'ingest', 'w', 'h', 1, 10, now() - interval '10 minutes', now() - interval '9 minutes', 2, 'done')`;
}

/** For each condition what makes it so, and what ends it. */
export const casesOf = (sql: Sql, backups: string): Case[] => [
  [
    'stalled',
    'generate',
    async () => {
      await sql`insert into work (phase, item_id, not_before, discovered_at) values ('generate', 1, now() - interval '1 hour', now() - interval '1 hour')`;
      await sql`insert into paces (phase, minute, done) select name, now() - interval '13 minutes', 1 from phases`;
    },
    () => sql`update work set state = 'done'`,
  ],
  [
    'paused',
    'enrich',
    () => sql`update phases set paused_at = now(), pause_reason = 'The model is unknown.' where name = 'enrich'`,
    () => resume(sql, 'enrich', { byWhom: 'anna', why: '' }),
  ],
  [
    'worker_gone',
    'narrate',
    () => sql`
      insert into runs (run_id, phase, worker, host, pid, batch, started_at, heartbeat_at)
      values (gen_random_uuid(), 'narrate', 'w', 'box', 77, 10, now() - interval '1 hour', now() - interval '20 minutes')`,
    () => sql`update runs set finished_at = now(), exit = 'failed' where phase = 'narrate'`,
  ],
  [
    'feed_dead',
    'feed:1',
    () => sql`update feeds set failing_since = now() - interval '8 days', last_problem = 'HTTP 404' where feed_id = 1`,
    () => sql`update feeds set failing_since = null`,
  ],
  [
    'feeds_unreachable',
    '',
    () => sql`update feeds set errors_in_row = 3, failing_since = now()`,
    () => sql`update feeds set errors_in_row = 0, failing_since = null`,
  ],
  [
    'no_titles',
    '',
    () => sql`update titles set ingested_at = now() - interval '7 hours'`,
    () => sql`update titles set ingested_at = now()`,
  ],
  [
    'budget',
    '',
    () => sql`insert into spending (day, usd) values ((now() at time zone 'UTC')::date, 4.2)`,
    () => sql`update spending set usd = 1`,
  ],
  [
    'backup',
    '',
    async () =>
      utimesSync(join(backups, 'sni-20260101T000000Z.dump'), new Date(Date.now() - 3 * 86_400_000), new Date(Date.now() - 3 * 86_400_000)),
    async () => writeFileSync(join(backups, 'sni-20260102T000000Z.dump'), ''),
  ],
];
