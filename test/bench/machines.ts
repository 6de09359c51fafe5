// What several machines bring: the same items worked by one, two and four workers, each with checkpoints and, for root, a host name of its own:
// 20,000 titles for P2, 2,000 for P3 by rules, and 300 for P3 with a model that takes half a second. On one machine they share its processors:
// what it shows is that they neither wait for each other nor do anything twice.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { projectRoot } from '../../lib/config.js';
import { loadVocabulary } from '../../lib/vocabulary.js';
import { fakeGeminiKey, startFakeGemini } from '../support/models/fake-gemini.js';
import { answer } from '../support/models/sober-answers.js';
import { makeScratch, type Scratch } from '../support/scratch.js';
import { storeKept } from './families.js';
import { makeHeadlines, storePending } from './gate.js';

const counts = [1, 2, 4];
const latencyMs = 500;

interface Work {
  /** What begins the names of its figures. */
  name: string;
  phase: 'filter' | 'generate';
  items: number;
  store: () => Promise<void>;
  models?: object;
}

/** Items a second by so many workers, and the least share of them that one of the workers took. Throws where one was done twice or not at all. */
export async function benchMachines(): Promise<Record<string, Record<string, number>>> {
  const { terms } = loadVocabulary(join(projectRoot, 'lib/vocabulary/terms'));
  const headlines = makeHeadlines(
    20_000,
    terms.map((term) => term.words),
  );
  const scratch = await makeScratch({ connections: 1 });
  const cloud = await startFakeGemini({ latencyMs, answer });
  const models = { gemini: { url: cloud.url }, roles: { describe: { models: ['gemini/gemini-2.5-flash'] } } };
  const kept = (items: number) => ({ phase: 'generate' as const, items, store: () => storeKept(scratch.sql, items, 0) });
  try {
    return {
      ...(await shared(scratch, { name: 'gated', phase: 'filter', items: 20_000, store: () => storePending(scratch.sql, headlines) })),
      ...(await shared(scratch, { name: 'placedByRules', ...kept(2000) })),
      ...(await shared(scratch, { name: 'placedWithModel', ...kept(300), models })),
    };
  } finally {
    await scratch.drop();
    await cloud.close();
  }
}

async function shared({ sql, home, name: database }: Scratch, work: Work): Promise<Record<string, Record<string, number>>> {
  const folder = join(home, `${database}-${work.name}`);
  mkdirSync(folder);
  const settings = join(folder, 'sni.yaml');
  writeFileSync(settings, stringify({ database, ...(work.models === undefined ? {} : { models: work.models }) }));
  const env = { PATH: process.env['PATH'], SNI_HOME: home, SNI_CONFIG: settings, GEMINI_API_KEY: fakeGeminiKey };
  const perSecond: Record<string, number> = {};
  const leastShare: Record<string, number> = {};
  try {
    for (const count of counts) {
      await work.store();
      const startedAt = performance.now();
      const done = await Promise.all(
        Array.from({ length: count }, (_, at) => runOn(`host-${at}`, work, { ...env, SNI_CHECKPOINTS: join(folder, `${count}-${at}`) })),
      );
      const seconds = (performance.now() - startedAt) / 1000;
      const all = done.reduce((sum, one) => sum + one, 0);
      const [twice] = await sql<{ items: number }[]>`
        select count(*)::int as items from work where phase = ${work.phase} and (state <> 'done' or attempts <> 1)`;
      if (all !== work.items || twice?.items !== 0)
        throw new Error(`${count} workers have done ${all} of ${work.items} items, ${twice?.items} of them not at the first try.`);
      perSecond[count] = Math.round((work.items / seconds) * 10) / 10;
      leastShare[count] = Math.round((Math.min(...done) / work.items) * 100) / 100;
    }
    return { [`${work.name}PerSecond`]: perSecond, [`${work.name}LeastShare`]: leastShare };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One run on a host of that name, which only root can give; how many items it has done. */
function runOn(host: string, { phase, items }: Work, env: Record<string, string | undefined>): Promise<number> {
  const words = [process.execPath, join(projectRoot, `dist/phases/${phase}.js`), '--batch', String(items)];
  const named = process.getuid?.() === 0 ? ['unshare', '--uts', 'sh', '-c', `hostname ${host} && exec "$@"`, 'sh', ...words] : words;
  const child = spawn(named[0] ?? '', named.slice(1), { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const finished = said.split('\n').findLast((line) => line.includes('"event":"finished"'));
      if (code === 0 && finished) resolve((JSON.parse(finished) as { done: number }).done);
      else reject(new Error(`The run on ${host} ended with ${code}: ${said.slice(-2000)}`));
    });
  });
}
