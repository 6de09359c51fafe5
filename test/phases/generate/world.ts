// Kept titles, claims of P3 on them, and the families they come to, for tests with a real database.
import type { JSONValue, Sql } from 'postgres';
import { readConfig } from '../../../lib/config.js';
import { makeAsk } from '../../../lib/llm/ask.js';
import { makeLog } from '../../../lib/log.js';
import { toStore } from '../../../lib/reading/stored.js';
import type { Tools } from '../../../lib/run.js';
import { generate, type Result } from '../../../phases/generate.js';
import { evidence } from '../../support/evidence.js';
import { readHeadline } from '../../support/read-headline.js';

export interface Kept {
  text: string;
  /** Hours after 1 March 2026. */
  at?: number;
  actors?: string[];
  mechanisms?: string[];
}

export function toolsOn(sql: Sql): Tools {
  return {
    config: readConfig(undefined, { SNI_CONFIG: 'deploy/sample/sni.yaml' }),
    sql,
    log: makeLog({ level: 'silent', name: 'test', to: 'stdout' }),
    ask: makeAsk(() => undefined, evidence),
    signal: new AbortController().signal,
    takeRoom: (wanted) => wanted,
  };
}

/** Empties the tables of news, and adds the feed that `keep` stores titles of. */
export async function empty(sql: Sql): Promise<void> {
  await sql`truncate event_families, titles, feeds, work restart identity cascade`;
  await sql`insert into feeds (url, publisher_name, lang) values ('a.xml', 'Meridian Wire', 'en')`;
}

/** Stores gate-kept titles in this order; returns their ids. */
export async function keep(sql: Sql, titles: readonly Kept[]): Promise<string[]> {
  const rows = await sql<{ title_id: string }[]>`
    insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from,
      raw, status, gated_at, strategic_tier, actors, mechanisms, reading)
    select 1, md5(t.text || t.at), t.text, t.text, lower(t.text), 'Meridian Wire', 'en', t.at, 'item', '{}', 'gate_keep', now(), 1, t.actors, t.mechanisms, t.reading
    from jsonb_to_recordset(${sql.json(
      titles.map(({ text, at = 0, actors = [], mechanisms = [] }) => ({
        text,
        at: new Date(Date.UTC(2026, 2, 1) + at * 3_600_000).toISOString(),
        actors,
        mechanisms,
        reading: toStore(readHeadline(text, 'en'), 'a version') as JSONValue,
      })),
    )}) as t (text text, at timestamptz, actors text[], mechanisms text[], reading jsonb)
    returning title_id`;
  return rows.map((row) => row.title_id);
}

/** One claim of P3 on these titles, settled as the loop does. */
export async function place(sql: Sql, titleIds: readonly string[]): Promise<void> {
  const tools = toolsOn(sql);
  const outcomes = await generate.work(await generate.load(titleIds, tools), tools);
  const results = outcomes.filter((outcome): outcome is { itemId: string; result: Result } => 'result' in outcome);
  await sql`
    with closed as (select unnest(${titleIds as string[]}::bigint[]) as item_id), ${generate.settle(sql, results, tools)}
    select count(*)::int as made from made`;
}

/** Each family with its titles, as the tables have it. */
export function familiesIn(sql: Sql) {
  return sql<
    { ef_id: string; status: string; merged_into: string | null; continues: string | null; title_count: number; titles: string[] }[]
  >`
    select ef_id, status, merged_into, continues, title_count,
      array(select title_id::text from titles t where t.ef_id = e.ef_id order by title_id) as titles
    from event_families e
    order by ef_id`;
}
