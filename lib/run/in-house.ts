// One run with its checkpoint held: opens the house, checks it, recovers, discovers, loops, and notes how it ended.
// Guards the run against a database that falls silent: a connection can hang half-open for hours.
import { randomUUID } from 'node:crypto';
import { readCheckpoint } from '../checkpoint.js';
import { answeredBy } from '../config/models.js';
import type { PhaseName } from '../config/settings.js';
import type { Config } from '../config.js';
import { within } from '../deadline.js';
import { exitCodeOf, sentenceOf } from '../guard/doctor.js';
import { readMigrations, requireSchema } from '../migrate.js';
import { type House, type Models, open } from '../open.js';
import { noteVersion, versionOf } from '../version.js';

import { discover, holders, recover } from '../work.js';
import type { Flags } from './flags.js';
import type { Wanting } from './hold.js';
import { runLoop } from './loop.js';
import { makeMemory, type RunMemory } from './memory.js';
import { itemsOf, makeTeller } from './notify.js';
import type { Phase } from './phase.js';
import { type Counts, type Ending, noteEnd, noteStart, pauseOf, type RunId, startHeartbeat } from './progress.js';
import type { Stopping } from './stopping.js';
import { makeTreatment, type Treatment } from './treatment.js';
import { waiting } from './waiting.js';
import { isSurelyDead } from './worker.js';

export interface Surroundings {
  me: Wanting;
  file: string;
  counts: Counts;
  stopping: Stopping;
  log: House['log'];
}

/** How long the last words of a failed run to its database may take. */
const lastWordsSeconds = 3;

/** Runs the phase once and says how it ended; throws what ended it early. Nothing of it goes on when this has returned or thrown. */
export async function runInHouse<Item extends { itemId: string }, Result>(
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
  const memory = makeMemory(file, start, counts, flags.resume ? checkpoint : null);
  const house = await open(config, log, `sni-${phase.name}`);
  const { sql } = house;
  try {
    await requireSchema(sql, readMigrations(`${config.root}/sql`));
    const pause = await pauseOf(sql, phase.name);
    if (pause) {
      log.warn({ event: 'paused', reason: pause.reason, until: pause.until });
      return { exit: 'paused' };
    }
    memory.write();
    await noteStart(sql, start);
    let ending: Ending = { exit: 'failed' };
    const maxInflight = flags.maxInflight ?? config.phases[phase.name].maxInflight;
    const models = await house.models({ phase: phase.name, runId: id.runId, maxInflight, memory });
    const treatment = makeTreatment(house, id, { ask: models.ask, maxAttempts: config.phases[phase.name].attempts });
    try {
      ending = await workBacklog(phase, house, flags, { ...around, id, memory, batch, models, maxInflight, treatment });
      return ending;
    } catch (error) {
      const reason = await treatment.ended(error);
      if (exitCodeOf(reason) === 75) ending = { exit: 'paused' };
      throw reason;
    } finally {
      await treatment.close();
      memory.write();
      await within(lastWordsSeconds, models.close()).catch((error) =>
        log.warn({ event: 'model calls not written', error: sentenceOf(error) }),
      );
      const noted = noteEnd(sql, id, counts, ending);
      if (ending.exit !== 'failed') await noted;
      else await within(lastWordsSeconds, noted).catch((error) => log.warn({ event: 'end not written', error: sentenceOf(error) }));
    }
  } finally {
    await house.close();
  }
}

