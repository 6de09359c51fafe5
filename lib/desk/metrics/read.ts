// All our numbers as gauges, read from Postgres: nothing is counted in a process, so whoever asks gets the same.
import type { Sql } from 'postgres';
import type { Config } from '../../config.js';
import { projectVersion } from '../about.js';
import { type PhaseStatus, readPhases } from '../status/read.js';
import { readTotals, type Totals } from '../status/totals.js';
import type { Gauge, Sample } from './text.js';

/** What no table of totals tells. */
interface Rest {
  postgres: string;
  spentUsd: number;
  newestTitleAt: Date | null;
  oldest: { phase: string; seconds: number }[];
  runs: { phase: string; alive: number }[];
  alerts: { name: string; severity: string; open: number }[];
  lanes: { lane: string; open: number }[];
}

/** Some hundred milliseconds at millions of titles. Throws where the database does not answer. */
export async function readGauges(sql: Sql, config: Pick<Config, 'timeZone' | 'models' | 'sources' | 'phases'>): Promise<Gauge[]> {
  const [{ phases }, totals, rest] = await Promise.all([
    readPhases(sql, config.timeZone, null, config.sources.length, undefined, config.phases),
    readTotals(sql),
    readRest(sql, config.timeZone),
  ]);
  return [
    gauge('sni_info', 'Which SNI and PostgreSQL; always 1.', [
      { labels: { version: projectVersion(), postgres: rest.postgres }, value: 1 },
    ]),
    ...ofPhases(phases, rest),
    ...ofTotals(totals),
    gauge('sni_newest_title_timestamp_seconds', 'When the newest title came in.', seconds(rest.newestTitleAt, {})),
    gauge('sni_spent_today_usd', 'What models cost since midnight, US dollars.', [{ labels: {}, value: rest.spentUsd }]),
    gauge('sni_budget_daily_usd', 'What models may cost in a day, US dollars.', [{ labels: {}, value: config.models.dailyCostLimitUsd }]),
    gauge(
      'sni_alerts',
      'Alerts that stand, as the watchdog found them last.',
      rest.alerts.map(({ name, severity, open }) => ({ labels: { name, severity }, value: open })),
    ),
    gauge(
      'sni_lane_left_alone',
      '1 while a model server or model is left alone for its failures or limits.',
      rest.lanes.map(({ lane, open }) => ({ labels: { lane }, value: open })),
    ),
  ];
}

function ofPhases(phases: readonly PhaseStatus[], { oldest, runs }: Rest): Gauge[] {
  const each = (name: string, help: string, of: (phase: PhaseStatus) => number | null): Gauge =>
    gauge(
      name,
      help,
      phases.flatMap((phase) => {
        const value = of(phase);
        return value === null ? [] : [{ labels: { phase: phase.name }, value }];
      }),
    );
  const states = ['waiting', 'ready', 'leased', 'done', 'failed', 'stale'] as const;
  return [
    gauge(
      'sni_phase_items',
      'Items of each phase by state; waiting: in the tables and not yet in the backlog, at most 50,000 counted.',
      phases.flatMap((phase) => states.map((state) => ({ labels: { phase: phase.name, state }, value: phase[state] }))),
    ),
    each(
      'sni_phase_items_per_minute',
      'Items finished a minute by the runs of the last hour, over the time they ran.',
      ({ perMinute }) => perMinute,
    ),
    each('sni_phase_eta_seconds', 'Until all that waits is done, at that rate.', ({ etaMinutes }) =>
      etaMinutes === null ? null : etaMinutes * 60,
    ),
    each('sni_phase_paused', '1 while the phase is paused.', ({ paused }) => (paused === null ? 0 : 1)),
    each('sni_phase_spent_today_usd', 'What its models cost since midnight, US dollars.', ({ spentTodayUsd }) => spentTodayUsd),
    each('sni_phase_last_run_started_timestamp_seconds', 'When its last run began.', ({ lastRun }) => timeOf(lastRun?.startedAt)),
    each('sni_phase_last_run_heartbeat_timestamp_seconds', 'When its last run was heard of last.', ({ lastRun }) =>
      timeOf(lastRun?.heartbeatAt),
    ),
    each('sni_phase_last_run_failed', '1 where its last run failed or died.', ({ lastRun }) =>
      lastRun === null ? null : lastRun.dead || lastRun.exit === 'failed' ? 1 : 0,
    ),
    gauge(
      'sni_phase_oldest_waiting_seconds',
      'How long the oldest item that could be worked now has waited.',
      oldest.map(({ phase, seconds: value }) => ({ labels: { phase }, value })),
    ),
    gauge(
      'sni_phase_runs',
      'Runs that were heard of in the last minute.',
      runs.map(({ phase, alive }) => ({ labels: { phase }, value: alive })),
    ),
  ];
}

