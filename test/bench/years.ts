// What the commands of an operator and the runs cost when years of titles are stored: the sample copied until it has --titles, some five
// thousand a day, with records of work for all of it; beside the same with 20,000 titles.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import { projectRoot, sampleFile } from '../../lib/config.js';
import { claim, settle } from '../../lib/work.js';
import { makeScratch } from '../support/scratch.js';
import { copySample } from './copied.js';
import { environmentOf } from './serving.js';

const fewTitles = 20_000;
/** Some five thousand titles a day: ten million are five years. */
const minutesApart = 360;
const rounds = 5;
const claimed = 10_000;
const desk = join(projectRoot, 'dist/lib/desk/sni.js');

type Env = Record<string, string | undefined>;

interface Measured {
  titles: number;
  families: number;
  work: number;
  statusMs: number;
  feedsMs: number;
  listFamiliesMs: number;
  showMs: number;
  searchMs: number;
  nothingMs: number;
  claimsPerSecond: number;
  generate100Seconds: number;
  bytesPerTitle: number;
}

/** Milliseconds from the start of a process to its end, medians of five; `few` is the same with 20,000 titles. */
export async function benchYears(titles: number): Promise<Record<string, number | Record<string, number>>> {
  const few = await measured(fewTitles);
  const many = await measured(titles);
  return {
    ...many,
    nothingMoreMs: many.nothingMs - few.nothingMs,
    claimsRatio: Math.round((many.claimsPerSecond / few.claimsPerSecond) * 100) / 100,
    few: { ...few },
  };
}

async function measured(titles: number): Promise<Measured> {
  const scratch = await makeScratch({ connections: 2 });
  try {
    const { sql, home, name } = scratch;
    const env = { ...(await environmentOf(scratch)), SNI_CHECKPOINTS: join(home, `${name}-checkpoints`), SNI_CONFIG: sampleFile };
    run([desk, 'quickstart'], env);
    const counts = await copySample(sql, titles, minutesApart);
    const work = await recordWork(sql);
    const [size] = await sql<[{ bytes: number }]>`select pg_database_size(current_database())::float8 as bytes`;
    const [family] = await sql<[{ id: string }]>`select max(ef_id)::text as id from event_families where status = 'active'`;
    const words = {
      statusMs: ['status', '--json'],
      feedsMs: ['feeds', '--json'],
      listFamiliesMs: ['list', 'families', '--json'],
      showMs: ['show', `ef:${family.id}`, '--json'],
      searchMs: ['search', 'tanker', 'hormuz', '--json'],
    };
    const commands = Object.fromEntries(Object.entries(words).map(([figure, args]) => [figure, medianMs([desk, ...args], env)]));
    const nothingMs = medianMs([join(projectRoot, 'dist/phases/enrich.js')], env);
    const claimsPerSecond = await claims(sql);
    await waitForFamilies(sql);
    const generate100Seconds = runMs([join(projectRoot, 'dist/phases/generate.js'), '--batch', '100'], env) / 1000;
    return {
      ...counts,
      work,
      ...(commands as Pick<Measured, 'statusMs' | 'feedsMs' | 'listFamiliesMs' | 'showMs' | 'searchMs'>),
      ...{ nothingMs, claimsPerSecond, generate100Seconds: Math.round(generate100Seconds * 100) / 100 },
      bytesPerTitle: Math.round(size.bytes / counts.titles),
    };
  } finally {
    await scratch.drop();
  }
}

/** What the phases have left of their work for each title and family that was copied, done on their days; returns how many rows there are. */
async function recordWork(sql: Sql): Promise<number> {
  const version = (phase: string) => sql`(select version from work where phase = ${phase} and version is not null limit 1)`;
  await sql`alter table work disable trigger user`;
  for (const phase of ['filter', 'generate'])
    await sql`
      insert into work (phase, item_id, state, attempts, version, finished_at)
      select ${phase}, title_id, 'done', 1, ${version(phase)}, ingested_at from titles
      where ${phase} = 'filter' or ef_id is not null
      on conflict do nothing`;
  for (const phase of ['enrich', 'narrate'])
    await sql`
      insert into work (phase, item_id, state, attempts, version, finished_at)
      select ${phase}, ef_id, 'done', 1, ${version(phase)}, generated_at from event_families where status = 'active'
      on conflict do nothing`;
  await sql`alter table work enable trigger user`;
  await sql`delete from work_counts`;
  await sql`insert into work_counts select phase, state, version, count(*) from work group by phase, state, version`;
  await sql`vacuum analyze`;
  const [row] = await sql<[{ work: number }]>`select count(*)::int as work from work`;
  return row.work;
}

/** Claims and settles 10,000 items that nothing is to be done with, in hundreds; items a second. */
async function claims(sql: Sql): Promise<number> {
  const first = 2_000_000_000_000;
  await sql`insert into work (phase, item_id) select 'filter', ${first}::bigint + n from generate_series(1, ${claimed}) n`;
  const startedAt = performance.now();
  for (;;) {
    const lease = await claim(sql, 'filter', { worker: 'bench/0', limit: 100, leaseSeconds: 60 });
    if (!lease) break;
    await settle(sql, lease, { itemIds: null, version: 'bench', written: sql`made as (select 1 where false)` });
  }
  const seconds = (performance.now() - startedAt) / 1000;
  await sql`delete from work where phase = 'filter' and item_id > ${first}::bigint`;
  return Math.round(claimed / seconds);
}

/** A hundred strategic titles of today that are in no family: copies under another hash. */
async function waitForFamilies(sql: Sql): Promise<void> {
  const columns = await sql<{ name: string }[]>`
    select column_name as name from information_schema.columns where table_name = 'titles' and table_schema = 'public' and is_identity = 'NO' and is_generated = 'NEVER'
    order by ordinal_position`;
  const changes: Record<string, string> = {
    ...{ ef_id: 'null', generated_at: 'null', guid: 'null', url_canonical: "url_canonical || ' new'" },
    ...{ title_hash: "title_hash || ' new'", title_norm: "title_norm || ' new'" },
  };
  const names = columns.map(({ name }) => name);
  await sql.unsafe(`
    insert into titles (${names.join(', ')})
    select ${names.map((name) => changes[name] ?? name).join(', ')} from (select * from titles where ef_id is not null order by title_id limit 100) t`);
}

function run(words: readonly string[], env: Env): void {
  const ended = spawnSync(process.execPath, words, { env, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (ended.status !== 0)
    throw new Error(`node ${words.join(' ')} ended with ${ended.status}: ${ended.stderr || ended.stdout.slice(-1000)}`);
}

function runMs(words: readonly string[], env: Env): number {
  const startedAt = performance.now();
  run(words, env);
  return performance.now() - startedAt;
}

function medianMs(words: readonly string[], env: Env): number {
  const sorted = Array.from({ length: rounds }, () => runMs(words, env)).sort((a, b) => a - b);
  return Math.round(sorted[Math.floor(rounds / 2)] ?? Number.NaN);
}
