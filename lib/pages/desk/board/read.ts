// How all stands now, as one object for the first page of the desk, its verdict and its picture. Read once for all who look at the same time:
// what many watch costs no more than what one does.
import type { Sql } from 'postgres';
import { type Alert, readAlerts } from '../../../alerts/round.js';
import type { PhaseName } from '../../../config/phases.js';
import { namesOfAll } from '../../../config/stages.js';
import type { Config } from '../../../config.js';
import { readLanes } from '../../../desk/models/read.js';
import { type PhasePace, readPace } from '../../../desk/status/pace.js';
import { type PhaseStatus, readPhases } from '../../../desk/status/read.js';
import { readStages } from '../../../desk/status/stages.js';
import { readBelow } from '../../../desk/status/waiting.js';
import { oldestFood } from '../../../food.js';

/** A run that was not heard of for so long works no more; it says something every 5 seconds. */
const silentMs = 60_000;

export interface PhaseBoard extends PhaseStatus, Omit<PhasePace, 'perMinute'> {
  name: PhaseName;
  /** Items finished a minute over the last ten minutes, the last hour and the last day. */
  velocity: PhasePace['perMinute'];
  /** Families that are not worked because they do not reach what the settings ask; null where nothing is asked. */
  below: number | null;
}

export interface Board {
  /** The database's time. */
  at: Date;
  /** In the order their food flows, and behind them the stages of the operator's own. */
  phases: PhaseBoard[];
  /** A sentence for each stage whose food cannot be read. */
  troubles: string[];
  /** Alerts that stand, the most severe first. */
  alerts: Alert[];
  /** Model servers that are left alone now, and until when. */
  lanes: { lane: string; until: Date | null; reason: string }[];
  spentTodayUsd: number;
  /** What a day may cost; 0: without limit or models. */
  budgetUsd: number;
}

const mostAlerts = 50;

async function readBoard(sql: Sql, config: Config): Promise<Board> {
  const stages = await readStages(sql, config.stages, null);
  const names = namesOfAll(config);
  const [{ at, phases }, paces, below, alerts, { laneStates }] = await Promise.all([
    readPhases(sql, config.timeZone, null, config.sources.length, stages.waiting, config.phases),
    readPace(sql, null, oldestFood(sql, null, config)),
    readBelow(sql, null, config.phases),
    readAlerts(sql, false, mostAlerts),
    readLanes(sql),
  ]);
  return {
    at,
    phases: phases.flatMap((phase) => {
      const [name, pace] = [names.find((one) => one === phase.name), paces.get(phase.name)];
      if (name === undefined || pace === undefined) return [];
      const { perMinute: velocity, workers, ...rest } = pace;
      const alive = workers.filter(({ dead, heartbeatAt }) => !dead && at.getTime() - heartbeatAt.getTime() < silentMs);
      return [{ ...phase, ...rest, velocity, workers: alive, below: below.get(name) ?? null, name }];
    }),
    troubles: stages.troubles,
    alerts: [...alerts],
    lanes: laneStates
      .filter(({ state, until }) => state !== 'closed' && (until === null || until > at))
      .map(({ engine, model, until, reason }) => ({ lane: model === '' ? engine : `${engine}/${model}`, until, reason: reason ?? '' })),
    spentTodayUsd: phases.reduce((sum, { spentTodayUsd }) => sum + spentTodayUsd, 0),
    budgetUsd: config.models.dailyCostLimitUsd,
  };
}

export interface Boards {
  read: () => Promise<Board>;
  /** What was read is of before: somebody has changed something. */
  forget: () => void;
}

/** A board is given for so long to all who ask. */
const freshMs = 1500;

/** One reading for all who ask within `freshMs`. One that failed is not kept: the next to ask reads anew. */
export function makeBoards(sql: Sql, config: Config, now: () => number = () => performance.now()): Boards {
  let kept: { board: Promise<Board>; atMs: number } | null = null;
  return {
    read: () => {
      if (kept !== null && now() - kept.atMs < freshMs) return kept.board;
      const mine = { board: readBoard(sql, config), atMs: now() };
      kept = mine;
      mine.board.catch(() => {
        if (kept === mine) kept = null;
      });
      return mine.board;
    },
    forget: () => {
      kept = null;
    },
  };
}
