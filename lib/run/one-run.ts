// One run with its checkpoint held: opens the program, checks it, recovers, discovers, loops, and notes how it ended. All of it gives up
// on a database that falls silent, for a connection can hang half-open for hours.
import { randomUUID } from 'node:crypto';
import { type App, type AppModels, type Connect, open } from '../app.js';
import { readCheckpoint } from '../checkpoint.js';
import { answeredBy } from '../config/models.js';
import { type PhaseName, phases } from '../config/phases.js';
import type { Config } from '../config.js';
import { withinSeconds } from '../deadline.js';
import { exitCodeOf, sentenceOf } from '../errors/doctor.js';
import { readMigrations, requireSchema } from '../migrate.js';
import { noteVersion } from '../version.js';
import { knownInDatabase } from '../work/known.js';
import { deadHolders, recover } from '../work/suspects.js';
import type { ItemId } from '../work.js';
import { isSurelyDead } from '../worker.js';
import type { LockRequest } from './checkpoint-lock.js';
import { startDiscovery } from './discovery.js';
import { type FailurePolicy, makeFailurePolicy } from './failure-policy.js';
import type { Flags } from './flags.js';
import { runLoop } from './loop.js';
import { makeTeller } from './notify.js';
import { forgetPaces, keepPace, type PaceKeeper } from './pace.js';
import { keepPaidAnswers, type PaidAnswerKeeper } from './paid-answers.js';
import type { Phase } from './phase.js';
import { type Ending, type ItemCounts, noteDeaths, noteEnd, noteStart, pauseOf, type RunId, startHeartbeat } from './progress.js';
import { DatabaseSilent, listenForSilence, type Silence } from './silence.js';
import type { Stopping } from './stopping.js';
import { validate } from './validate.js';
import { waiting, withLeft } from './waiting.js';

interface Surroundings {
  me: LockRequest;
  file: string;
  counts: ItemCounts;
  stopping: Stopping;
  log: App['log'];
  /** What gives the run its connections; undefined: new ones. */
  reach: Connect | undefined;
}

/** How long the last words of a failed run to its database may take. */
const lastWordsSeconds = 3;
const beatEverySeconds = 5;
/** What a slow server may take to let a run in, however short its silence. */
const openSeconds = 30;

/** Runs the phase once and says how it ended; throws what ended it early. Nothing of it goes on when this has returned or thrown. */
export async function runInApp<Item extends { itemId: ItemId }, Result>(
  phase: Phase<Item, Result>,
  config: Config,
  flags: Flags,
  around: Surroundings,
): Promise<Ending> {
  const { me, counts, log, file } = around;
  const { checkpoint, warning } = readCheckpoint(file);
  if (warning) log.warn({ event: 'checkpoint damaged', reason: warning });
  const batch = flags.batch ?? config.phases[phase.name].batch;
  const id = { runId: randomUUID(), phase: phase.name };
  const start = { ...id, ...me, batch };
  const paidAnswers = keepPaidAnswers(file, start, counts, flags.resume ? checkpoint : null);
  const pace = keepPace(phase.name);
  const connections = Math.min(config.connections, phases[phase.name].connectionsMost ?? config.connections);
  const app = await opened({ ...config, connections }, log, `sni-${phase.name}`, around.reach);
  const { sql } = app;
  const silence = listenForSilence(config.silenceSeconds, around.stopping.abort);
  try {
    const migrations = readMigrations(`${config.root}/sql`);
    await silence.unless(requireSchema(sql, migrations));
    await silence.unless(knownInDatabase(sql, [phase.name]));
    const pause = await silence.unless(pauseOf(sql, phase.name));
    if (pause) {
      log.warn({ event: 'paused', reason: pause.reason, until: pause.until });
      return { exit: 'paused' };
    }
    paidAnswers.write();
    await silence.unless(noteDeaths(sql, phase.name, isSurelyDead));
    await silence.unless(noteStart(sql, start));
    await silence.unless(forgetPaces(sql, phase.name));
    let ending: Ending = { exit: 'failed' };
    const maxInflight = flags.maxInflight ?? config.phases[phase.name].maxInflight;
    const models = await silence.unless(app.models({ phase: phase.name, runId: id.runId, maxInflight, paidAnswers }));
    const failurePolicy = makeFailurePolicy(app, id, { ask: models.ask, maxAttempts: config.phases[phase.name].attempts });
    try {
      ending = await workBacklog(phase, app, flags, {
        ...{ ...around, id, paidAnswers, pace, batch, models, maxInflight, failurePolicy, silence },
        migrations: migrations.length,
      });
      silence.heard();
      return ending;
    } catch (error) {
      const reason = error instanceof DatabaseSilent ? error : await failurePolicy.ended(error);
      if (exitCodeOf(reason) === 75) ending = { exit: 'paused' };
      throw reason;
    } finally {
      paidAnswers.write();
      const closed = withinSeconds(lastWordsSeconds, models.close()).catch((error) =>
        log.warn({ event: 'model calls not written', error: sentenceOf(error) }),
      );
      await Promise.all([failurePolicy.close(), closed]);
      const noted = Promise.all([noteEnd(sql, id, counts, ending), pace.write(sql)]);
      if (ending.exit !== 'failed') await silence.unless(noted);
      else await withinSeconds(lastWordsSeconds, noted).catch((error) => log.warn({ event: 'end not written', error: sentenceOf(error) }));
    }
  } finally {
    silence.stop();
    await app.close();
  }
}

