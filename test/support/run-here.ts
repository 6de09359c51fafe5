// A phase run within this process as a process of its own would run it, with the environment it is given and its log kept.
import { type PhaseName, phases } from '../../lib/config/phases.js';
import type { Config } from '../../lib/config.js';
import { type Phase, runWithin } from '../../lib/run.js';
import type { ItemId } from '../../lib/work.js';
import type { Ended, Line } from './ended.js';
import { reaching } from './reaching.js';

type AnyPhase = Phase<{ itemId: ItemId }, unknown>;

/** Runs a phase of phases/ to its end. */
export async function runHere(name: PhaseName, args: readonly string[], environment: Record<string, string>): Promise<Ended> {
  const script = `../../phases/${name}.js`;
  const { [name]: phase } = (await import(script)) as Record<string, AnyPhase>;
  if (phase === undefined) throw new Error(`phases/${name}.ts exports no ${name}.`);
  return runChosenHere(() => phase, args, environment, phases[name].readsSources);
}

/** Runs the phase that the settings make. Its `signal` is null: nothing here can kill it. */
export async function runChosenHere<Item extends { itemId: ItemId }, Result>(
  choose: (config: Config) => Phase<Item, Result>,
  args: readonly string[],
  environment: Record<string, string>,
  readsSources = false,
): Promise<Ended> {
  const lines: Line[] = [];
  let stderr = '';
  const code = await runWithin(choose, args, readsSources, {
    environment: { PATH: process.env['PATH'] ?? '', ...environment },
    log: { write: (line: string) => void lines.push(JSON.parse(line) as Line) },
    refuse: (sentence) => {
      stderr += sentence;
    },
    reach: reaching.reach,
  });
  return { code, signal: null, lines, stderr, finished: lines.findLast((line) => line.event === 'finished') };
}
