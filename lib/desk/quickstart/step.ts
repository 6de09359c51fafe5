// Runs one phase of the quick start, with one line that tells of it meanwhile. A phase that fails ends the quick start with its last
// words.
import * as z from 'zod';
import { type PhaseName, phases } from '../../config/phases.js';
import type { Config } from '../../config.js';
import { late } from '../../late.js';
import { runPhase } from '../child.js';
import { clean } from '../clean.js';
import { DeskError, exitCodes } from '../end.js';
import type { Screen } from '../screen.js';
import { cutToWidth } from '../table.js';
import { counted } from '../words.js';

const finishedLine = late(() =>
  z.object({
    event: z.literal('finished'),
    claimed: z.number(),
    done: z.number(),
    failed: z.number(),
    made: z.number().default(0),
    exit: z.string(),
  }),
);
type Finished = z.infer<ReturnType<typeof finishedLine>>;

const progressLine = late(() =>
  z.object({ event: z.enum(['started', 'heartbeat']), total: z.number().optional(), progress: z.string().optional() }),
);

/** What a phase says that does not run now, because another process has it or it is paused. */
const busyLine = late(() => z.object({ event: z.enum(['busy', 'paused']), reason: z.string() }));

export interface StepResult extends Pick<Finished, 'claimed' | 'failed' | 'made'> {
  phase: PhaseName;
  /** From the start of its process to its end. */
  seconds: number;
}

/** What a phase has said so far. */
interface Heard {
  last: string[];
  progress: string;
  finished: Finished | null;
}

/** A batch that takes the whole sample world in one run, whatever the phase. */
const flags = ['--resume', '--batch', '10000'];

/** Lines kept to be shown when a phase fails. */
const keptLines = 12;

/** Runs one phase. Throws DeskError with its last lines when it fails, is busy, paused or stopped. */
export async function runStep(config: Config, phase: PhaseName, screen: Screen): Promise<StepResult> {
  const startedAt = performance.now();
  const seconds = (): number => (performance.now() - startedAt) / 1000;
  const heard: Heard = { last: [], progress: '', finished: null };
  const name = `${screen.colors.cyan(phase.padEnd(9))} ${phases[phase].does}`;
  const draw = (): void => screen.overwrite(`${name} ${screen.colors.dim(`${heard.progress} ${seconds().toFixed(0)} s`)}`);
  const clock = setInterval(draw, 250);
  draw();
  try {
    const { exitCode, stoppedBy } = await runPhase(config, phase, flags, (line) => listen(heard, line, phase));
    screen.overwrite('');
    if (stoppedBy)
      throw new DeskError(`Stopped by ${stoppedBy} in ${phase}. Nothing is lost: start again to go on.`, exitCode || exitCodes.failed);
    if (exitCode !== 0) throw new DeskError(failure(phase, exitCode, heard.last), ownCode(exitCode));
    if (!heard.finished) throw new DeskError(failure(phase, exitCode, heard.last));
    return told(phase, heard.finished, seconds(), name, screen);
  } finally {
    clearInterval(clock);
    screen.overwrite('');
  }
}

/** Takes in one line of a phase's output. */
function listen(heard: Heard, line: string, phase: PhaseName): void {
  heard.last = [...heard.last, line].slice(-keptLines);
  const said = parsed(line);
  heard.finished = finishedLine().safeParse(said).data ?? heard.finished;
  const beat = progressLine().safeParse(said).data;
  if (beat) heard.progress = beat.progress ?? counted(beat.total ?? 0, ...phases[phase].items);
}

function told(phase: PhaseName, { claimed, failed, made }: Finished, seconds: number, name: string, screen: Screen): StepResult {
  const outcome = made === 0 ? 'nothing new' : counted(made, ...phases[phase].makes);
  const trouble = failed > 0 ? screen.colors.red(`, ${failed} failed`) : '';
  screen.print(`${name}: ${outcome}${trouble}`);
  return { phase, claimed, failed, made, seconds };
}

function failure(phase: PhaseName, exitCode: number, last: readonly string[]): string {
  const lines = last.map((line) => `  ${cutToWidth(inWords(line), 300)}`).join('\n');
  const busy =
    exitCode === exitCodes.busy
      ? last
          .map(parsed)
          .map((line) => busyLine().safeParse(line).data)
          .find(Boolean)
      : undefined;
  if (busy) return `The quick start cannot go on now: ${busy.reason} Start it again when that has ended; what was done stays.`;
  return `The phase ${phase} ended with exit code ${exitCode}. Its last lines:\n${lines}\nPut right what they name, then start again: what was done stays.`;
}

/** Busy and wrong configuration are the phase's to say; all else failed. */
function ownCode(exitCode: number): number {
  return exitCode === exitCodes.busy || exitCode === exitCodes.wrongConfiguration ? exitCode : exitCodes.failed;
}

/** A line of the log without what a person does not need; any other line as it is. */
function inWords(line: string): string {
  const said = parsed(line);
  if (typeof said !== 'object' || said === null) return clean(line);
  const { level, event, time, pid, hostname, name, phase, ...rest } = said as Record<string, unknown>;
  const details = Object.entries(rest).map(([key, value]) => `${key}=${typeof value === 'object' ? JSON.stringify(value) : value}`);
  return clean(`${level ?? ''} ${event ?? ''}: ${details.join(' ')}`);
}

function parsed(line: string): unknown {
  if (!line.startsWith('{')) return null;
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
