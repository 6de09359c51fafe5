// What the gate costs: 10,000 and 50,000 pending titles decided and read by one run of the real script, its peak memory, the matcher
// alone, and the gate with the reading of what it keeps. Titles are made of the sample's headlines and the vocabulary's own terms, each different from the others.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import { defaultEventTypes, defaultTheaters } from '../../lib/config/lists.js';
import { phases } from '../../lib/config/phases.js';
import { projectRoot } from '../../lib/config.js';
import { makeTermMatcher } from '../../lib/vocabulary/matcher.js';
import { loadVocabulary } from '../../lib/vocabulary.js';
import { currentReader } from '../../phases/filter/current-gate.js';
import { decideAll } from '../../phases/filter/decide.js';
import { makeGate } from '../../phases/filter/gate.js';
import { makeScratch } from '../support/scratch.js';
import { childrenCpuSeconds, serverCpuSeconds } from './cpu.js';

export interface Headline {
  title: string;
  lang: string;
}

const rounds = 3;
const few = 10_000;
const many = 50_000;

/** Wall seconds of whole processes (median of three for the smaller, of two for the larger), MiB at 50,000, titles matched, and gated and read, a second. */
export async function benchGate(): Promise<Record<string, number>> {
  const vocabulary = loadVocabulary(join(projectRoot, 'lib/vocabulary/terms'));
  const headlines = makeHeadlines(
    many,
    vocabulary.terms.map((term) => term.words),
  );
  const match = makeTermMatcher(vocabulary.terms);
  // The first pass is cold and not counted.
  for (const { title, lang } of headlines) match(title, lang);
  const rates = Array.from({ length: rounds * 2 }, () => {
    const startedAt = performance.now();
    for (const { title, lang } of headlines) match(title, lang);
    return headlines.length / ((performance.now() - startedAt) / 1000);
  });
  const gate = makeGate(vocabulary);
  const lists = { theaters: defaultTheaters, eventTypes: defaultEventTypes };
  const { readAll } = await currentReader({ root: projectRoot, file: 'sni.yaml', vocabulary: { add: [], remove: [] }, ...lists });
  const ask = ({ title, lang }: Headline) => gate(title, lang);
  // As a run does it: groups of titles, a few under way at once.
  const decide = async (): Promise<void> => {
    const { group, maxInflight } = phases.filter.defaults;
    let from = 0;
    const work = async (): Promise<void> => {
      while (from < headlines.length) {
        const titles = headlines.slice(from, from + group);
        from += group;
        await decideAll(titles, ask, readAll, () => null);
      }
    };
    await Promise.all(Array.from({ length: maxInflight }, work));
  };
  await decide();
  const readRates = await repeated(rounds, async () => {
    const startedAt = performance.now();
    await decide();
    return headlines.length / ((performance.now() - startedAt) / 1000);
  });
  const scratch = await makeScratch();
  const folder = join(scratch.home, `${scratch.name}-gate`);
  try {
    mkdirSync(folder);
    const settings = join(folder, 'sni.yaml');
    writeFileSync(settings, `database: ${scratch.name}\ncheckpoints: checkpoints\n`);
    const small = await repeated(rounds, () => gateOnce(scratch.sql, scratch.home, settings, headlines.slice(0, few)));
    const large = await repeated(2, () => gateOnce(scratch.sql, scratch.home, settings, headlines));
    return {
      run10kSeconds: round(median(small.map((run) => run.seconds))),
      run50kSeconds: round(median(large.map((run) => run.seconds))),
      run50kCpuSeconds: round(median(large.map((run) => run.cpuSeconds))),
      run50kServerCpuSeconds: round(median(large.map((run) => run.serverCpuSeconds))),
      matchesPerSecond: Math.round(median(rates)),
      readingsPerSecond: Math.round(median(readRates)),
      peakMiB: round(Math.max(...large.map((run) => run.peakMiB))),
    };
  } finally {
    await scratch.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same titles in each run: a headline of the sample with some vocabulary terms put in, at places a fixed sequence chooses. */
export function makeHeadlines(count: number, terms: readonly string[]): Headline[] {
  const sample = readFileSync(join(projectRoot, 'deploy/sample/gold.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Headline);
  let state = 1;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  return Array.from({ length: count }, (_, index) => {
    const { title, lang } = sample[index % sample.length] ?? { title: '', lang: 'en' };
    const words = title.split(' ').slice(0, 6 + below(6));
    for (let extra = below(3); extra > 0; extra--) words.splice(below(words.length), 0, terms[below(terms.length)] ?? '');
    return { title: `${words.join(' ')} ${1900 + below(8000)}`.slice(0, 500), lang };
  });
}

/** Fills the tables with pending titles, runs the script over them, and sees that it decided every one. */
async function gateOnce(sql: Sql, home: string, settings: string, headlines: readonly Headline[]) {
  await storePending(sql, headlines);
  const [cpuBefore, serverCpuBefore] = [childrenCpuSeconds(), await serverCpuSeconds(sql)];
  const run = await runScript(home, settings, headlines.length);
  const spent = { cpuSeconds: childrenCpuSeconds() - cpuBefore, serverCpuSeconds: (await serverCpuSeconds(sql)) - serverCpuBefore };
  const [left] = await sql<{ pending: number }[]>`select count(*)::int as pending from titles where status = 'pending'`;
  if (left?.pending !== 0)
    throw new Error(`The run left ${left?.pending} of ${headlines.length} titles pending; run it by hand to see why.`);
  return { ...run, ...spent };
}

/** Empties the tables and stores these as pending titles. */
export async function storePending(sql: Sql, headlines: readonly Headline[]): Promise<void> {
  await sql`truncate work, titles, feeds, runs restart identity cascade`;
  await sql`insert into feeds (url, publisher_name, lang) values ('bench', 'Bench', 'en')`;
  await sql`
    insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from, raw)
    select 1, number::text, title, title, lower(title), 'Bench', lang, now(), 'item', jsonb_build_object('title', title, 'link', 'https://example.org/' || number)
    from unnest(${headlines.map(({ title }) => title)}::text[], ${headlines.map(({ lang }) => lang)}::text[])
      with ordinality as h (title, lang, number)`;
  await sql`vacuum analyze titles`;
  await sql`checkpoint`;
}

/** Wall seconds from start to end of the process, and the most memory it held (Linux's VmHWM), in MiB. */
function runScript(home: string, settings: string, batch: number): Promise<{ seconds: number; peakMiB: number }> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [join(projectRoot, 'dist/phases/filter.js'), '--batch', String(batch)], {
    env: { PATH: process.env['PATH'], SNI_HOME: home, SNI_CONFIG: settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  let peakMiB = 0;
  const watch = setInterval(() => {
    peakMiB = Math.max(peakMiB, highWaterMiB(child.pid));
  }, 20);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(watch);
      if (code === 0) resolve({ seconds: (performance.now() - startedAt) / 1000, peakMiB });
      else reject(new Error(`The run ended with ${code}: ${said}`));
    });
  });
}

/** 0 where the process has just ended. */
function highWaterMiB(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return 0;
    throw error;
  }
}

async function repeated<Value>(times: number, make: () => Promise<Value>): Promise<Value[]> {
  const values: Value[] = [];
  for (let time = 0; time < times; time++) values.push(await make());
  return values;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
