// What one title with an old date costs a run of P3: 100 titles of today, and the same with one of 200 days ago, where 170,000 families lie
// between the two.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import { projectRoot } from '../../lib/config.js';
import { makeScratch } from '../support/scratch.js';

const families = 170_000;
const days = 200;
const placed = 100;

type Cost = Record<'cpuSeconds' | 'peakMiB', number>;

/** Of the runs without and with the old title; each the second of its kind, when what is read lies in the database's memory. */
export async function benchOldDate(): Promise<{ without: Cost; with: Cost }> {
  const scratch = await makeScratch({ connections: 1 });
  const folder = join(scratch.home, `${scratch.name}-old-date`);
  try {
    mkdirSync(folder);
    const settings = join(folder, 'sni.yaml');
    writeFileSync(settings, `database: ${scratch.name}\n`);
    const env = { PATH: process.env['PATH'], SNI_HOME: scratch.home, SNI_CONFIG: settings, SNI_LOG: 'error', SNI_CHECKPOINTS: folder };
    await storeFamilies(scratch.sql);
    const costs: Cost[] = [];
    for (const isOld of [false, false, true]) {
      await storeTitles(scratch.sql, isOld);
      costs.push(await runScript(env));
    }
    const [, without, old] = costs as [Cost, Cost, Cost];
    return { without, with: old };
  } finally {
    await scratch.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One title each, evenly over the days. */
async function storeFamilies(sql: Sql): Promise<void> {
  await sql`insert into feeds (url, publisher_name, lang) values ('bench', 'Bench', 'en')`;
  await sql`
    insert into event_families (ef_key, status, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier, first_at, last_at,
      timeline, title_count, title_set, described_by)
    select 'old ' || n, 'active', 'Family ' || n, '', 'GLOBAL', 'Humanitarian', '{}', '{}', 1, at, at, '[]', 1, 'set ' || n, '{}'
    from generate_series(1, ${families}::int) as n, lateral (select now() - make_interval(secs => n * ${(days * 86_400) / families}::float8) as at) as t`;
  await sql`
    insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from,
      raw, status, gated_at, strategic_tier, actors, mechanisms, ef_id)
    select 1, md5(e.ef_key), t.text, t.text, lower(t.text), 'Outlet', 'en', e.first_at, 'item', '{}', 'gate_keep', now(), 1, '{US}', '{talks}', e.ef_id
    from event_families e, lateral (
      select 'Minister ' || substr(md5(e.ef_key), 1, 5) || ' meets ' || substr(md5(e.ef_key), 6, 5) || ' over ' || substr(md5(e.ef_key), 11, 5) as text) as t`;
  await sql`vacuum analyze titles`;
  await sql`vacuum analyze event_families`;
}

async function storeTitles(sql: Sql, isOld: boolean): Promise<void> {
  await sql`
    insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from,
      raw, status, gated_at, strategic_tier, actors, mechanisms)
    select 1, md5(random()::text), t.text, t.text, t.text, 'Outlet', 'en',
      case when ${isOld} and n = 1 then now() - make_interval(days => ${days}) else now() end, 'item', '{}', 'gate_keep', now(), 1, '{US}', '{talks}'
    from generate_series(1, ${placed}::int) as n, lateral (select 'envoy ' || substr(md5(n || random()::text), 1, 6) || ' sees ' || substr(md5(random()::text), 1, 6) as text) as t`;
}

/** One run of the script; what it used is what the system says of it at its end. */
function runScript(env: NodeJS.ProcessEnv): Promise<Cost> {
  const child = spawn(process.execPath, [join(projectRoot, 'dist/phases/generate.js'), '--batch', String(placed)], {
    env,
    stdio: 'inherit',
  });
  const cost = { cpuSeconds: 0, peakMiB: 0 };
  const look = setInterval(() => Object.assign(cost, costOf(child.pid) ?? {}), 20);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(look);
      if (code === 0) resolve(cost);
      else reject(new Error(`A run of generate ended with ${code}.`));
    });
  });
}

/** What a process has used so far, as Linux tells it; null where it is gone. */
function costOf(pid: number | undefined): Cost | null {
  try {
    const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    const ticks = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return peak === undefined
      ? null
      : { cpuSeconds: (Number(ticks[11]) + Number(ticks[12])) / 100, peakMiB: Math.round(Number(peak) / 1024) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || (error as NodeJS.ErrnoException).code === 'ESRCH') return null;
    throw error;
  }
}
