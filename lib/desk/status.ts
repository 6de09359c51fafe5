// `sni status`: how each phase stands: what waits, what was done, how fast it goes, how long it will take, what it cost.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import { stalled } from '../alerts/of-phases.js';
import type { App } from '../app.js';
import type { PhaseName } from '../config/phases.js';
import { inSettings } from '../family/threshold.js';
import { oldestFood } from '../food.js';
import { wholeNumber } from '../whole-number.js';
import { withApp } from './app.js';
import { clean } from './clean.js';
import { phaseArgument } from './phase-name.js';
import type { Screen } from './screen.js';
import { readPace } from './status/pace.js';
import { isPaced } from './status/phase-text.js';
import { readPhases } from './status/read.js';
import { renderStatus } from './status/render.js';
import { readStages } from './status/stages.js';
import { readTotals } from './status/totals.js';
import { readBelow } from './status/waiting.js';
import { counted } from './words.js';

export function addStatus(program: Command, screen: Screen): void {
  program
    .command('status')
    .description('Show how each phase stands: what waits, is leased, done, failed or stale, how fast it goes and how long it will take.')
    .addArgument(phaseArgument('[phase]', 'only this one (default: all)', program))
    .option('-w, --watch [seconds]', `look again and again, every so many seconds (${watchSeconds}), until Ctrl-C`, wholeNumber(3600))
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      `
waiting     stands in the tables as food of the phase; the next run takes it into its backlog
ready       is in the backlog and waits to be worked
stale       done, but by other prompts, vocabulary or models than the newest run's
per min     what the runs of the last hour finished, over the time they ran
ETA         waiting and ready over per min; "-" while nothing says how fast it goes
today       what models cost since midnight, in US dollars
progress    how much of all there is to do is done
p50, p90    what half of the items, and nine of ten, take at most from claim to settle
last 24 h   items finished hour by hour, the last on the right

Of one phase it says more: how fast over ten minutes, an hour and a day, and who works.

Examples:
  sni status
  sni status generate
  sni status --watch
  sni status --json | jq '.phases[] | {name, left: (.waiting + .ready)}'`,
    )
    .action(async (phase: PhaseName | undefined, options: Options, command: Command) => {
      await withApp(
        command,
        async (app) => {
          if (options.watch === undefined) return print(app, phase, options.json, screen);
          await watch(options.watch === true ? watchSeconds : options.watch, () => print(app, phase, options.json, screen), screen);
        },
        { paths: true },
      );
    });
}

interface Options {
  json: boolean;
  /** Seconds between two looks; true where none were named. */
  watch?: number | true;
}

const watchSeconds = 5;

async function print({ sql, config }: App, phase: PhaseName | undefined, json: boolean, screen: Screen): Promise<void> {
  const sources = config.sources.length;
  const ofStages = await readStages(sql, config.stages, phase ?? null);
  const food = oldestFood(sql, phase ?? null, config);
  const [{ at, phases }, paces, below, totals, stuck] = await Promise.all([
    readPhases(sql, config.timeZone, phase ?? null, sources, ofStages.waiting, config.phases),
    readPace(sql, phase ?? null, food),
    readBelow(sql, phase ?? null, config.phases),
    phase ? null : readTotals(sql),
    stalled({ sql, config }, food),
  ]);
  const still = stuck
    .filter(({ subject }) => phase === undefined || subject === phase)
    .map(({ subject, what, lines = [] }) => ({ phase: subject, what, last: lines[0] ?? null }));
  if (json) {
    const told = phases.map(({ pausedUntil, lastRun, ...rest }) => rest);
    screen.json({
      at,
      phases: told,
      // Of all phases nothing where nothing was finished in a day.
      ...(phase !== undefined || isPaced(paces) ? { paces: Object.fromEntries(paces) } : {}),
      ...(below.size > 0 ? { belowThreshold: Object.fromEntries(below) } : {}),
      ...(still.length > 0 ? { stalled: still } : {}),
      ...(totals ? { totals, sources } : {}),
    });
    return;
  }
  screen.print(renderStatus({ at, phases, paces, totals, sources, timeZone: config.timeZone }, screen));
  for (const [name, count] of below)
    screen.print(`${name}: ${counted(count, 'family')} below the threshold (${inSettings(config.phases[name as PhaseName].only ?? {})}).`);
  for (const trouble of ofStages.troubles) screen.print(screen.colors.red(clean(trouble)));
  for (const { what, last } of still) screen.print(screen.colors.red(clean(last === null ? what : `${what} Last: ${last}`)));
}

/** Looks again and again until it is told to end; a terminal shows the newest look only. */
async function watch(seconds: number, look: () => Promise<void>, screen: Screen): Promise<void> {
  const ended = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => ended.abort());
  while (!ended.signal.aborted) {
    if (screen.columns !== null) screen.write('\u001b[H\u001b[2J');
    await look();
    await sleep(seconds * 1000, null, { signal: ended.signal }).catch((error: unknown) => {
      if (!ended.signal.aborted) throw error;
    });
  }
}
