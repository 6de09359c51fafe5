// What P1 costs: the real script over 200 feeds with 20,000 good items on loopback, against a bare loop over the same web, each as a
// process of its own, in turn; then the script again with nothing new; then once with every fault of the hostile set beside them.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import { stringify } from 'yaml';
import { projectRoot } from '../../lib/config.js';
import { ensureRunning } from '../../lib/db/embedded.js';
import { makeScratch, type Scratch, settingsFor } from '../support/scratch.js';
import { type FarWeb, startFarWeb } from '../support/web/far-web.js';
import { childrenCpuSeconds, serverCpuSeconds } from './cpu.js';

const feeds = 200;
const itemsPerFeed = 100;
const rounds = 5;

interface Round {
  bare: Timed;
  first: Timed;
  secondRunSeconds: number;
  secondRunBytesRatio: number;
  peakMiB: number;
}

interface Timed {
  seconds: number;
  /** Of the process, and of the database's server meanwhile. */
  cpuSeconds: number;
  serverCpuSeconds: number;
  peakMiB: number;
}

/**
 * Seconds are medians of whole processes from start to end; `ratio` is the median of each round's own, `cpuRatio` the same of CPU seconds
 * of process and server together, `peakMiB` the most of all runs.
 */
export async function benchIngest(): Promise<Record<string, number>> {
  const scratch = await makeScratch();
  const folder = join(scratch.home, `${scratch.name}-ingest`);
  mkdirSync(folder);
  const web = await startFarWeb({ feeds, items: itemsPerFeed, hostile: true });
  try {
    await scratch.sql`
      create table bare_titles (
        feed text not null, guid text not null, title text, link text, published_at timestamptz, description text, primary key (feed, guid))`;
    const all: Round[] = [];
    for (let at = 0; at <= rounds; at++) {
      const round = await oneRound(scratch, folder, web);
      if (at > 0) all.push(round);
    }
    const faultsPeakMiB = await amongFaults(scratch, folder, web);
    const figure = (of: (round: Round) => number) => Math.round(median(all.map(of)) * 10_000) / 10_000;
    return {
      items: feeds * itemsPerFeed,
      seconds: figure(({ first }) => first.seconds),
      bareSeconds: figure(({ bare }) => bare.seconds),
      ratio: figure(({ first, bare }) => first.seconds / bare.seconds),
      cpuSeconds: figure(({ first }) => first.cpuSeconds),
      bareCpuSeconds: figure(({ bare }) => bare.cpuSeconds),
      serverCpuSeconds: figure(({ first }) => first.serverCpuSeconds),
      bareServerCpuSeconds: figure(({ bare }) => bare.serverCpuSeconds),
      cpuRatio: figure(({ first, bare }) => (first.cpuSeconds + first.serverCpuSeconds) / (bare.cpuSeconds + bare.serverCpuSeconds)),
      peakMiB: Math.max(faultsPeakMiB, ...all.map((round) => round.peakMiB)),
      secondRunSeconds: figure((round) => round.secondRunSeconds),
      secondRunBytesRatio: figure((round) => round.secondRunBytesRatio),
    };
  } finally {
    web.close();
    await scratch.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function oneRound(scratch: Scratch, folder: string, web: FarWeb): Promise<Round> {
  const { sql, home, name } = scratch;
  await sql`truncate bare_titles, titles, feeds, work, runs cascade`;
  const address = settingsFor(await ensureRunning({ home }), name, 8);
  const { host, port, user, database } = address;
  const urls = web.good.map(({ url }) => url);
  const bare = await timed(
    sql,
    'build/test/bench/bare-ingest.js',
    [JSON.stringify({ host, port, user, database }), JSON.stringify(urls)],
    {},
  );
  await expectRows('bare_titles', sql`select count(*)::int as n from bare_titles`);
  await sql`checkpoint`;
  const sources = web.good.map(({ url, lang }, number) => ({ feed: url, publisher: `News ${number}`, lang }));
  const script = () => runIngest(scratch, folder, { sources });
  const before = await web.counts();
  const first = await script();
  const between = await web.counts();
  await expectRows('titles', sql`select count(*)::int as n from titles`);
  await sql`checkpoint`;
  await sql`update feeds set next_fetch_at = now() - interval '1 minute'`;
  const second = await script();
  const after = await web.counts();
  if (after.requests - between.requests !== feeds) throw new Error(`The second run asked for ${after.requests - between.requests} feeds.`);
  return {
    bare,
    first,
    secondRunSeconds: second.seconds,
    secondRunBytesRatio: (after.bytesSent - between.bytesSent) / (between.bytesSent - before.bytesSent),
    peakMiB: Math.max(first.peakMiB, second.peakMiB),
  };
}

async function expectRows(table: string, counting: PromiseLike<{ n?: number }[]>): Promise<void> {
  const n = (await counting)[0]?.n;
  if (n !== feeds * itemsPerFeed) throw new Error(`${table} has ${n} rows, not ${feeds * itemsPerFeed}: the figures would mean nothing.`);
}

/** The script's peak in MiB where every fault of the hostile set is among the sources. */
async function amongFaults(scratch: Scratch, folder: string, web: FarWeb): Promise<number> {
  await scratch.sql`truncate titles, feeds, work, runs cascade`;
  const urls = [...web.hostile.map(({ url }) => url), ...web.good.map(({ url }) => url)];
  const sources = urls.map((feed, number) => ({ feed, publisher: `News ${number}`, lang: 'en' }));
  return (await runIngest(scratch, folder, { sources, fetch: { deadline: '2s' } })).peakMiB;
}

function runIngest({ name, home, sql }: Scratch, folder: string, settings: { sources: object[]; fetch?: object }) {
  const file = join(folder, 'sni.yaml');
  const fetching = { allowPrivate: true, ...settings.fetch };
  writeFileSync(file, stringify({ database: name, checkpoints: 'checkpoints', ...settings, fetch: fetching }));
  return timed(sql, 'dist/phases/ingest.js', ['--batch', '1000000'], { SNI_HOME: home, SNI_CONFIG: file });
}

/** A script from its start to its end; its peak by the kernel's count, looked up until it has gone. Throws when it fails. */
async function timed(sql: Sql, script: string, args: string[], env: Record<string, string>): Promise<Timed> {
  const [cpuBefore, serverCpuBefore] = [childrenCpuSeconds(), await serverCpuSeconds(sql)];
  const startedAt = performance.now();
  const child = spawn(process.execPath, [join(projectRoot, script), ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let peakMiB = 0;
  const looking = setInterval(() => {
    peakMiB = peakOf(child.pid) ?? peakMiB;
  }, 20);
  const [code] = (await once(child, 'exit')) as [number | null];
  const seconds = (performance.now() - startedAt) / 1000;
  clearInterval(looking);
  if (code !== 0) throw new Error(`${script} ended with ${code}; run it by hand to see why.`);
  const spent = { cpuSeconds: childrenCpuSeconds() - cpuBefore, serverCpuSeconds: (await serverCpuSeconds(sql)) - serverCpuBefore };
  return { seconds, peakMiB, ...spent };
}

/** VmHWM in MiB; undefined for a process that has gone. */
function peakOf(pid: number | undefined): number | undefined {
  try {
    const kib = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kib === undefined ? undefined : Math.round(Number(kib) / 1024);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return undefined;
    throw error;
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
