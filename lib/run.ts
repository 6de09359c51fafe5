// One run of a phase, from flags to exit code. Every error of a run ends here, as one sentence.
import { realpathSync } from 'node:fs';
import { hostname } from 'node:os';
import { pathToFileURL } from 'node:url';
import { type Connect, explained, type Log, type LogTo, makeLog } from './app.js';
import { checkpointFile } from './checkpoint.js';
import { readWorkersConfig } from './config/last-good.js';
import { phases, positionOf } from './config/phases.js';
import type { Config } from './config.js';
import { diagnose, exitCodeOf, sentenceOf } from './errors/doctor.js';
import { PhasePaused } from './errors/pause.js';
import { lockCheckpoint } from './run/checkpoint-lock.js';
import { type Flags, FlagsError, readFlags } from './run/flags.js';
import { runInApp } from './run/one-run.js';
import type { Phase } from './run/phase.js';
import { makePings } from './run/pings.js';
import { type Ending, type Exit, noCounts } from './run/progress.js';
import { listenForStop } from './run/stopping.js';
import { nameSourcesInStacks } from './stacks.js';
import type { ItemId } from './work.js';
import { thisWorker } from './worker.js';

export { alone } from './run/alone.js';
export type { Outcome, Phase, Tools } from './run/phase.js';
export type { ItemId } from './work.js';

const exitCodes: Record<Exit, number> = { done: 0, nothing: 0, stopped: 0, failed: 1, busy: 75, paused: 75, outage: 75 };
const wrongConfiguration = 78;

/** True in the script that node was started with, also by a path with links in it; false where it is imported. */
export function isMain(moduleUrl: string): boolean {
  return process.argv[1] !== undefined && moduleUrl === pathToFileURL(realpathSync(process.argv[1])).href;
}

/** Runs a phase once as this process: reads flags from the command line and sets the exit code. */
export function run<Item extends { itemId: ItemId }, Result>(phase: Phase<Item, Result>): Promise<void> {
  return runChosen(() => phase, process.argv.slice(2), phases[phase.name].readsSources);
}

/** The same for the phase that the settings make. */
export async function runChosen<Item extends { itemId: ItemId }, Result>(
  choose: (config: Config) => Phase<Item, Result>,
  args: readonly string[],
  readsSources = false,
): Promise<void> {
  nameSourcesInStacks();
  process.exitCode = await runWithin(choose, args, readsSources, {
    log: 'stdout',
    refuse: (sentence) => process.stderr.write(sentence),
  });
  // A socket that hangs half-open must not keep alive a run that has said its last line.
  setTimeout(() => process.exit(), 1000).unref();
}

/** What a run has of its process. */
interface Within {
  /** The process's own where none is given. */
  environment?: NodeJS.ProcessEnv;
  log: LogTo;
  /** Takes the sentence by which a run is refused before it has a log. */
  refuse: (sentence: string) => void;
  /** Gives its connections, which it ends; new ones where none is given. */
  reach?: Connect | undefined;
}

/**
 * One run beside others in a process, for who can wait for it and need not kill it: gives the exit code and ends nothing. What it reads once
 * a process, such as a vocabulary, the next one has read.
 */
export async function runWithin<Item extends { itemId: ItemId }, Result>(
  choose: (config: Config) => Phase<Item, Result>,
  args: readonly string[],
  readsSources: boolean,
  within: Within,
): Promise<number> {
  try {
    const { config: read, broken } = readWorkersConfig({ paths: readsSources }, within.environment);
    const phase = choose(read);
    // A stage that the settings do not name runs as its row says.
    const config = { ...read, phases: { [phase.name]: phases[phase.name].defaults, ...read.phases } };
    const flags = readFlags(phase.name, args, config.phases[phase.name]);
    const { logLevel: level, journalStream } = config;
    const log = makeLog({ level, name: `sni-${phase.name}`, to: within.log, journalStream });
    if (broken) log.error({ event: 'settings broken', reason: `${broken.message}\nThe last good ones hold until they are mended.` });
    const code = await runOnce(phase, config, flags, log, within.reach);
    return flags.busyOk && code === exitCodes.busy ? 0 : code;
  } catch (error) {
    if (error instanceof FlagsError) return error.exitCode;
    if (exitCodeOf(error) !== wrongConfiguration) throw error;
    within.refuse(`${sentenceOf(error)}\n`);
    return wrongConfiguration;
  }
}

/** One run from lock to last line; returns the exit code. */
async function runOnce<Item extends { itemId: ItemId }, Result>(
  phase: Phase<Item, Result>,
  config: Config,
  flags: Flags,
  log: Log,
  reach: Connect | undefined,
): Promise<number> {
  const startedAt = performance.now();
  const counts = noCounts();
  const { deadlineSeconds, graceSeconds } = config.phases[phase.name];
  const stopping = listenForStop({ deadlineSeconds, graceSeconds });
  const pings = makePings(config.notify.pings[phase.name], log);
  let isBusy = false;
  let failure: string | undefined;
  let ending: Ending = { exit: 'failed' };
  let code = exitCodes.failed;
  try {
    const file = checkpointFile(config.checkpoints, positionOf(phase.name) || phase.name);
    const me = { worker: thisWorker(), pid: process.pid, host: hostname(), startedAt: new Date().toISOString() };
    const held = await lockCheckpoint(file, me, (error) => log.warn({ event: 'checkpoint shared', file, error: sentenceOf(error) }));
    if (held.held) {
      pings.start();
      try {
        ending = await runInApp(phase, config, flags, { me, file, counts, stopping, log, reach });
      } finally {
        await held.letGo();
      }
    } else {
      log.warn({
        event: 'busy',
        reason: `${phase.name} is being run by ${held.by}. To run beside it, name another folder in SNI_CHECKPOINTS.`,
      });
      isBusy = true;
      ending = { exit: 'busy' };
    }
    code = exitCodes[ending.exit];
  } catch (error) {
    const { exit, code: own } = tellEnd(log, explained(error, config));
    ending = { exit };
    failure = sentenceOf(error);
    code = own;
  } finally {
    stopping.forget();
  }
  const { claimed, done, failed, released, made } = counts;
  const seconds = Math.round(performance.now() - startedAt) / 1000;
  const level = ending.exit === 'outage' ? 'warn' : 'info';
  log[level]({ event: 'finished', phase: phase.name, claimed, done, failed, released, made, seconds, ...ending });
  if (!isBusy) await pings.end(failure === undefined ? ending : { ...ending, reason: failure });
  return code;
}

/** One line for an error that ended the run, and how it ended: an error may carry 75 (come back later) or 78 (mend the settings) itself. */
function tellEnd(log: Log, error: unknown): { exit: Exit; code: number } {
  const own = exitCodeOf(error);
  const reason = sentenceOf(error);
  if (own === exitCodes.paused) {
    log.warn({ event: 'paused', reason, until: untilOf(error) });
    return { exit: 'paused', code: exitCodes.paused };
  }
  const misconfigured = own === wrongConfiguration;
  const errorClass = misconfigured ? 'configuration' : diagnose(error).errorClass;
  const stack = log.isLevelEnabled('debug') && error instanceof Error ? error.stack : undefined;
  log.error({ event: 'run failed', errorClass, error: reason, stack });
  return { exit: 'failed', code: misconfigured ? wrongConfiguration : exitCodes.failed };
}

/** When it may go on; null where nobody knows. */
function untilOf(error: unknown): Date | null {
  return error instanceof PhasePaused ? error.until : (diagnose(error).until ?? null);
}
