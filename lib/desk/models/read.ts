// How lanes stand and what waits at them, as runs have written it down.
import type { Sql } from 'postgres';
import * as z from 'zod';
import { late } from '../../late.js';

/** How a lane stands, as the process saw it that met it last. */
export interface LaneRow {
  engine: string;
  /** '' for the whole server. */
  model: string;
  state: 'closed' | 'open' | 'paused';
  until: Date | null;
  reason: string | null;
  changedAt: Date;
}

/** What a live run has at a lane. */
export interface Load {
  phase: string;
  engine: string;
  /** '' where the run counts for the whole server. */
  model: string;
  /** In the run's line, for any lane. */
  waiting: number;
  underWay: number;
  /** How many may be under way; null where the run did not say. */
  atOnce: number | null;
}

export interface Lanes {
  /** The database's time. */
  at: Date;
  laneStates: LaneRow[];
  loads: Load[];
}

/** A run that was not heard of for so long is dead. */
const silentSeconds = 60;

const told = late(() =>
  z.array(
    z.object({
      engine: z.string(),
      model: z.string().default(''),
      waiting: z.number().default(0),
      underWay: z.number().default(0),
      atOnce: z.number().nullable().default(null),
    }),
  ),
);

/** What a run tells in another form is passed over: it is of another version. */
export async function readLanes(sql: Sql): Promise<Lanes> {
  const [laneStates, runs, [{ at }]] = await Promise.all([
    sql<LaneRow[]>`
      select engine, model, state, paused_until as until, reason, changed_at as "changedAt" from lanes order by engine, model`,
    sql<{ phase: string; lanes: unknown }[]>`
      select phase, lanes from runs
      where finished_at is null and lanes is not null and heartbeat_at > now() - make_interval(secs => ${silentSeconds})
      order by started_at`,
    sql<[{ at: Date }]>`select now() as at`,
  ]);
  const loads = runs.flatMap(({ phase, lanes }) => (told().safeParse(lanes).data ?? []).map((load) => ({ phase, ...load })));
  return { at, laneStates, loads };
}
