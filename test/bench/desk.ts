// What an operator waits for when there is much: `sni status` and the pages of the desk over a million titles and three million rows of work,
// made by SQL.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import { projectRoot } from '../../lib/config.js';
import { makeScratch } from '../support/scratch.js';
import { environmentOf, served } from './serving.js';

const times = 9;
const desk = join(projectRoot, 'dist/lib/desk/sni.js');
/** A board is kept for a moment; each look is to be one of its own. */
const apartMs = 1600;

/** Milliseconds, the middle of nine: of the command as a process, beside one that asks the database nothing; and of each page. */
export async function benchDesk(titles: number): Promise<Record<string, number | Record<string, number>>> {
  const scratch = await makeScratch({ connections: 1 });
  try {
    const rows = await fill(scratch.sql, titles);
    const env = await environmentOf(scratch);
    const command = (...words: string[]): number =>
      middle(
        Array.from({ length: times }, () => {
          const began = performance.now();
          const { status, stderr } = spawnSync(process.execPath, [desk, ...words], { env, encoding: 'utf8' });
          if (status !== 0) throw new Error(`sni ${words.join(' ')} ended with ${status}: ${stderr}`);
          return performance.now() - began;
        }),
      );
    const commands = { help: command('--help'), log: command('log'), status: command('status') };
    return { titles, rows, ...commands, ...(await served(env, pageTimes)) };
  } finally {
    await scratch.drop();
  }
}

const looked = {
  now: '/desk',
  phase: '/desk/phases/generate',
  items: '/desk/items?phase=generate&state=ready',
  failures: '/desk/failures',
  runs: '/desk/runs?hours=168',
  reprocess: '/desk/reprocess?phase=enrich&which=stale',
};

async function pageTimes(base: string): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const [name, path] of Object.entries(looked)) {
    const took: number[] = [];
    for (let at = 0; at < times; at++) {
      await new Promise((resolve) => setTimeout(resolve, apartMs));
      const began = performance.now();
      const answer = await fetch(base + path);
      await answer.text();
      if (!answer.ok) throw new Error(`${path} answered with ${answer.status}.`);
      took.push(performance.now() - began);
    }
    found[name] = middle(took);
  }
  return found;
}

function middle(numbers: readonly number[]): number {
  return Math.round(numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0);
}

/** Returns how many rows of work there are: three a title. */
async function fill(sql: Sql, titles: number): Promise<number> {
  const families = Math.ceil(titles / 5);
  await sql`insert into feeds (url, publisher_name, lang, fetched_at, succeeded_at) select 'feeds/' || i, 'Outlet ' || i, 'en', now(), now() from generate_series(1, 500) i`;
  await sql`
    insert into event_families (ef_key, status, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier, first_at, last_at, timeline,
      title_count, title_set, described_by, narrated_title_set, enriched_at, narrated_at)
    select 'key ' || i, case when i % 400 = 0 then 'seed' else 'active' end, 'Family ' || i, 'Summary', 'UKRAINE', 'Strategy/Tactics', '{RU,UA}', '{strike}', 1,
      now() - i * interval '1 second', now() - i * interval '1 second', '[]', 5, 'set', '{"engine":"offline"}', case when i % 1000 > 0 then 'set' end, now(), now()
    from generate_series(1, ${families}::integer) i`;
  await sql`
    insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from, gated_at, raw, status,
      strategic_tier, gate_score, reading, ef_id)
    select 1 + i % 500, 'hash ' || i, 'Title ' || i, 'Title ' || i, 'title ' || i, 'Outlet ' || (i % 500), 'en', now() - i * interval '2 seconds', 'item', now(), '{}',
      case when i % 2 = 0 then 'gate_keep' when i % 1000 = 1 then 'pending' else 'gate_drop' end, case when i % 2 = 0 then 1 end, 3, case when i % 2 = 0 then '{}'::jsonb end,
      case when i % 2 = 0 then 1 + i % ${families}::integer end
    from generate_series(1, ${titles}::integer) i`;
  await sql`update phases set version = 'v2'`;
  for (const [phase, share] of Object.entries({ filter: 1, generate: 1, enrich: 0.5, narrate: 0.5 }))
    await fillWork(sql, phase, Math.round(titles * share));
  await sql`
    insert into runs (run_id, phase, worker, host, pid, batch, started_at, heartbeat_at, finished_at, claimed, done, exit)
    select gen_random_uuid(), name, 'w', 'host' || i % 3, i, 1000, now() - i * interval '10 minutes', now(), now() - i * interval '10 minutes' + interval '8 minutes', 1000, 1000, 'done'
    from generate_series(1, 4000) i, phases where position <= 5`;
  await sql`
    insert into model_calls (call_id, at, phase, task, engine, model, prompt_version, shape_version, input_sha256, outcome, cost_usd, latency_ms)
    select gen_random_uuid(), now() - i * interval '5 seconds', 'enrich', 't', 'ollama', 'm', '1', '1', 'x', 'answered', 0.001, 900 from generate_series(1, 200000) i`;
  await sql`vacuum analyze`;
  const [row] = await sql<{ rows: number }[]>`select count(*)::int as rows from work`;
  return row?.rows ?? 0;
}

/** Of each phase a tenth waits, some failed in forty ways, a seventh of what is done is stale. */
async function fillWork(sql: Sql, phase: string, count: number): Promise<void> {
  await sql`
    insert into work (phase, item_id, state, version, finished_at, discovered_at, error, error_class, error_signature, attempts)
    select ${phase}, i, state, case when state = 'done' then case when i % 7 = 0 then 'v1' else 'v2' end end, case when state = 'done' then now() end, now() - i * interval '1 second',
      case when state = 'failed' then 'the model said ' || i end, case when state = 'failed' then 'item_specific' end, case when state = 'failed' then 'kind ' || i % 40 end, 1
    from generate_series(1, ${count}::integer) i
    cross join lateral (select case when i % 10 = 3 then 'ready' when i % 3000 = 1 then 'failed' else 'done' end as state) s`;
}
