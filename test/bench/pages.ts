// What the sample's brief and site cost, and what a page costs fifty readers at once: the sample world, copied until it has so many titles, behind
// the real server.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import autocannon from 'autocannon';
import type { Sql } from 'postgres';
import { projectRoot, sampleFile } from '../../lib/config.js';
import { makeScratch } from '../support/scratch.js';
import { copySample } from './copied.js';
import { environmentOf, served } from './serving.js';

const readers = 50;
const secondsEach = 5;
const minutesApart = 30;
const desk = join(projectRoot, 'dist/lib/desk/sni.js');

/** Milliseconds of the sample's brief and site, at the 97.5th percentile by page, answers a second, and the server's memory, MiB at most. */
export async function benchPages(titles: number): Promise<Record<string, number | Record<string, number>>> {
  const scratch = await makeScratch({ connections: 1 });
  try {
    const env = await environmentOf(scratch);
    const filled = spawnSync(process.execPath, [desk, 'quickstart'], { env, encoding: 'utf8' });
    if (filled.status !== 0) throw new Error(`The quick start ended with ${filled.status}: ${filled.stderr}`);
    const sampleMs = timeSample(scratch.home, env);
    const counts = await copySample(scratch.sql, titles, minutesApart);
    return await served(env, async (base, server) => {
      const p97: Record<string, number> = {};
      const answers: Record<string, number> = {};
      for (const [name, paths] of Object.entries(await pagesOf(scratch.sql))) {
        const any = (): string => paths[Math.floor(Math.random() * paths.length)] as string;
        const requests = [{ setupRequest: (request: autocannon.Request) => ({ ...request, path: any() }) }];
        const measured = await autocannon({ url: base, connections: readers, duration: secondsEach, requests });
        if (measured.non2xx > 0 || measured.errors > 0)
          throw new Error(`${name} answered ${measured.non2xx} times with another status than 2xx, and failed ${measured.errors} times.`);
        p97[name] = measured.latency.p97_5;
        answers[name] = Math.round(measured.requests.average);
      }
      const peakMiB = Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1024);
      return { sampleMs, ...counts, p97, answers, peakMiB };
    });
  } finally {
    await scratch.drop();
  }
}

/** Milliseconds of the commands that make the brief and the site of the sample, as they were waited for; the goal is 2,000 together. */
function timeSample(folder: string, env: NodeJS.ProcessEnv): Record<string, number> {
  const timed = (...words: string[]): number => {
    const begun = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [desk, '--config', sampleFile, ...words], { env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`sni ${words.join(' ')} ended with ${status}: ${stderr}`);
    return Math.round(performance.now() - begun);
  };
  return {
    brief: timed('brief', '--since', '2026-03-10', '--until', '2026-03-14', '--format', 'html', '--out', join(folder, 'brief.html')),
    site: timed('publish', join(folder, 'site'), '--days', '7'),
  };
}

/** Of each kind the pages that readers ask for, each time another one: few are kept from the time before. */
async function pagesOf(sql: Sql): Promise<Record<string, string[]>> {
  const families = await sql<{ id: string }[]>`select ef_id as id from event_families where status = 'active' order by random() limit 5000`;
  const titles = await sql<{ id: string }[]>`select title_id as id from titles where ef_id is not null order by random() limit 5000`;
  const outlets = await sql<{ name: string }[]>`select distinct publisher_name as name from titles order by 1`;
  const actors = await sql<{ id: string }[]>`select actor_id as id from actors order by 1`;
  const theaters = await sql<{ id: string }[]>`select distinct theater as id from event_families order by 1`;
  const words = await sql<{ word: string }[]>`
    select distinct word from titles, unnest(string_to_array(title_norm, ' ')) word where title_id < 100000 and length(word) > 4 order by 1`;
  const searched = words.map(({ word }) => encodeURIComponent(word));
  return {
    brief: ['/'],
    family: families.map(({ id }) => `/families/${id}`),
    title: titles.map(({ id }) => `/titles/${id}`),
    families: theaters.flatMap(({ id }) => ['time', 'size', 'importance'].map((sort) => `/families?sort=${sort}&theater=${id}`)),
    outlet: outlets.map(({ name }) => `/outlets/${encodeURIComponent(name)}`),
    actor: actors.map(({ id }) => `/actors/${encodeURIComponent(id)}`),
    theater: theaters.map(({ id }) => `/theaters/${id}`),
    map: ['/map', ...theaters.map(({ id }) => `/map?theater=${id}`)],
    positions: ['/positions', ...outlets.map(({ name }) => `/positions?outlet=${encodeURIComponent(name)}`)],
    search: searched.map((word) => `/search?q=${word}`),
    searchRare: searched.map((word, at) => `/search?q=${word}+${at}`),
  };
}
