// The one run all phases share: flags, settings, checkpoint, the house, recovery, discovery, the loop, the last line, the exit code.
// Takes a phase; leaves its food worked. Every error of a run ends here as one sentence and an exit code.
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { pathToFileURL } from 'node:url';
import { checkpointFile, readCheckpoint } from './checkpoint.js';
import { type Config, readConfig } from './config.js';
import { diagnose, sentenceOf } from './guard/doctor.js';
import { readMigrations, requireSchema } from './migrate.js';
import { type House, makeLog, open } from './open.js';
import { type Flags, FlagsError, readFlags } from './run/flags.js';
import { hold, type Wanting } from './run/hold.js';
import { limiter } from './run/limiter.js';
import { runLoop } from './run/loop.js';
import { makeMemory } from './run/memory.js';
import type { Phase } from './run/phase.js';
import { type Counts, type Exit, noCounts, noteEnd, noteStart, pauseOf, startHeartbeat } from './run/progress.js';
import { listenForStop, type Stopping } from './run/stopping.js';
import { isSurelyDead, thisWorker } from './run/worker.js';
import { noteVersion, versionOf } from './version.js';
import { discover, holders, recover } from './work.js';

export type { Outcome, Phase, Tools } from './run/phase.js';

const exitCodes: Record<Exit, number> = { done: 0, nothing: 0, stopped: 0, failed: 1, busy: 75, paused: 75 };
const wrongConfiguration = 78;

/** True in the script that node was started with, false where it is imported. */
export function isMain(moduleUrl: string): boolean {
  return process.argv[1] !== undefined && moduleUrl === pathToFileURL(process.argv[1]).href;
}

/** Runs a phase once as this process: reads flags from the command line and sets the exit code. */
export async function run<Item extends { itemId: string }, Result>(phase: Phase<Item, Result>): Promise<void> {
  try {
    const config = readConfig();
    const flags = readFlags(phase.name, process.argv.slice(2), config.phases[phase.name]);
    process.exitCode = await runOnce(phase, config, flags);
  } catch (error) {
    if (error instanceof FlagsError) process.exitCode = error.exitCode;
    else if (isMisconfiguration(error)) {
      process.stderr.write(`${sentenceOf(error)}\n`);
      process.exitCode = wrongConfiguration;
    } else throw error;
  }
}

/** One run from lock to last line; returns the exit code. */
async function runOnce<Item extends { itemId: string }, Result>(phase: Phase<Item, Result>, config: Config, flags: Flags): Promise<number> {
  const startedAt = performance.now();
  const counts = noCounts();
  const log = makeLog({ level: config.logLevel, name: `sni-${phase.name}`, to: 'stdout' });
  const { deadlineSeconds, graceSeconds } = config.phases[phase.name];
  const stopping = listenForStop({ deadlineSeconds, graceSeconds });
  let exit: Exit = 'failed';
  let code = exitCodes.failed;
  try {
    const file = checkpointFile(config.checkpoints, config.phaseNames.indexOf(phase.name) + 1);
    const me = { worker: thisWorker(), pid: process.pid, host: hostname(), startedAt: new Date().toISOString() };
    const held = await hold(file, me, (error) => log.warn({ event: 'checkpoint shared', file, error: sentenceOf(error) }));
    if (held.held) {
      try {
        exit = await inHouse(phase, config, flags, { me, file, counts, stopping, log });
      } finally {
        await held.letGo();
      }
    } else {
      log.warn({ event: 'busy', reason: `${phase.name} is being run by ${held.by}. To run beside it, name another folder in SNI_CHECKPOINTS.` });
      exit = 'busy';
    }
    code = exitCodes[exit];
  } catch (error) {
    const misconfigured = isMisconfiguration(error);
    if (misconfigured) code = wrongConfiguration;
    const stack = log.isLevelEnabled('debug') && error instanceof Error ? error.stack : undefined;
    log.error({ event: 'run failed', errorClass: misconfigured ? 'configuration' : diagnose(error).errorClass, error: sentenceOf(error), stack });
  } finally {
    stopping.forget();
  }
  const { claimed, done, failed, released, made } = counts;
  const seconds = Math.round(performance.now() - startedAt) / 1000;
  log.info({ event: 'finished', phase: phase.name, claimed, done, failed, released, made, seconds, exit });
  return code;
}

