// When a run pauses its phase: several items failed alike, or what ended the run will not be over soon. What the pause says is for an
// operator: what, where, until when, what to do.
import type { App } from '../app.js';
import type { DiagnosedError } from '../errors/diagnoses.js';
import { exitCodeOf } from '../errors/doctor.js';
import { callHuman, isLastStraw, PhasePaused, pauseForAWhile, pauseUntil } from '../errors/pause.js';
import { revive } from '../quarantine.js';
import type { ItemId } from '../work.js';
import type { RunId } from './progress.js';

interface Pauses {
  /** Items failed alike: they get back what it cost them, and the phase pauses. */
  forItems: (seen: DiagnosedError, itemIds: readonly ItemId[], forHuman: boolean) => Promise<PhasePaused>;
  /** An error ended the run: null where the phase need not pause for it. */
  forRun: (seen: DiagnosedError, error: unknown) => Promise<PhasePaused | null>;
}

/** What the same error has already failed for good, and has tries left of `maxAttempts`, is put back when the phase pauses. */
export function makePauses({ sql, log }: Pick<App, 'sql' | 'log'>, run: RunId, maxAttempts: number): Pauses {
  const { phase } = run;

  async function forItems(seen: DiagnosedError, itemIds: readonly ItemId[], forHuman: boolean): Promise<PhasePaused> {
    const alike = itemIds.length === 1 ? '1 item failed' : `${itemIds.length} items failed alike`;
    const said = `${alike}: ${ended(seen.sentence)}`;
    let until: Date | null = null;
    if (forHuman) await callHuman(sql, run, seen, itemIds.length, `${said} It looks like a mistake in the code: have it mended.`);
    else until = await pauseForAWhile(sql, run, seen, itemIds.length, `${said} It does not look like the items’ fault.`);
    const revived = await revive(sql, phase, itemIds, seen.signature, maxAttempts);
    const { signature, errorClass, decidedBy } = seen;
    log.info({ event: 'escalated', signature, errorClass, decidedBy, items: itemIds.length, revived });
    return paused(`${said} ${forHuman ? 'It looks like a mistake in the code.' : 'It does not look like the items’ fault.'}`, until);
  }

  async function forRun(seen: DiagnosedError, error: unknown): Promise<PhasePaused | null> {
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
    return null;
  }

  function paused(why: string, until: Date | null, cause?: unknown): PhasePaused {
    const how = until ? `is paused until ${until.toISOString().slice(0, 16)}Z` : 'is paused until an operator resumes it';
    return new PhasePaused(
      `${why} The phase ${phase} ${how}; "sni failures ${phase}" shows more, "sni resume ${phase}" ends the pause.`,
      until,
      cause === undefined || exitCodeOf(cause) === 75 ? {} : { cause },
    );
  }

  return { forItems, forRun };
}

/** The sentence with its full stop. */
function ended(sentence: string): string {
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}
