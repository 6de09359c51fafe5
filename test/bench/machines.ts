// What several machines bring: the same 20,000 pending titles gated by one, two and four workers, each with checkpoints and, for root, a host name of
// its own. On one machine they share its processors: what it shows is that they neither wait for each other nor do anything twice.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../lib/config.js';
import { loadVocabulary } from '../../lib/vocabulary.js';
import { makeScratch } from '../support/scratch.js';
import { makeHeadlines, storePending } from './gate.js';

const titles = 20_000;
const script = join(projectRoot, 'dist/phases/filter.js');

/** Titles a second by so many workers, and the least share of them that one of the workers took. Throws where one was done twice or not at all. */
export async function benchMachines(): Promise<Record<string, number | Record<string, number>>> {
  const { terms } = loadVocabulary(join(projectRoot, 'lib/vocabulary/terms'));
  const headlines = makeHeadlines(
    titles,
    terms.map((term) => term.words),
  );
  const scratch = await makeScratch({ connections: 1 });
  const folder = join(scratch.home, `${scratch.name}-machines`);
  try {
    mkdirSync(folder);
    const settings = join(folder, 'sni.yaml');
    writeFileSync(settings, `database: ${scratch.name}\n`);
    const titlesPerSecond: Record<string, number> = {};
    const leastShare: Record<string, number> = {};
    for (const count of [1, 2, 4]) {
      await storePending(scratch.sql, headlines);
      const startedAt = performance.now();
      const env = { PATH: process.env['PATH'], SNI_HOME: scratch.home, SNI_CONFIG: settings };
      const done = await Promise.all(
        Array.from({ length: count }, (_, at) => gateOn(`host-${at}`, { ...env, SNI_CHECKPOINTS: join(folder, `${count}-${at}`) })),
      );
      const all = done.reduce((sum, one) => sum + one, 0);
      if (all !== titles) throw new Error(`${count} workers have done ${all} of ${titles} titles.`);
      titlesPerSecond[count] = Math.round(titles / ((performance.now() - startedAt) / 1000));
      leastShare[count] = Math.round((Math.min(...done) / titles) * 100) / 100;
    }
    return { titlesPerSecond, leastShare };
  } finally {
    await scratch.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One run on a host of that name, which only root can give; how many titles it has done. */
function gateOn(host: string, env: Record<string, string | undefined>): Promise<number> {
  const words = [process.execPath, script, '--batch', String(titles)];
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
