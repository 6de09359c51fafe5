// `sni wait`: how a worker sleeps between two batches: until the time is over, or the phase is woken. A database that is gone or hangs
// neither ends the wait early nor makes it longer. It looks once a second instead of listening, for a connection that hangs half-open
// would never hear.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Command, Option } from 'commander';
import { type App, makeLog, open } from '../app.js';
import type { PhaseName } from '../config/phases.js';
import type { Config } from '../config.js';
import { withinSeconds } from '../deadline.js';
import { sentenceOf } from '../errors/doctor.js';
import { notifier, type Tell } from '../notify.js';
import { settingsOf } from './app.js';
import { clean } from './clean.js';
import { phaseArgument } from './phase-name.js';
import type { Screen } from './screen.js';
import { spanArgument } from './span.js';
import { type PhaseState, readPhaseState, waitingWorkerName } from './waiting-workers.js';
import { moment } from './words.js';

interface Asked {
  for: number;
  saying?: string;
}

const lookEverySeconds = 1;
/** A look that takes longer has failed. */
const lookSeconds = 5;
/** What waits is counted, and systemd told, this often. */
const tellEverySeconds = 15;

export function addWait(program: Command, screen: Screen): void {
  program
    .command('wait')
    .description('Sleep between two batches of a phase, until the time is over or "sni wake" or "sni resume" ends it. For worker scripts.')
    .addArgument(phaseArgument('<phase>', 'which phase', program))
    .addOption(new Option('--for <span>', 'how long at most, such as 60s').argParser(spanArgument).makeOptionMandatory())
    .option('--saying <text>', 'what systemctl status shows meanwhile, before "next batch at ..."')
    .addHelpText('after', '\nExamples:\n  sni wait generate --for 60s\n\nA database that is gone is told once, and the wait goes on.')
    .action(async (phase: PhaseName, asked: Asked, command: Command) => {
      const config = settingsOf(command);
      const woken = await waitFor(config, phase, asked, (trouble) => screen.note(clean(trouble)));
      screen.print(woken ? `${phase} was woken.` : `The ${asked.for} s are over.`);
    });
}

/** Sleeps; true when it was woken before the time was over. `say` hears once what keeps it from looking. */
async function waitFor(config: Config, phase: PhaseName, asked: Asked, say: (trouble: string) => void): Promise<boolean> {
  const endsAt = performance.now() + asked.for * 1000;
  const nextAt = moment(new Date(Date.now() + asked.for * 1000), config.timeZone).slice(-5);
  const tell = notifier(config);
  const log = makeLog({ level: 'silent', name: 'sni', to: 'stderr' });
  let app: App | null = null;
  let seen = null as PhaseState | null;
  let toldAt = Number.NEGATIVE_INFINITY;
  let troubled = false;
  const trouble = (error: unknown): void => {
    if (!troubled) say(sentenceOf(error));
    troubled = true;
  };
  try {
    for (;;) {
      let state: PhaseState | null = null;
      let waiting: number | null = null;
      const due = performance.now() - toldAt >= tellEverySeconds * 1000;
      const patience = Math.max(0.5, Math.min(lookSeconds, (endsAt - performance.now()) / 1000));
      try {
        app ??= await openWithin(patience, open({ ...config, connections: 1 }, log, waitingWorkerName(phase)));
        state = await withinSeconds(patience, readPhaseState(app.sql, phase));
        if (due) waiting = await withinSeconds(patience, countReady(app, phase));
        if (isWoken(state, seen)) return true;
        seen = { ...state, at: seen?.at ?? state.at };
      } catch (error) {
        trouble(error);
        void app?.close().catch(trouble);
        app = null;
      }
      if (due) {
        toldAt = performance.now();
        await tellKeepers(tell, { asked, nextAt, state, waiting, timeZone: config.timeZone }).catch(trouble);
      }
      const leftSeconds = (endsAt - performance.now()) / 1000;
      if (leftSeconds <= 0) return false;
      await sleep(Math.min(lookEverySeconds, leftSeconds) * 1000);
    }
  } finally {
    await app?.close();
  }
}

/** An app that opens too late is closed again unseen. */
async function openWithin(seconds: number, opening: Promise<App>): Promise<App> {
  try {
    return await withinSeconds(seconds, opening);
  } catch (error) {
    opening.then(({ close }) => close()).catch(() => undefined);
    throw error;
  }
}

/**
 * Whether to go on: a pause has ended, or the phase was woken since this wait began (`seen.at`; null at the first look). A wish from
 * before counts too where no run is about to answer it: it came while this worker's own batch was under way.
 */
function isWoken({ wokenAt, runs, paused }: PhaseState, seen: PhaseState | null): boolean {
  if (paused !== null) return false;
  if (seen !== null && seen.paused !== null) return true;
  return wokenAt !== null && (runs === 0 || (seen !== null && wokenAt > seen.at));
}

async function countReady({ sql }: App, phase: PhaseName): Promise<number> {
  const [row] = await sql<{ n: number }[]>`select count(*)::int as n from work where phase = ${phase} and state = 'ready'`;
  return row?.n ?? 0;
}

/** A look that came to its end, good or bad, is all that a sleeper's work consists of: it feeds the watchdog. */
async function tellKeepers(
  tell: Tell,
  now: { asked: Asked; nextAt: string; state: PhaseState | null; waiting: number | null; timeZone: string },
): Promise<void> {
  const { asked, nextAt, state, waiting, timeZone } = now;
  const paused = state?.paused
    ? [`paused${state.pausedUntil ? ` until ${moment(state.pausedUntil, timeZone)}` : ''}: ${clean(state.paused)}`]
    : [];
  const told = [
    ...(asked.saying ? [clean(asked.saying)] : []),
    ...paused,
    `next batch at ${nextAt}`,
    ...(state === null ? ['the database does not answer'] : []),
    ...(waiting === null ? [] : [`${waiting.toLocaleString('en')} waiting`]),
  ];
  await tell({ status: told.join(', '), moved: true });
}