/** From recovery to the last settle. */
async function workBacklog<Item extends { itemId: string }, Result>(
  phase: Phase<Item, Result>,
  house: House,
  flags: Flags,
  run: Surroundings & { id: RunId; memory: RunMemory; batch: number; models: Models; maxInflight: number; treatment: Treatment },
): Promise<Ending> {
  const { me, counts, stopping, log, id, memory, batch, models, maxInflight, treatment } = run;
  const { config, sql } = house;
  const { leaseSeconds, attempts, group } = config.phases[phase.name];
  let fallSilent: (error: Error) => void = () => undefined;
  const silence = new Promise<never>((_, reject) => {
    fallSilent = reject;
  });
  const heartbeat = startHeartbeat(sql, log, id, counts, config.silenceSeconds, {
    beat: makeTeller(house, phase.name, counts),
    pause: () => stopping.end('paused', 'the phase was paused'),
    lost: (error) => log.warn({ event: 'heartbeat not written', error: sentenceOf(error) }),
    silent: (error) => {
      stopping.abort(error);
      fallSilent(error);
    },
  });
  const work = async (): Promise<Ending> => {
    const version = versionOf(phase.name, [...phase.madeBy(config), ...answeredBy(config.models, phase.asks ?? [])]);
    await noteVersion(sql, phase.name, version);
    await phase.prepare?.({ config, sql, log });
    const dead = flags.resume ? (await holders(sql, phase.name)).filter(isSurelyDead) : [];
    const recovered = await recover(sql, phase.name, attempts, dead);
    const found = (await tooMuchWaits(phase, house)) ? 0 : await discover(sql, phase.name, phase.food(sql, config, flags.since));
    counts.total = await readyUpTo(house, phase.name, batch);
    log.info({ event: 'started', runId: id.runId, batch, total: counts.total, found, recovered, resume: flags.resume });
    const { usedUp } = await runLoop(
      {
        phase,
        house,
        runId: id.runId,
        version,
        leaseSeconds,
        maxAttempts: attempts,
        counts,
        treatment,
        since: flags.since,
        models,
        onSettled: memory.settled,
      },
      {
        worker: me.worker,
        batch,
        group,
        maxInflight,
        noMore: stopping.noMore,
        stop: stopping.stop,
        onClaimed: memory.claimed,
        onEnded: memory.ended,
      },
    );
    const early = stopping.because();
    if (early) {
      log.info({ event: 'ended early', reason: early.reason });
      return { exit: early.exit };
    }
    const ending = (await phase.ending?.(sql)) ?? { exit: counts.claimed === 0 ? 'nothing' : 'done' };
    return usedUp ? withLeft(ending, batch, await waiting(sql, phase.name, phase.food(sql, config)), phase.name) : ending;
  };
  try {
    return await Promise.race([work(), silence]);
  } finally {
    heartbeat.stop();
  }
}

/** Whether `max_pending` says to discover nothing now; says so in the log. */
async function tooMuchWaits<Item extends { itemId: string }, Result>(
  phase: Phase<Item, Result>,
  { sql, config, log }: House,
): Promise<boolean> {
  const { maxPending } = config.phases[phase.name];
  if (maxPending === undefined) return false;
  const waiting = phase.pending ? await phase.pending(sql) : await readyUpTo({ sql }, phase.name, maxPending + 1);
  if (waiting <= maxPending) return false;
  log.warn({
    event: 'discovery skipped',
    reason: `${waiting} items wait, max_pending of ${phase.name} is ${maxPending}: let them be worked first.`,
  });
  return true;
}

/** The ending of a run whose batch was used up. */
function withLeft(ending: Ending, batch: number, left: number, phase: PhaseName): Ending {
  if (left === 0) return ending;
  const reason = `The batch of ${batch.toLocaleString('en')} is used up and ${left.toLocaleString('en')} ${itemsOf[phase]} wait for the next run; --batch takes more.`;
  return { ...ending, reason: ending.reason ?? reason, left };
}

/** How many items are ready, counted no further than the batch. */
async function readyUpTo(house: Pick<House, 'sql'>, phase: string, batch: number): Promise<number> {
  const rows = await house.sql<{ ready: number }[]>`
    select count(*)::int as ready
    from (select from work where phase = ${phase} and state = 'ready' and not_before <= now() limit ${batch}) w`;
  return rows[0]?.ready ?? 0;
}
