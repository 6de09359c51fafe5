// The pages over a million headlines in 200,000 families, as fifty readers at once have them: milliseconds at the 95th percentile, page by
// page, each reader asking for another family, outlet or word than the last; and the memory of the server before and after.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import autocannon from 'autocannon';
import type { Sql } from 'postgres';
import { projectRoot } from '../../lib/config.js';
import { makeScratch } from '../support/scratch.js';

/** SNI_BENCH_FAMILIES makes it smaller, for a look in between. */
const families = Number(process.env['SNI_BENCH_FAMILIES'] ?? 200_000);
const [titlesEach, outlets, actors, days] = [5, 1000, 300, 365];
const [readers, secondsEach] = [50, 10];
const words = ['drones', 'summit', 'sanctions', 'port', 'tanker', 'ceasefire', 'election', 'missile', 'grain', 'treaty'];
const theaters = ['UKRAINE', 'GAZA', 'TAIWAN_STRAIT', 'IRAN_NUCLEAR', 'EUROPE_SECURITY', 'AFRICA_SECURITY', 'LATAM_REGIONAL', 'GLOBAL'];

export async function benchPages(): Promise<Record<string, number>> {
  const scratch = await makeScratch({ connections: 2 });
  try {
    await fill(scratch.sql);
    const folder = join(scratch.home, `${scratch.name}-pages`);
    mkdirSync(folder);
    const settings = join(folder, 'sni.yaml');
    writeFileSync(settings, `database: ${scratch.name}\n`);
    const { url, pid, stop } = await serve({ SNI_HOME: scratch.home, SNI_CONFIG: settings });
    try {
      return await measured(url, pid);
    } finally {
      stop();
    }
  } finally {
    await scratch.drop();
  }
}

async function measured(url: string, pid: number): Promise<Record<string, number>> {
  const one = (most: number) => 1 + Math.floor(Math.random() * most);
  const pages: Record<string, string[]> = {
    brief: ['/'],
    family: Array.from({ length: 500 }, () => `/families/${one(families)}`),
    outlet: Array.from({ length: 200 }, () => `/outlets/Outlet%20${one(outlets)}`),
    search: words.flatMap((a) => words.map((b) => `/search?q=${a}+${b}`)),
    families: theaters.map((theater) => `/families?theater=${theater}`),
    actor: Array.from({ length: 100 }, () => `/actors/A${one(actors)}`),
    theater: theaters.map((theater) => `/theaters/${theater}`),
    compare: Array.from({ length: 100 }, () => `/compare?a=Outlet+${one(outlets)}&b=Outlet+${one(outlets)}`),
  };
  const figures: Record<string, number> = { mibBefore: mib(pid) };
  for (const [name, paths] of Object.entries(pages)) {
    const { latency, errors, non2xx } = await autocannon({
      ...{ url, connections: readers, duration: secondsEach, timeout: 60 },
      requests: paths.map((path) => ({ path })),
    });
    if (errors > 0) throw new Error(`${errors} requests for ${name} had no answer.`);
    figures[`${name} p95 ms`] = latency.p97_5;
    figures[`${name} p50 ms`] = latency.p50;
    if (non2xx > 0) figures[`${name} not found`] = non2xx;
  }
  return { ...figures, mibAfter: mib(pid) };
}

/** The 4th line of `sni serve` on: what it holds in memory. */
function mib(pid: number): number {
  const [, kib = '0'] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kib) / 1024);
}

async function serve(environment: Record<string, string>): Promise<{ url: string; pid: number; stop: () => void }> {
  const server = spawn(process.execPath, [join(projectRoot, 'dist/lib/pages/serve.js'), 'serve', '--port', '0'], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = await new Promise<string>((resolve, reject) => {
    server.stdout.once('data', (line: Buffer) => resolve(line.toString()));
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
  });
  return { url: said.trim().split(' ').at(-1) ?? '', pid: server.pid ?? 0, stop: () => server.kill() };
}

/** Families of the last year, most of the lists short; each with headlines of outlets by chance, a reading each, acts and a narrative. */
async function fill(sql: Sql): Promise<void> {
  await sql`alter table event_families disable trigger user`;
  await sql`
    insert into feeds (url, publisher_name, lang, country, owner)
    select 'feeds/' || n, 'Outlet ' || n, (array['en', 'de', 'fr', 'ru'])[1 + n % 4], 'GB', 'private' from generate_series(1, ${outlets}::int) n`;
  await sql`insert into actors (actor_id, name, kind) select 'A' || n, 'Actor ' || n, 'state' from generate_series(1, ${actors}::int) n`;
  await sql`
    insert into event_families (ef_key, status, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier, first_at, last_at, timeline,
      title_count, title_set, described_by, acts, figures, disputed, omissions, importance, importance_why, context)
    select 'key ' || n, 'active', (${words}::text[])[1 + n % 10] || ' and ' || (${words}::text[])[1 + n / 10 % 10] || ' in place ' || n, 'What happened in ' || n,
      (${theaters}::text[])[1 + n % 8], 'Strategy/Tactics', array['A' || 1 + n % ${actors}::int, 'A' || 1 + n / 7 % 40], '{strike}', 1,
      at - interval '5 hours', at, '[]', ${titlesEach}::int, 'set', '{"engine": "offline", "model": "rules"}',
      jsonb_build_array(jsonb_build_object('source', 'A' || 1 + n % ${actors}::int, 'action', 'attack', 'target', 'A' || 1 + n / 7 % 40, 'mode', 'done',
        'outlets', jsonb_build_array('Outlet ' || 1 + n % ${outlets}::int), 'cites', '["1"]'::jsonb, 'basis', 'one outlet')),
      '[]', '[]', '[]', n % 100, '[{"what": "tier 1", "points": 36}]', 'The context of ' || n
    from (
      select n, now() - (n::float8 / ${families}::int * ${days}::int) * interval '1 day' as at from generate_series(1, ${families}::int) n
    ) f`;
  await sql`
    insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from, raw, status,
      strategic_tier, gate_score, gate, reading, gated_at, ef_id, url, actors)
    select 1 + o, 'hash ' || t.n, said, said, said, 'Outlet ' || 1 + o, (array['en', 'de', 'fr', 'ru'])[1 + t.n % 4], last_at - interval '1 hour' * (t.n % 5),
      'item', '{}', 'gate_keep', 1, 5.5, '{}',
      jsonb_build_object('version', 'abc', 'theater', theater, 'eventType', event_type, 'acts', jsonb_build_array(
        jsonb_build_object('source', key_actors[1], 'action', 'attack', 'target', key_actors[2], 'start', 0, 'end', 6)),
        'wording', jsonb_build_object('agentNamed', t.n % 2 = 0, 'actWord', split_part(said, ' ', 1))),
      now(), ef_id, 'https://example.org/' || t.n, key_actors
    from (
      select n, 1 + n / ${titlesEach}::int as ef, (n::bigint * 7919 % ${outlets}::int)::int as o from generate_series(0, ${families * titlesEach - 1}::int) n
    ) t
    join lateral (select *, title || ' told by ' || t.n % 9 as said from event_families where ef_id = t.ef) f on true`;
  await sql`
    insert into framed_narratives (ef_id, position, title, thesis, framing, lexicon, outlets, prevalence, evidence, title_set, made_by)
    select ef_id, 1, 'How it is told', 'Headlines tell it so.', '{}', '{}', '{Outlet 1}', 1, '[]', 'set', '{"engine": "offline"}' from event_families`;
  await sql`alter table event_families enable trigger user`;
  await sql`select index_for_search(null)`;
  await sql`analyze`;
}
