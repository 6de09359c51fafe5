// Opens the models for one run: settings, database and log -> { ask, record, close }. Puts together what knows nothing of each
// other: servers, conductor, budget, breaker, ledger, the shared turn.
import type { Sql } from 'postgres';
import { modelsFor, type RoleName } from '../config/models.js';
import type { PhaseName } from '../config/phases.js';
import { type LaneName, laneNames, providers } from '../config/providers.js';
import type { Config } from '../config.js';
import { type Call, makeAsk, type PaidAnswers, type RoleAsked } from '../llm/ask.js';
import { makeBreaker } from '../llm/conductor/breaker.js';
import { makeDecisionLog } from '../llm/conductor/decision-log.js';
import type { LaneData } from '../llm/conductor/lane.js';
import { type Conductor, type FailedCall, makeConductor } from '../llm/conductor.js';
import { Fault } from '../llm/fault.js';
import type { Ask } from '../llm/prompt.js';
import type { Log } from '../log.js';
import { makeBudget } from '../spending/budget.js';
import { isSurelyDead, thisWorker } from '../worker.js';
import { evidenceOf } from './evidence.js';
import { readPauses, writeLaneState, writeLoads } from './lane-states.js';
import { openLedger } from './ledger.js';
import { makeSharedTurn } from './local-lane-lock.js';
import { makePayment } from './payment.js';
import { serversOf } from './servers.js';

/** Who asks. */
export interface Asking {
  /** Whose lanes and limits hold; null for the desk: all lanes, the limit of all phases together. */
  phase: PhaseName | null;
  /** Who it is that asks for no phase and for no operator: its calls stand under this name, and pauses hold for it. */
  as?: string | undefined;
  runId?: string | undefined;
  maxInflight: number;
  /** How long the turn at the local server is waited for; `models.patience` where undefined. */
  turnPatienceSeconds?: number | undefined;
  /** Answers already paid for. */
  paidAnswers?: PaidAnswers | undefined;
}

export interface AppModels {
  ask: Ask;
  /** Writes down the calls made since the last time, in one statement; nothing to write is no round trip. */
  record: () => Promise<void>;
  /** Ends what is under way, writes what is left to write. */
  close: () => Promise<void>;
}

const recordEveryMs = 5000;

/**
 * Opens the models for who asks; `alone` opens a connection for the shared turn. Lanes that others have paused begin paused. Rejects with
 * what the database says.
 */
export async function openModels(config: Config, sql: Sql, log: Log, asking: Asking, alone: () => Sql): Promise<AppModels> {
  const { note, write: record } = openLedger(sql, log, { runId: asking.runId ?? null, phase: asking.phase ?? asking.as ?? null });
  const settling = new Set<Promise<void>>();
  /** What is written beside the work: awaited at the end, which says what could not be written. */
  const inBackground = (writing: Promise<void>): void => {
    const done = writing
      .catch((error: unknown) => log.warn({ event: 'models not noted', error: error instanceof Error ? error.message : String(error) }))
      .finally(() => settling.delete(done));
    settling.add(done);
  };
  const turn = makeSharedTurn(alone, { asker: { lane: 'local', worker: thisWorker(), phase: asking.phase }, isSurelyDead });
  const conductor = conductorOf(config, sql, log, asking, { turn, inBackground, failed: (call) => note(entryOf(call)) });
  for (const { engine, model, until, reason } of await readPauses(sql)) {
    const now = Date.now();
    // The desk asks all the same: so an operator who has paid, or changed his key, ends a pause for all.
    const believed = asking.phase === null && asking.as === undefined ? Math.min(until.getTime(), now) : until.getTime();
    conductor.lanes.find(({ server }) => server.engine === engine)?.heard(model, believed, new Fault('rate_limited', reason), now);
  }
  const keeping = setInterval(() => {
    inBackground(record());
    if (asking.runId) inBackground(writeLoads(sql, asking.runId, loadsOf(conductor)));
  }, recordEveryMs).unref();
  const access = {
    asked: (role: string) => askedOf(config, role as RoleName, asking),
    conductor,
    offlineWhenDown: config.models.offlineWhenDown,
  };
  return {
    ask: makeAsk(note, evidenceOf(config, true), asking.paidAnswers, access),
    record,
    close: async () => {
      clearInterval(keeping);
      try {
        await conductor.close();
        await Promise.all([...settling]);
        await record();
      } finally {
        await turn.close();
      }
    },
  };
}

interface Around {
  turn: ReturnType<typeof makeSharedTurn>;
  inBackground: (writing: Promise<void>) => void;
  failed: (call: FailedCall) => void;
}

function conductorOf(
  config: Config,
  sql: Sql,
  log: Log,
  { phase, as, maxInflight, turnPatienceSeconds }: Asking,
  { turn, inBackground, failed }: Around,
): Conductor {
  const { models, timeZone } = config;
  const phaseLimitUsd = phase ? config.phases[phase].dailyCostLimitUsd : undefined;
  const budget = makeBudget(sql, { phase: phase ?? as ?? 'desk', timeZone, dailyLimitUsd: models.dailyCostLimitUsd, phaseLimitUsd });
  const conductor: Conductor = makeConductor({
    lanes: serversOf(config).map(({ engine, server }): LaneData => {
      const { runs, atOnce } = models[engine];
      const isPaid = runs === 'cloud';
      const payment = isPaid ? makePayment({ engine, budget, prices: models.prices, inBackground }) : null;
      return { name: providers[engine].lane, server, atOnce, takesTurns: !isPaid, payment };
    }),
    turn,
    maxInflight,
    longestWaitMs: models.longestWaitSeconds * 1000,
    stayMs: models.staySeconds * 1000,
    patienceMs: models.patienceSeconds * 1000,
    turnPatienceMs: (turnPatienceSeconds ?? models.patienceSeconds) * 1000,
    makeBreaker: () => makeBreaker(),
    random: Math.random,
    log: makeDecisionLog(log, () => conductor.waiting()),
    failed,
    changed: (state) => inBackground(writeLaneState(sql, state)),
  });
  return conductor;
}

/** Undefined where no model answers the role. Throws where the phase's lanes leave none of those that should. */
function askedOf({ models, phases }: Config, role: RoleName, { phase }: Asking): RoleAsked | undefined {
  const given = models.roles[role];
  if (!given) return undefined;
  const lanes: readonly LaneName[] = (phase ? phases[phase].lanes : undefined) ?? laneNames;
  const makers = modelsFor(models, role, lanes);
  if (makers.length === 0) {
    throw Object.assign(
      new Error(
        `phases.${phase}.lanes in sni.yaml allows ${lanes.join(' and ')} only, and models.roles.${role} names no such model: add one, or another lane.`,
      ),
      { exitCode: 78 },
    );
  }
  const { second, ...how } = given;
  return { ...how, makers, second: second && modelsFor({ ...models, roles: { [role]: { ...given, models: [second] } } }, role, lanes)[0] };
}

function entryOf({ job, maker, fault, costUsd, latencyMs }: FailedCall): Call {
  const tokens = { tokensIn: 0, tokensCached: 0, tokensOut: 0, tokensThinking: 0 };
  const took = { latencyMs, waitedMs: 0, loadMs: 0 };
  return { madeBy: { ...maker, ...job.identity }, outcome: 'failed', problems: [], ...tokens, ...took, costUsd, error: fault.message };
}

function loadsOf(conductor: Conductor) {
  return conductor.lanes.map((lane) => ({
    engine: lane.server.engine,
    waiting: conductor.waiting(),
    underWay: lane.underWay(),
    atOnce: lane.atOnce,
  }));
}