function ofTotals(totals: Totals): Gauge[] {
  const by = (name: string, help: string, label: string, values: Record<string, number>): Gauge =>
    gauge(
      name,
      help,
      Object.entries(values).map(([key, value]) => ({ labels: { [label]: key }, value })),
    );
  return [
    by('sni_feeds', 'Feeds: all that are listed, of them those whose last reading failed, and those never read.', 'state', {
      listed: totals.feeds,
      failing: totals.feedsFailing,
      unread: totals.feedsUnread,
    }),
    by('sni_titles', 'Titles by where they are.', 'state', {
      pending: totals.titlesPending,
      in_family: totals.titlesInFamilies,
      waiting: totals.titlesWaiting,
      dropped: totals.titlesDropped,
    }),
    by('sni_families', 'Event families by status.', 'status', {
      seed: totals.familiesSeed,
      active: totals.familiesActive,
      merged: totals.familiesMerged,
      recycled: totals.familiesRecycled,
    }),
    gauge('sni_narratives', 'Framed narratives.', [{ labels: {}, value: totals.narratives }]),
  ];
}

async function readRest(sql: Sql, timeZone: string): Promise<Rest> {
  const [row] = await sql<Rest[]>`
    select current_setting('server_version') as postgres,
      coalesce((select usd from spending where day = (now() at time zone ${timeZone})::date), 0)::float8 as "spentUsd",
      (select ingested_at from titles order by title_id desc limit 1) as "newestTitleAt",
      (select coalesce(jsonb_agg(jsonb_build_object('phase', p.name, 'seconds', coalesce(w.waited, 0)) order by p.position), '[]')
       from phases p left join lateral (
         select extract(epoch from now() - min(greatest(w.not_before, w.discovered_at))) as waited
         from work w where w.phase = p.name and w.state = 'ready' and w.not_before <= now()
       ) w on true) as oldest,
      (select coalesce(jsonb_agg(jsonb_build_object('phase', p.name, 'alive', (
         select count(*) from runs r where r.phase = p.name and r.finished_at is null and r.heartbeat_at > now() - interval '1 minute')) order by p.position), '[]')
       from phases p) as runs,
      (select coalesce(jsonb_agg(a), '[]') from (
         select name, severity, count(*) as open from alerts where cleared_at is null group by name, severity order by name, severity) a) as alerts,
      (select coalesce(jsonb_agg(l), '[]') from (
         select engine || case when model = '' then '' else '/' || model end as lane,
           case when state <> 'closed' and (paused_until is null or paused_until > now()) then 1 else 0 end as open
         from lanes order by engine, model) l) as lanes`;
  if (!row) throw new Error('The database gave no answer to a question that has one; ask again.');
  return row;
}

function gauge(name: string, help: string, samples: readonly Sample[]): Gauge {
  return { name, help, samples };
}

function seconds(at: Date | null, labels: Sample['labels']): Sample[] {
  const value = timeOf(at);
  return value === null ? [] : [{ labels, value }];
}

function timeOf(at: Date | null | undefined): number | null {
  return at ? at.getTime() / 1000 : null;
}
