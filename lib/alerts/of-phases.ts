// What can be wrong with a phase: work waits and nothing moves, it was paused by no human, its process has vanished.
import type { Fragment } from 'postgres';
import { type PhaseName, phaseNames, phases, positionOf } from '../config/phases.js';
import { isPaused } from '../errors/paused.js';
import { type OldestFood, oldestFood } from '../food.js';
import type { AlertScene, Trouble } from './condition.js';

/** Nothing finished for so long, while work waits. */
const stalledMinutes = 10;
/** A phase that is started every hour may leave work waiting for so long. */
const hourlyMinutes = 75;
/** The newest runs of a phase that are looked at. */
const mostRuns = 50;
/** A run says something every 5 seconds. */
const silentMinutes = 5;

/**
 * A phase that has finished nothing for long though something waits: in its backlog, or as `food` in the tables, where nobody has come to take
 * it.
 */
export async function stalled(
  { sql, config }: { sql: AlertScene['sql']; config: Pick<AlertScene['config'], 'phases' | 'ingestEverySeconds'> },
  food: Promise<ReadonlyMap<string, OldestFood>> = oldestFood(sql, null, config),
): Promise<Trouble[]> {
  const found = [...(await food)];
  const rows = await sql<{ phase: PhaseName; waiting: number; since: Date; minutes: number; running: boolean; lines: string[] }[]>`
    with found as (
      select * from unnest(${found.map(([phase]) => phase)}::text[], ${found.map(([, { since }]) => since.toISOString())}::timestamptz[],
        ${found.map(([, { found: items }]) => items)}::float8[]) f (phase, oldest, items)
    ), moved as (
      select p.name as phase, p.position,
        coalesce((select u.minute + interval '1 minute' from paces u where u.phase = p.name and u.done > 0 order by u.minute desc limit 1),
          '-infinity') as at,
        exists (select from runs r where r.phase = p.name and r.finished_at is null and r.heartbeat_at > now() - interval '1 minute') as running,
        -- A run that ended well took all that was food then.
        coalesce((select max(coalesce(r.finished_at, r.heartbeat_at))
          from (select exit, finished_at, heartbeat_at from runs where phase = p.name order by started_at desc limit ${mostRuns}) r
          where r.exit is null or r.exit in ('done', 'nothing')), '-infinity') as ran_at
      from phases p
      where not ${isPaused(sql)}
    ), waits as (
      select m.phase, m.position, m.running, w.items + coalesce(f.items, 0) as items,
        least(case when w.items > 0 then greatest(m.at, w.oldest) end, case when f.items > 0 then greatest(m.at, m.ran_at, f.oldest) end) as since
      from moved m
      left join found f on f.phase = m.phase
      cross join lateral (
        select count(*)::float8 as items, min(greatest(not_before, discovered_at)) as oldest
        from (select not_before, discovered_at from work where phase = m.phase and state = 'ready' and not_before <= now() limit 10000) w
      ) w
      where w.items > 0 or f.items > 0
    )
    select phase, items as waiting, since, running, floor(extract(epoch from now() - since) / 60)::float8 as minutes,
      ${lastLines(sql, sql`waits.phase`)} as lines
    from waits
    where since <= now() - make_interval(mins => case
      when running or phase = any(${phaseNames.filter((name) => phases[name].hourlyAt === null)}::text[]) then ${stalledMinutes}::integer else ${hourlyMinutes}::integer end)
    order by position`;
  return rows.map(({ phase, waiting, since, minutes, running, lines }) => ({
    subject: phase,
    since,
    lines,
    what: `${phase} has finished nothing for ${minutes} min, and ${waiting.toLocaleString('en')}${waiting >= 10_000 ? ' or more' : ''} ${waiting === 1 ? 'item waits' : 'items wait'}${running ? ' though it runs' : ''}.`,
    todo: running ? `"sni failures ${phase}" says what goes wrong.` : `Nothing runs it: ${starter(phase)}`,
  }));
}

/** Who paused it wrote the log in the same statement, at the same time, if it was an operator. */
export async function paused({ sql }: AlertScene): Promise<Trouble[]> {
  const rows = await sql<{ phase: PhaseName; reason: string; since: Date; until: Date | null; lines: string[] }[]>`
    select name as phase, coalesce(pause_reason, 'no reason given') as reason, paused_at as since, paused_until as until,
      ${lastLines(sql, sql`p.name`)} as lines
    from phases p
    where ${isPaused(sql)} and not exists (select from operator_log o where o.act = 'pause' and o.phase = p.name and o.at = p.paused_at)
    order by position`;
  return rows.map(({ phase, reason, since, until, lines }) => ({
    subject: phase,
    since,
    lines,
    what: `${phase} is paused ${until ? `until ${until.toISOString().slice(0, 16).replace('T', ' ')} UTC` : 'until it is resumed'}: ${reason}`,
    todo: `"sni failures ${phase}" says what it met; "sni resume ${phase}" lets it go on.`,
  }));
}

/** A run that neither ended nor says anything, and that no later run has followed. */
export async function workerGone({ sql }: AlertScene): Promise<Trouble[]> {
  const rows = await sql<{ phase: PhaseName; host: string; pid: number; since: Date; lines: string[] }[]>`
    select distinct on (r.phase) r.phase, r.host, r.pid, r.heartbeat_at as since, ${lastLines(sql, sql`r.phase`)} as lines
    from runs r
    where r.finished_at is null and r.heartbeat_at < now() - make_interval(mins => ${silentMinutes}) and r.started_at > now() - interval '7 days'
      and not exists (select from runs later where later.phase = r.phase and later.started_at > r.started_at)
    order by r.phase, r.heartbeat_at desc`;
  return rows.map(({ phase, host, pid, since, lines }) => ({
    subject: phase,
    since,
    lines,
    what: `The process of ${phase} (${pid} on ${host}) has said nothing since ${since.toISOString().slice(0, 16).replace('T', ' ')} UTC.`,
    todo: `Its items go back by themselves. ${starter(phase)}`,
  }));
}

function starter(phase: PhaseName): string {
  if (!phases[phase] || positionOf(phase) === 0) return `"sni run ${phase}" does now.`;
  const worker = phases[phase].hourlyAt === null;
  const unit = `sni-p${positionOf(phase)}`;
  return worker
    ? `"systemctl status ${unit}-worker" says how its worker is.`
    : `/etc/cron.d/sni or ${unit}.timer should; "sni run ${phase}" does now.`;
}

/** What the doctor wrote of the phase last, in at most three sentences. */
function lastLines(sql: AlertScene['sql'], phase: Fragment): Fragment {
  return sql`
    array(select left(a.sentence, 300) from doctor_actions a where a.phase = ${phase} and a.at > now() - interval '1 day'
          order by a.at desc, a.action_id desc limit 3)`;
}
