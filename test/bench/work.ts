// The cost of the state machine: claims and settles of no-op items against a bare loop that does the same two updates, with a
// fencing token but without attempts, backoff, priority and versions, on the same server, in turn. And what an empty run costs.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import { projectRoot } from '../../lib/config.js';
import { claim, settle } from '../../lib/work.js';
import { makeScratch, type Scratch } from '../support/scratch.js';

const items = 20_000;
const batch = 100;
const connections = 8;
const rounds = 5;

/** Items per second of ours and of the bare loop, medians over rounds run in turn, and the ratio of the two. */
export async function benchWork(): Promise<Record<string, number>> {
  const scratch = await makeScratch({ connections });
  try {
    const { sql } = scratch;
    await sql`
      create table raw_work (item_id bigint primary key, state text not null default 'ready', lease_token uuid, lease_expires_at timestamptz)`;
    await sql`create index on raw_work (item_id) where state = 'ready'`;
    await sql`create index on raw_work (lease_token) where lease_token is not null`;
    const ours: number[] = [];
    const raw: number[] = [];
    for (let round = 0; round <= rounds; round++) {
      const rawRate = await timed(
        () => fillRaw(sql),
        () => rawLoop(sql),
      );
      const ourRate = await timed(
        () => fillWork(sql),
        () => ourLoop(sql),
      );
      if (round === 0) continue;
      raw.push(rawRate);
      ours.push(ourRate);
    }
    const emptyRunSeconds = await emptyRun(scratch);
    const itemsPerSecond = Math.round(median(ours));
    const rawItemsPerSecond = Math.round(median(raw));
    const ratio = Math.round(median(ours.map((rate, index) => rate / (raw[index] ?? rate))) * 1000) / 1000;
    return { itemsPerSecond, rawItemsPerSecond, ratio, emptyRunSeconds };
  } finally {
    await scratch.drop();
  }
}

async function timed(fill: () => Promise<void>, loop: () => Promise<void>): Promise<number> {
  await fill();
  const startedAt = performance.now();
  await loop();
  return items / ((performance.now() - startedAt) / 1000);
}

async function fillRaw(sql: Sql): Promise<void> {
  await sql`truncate raw_work`;
  await sql`insert into raw_work (item_id) select generate_series(1, ${items})`;
  await sql`vacuum analyze raw_work`;
}

async function fillWork(sql: Sql): Promise<void> {
  await sql`truncate work`;
  await sql`insert into work (phase, item_id) select 'filter', generate_series(1, ${items})`;
  await sql`vacuum analyze work`;
}

async function rawLoop(sql: Sql): Promise<void> {
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (;;) {
        const rows = await sql<{ item_id: string; lease_token: string }[]>`
        with next as (
          select item_id from raw_work where state = 'ready' order by item_id limit ${batch} for update skip locked
        ), token as materialized (select gen_random_uuid() as id)
        update raw_work w set state = 'leased', lease_token = token.id, lease_expires_at = now() + interval '1 minute'
        from next, token where w.item_id = next.item_id returning w.item_id, w.lease_token`;
        const first = rows[0];
        if (!first) return;
        await sql`update raw_work set state = 'done', lease_token = null where lease_token = ${first.lease_token}`;
      }
    }),
  );
}

async function ourLoop(sql: Sql): Promise<void> {
  await Promise.all(
    Array.from({ length: connections }, async (_, index) => {
      for (;;) {
        const lease = await claim(sql, 'filter', { worker: `bench/${index}`, limit: batch, leaseSeconds: 60 });
        if (!lease) return;
        await settle(sql, lease, { itemIds: null, version: 'bench', written: sql`made as (select 1 where false)` });
      }
    }),
  );
}

/** Wall seconds of a phase script that finds nothing to do, the median of five. */
async function emptyRun({ name, home, sql }: Scratch): Promise<number> {
  await sql`truncate work`;
  const settings = join(home, `${name}.yaml`);
  const { writeFileSync, rmSync } = await import('node:fs');
  writeFileSync(settings, `database: ${name}\ncheckpoints: ${name}-checkpoints\n`);
  const seconds: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const startedAt = performance.now();
    const code = await new Promise<number | null>((resolve, reject) => {
      const env = { PATH: process.env['PATH'], SNI_HOME: home, SNI_CONFIG: settings };
      spawn(process.execPath, [join(projectRoot, 'dist/phases/enrich.js')], { env, stdio: 'ignore' })
        .on('error', reject)
        .on('exit', resolve);
    });
    if (code !== 0) throw new Error(`The empty run ended with ${code}; run node dist/phases/enrich.js to see why.`);
    if (round > 0) seconds.push((performance.now() - startedAt) / 1000);
  }
  rmSync(settings);
  rmSync(join(home, `${name}-checkpoints`), { recursive: true });
  return Math.round(median(seconds) * 1000) / 1000;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
