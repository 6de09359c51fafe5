// What the sample's brief and site cost, and what a page costs fifty readers at once: the sample world, copied until it has so many titles, behind
// the real server.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import autocannon from 'autocannon';
import type { Sql } from 'postgres';
import { projectRoot, sampleFile } from '../../lib/config.js';
import { makeScratch } from '../support/scratch.js';
import { environmentOf, served } from './serving.js';

const readers = 50;
const secondsEach = 5;
/** Copies in one statement: what triggers are shown of it stands in memory and on disk until its end. */
const copiesAtOnce = 200;
const desk = join(projectRoot, 'dist/lib/desk/sni.js');

/** Milliseconds of the sample's brief and site, at the 97.5th percentile by page, answers a second, and the server's memory, MiB at most. */
export async function benchPages(titles: number): Promise<Record<string, number | Record<string, number>>> {
  const scratch = await makeScratch({ connections: 1 });
  try {
    const env = await environmentOf(scratch);
    const filled = spawnSync(process.execPath, [desk, 'quickstart'], { env, encoding: 'utf8' });
    if (filled.status !== 0) throw new Error(`The quick start ended with ${filled.status}: ${filled.stderr}`);
    const sampleMs = timeSample(scratch.home, env);
    const counts = await copySample(scratch.sql, titles);
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

/** Copies all families with their titles, each copy half an hour older than the one before it; the oldest are stored first, as they would have come. */
export async function copySample(sql: Sql, wanted: number): Promise<{ titles: number; families: number }> {
  const [had] = await sql<{ titles: number }[]>`select count(*)::int as titles from titles`;
  const copies = Math.ceil(wanted / (had?.titles ?? 1)) - 1;
  const back = (column: string) => `${column} - k * interval '30 minutes'`;
  const copied: Record<string, Record<string, string>> = {
    event_families: {
      ...{ ef_id: 'ef_id + k * 100000', ef_key: "ef_key || ' ' || k", merged_into: 'merged_into + k * 100000', continues: 'null' },
      ...{
        first_at: back('first_at'),
        last_at: back('last_at'),
        title: "left(title, 100) || ' ' || k",
        generated_at: back('generated_at'),
      },
    },
    titles: {
      ...{
        title_id: 'title_id + k * 100000',
        title_hash: "title_hash || ' ' || k",
        guid: "guid || ' ' || k",
        url_canonical: 'url_canonical || k',
      },
      ...{
        ef_id: 'ef_id + k * 100000',
        published_at: back('published_at'),
        ingested_at: back('ingested_at'),
        title_norm: "title_norm || ' ' || k",
      },
    },
    framed_narratives: { narrative_id: 'narrative_id + k * 100000', ef_id: 'ef_id + k * 100000' },
  };
  await sql`alter table event_families disable trigger user`;
  for (const [table, changes] of Object.entries(copied)) {
    const columns = await sql<{ name: string }[]>`
      select column_name as name from information_schema.columns where table_name = ${table} and table_schema = 'public' order by ordinal_position`;
    const names = columns.map(({ name }) => name);
    await sql`create table copied as select * from ${sql(table)}`;
    for (let last = copies; last > 0; last -= copiesAtOnce)
      await sql.unsafe(`
        insert into ${table} (${names.join(', ')}) overriding system value
        select ${names.map((name) => changes[name] ?? name).join(', ')}
        from generate_series(${last}, ${Math.max(1, last - copiesAtOnce + 1)}, -1) k cross join lateral (select * from copied offset 0) t`);
    await sql`drop table copied`;
  }
  await sql`alter table event_families enable trigger user`;
  await sql`select index_for_search(null)`;
  await sql`vacuum analyze`;
  const [counts] = await sql<{ titles: number; families: number }[]>`
    select (select count(*)::int from titles) as titles, (select count(*)::int from event_families) as families`;
  return counts ?? { titles: 0, families: 0 };
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
