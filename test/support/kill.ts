// Kills a phase at a moment, runs it again with --resume, and says whether the tables equal those of a run that nobody disturbed.

import { readFileSync } from 'node:fs';
import { dirname, join, parse as parsePath } from 'node:path';
import type { Sql } from 'postgres';
import { parse } from 'yaml';
import { type PhaseName, phaseNames } from '../../lib/config/phases.js';
import { sampleFile } from '../../lib/config.js';
import { onHost } from './hosts.js';
import { makeWorld, type World } from './world.js';

/** A third of the sample in three languages: what a kill costs does not depend on how much is worked. */
export const fewFeeds = ['harbour-post', 'federal-ledger', 'nordelbe-zeitung', 'novy-bereg'];

/** A fifth of it, all in English. */
export const twoFeeds = ['harbour-post', 'meridian-wire'];

/** The two shortest in English. */
export const shortFeeds = ['harbour-post', 'federal-ledger'];

/** The sample's sources by absolute path, all or these of them, and groups so small that a run has many moments to die in. */
export function killSettings(feeds?: readonly string[]): object {
  const { sources } = parse(readFileSync(sampleFile, 'utf8')) as { sources: { feed: string }[] };
  const chosen = sources.filter(({ feed }) => feeds === undefined || feeds.includes(parsePath(feed).name));
  return {
    sources: chosen.map((source) => ({ ...source, feed: join(dirname(sampleFile), source.feed) })),
    phases: {
      // A headline that two feeds bring is stored from the first that is read: one at a time, so that the order is always the same.
      ingest: { group: 1, max_inflight: 1 },
      filter: { group: 10, max_inflight: 2 },
      generate: { group: 25 },
      enrich: { group: 2, max_inflight: 2 },
      narrate: { group: 2, max_inflight: 2 },
    },
  };
}

/**
 * Where a phase stands before it ran, and what an undisturbed run of it leaves. `seconds` is what that took from the start of the
 * process, `workSeconds` from its first claim on.
 */
export interface Stage {
  phase: PhaseName;
  settings: object;
  before: World;
  after: string;
  seconds: number;
  workSeconds: number;
}

/** When to kill: so long after the process was started, or after it said that its work begins. */
export interface Moment {
  after: 'spawn' | 'started';
  seconds: number;
}

interface Staging {
  home?: string;
  /** Those of the sample that are read; all where none are named. */
  feeds?: readonly string[];
  only?: string | undefined;
  undisturbed: 'here' | 'run';
}

/**
 * Runs the sample through all phases undisturbed, keeping a copy of the database before each; where only one of them is to be killed, none
 * behind it. What is to be killed runs as a process where `undisturbed` says so, as it takes longer by the start; all else in this one. Drop
 * each stage's `before`.
 */
export async function makeStages({ home, feeds, only, undisturbed }: Staging): Promise<Stage[]> {
  const settings = killSettings(feeds);
  const place = home === undefined ? {} : { home };
  let before = await makeWorld({ ...place, settings });
  const stages: Stage[] = [];
  for (const phase of phaseNames) {
    await before.sql.end();
    const running = await makeWorld({ ...place, settings, source: before.name });
    await auditSettles(running.sql);
    const startedAt = performance.now();
    const ended = await running[only === undefined || only === phase ? undisturbed : 'here'](phase, ['--batch', '100000', '--resume']);
    if (ended.code !== 0) throw new Error(`${phase} failed undisturbed: ${ended.stderr} ${JSON.stringify(ended.lines.at(-2))}`);
    const seconds = (performance.now() - startedAt) / 1000;
    const [begun, finished] = ['started', 'finished'].map((event) =>
      Date.parse(String(ended.lines.find((line) => line.event === event)?.['time'])),
    );
    const workSeconds = ((finished ?? Number.NaN) - (begun ?? Number.NaN)) / 1000;
    stages.push({ phase, settings, before, after: await tables(running.sql), seconds, workSeconds });
    await running.sql.unsafe('drop table settles; drop function note_settle cascade');
    before = running;
    if (phase === only) break;
  }
  await before.drop();
  return stages;
}

export interface Verdict {
  /** Whether the process was still running when it was killed. */
  killed: boolean;
  problems: string[];
}

/**
 * Kills the phase at a moment, lets it run again, `here` or as the process it was, compares. No problems: nothing was lost, nothing done twice.
 */
export async function killAndResume(stage: Stage, moment: Moment, again: 'here' | 'run', home?: string): Promise<Verdict> {
  const world = await makeWorld({ ...(home === undefined ? {} : { home }), settings: stage.settings, source: stage.before.name });
  try {
    await auditSettles(world.sql);
    const running = world.start(stage.phase, ['--batch', '100000', '--resume']);
    if (moment.after === 'started') await running.said('started');
    const timer = setTimeout(() => running.process.kill('SIGKILL'), moment.seconds * 1000);
    const first = await running.ended;
    clearTimeout(timer);
    const second = await world[again](stage.phase, ['--batch', '100000', '--resume']);
    const problems: string[] = [];
    if (second.code !== 0)
      problems.push(`the second run ended with ${second.code}: ${second.stderr}${JSON.stringify(second.lines.at(-2))}`);
    problems.push(...(await leftovers(world.sql, stage.phase)));
    if ((await tables(world.sql)) !== stage.after) problems.push('the tables differ from those of an undisturbed run');
    return { killed: first.signal === 'SIGKILL', problems };
  } finally {
    await world.drop();
  }
}