/** An error that no retry mends, only an operator: it carries the exit code 78 itself. */
function isMisconfiguration(error: unknown): boolean {
  return error instanceof Error && 'exitCode' in error && error.exitCode === wrongConfiguration;
}

interface Surroundings {
  me: Wanting;
  file: string;
  counts: Counts;
  stopping: Stopping;
  log: House['log'];
}

async function inHouse<Item extends { itemId: string }, Result>(phase: Phase<Item, Result>, config: Config, flags: Flags, around: Surroundings): Promise<Exit> {
  const { me, counts, stopping, log, file } = around;
  const { checkpoint, warning } = readCheckpoint(file);
  if (warning) log.warn({ event: 'checkpoint damaged', reason: warning });
  const { leaseSeconds, attempts, group, ...standard } = config.phases[phase.name];
  const batch = flags.batch ?? standard.batch;
  const maxInflight = flags.maxInflight ?? standard.maxInflight;
  const id = { runId: randomUUID(), phase: phase.name };
  const start = { ...id, ...me, batch };
  const memory = makeMemory(file, start, counts, flags.resume ? checkpoint : null);
  const house = await open(config, log, `sni-${phase.name}`, memory);
  const { sql } = house;
  try {
    await requireSchema(sql, readMigrations(`${config.root}/sql`));
    const pause = await pauseOf(sql, phase.name);
    if (pause) {
      log.warn({ event: 'paused', reason: pause.reason, until: pause.until });
      return 'paused';
    }
    memory.write();
    await noteStart(sql, start);
    const heartbeat = startHeartbeat(sql, log, id, counts, {
      pause: () => stopping.end('paused', 'an operator paused the phase'),
      lost: (error) => log.warn({ event: 'heartbeat not written', error: sentenceOf(error) }),
    });
    let exit: Exit = 'failed';
    try {
      const version = versionOf(phase.name, [...phase.madeBy(config), house.engine]);
      await noteVersion(sql, phase.name, version);
      await phase.prepare?.({ config, sql, log });
      const dead = flags.resume ? (await holders(sql, phase.name)).filter(isSurelyDead) : [];
      const recovered = await recover(sql, phase.name, attempts, dead);
      const found = await discover(sql, phase.name, phase.food(sql, config));
      counts.total = await readyUpTo(house, phase.name, batch);
      log.info({ event: 'started', runId: id.runId, batch, total: counts.total, found, recovered, resume: flags.resume });
      await runLoop(
        {
          phase, house, runId: id.runId, version, leaseSeconds, maxAttempts: attempts, counts, since: flags.since,
          ask: limiter(maxInflight, house.ask),
          onSettled: memory.settled,
        },
        { worker: me.worker, batch, group, maxInflight, noMore: stopping.noMore, stop: stopping.stop, onClaimed: memory.claimed, onEnded: memory.ended },
      );
      const early = stopping.because();
      if (early) log.info({ event: 'ended early', reason: early.reason });
      exit = early?.exit ?? (counts.claimed === 0 ? 'nothing' : 'done');
    } finally {
      heartbeat.stop();
      memory.write();
      if (exit !== 'failed') await noteEnd(sql, id, counts, exit);
      else await noteEnd(sql, id, counts, exit).catch((error) => log.warn({ event: 'end not written', error: sentenceOf(error) }));
    }
    return exit;
  } finally {
    await house.close();
  }
}

/** How many items are ready, counted no further than the batch. */
async function readyUpTo(house: House, phase: string, batch: number): Promise<number> {
  const rows = await house.sql<{ ready: number }[]>`
    select count(*)::int as ready
    from (select from work where phase = ${phase} and state = 'ready' and not_before <= now() limit ${batch}) w`;
  return rows[0]?.ready ?? 0;
}
