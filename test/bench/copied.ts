// The sample copied until it is years long, by SQL alone: what triggers would write is copied like the rest, and indexes are built when all
// is there, so that ten million titles take minutes of the processor and not hours.
import type { Sql } from 'postgres';

/** Copies in one statement: what the server remembers of it stands in memory until its end. */
const copiesAtOnce = 500;
const apart = 100_000;

/** In eight bytes: with ten million titles the farthest copy is more than four hold. */
const away = (column: string) => `${column} + k::bigint * ${apart}`;
const named = (column: string) => `${column} || ' ' || k`;

/** By table, in the order their rows name each other, what differs in the copy `k` of a sample that is so many minutes older with each. */
function changesOf(minutes: number): Record<string, Record<string, string>> {
  const back = (column: string) => `${column} - k * interval '${minutes} minutes'`;
  return {
    event_families: {
      ...{ ef_id: away('ef_id'), ef_key: named('ef_key'), merged_into: away('merged_into'), continues: 'null' },
      ...{ first_at: back('first_at'), last_at: back('last_at'), generated_at: back('generated_at'), title: named('left(title, 100)') },
    },
    titles: {
      ...{ title_id: away('title_id'), ef_id: away('ef_id'), published_at: back('published_at'), ingested_at: back('ingested_at') },
      ...{ title_hash: named('title_hash'), guid: named('guid'), url_canonical: 'url_canonical || k', title_norm: named('title_norm') },
    },
    framed_narratives: { narrative_id: away('narrative_id'), ef_id: away('ef_id') },
    family_search: { ef_id: away('ef_id'), first_at: back('first_at'), last_at: back('last_at'), day: `(${back('last_at')})::date` },
    title_search: { title_id: away('title_id'), published_at: back('published_at') },
  };
}

/** Each copy is so many minutes older than the one before it; the oldest are stored first, as they would have come. Counts what there is then. */
export async function copySample(sql: Sql, wanted: number, minutes: number): Promise<{ titles: number; families: number }> {
  const [had] = await sql<{ titles: number }[]>`select count(*)::int as titles from titles`;
  const copies = Math.ceil(wanted / (had?.titles ?? 1)) - 1;
  for (const [table, changes] of Object.entries(changesOf(minutes))) await copyTable(sql, table, changes, copies);
  await sql`delete from title_counts`;
  await sql`insert into title_counts select status, strategic_tier is not null, ef_id is not null, count(*) from titles group by 1, 2, 3`;
  await sql`delete from family_counts`;
  await sql`insert into family_counts select status, count(*) from event_families group by status`;
  await sql`delete from narrative_counts`;
  await sql`insert into narrative_counts select count(*) from framed_narratives`;
  await sql`vacuum analyze`;
  const [counts] = await sql<{ titles: number; families: number }[]>`
    select (select count(*)::int from titles) as titles, (select count(*)::int from event_families) as families`;
  return counts ?? { titles: 0, families: 0 };
}

async function copyTable(sql: Sql, table: string, changes: Record<string, string>, copies: number): Promise<void> {
  const columns = await sql<{ name: string }[]>`
    select column_name as name from information_schema.columns where table_name = ${table} and table_schema = 'public' order by ordinal_position`;
  const names = columns.map(({ name }) => name);
  const indexes = await sql<{ name: string; made: string }[]>`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made
    from pg_index where indrelid = ${table}::regclass and not indisunique`;
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
  await sql`create table copied as select * from ${sql(table)}`;
  // Not the rules that titles and families name each other by either: each copy names its own.
  await sql`alter table ${sql(table)} disable trigger all`;
  await sql`alter table ${sql(table)} set (autovacuum_enabled = off)`;
  for (let last = copies; last > 0; last -= copiesAtOnce)
    await sql.unsafe(`
      insert into ${table} (${names.join(', ')}) overriding system value
      select ${names.map((name) => changes[name] ?? name).join(', ')}
      from generate_series(${last}, ${Math.max(1, last - copiesAtOnce + 1)}, -1) k cross join lateral (select * from copied offset 0) t`);
  await sql`alter table ${sql(table)} enable trigger all`;
  await sql`alter table ${sql(table)} reset (autovacuum_enabled)`;
  await sql`drop table copied`;
  for (const { made } of indexes) await sql.unsafe(`set maintenance_work_mem = '512MB'; ${made}`);
}