/** Machines that run a phase at once: so many processes, and so many within this one. */
interface Machines {
  processes: number;
  here: number;
}

/** Runs the phase at once on several machines. No problems: they shared the work, nothing was done twice. */
export async function runAtOnce(
  stage: Stage,
  { processes, here }: Machines,
  home?: string,
): Promise<{ problems: string[]; done: number[] }> {
  const world = await makeWorld({ ...(home === undefined ? {} : { home }), settings: stage.settings, source: stage.before.name });
  try {
    await auditSettles(world.sql);
    // By rules a second worker of P3 stands by until the first has done its batch: a share each.
    const kept = await world.sql`select from titles where status = 'gate_keep' and ef_id is null`;
    const batch = stage.phase === 'generate' ? Math.ceil(kept.length / (processes + here)) : 100_000;
    const words = ['--batch', String(batch), '--resume'];
    const started = Array.from({ length: processes }, (_, at) => world.start(stage.phase, words, onHost(`machine-${at}`, world.folder)));
    if (here > 0) await started[0]?.said('started');
    const own = Array.from({ length: here }, (_, at) =>
      world.here(stage.phase, words, { SNI_CHECKPOINTS: join(world.folder, `own-${at}`) }),
    );
    const all = await Promise.all([...started.map(({ ended }) => ended), ...own]);
    const problems = await leftovers(world.sql, stage.phase);
    for (const ended of all) if (ended.code !== 0) problems.push(`a run ended with ${ended.code}: ${ended.stderr}`);
    // Which titles meet in a group depends on who claims what, so the families of two workers may differ from those of one.
    const homeless = await world.sql`select from titles where status = 'gate_keep' and ef_id is null`;
    if (stage.phase === 'generate' && homeless.length > 0) problems.push(`${homeless.length} titles are in no family`);
    const hashes = await world.sql<{ title_hash: string }[]>`select title_hash from titles`;
    const lost = hashes.filter(({ title_hash }) => !stage.after.includes(title_hash)).length;
    if (lost > 0 || hashes.length !== stage.after.split('"title_hash":').length - 1)
      problems.push(`${lost} titles are not those of a single run`);
    // Which of two feeds brings a headline first is chance where two processes read.
    const ordered = stage.phase !== 'generate' && stage.phase !== 'ingest';
    if (ordered && (await tables(world.sql)) !== stage.after) problems.push('the tables differ from those of a single run');
    return { problems, done: all.map((ended) => Number(ended.finished?.['done'] ?? 0)) };
  } finally {
    await world.drop();
  }
}

/** What a phase must not leave behind: unfinished items, items settled twice, families whose count is not that of their titles. */
async function leftovers(sql: Sql, phase: string): Promise<string[]> {
  const unfinished = await sql`select state, count(*)::int as n from work where phase = ${phase} and state <> 'done' group by 1`;
  const twice = await sql`select item_id from settles where phase = ${phase} group by item_id having count(*) > 1`;
  const miscounted = await sql`
    select from event_families e left join titles t using (ef_id) where e.status in ('seed', 'active')
    group by e.ef_id having e.title_count <> count(t.title_id)`;
  return [
    ...unfinished.map(({ state, n }) => `${n} items are left ${state}`),
    ...(twice.length > 0 ? [`${twice.length} items were settled twice`] : []),
    ...(miscounted.length > 0 ? [`${miscounted.length} families miscount their titles`] : []),
  ];
}

/** From here on each settle of a work row leaves a row of its own. */
async function auditSettles(sql: Sql): Promise<void> {
  await sql`create table settles (phase text, item_id bigint)`;
  await sql.unsafe(`
    create function note_settle() returns trigger language plpgsql as
      $$ begin insert into settles values (new.phase, new.item_id); return null; end $$;
    create trigger note_settle after update on work for each row
      when (new.state = 'done' and old.state <> 'done') execute function note_settle();`);
}

/** All that the phases leave, as text, by natural keys: without row ids, times of work and who worked. */
async function tables(sql: Sql): Promise<string> {
  const titles = await sql`
    select t.title_hash, f.url, t.guid, t.title_original, t.title_display, t.publisher_name, t.lang, t.published_at, t.status, t.strategic_tier,
           t.gate, t.actors, t.mechanisms, e.ef_key, t.gated_at is not null as gated, t.generated_at is not null as generated
    from titles t join feeds f using (feed_id) left join event_families e using (ef_id) order by t.title_hash`;
  const families = await sql`
    select (to_jsonb(e) - '{ef_id,generated_at,enriched_at,narrated_at,continues,merged_into}'::text[]) as family,
           c.ef_key as continues, m.ef_key as merged_into
    from event_families e
    left join event_families c on c.ef_id = e.continues left join event_families m on m.ef_id = e.merged_into
    order by e.ef_key`;
  const narratives = await sql`
    select e.ef_key, to_jsonb(n) - '{narrative_id,ef_id,made_at}'::text[] as narrative
    from framed_narratives n join event_families e using (ef_id) order by e.ef_key, n.position`;
  return JSON.stringify({ titles, families, narratives });
}
