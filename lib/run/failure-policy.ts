// What is done about an error, for one run: whether items wait, fail or are given back, and when the phase is paused. Trouble that meets
// items one after another alike is not theirs: the phase pauses instead of using them up.

import type { App } from '../app.js';
import { withinSeconds } from '../deadline.js';
import { makeActions } from '../errors/actions.js';
import { type DiagnosedError, makeDiagnoses } from '../errors/diagnoses.js';
import { sentenceOf } from '../errors/doctor.js';
import { PhasePaused } from '../errors/pause.js';
import { makeStreak } from '../errors/streak.js';
import type { Ask } from '../llm/prompt.js';
import type { ItemId } from '../work.js';
import { makePauses } from './pauses.js';
import type { RunId } from './progress.js';

export interface FailurePolicy {
  /** What is known of an error; never throws. */
  look: (error: unknown, signal?: AbortSignal) => Promise<DiagnosedError>;
  succeeded: (items: number) => void;
  /** Before items are failed. Throws PhasePaused where it is not the items: they are to be given back. */
  weigh: (itemIds: readonly ItemId[], seen: DiagnosedError, amongSuccesses: boolean) => Promise<void>;
  /** After items were failed: what became of them. */
  note: (seen: DiagnosedError, became: { failed: number; retried: number }) => void;
  /** At the end of a group. What cannot be written is told in the log and lost; it never throws. */
  write: () => Promise<void>;
  /** What the run ends with: the error itself, or that the phase is paused for it. Never throws. */
  ended: (error: unknown) => Promise<unknown>;
  /** At the end of the run. */
  close: () => Promise<void>;
}

/** How long the doctor's last words of a run may take. */
const lastWordsSeconds = 3;

/** `ask` puts the doctor's question to a model; an item is failed for good after `maxAttempts`. */
export function makeFailurePolicy(
  { sql, log }: Pick<App, 'sql' | 'log'>,
  run: RunId,
  options: { ask: Ask; maxAttempts: number },
): FailurePolicy {
  const { phase } = run;
  const diagnoses = makeDiagnoses({ sql, log, phase, ask: options.ask });
  const streak = makeStreak();
  const actions = makeActions();
  const pauses = makePauses({ sql, log }, run, options.maxAttempts);
  let pausing: Promise<PhasePaused> | null = null;

  return {
    look: diagnoses.look,
    succeeded: streak.succeeded,
    weigh: async (itemIds, seen, amongSuccesses) => {
      // What fails beside or after it fails of the same, most likely.
      if (pausing) throw await pausing;
      const verdict = streak.failed(itemIds, seen, amongSuccesses);
      if (verdict === 'go on') return;
      pausing = pauses.forItems(seen, streak.itemsOf(seen.signature), verdict === 'call human');
      throw await pausing;
    },
    note: (seen, { failed, retried }) => {
      if (failed > 0) actions.note(seen, 'fail_item', failed);
      if (retried > 0) actions.note(seen, 'retry_later', retried);
    },
    write: () => write(false),
    ended: async (error) => {
      if (error instanceof PhasePaused) return error;
      return withinSeconds(lastWordsSeconds, end(error)).catch((reason: unknown) => {
        log.warn({ event: 'end not diagnosed', error: sentenceOf(reason) });
        return error;
      });
    },
    close: () =>
      withinSeconds(lastWordsSeconds, write(true)).catch((error: unknown) =>
        log.warn({ event: 'actions not written', error: sentenceOf(error) }),
      ),
  };

  async function write(last: boolean): Promise<void> {
    await actions.write(sql, run, last).catch((error: unknown) => log.warn({ event: 'actions not written', error: sentenceOf(error) }));
  }

  /** An error that ends the run: what the class says. */
  async function end(error: unknown): Promise<unknown> {
    const seen = diagnoses.byRules(error);
    const paused = await pauses.forRun(seen, error);
    if (!paused) actions.note(seen, 'end_run', 0);
    return paused ?? error;
  }
}
