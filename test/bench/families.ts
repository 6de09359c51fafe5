// What putting titles into families costs: so many in claims of fifty, as a worker's matcher holds them, one title against 100,000 open ones, and
// whole runs of the script by one worker and by two.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Sql } from 'postgres';
import { projectRoot } from '../../lib/config.js';
import { meaningsIn } from '../../lib/evidence/meanings.js';
import { jsonb } from '../../lib/jsonb.js';
import { groupTitles, makeMatcher } from '../../lib/matching/group.js';
import { keepNewRoomSmall } from '../../phases/generate/new-room.js';
import { makeScratch } from '../support/scratch.js';
import { makeTitles } from './families-titles.js';

const claim = 50;
const open = 100_000;
const probes = 200;
/** Titles that are open, and those that a run of the script then places. */
const [standing, placedByRun] = [20_000, 1_000];

/** Seconds for 5, 10, 20 and 40 thousand titles; of whole runs on rules by so many workers, and of one batch of 1,000 with 20,000 open. */
export async function benchFamilies(): Promise<Record<string, number | Record<string, number>>> {
  const seconds = [5_000, 10_000, 20_000, 40_000].map(placed);
  const [n5k = 0, n10k = 0, n20k = 0, n40k = 0] = seconds;
  const large = JSON.parse(spawnSync(process.execPath, [fileURLToPath(import.meta.url), 'open'], { encoding: 'utf8' }).stdout);
  return { n5k, n10k, n20k, n40k, growth: round(n40k / n20k), ...large, ...(await runs()) };
}

/** The script over titles in a database, by rules: by one worker and by two from nothing, and one batch of 1,000 where 20,000 are open. */
async function runs() {
  const scratch = await makeScratch({ connections: 1 });
  const folder = join(scratch.home, `${scratch.name}-families`);
  try {
    mkdirSync(folder);
    const settings = join(folder, 'sni.yaml');
    writeFileSync(settings, `database: ${scratch.name}\n`);
    const env = { PATH: process.env['PATH'], SNI_HOME: scratch.home, SNI_CONFIG: settings, SNI_LOG: 'error' };
    const run = (worker: number, batch: number) => runScript(batch, { ...env, SNI_CHECKPOINTS: join(folder, String(worker)) });
    const workers: Record<string, number> = {};
    for (const count of [1, 2]) {
      await storeKept(scratch.sql, 2 * placedByRun, 0);
      const startedAt = performance.now();
      await Promise.all(Array.from({ length: count }, (_, worker) => run(worker, 2 * placedByRun)));
      workers[count] = round((performance.now() - startedAt) / 1000);
    }
    await storeKept(scratch.sql, standing + placedByRun, standing);
    const startedAt = performance.now();
    await run(1, placedByRun);
    return { batch1kSeconds: round((performance.now() - startedAt) / 1000), workers };
  } finally {
    await scratch.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** So many kept titles, of which the first are in families of ten. */
export async function storeKept(sql: Sql, count: number, inFamilies: number): Promise<void> {
  const titles = makeTitles(count).map((title, at) => ({
    ...{ hash: title.titleHash, text: title.text, lang: title.lang, publisher: title.publisher, at: title.at },
    ...{ actors: title.actors, mechanisms: title.mechanisms, family: at < inFamilies ? title.titleHash.slice(0, -1) : null },
  }));
  await sql`truncate event_families, titles, feeds, work, runs restart identity cascade`;
  await sql`insert into feeds (url, publisher_name, lang) values ('bench', 'Bench', 'en')`;
  await sql`create temporary table if not exists given (hash text, text text, lang text, publisher text, at timestamptz, actors text[], mechanisms text[], family text)`;
  await sql`truncate given`;
  await sql`
    insert into given
    select * from jsonb_to_recordset(${jsonb(sql, titles)})
      as t(hash text, text text, lang text, publisher text, at timestamptz, actors text[], mechanisms text[], family text)`;
  await sql`
    insert into event_families (ef_key, status, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier, first_at, last_at,
      timeline, title_count, title_set, described_by)
    select family, 'active', left(min(text), 120), '', 'GLOBAL', 'Humanitarian', '{}', '{}', 1, min(at), max(at), '[]', count(*), family, '{}'
    from given where family is not null group by family`;
  await sql`
    insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from,
      raw, status, gated_at, strategic_tier, actors, mechanisms, ef_id)
    select 1, hash, text, text, lower(text), publisher, lang, at, 'item', '{}', 'gate_keep', now(), 1, g.actors, g.mechanisms, e.ef_id
    from given g left join event_families e on e.ef_key = g.family`;
  await sql`vacuum analyze titles`;
}

function runScript(batch: number, env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, [join(projectRoot, 'dist/phases/generate.js'), '--batch', String(batch)], {
    env,
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`A run of generate ended with ${code}.`))));
  });
}

function placed(count: number): number {
  const titles = makeTitles(count);
  const matcher = makeMatcher(meaningsIn(projectRoot));
  const startedAt = performance.now();
  for (let from = 0; from < count; from += claim) groupTitles(matcher, titles.slice(from, from + claim));
  return round((performance.now() - startedAt) / 1000);
}

/** In a process of its own, whose memory is kept small as the phase keeps it, and is that of 100,000 open titles: milliseconds for one title more, and MiB at most. */
function againstOpen(): void {
  keepNewRoomSmall();
  const titles = makeTitles(open + probes);
  const [old, fresh] = [titles.slice(0, open), titles.slice(open)];
  const families = new Map<string, typeof old>();
  old.forEach((title) => {
    const key = title.titleHash.slice(0, -1);
    families.set(key, [...(families.get(key) ?? []), title]);
  });
  const matcher = makeMatcher(meaningsIn(projectRoot));
  matcher.open([...families].map(([efId, members]) => ({ efId, titleSet: efId, members })));
  groupTitles(matcher, fresh.slice(0, probes / 2));
  const times = fresh.slice(probes / 2).map((title) => {
    const startedAt = performance.now();
    groupTitles(matcher, [title]);
    return performance.now() - startedAt;
  });
  const middle = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  console.log(JSON.stringify({ againstOpen100kMs: round(middle), peakMiB100k: Math.round(process.resourceUsage().maxRSS / 1024) }));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

if (process.argv[2] === 'open') againstOpen();
