// From diagnosis to action, for one run: which items wait, fail or are given back, when the phase is paused, what is written down of it.
// Guards good work: trouble that meets items one after another alike is not theirs, and pauses the phase instead of using them up.

import type { App } from '../app.js';
import { within } from '../deadline.js';
import { type Action, makeActions } from '../errors/actions.js';
import { type DiagnosedError, makeDiagnoses } from '../errors/diagnoses.js';
import { exitCodeOf, sentenceOf } from '../errors/doctor.js';
import { callHuman, isLastStraw, PhasePaused, pauseForAWhile, pauseUntil } from '../errors/pause.js';
import { makeStreak } from '../errors/streak.js';
import type { Ask } from '../llm/prompt.js';
import { revive } from '../quarantine.js';
import type { RunId } from './progress.js';

export interface FailurePolicy {
  /** What is known of an error; never throws. */
  look: (error: unknown, signal?: AbortSignal) => Promise<DiagnosedError>;
  succeeded: (items: number) => void;
  /** Before items are failed. Throws PhasePaused where it is not the items: they are to be given back. */
  weigh: (itemIds: readonly string[], seen: DiagnosedError, amongSuccesses: boolean) => Promise<void>;
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

export function makeFailurePolicy(
  { sql, log }: Pick<App, 'sql' | 'log'>,
  run: RunId,
  options: { ask: Ask; maxAttempts: number },
): FailurePolicy {
  const { phase } = run;
  const diagnoses = makeDiagnoses({ sql, log, phase, ask: options.ask });
  const streak = makeStreak();
  const actions = makeActions();
  let pausing: Promise<PhasePaused> | null = null;

  return {
    look: diagnoses.look,
    succeeded: streak.succeeded,
    weigh: async (itemIds, seen, amongSuccesses) => {
      // What fails beside or after it fails of the same, most likely.
      if (pausing) throw await pausing;
      const verdict = streak.failed(itemIds, seen, amongSuccesses);
      if (verdict === 'go on') return;
      pausing = pause(seen, verdict === 'call human');
      throw await pausing;
    },
    note: (seen, { failed, retried }) => {
      if (failed > 0) actions.note(seen, 'fail_item', failed);
      if (retried > 0) actions.note(seen, 'retry_later', retried);
    },
    write: () => write(false),
    ended: async (error) => {
      if (error instanceof PhasePaused) return error;
      return within(lastWordsSeconds, end(error)).catch((reason: unknown) => {
        log.warn({ event: 'end not diagnosed', error: sentenceOf(reason) });
        return error;
      });
    },
    close: () =>
      within(lastWordsSeconds, write(true)).catch((error: unknown) => log.warn({ event: 'actions not written', error: sentenceOf(error) })),
  };

  async function write(last: boolean): Promise<void> {
    await actions.write(sql, run, last).catch((error: unknown) => log.warn({ event: 'actions not written', error: sentenceOf(error) }));
  }

  /** Several items failed alike: they get back what it cost them, and the phase pauses. */
  async function pause(seen: DiagnosedError, forHuman: boolean): Promise<PhasePaused> {
    const itemIds = streak.itemsOf(seen.signature);
    const alike = itemIds.length === 1 ? '1 item failed' : `${itemIds.length} items failed alike`;
    const said = `${alike}: ${ended(seen.sentence)}`;
    let until: Date | null = null;
    if (forHuman) await callHuman(sql, run, seen, itemIds.length, `${said} It looks like a mistake in the code: have it mended.`);
    else until = await pauseForAWhile(sql, run, seen, itemIds.length, `${said} It does not look like the items’ fault.`);
    const revived = await revive(sql, phase, itemIds, seen.signature, options.maxAttempts);
    log.info({
      event: 'escalated',
      signature: seen.signature,
      errorClass: seen.errorClass,
      decidedBy: seen.decidedBy,
      items: itemIds.length,
      revived,
    });
    return paused(`${said} ${forHuman ? 'It looks like a mistake in the code.' : 'It does not look like the items’ fault.'}`, until);
  }

  /** An error that ends the run: what the class says. */
  async function end(error: unknown): Promise<unknown> {
    const seen = diagnoses.byRules(error);
    const { errorClass, until, sentence } = seen;
    if (until && until > new Date()) {
      return paused(ended(sentence), await pauseUntil(sql, run, seen, until, sentence), error);
    }
    if (seen.pauses) {
      const why = `${ended(sentence)} ${seen.why}`.trim();
      return paused(why, await pauseForAWhile(sql, run, seen, 0, why), error);
    }
    if (errorClass === 'code_bug' && (await isLastStraw(sql, run, seen.signature))) {
      const why = `Several runs in a row ended alike: ${ended(sentence)} It looks like a mistake in the code: have it mended.`;
      await callHuman(sql, run, seen, 0, why);
      return paused(why, null, error);
    }
    const action: Action = 'end_run';
    actions.note(seen, action, 0);
    return error;
  }

  /** What, where, until when, what to do. */
  function paused(why: string, until: Date | null, cause?: unknown): PhasePaused {
    const how = until ? `is paused until ${until.toISOString().slice(0, 16)}Z` : 'is paused until an operator resumes it';
    return new PhasePaused(
      `${why} The phase ${phase} ${how}; "sni failures ${phase}" shows more, "sni resume ${phase}" ends the pause.`,
      until,
      cause === undefined || exitCodeOf(cause) === 75 ? {} : { cause },
    );
  }
}

/** The sentence with its full stop. */
function ended(sentence: string): string {
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}
