// The flags of a phase script: what it takes on the command line, checked, with help that shows examples and defaults.
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type PhaseName, phases, positionOf } from '../config/phases.js';
import type { PhaseSettings } from '../config/run-settings.js';
import { wholeNumber } from '../whole-number.js';

export interface Flags {
  batch?: number;
  resume: boolean;
  since?: Date;
  maxInflight?: number;
  /** 0 instead of 75 is the exit code. */
  busyOk: boolean;
}

/** A flag is wrong, or help was asked for (`exitCode` 0); the text was already printed. */
export class FlagsError extends Error {
  constructor(readonly exitCode: number) {
    super('The flags are wrong.');
  }
}

/** Reads the flags of a phase; throws FlagsError after printing what is wrong or what was asked for. */
export function readFlags(phase: PhaseName, args: readonly string[], defaults: PhaseSettings): Flags {
  const { about, food, batchOf, flags: own } = phases[phase];
  const command = new Command(`sni run ${phase}`)
    .description(
      `${positionOf(phase) > 0 ? `P${positionOf(phase)}` : phase}: ${about}.\nTakes ${food}. Safe to kill, to run again, and to run beside cron.`,
    )
    .option('--batch <n>', `take at most n ${batchOf} (${defaults.batch})`, wholeNumber(10_000_000))
    .option('--resume', 'take over at once what a dead process of this host left, and re-use answers it paid for', false);
  command.option('--busy-ok', 'exit 0 instead of 75, for a scheduler that takes every other code for a failure', false);
  if (own.includes('since')) command.option('--since <YYYY-MM-DD>', 'store only titles published on that day (UTC) or later', day);
  if (own.includes('max-inflight')) {
    command.addOption(
      new Option('--max-inflight <n>', `at most n model questions at once (${defaults.maxInflight})`).argParser(wholeNumber(256)),
    );
  }
  command
    .addHelpText(
      'after',
      `\nExamples:\n  sni run ${phase} --resume\n  sni run ${phase} --batch ${defaults.batch * 5}\n\nExit codes: 0 done or nothing to do, 1 failed, 75 busy, paused or cut off from the web, 78 wrong configuration.`,
    )
    .showHelpAfterError('(--help shows what is allowed)')
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, `sni run ${phase}: `)) })
    .exitOverride();
  try {
    command.parse(args as string[], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) throw new FlagsError(error.exitCode === 0 ? 0 : 78);
    throw error;
  }
  return command.opts<Flags>();
}

function day(text: string): Date {
  const date = new Date(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) {
    throw new InvalidArgumentError('Allowed is a day such as 2026-03-10.');
  }
  return date;
}
