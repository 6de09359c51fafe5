// Runs phases, and scripts of their desks, as processes. A signal reaches the child exactly once, and its end is waited for.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type PhaseName, positionOf } from '../config/phases.js';
import { type Config, environmentFor } from '../config.js';
import { DeskError } from './end.js';

interface Ended {
  /** As a shell reports it: 128 + n for a process that signal n ended. */
  exitCode: number;
  /** The signal this process was sent meanwhile and passed on; null for none. */
  stoppedBy: NodeJS.Signals | null;
}

const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs `dist/phases/<phase>.js`, or the script of stages for one of these, as `runScript` does. */
export function runPhase(config: Config, phase: PhaseName, flags: readonly string[], onLine?: (line: string) => void): Promise<Ended> {
  if (positionOf(phase) === 0) return runScript(config, 'lib/stage/run.js', [phase, ...flags], onLine);
  return runScript(config, `phases/${phase}.js`, flags, onLine);
}

/** What a phase's own desk answers in JSON, as a process of its own. Throws what it says where it could not. */
export async function askPhase(config: Config, phase: PhaseName, words: readonly string[]): Promise<unknown> {
  const said: string[] = [];
  const { exitCode } = await runScript(config, `phases/${phase}/desk.js`, words, (line) => said.push(line));
  if (exitCode !== 0) throw new DeskError(said.join('\n'), exitCode);
  return JSON.parse(said.join('\n'));
}

/**
 * Runs a script by its path in `dist/`, with the settings of `config`. Without `onLine` it writes to this process's own outputs; with it,
 * each line of either output is handed over, and the script logs at the usual level whatever SNI_LOG says. Throws when the script is not
 * built.
 */
export async function runScript(
  config: Config,
  path: string,
  flags: readonly string[],
  onLine?: (line: string) => void,
  nodeFlags: readonly string[] = [],
): Promise<Ended> {
  const script = join(config.root, 'dist', path);
  if (!existsSync(script)) throw new DeskError(`${script} is not there: the project is not built. Run "npm run build" first.`);
  const environment = environmentFor(config);
  // In a group of its own: a terminal, `timeout` and this process would else each deliver the same signal, and a phase takes a
  // second one for "at once".
  const child = spawn(process.execPath, [...nodeFlags, script, ...flags], {
    cwd: process.cwd(),
    detached: true,
    env: onLine ? { ...environment, SNI_LOG: 'info' } : environment,
    stdio: onLine ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  });
  let stoppedBy: NodeJS.Signals | null = null;
  const passOn = (signal: NodeJS.Signals): void => {
    stoppedBy = signal;
    child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
  };
  for (const signal of passedOn) process.on(signal, passOn);
  try {
    for (const output of [child.stdout, child.stderr]) if (output && onLine) createInterface({ input: output }).on('line', onLine);
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
    });
    return { exitCode, stoppedBy };
  } finally {
    for (const signal of passedOn) process.off(signal, passOn);
  }
}