/** Gives up a server that takes a connection and then says nothing. An embedded one may first have to be made, and has deadlines of its own. */
function opened(config: Config, log: App['log'], name: string, reach: Connect | undefined): Promise<App> {
  if (config.databaseUrl === undefined) return open(config, log, name, reach);
  const silence = listenForSilence(Math.max(openSeconds, config.silenceSeconds), () => undefined);
  return silence.unless(open(config, log, name, reach)).finally(silence.stop);
}

/** What ends the run where its phase was paused, and what looks whether it was. */
function pausing(sql: App['sql'], phase: PhaseName, stopping: Stopping): { end: () => void; look: () => Promise<void> } {
  const end = (): void => stopping.end('paused', 'the phase was paused');
  return {
    end,
    look: async () => {
      if (await pauseOf(sql, phase)) end();
    },
  };
}

/** From recovery to the last settle. */
async function workBacklog<Item extends { itemId: ItemId }, Result>(
  phase: Phase<Item, Result>,
  app: App,
  flags: Flags,
  run: Surroundings & {
    id: RunId & { phase: PhaseName };
    paidAnswers: PaidAnswerKeeper;
    pace: PaceKeeper;
    batch: number;
    models: AppModels;
    maxInflight: number;
    failurePolicy: FailurePolicy;
    silence: Silence;
    /** How many files of sql/ this program knows. */
    migrations: number;
  },
): Promise<Ending> {
  const { me, counts, stopping, log, id, paidAnswers, pace, batch, models, maxInflight, failurePolicy, silence, migrations } = run;
  const { config, sql } = app;
  const { leaseSeconds, attempts, group } = config.phases[phase.name];
  const tell = makeTeller(app, phase.name, counts);
  const everySeconds = Math.min(beatEverySeconds, config.silenceSeconds / 2);
  const pause = pausing(sql, phase.name, stopping);
  const heartbeat = startHeartbeat(
    sql,
    log,
    id,
    { counts, pace, everySeconds, migrations },
    {
      beat: (pace) => {
        silence.heard();
        tell(pace);
      },
      pause: pause.end,
      // What is under way was begun for this schema, which migrations only add to; what comes next is for the newer program.
      migrated: () => stopping.end('stopped', 'the database was migrated by a newer program; this one finishes what is under way'),
      lost: (error) => log.warn({ event: 'heartbeat not written', error: sentenceOf(error) }),
    },
  );
  const work = async (): Promise<Ending> => {
    const makers = [...phase.madeBy(config), ...answeredBy(config.models, phases[phase.name].asks)];
    const version = await noteVersion(sql, phase.name, makers);
    await phase.prepare?.({ config, sql, log });
    const dead = flags.resume ? await deadHolders(sql, phase.name, isSurelyDead) : [];
    const { freed, quarantined } = await recover(sql, phase.name, attempts, dead);
    if (quarantined.length > 0) log.warn({ event: 'quarantined', itemIds: quarantined.slice(0, 20), errorClass: 'worker_died' });
    const { found, findMore } = await startDiscovery(phase, app, { batch, since: flags.since, counts });
    log.info({ event: 'started', runId: id.runId, batch, total: counts.total, found, recovered: freed, resume: flags.resume });
    const { usedUp } = await runLoop(
      {
        phase,
        app,
        runId: id.runId,
        version,
        leaseSeconds,
        maxAttempts: attempts,
        counts,
        pace,
        failurePolicy,
        since: flags.since,
        models,
        onSettled: paidAnswers.settled,
      },
      {
        ...{ worker: me.worker, batch, group, maxInflight },
        ...{ findMore, lookForPause: pause.look, noMore: stopping.noMore, stop: stopping.stop },
        ...{ onClaimed: paidAnswers.claimed, onEnded: paidAnswers.ended },
      },
    );
    const early = stopping.because();
    if (early) {
      log.info({ event: 'ended early', reason: early.reason });
      return { exit: early.exit };
    }
    const amiss = await validate(app, id, counts.made);
    if (amiss) return amiss;
    const ending = (await phase.ending?.(sql)) ?? { exit: counts.claimed === 0 ? 'nothing' : 'done' };
    return usedUp ? withLeft(ending, batch, await waiting(sql, phase.name, phase.food(sql, config)), phase.name) : ending;
  };
  try {
    return await silence.unless(work());
  } finally {
    heartbeat.stop();
  }
}
