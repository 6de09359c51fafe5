// What can be done through the pages: each act says the command that it stands for and does the same by the same code.
import type { Sql } from 'postgres';
import { knownPhases, type PhaseName, phases } from '../../../config/phases.js';
import type { Config } from '../../../config.js';
import { knownSignature } from '../../../desk/failures/known.js';
import { itemIds } from '../../../desk/item-ids.js';
import { endOf } from '../../../desk/pause.js';
import { redo, wouldInWords, wouldRedo } from '../../../desk/redo.js';
import { wakeUp, wokenInWords } from '../../../desk/wake.js';
import { counted, moment } from '../../../desk/words.js';
import { closeDiscrepancy } from '../../../observer/discrepancies.js';
import type { Chosen } from '../../../operator/again.js';
import { reset, retry } from '../../../operator/items.js';
import type { Asker } from '../../../operator/log.js';
import { pause, resume } from '../../../operator/pausing.js';
import { NotUnderstood } from '../../page.js';
import { commandOf } from './command.js';

/** Fields of a form, or words of an address; undefined for what is not there or empty. */
type Said = (name: string) => string | undefined;

interface Act {
  /** Throws NotUnderstood where what is said cannot be meant. */
  command: (said: Said) => string;
  /** Returns what was done, in a sentence. */
  run: (scene: { sql: Sql; config: Config }, said: Said, asker: Asker) => Promise<string>;
}

export const acts: Readonly<Record<string, Act>> = {
  pause: {
    command: (said) => commandOf(['pause', phaseIn(said), ...ofReason(said)], { 'retry-in': spanIn(said)?.flag }),
    run: async ({ sql, config }, said, { byWhom }) => {
      const [phase, span] = [phaseIn(said), spanIn(said)];
      const until = await endOf(sql, span === null ? {} : { retryIn: span.seconds }, config.timeZone);
      await pause(sql, phase, until, said('why') ?? null, byWhom);
      return `${phase} is paused ${until === null ? 'until it is resumed' : `until ${moment(until, config.timeZone)}`}.`;
    },
  },
  resume: {
    command: (said) => commandOf(['resume', phaseIn(said)], { why: said('why') }),
    run: async ({ sql }, said, asker) => {
      const phase = phaseIn(said);
      return (await resume(sql, phase, asker)) ? `${phase} goes on.` : `${phase} was not paused.`;
    },
  },
  wake: {
    command: (said) => commandOf(['wake', phaseIn(said)], { why: said('why') }),
    run: async ({ sql }, said, asker) => wokenInWords(phaseIn(said), await wakeUp(sql, phaseIn(said), asker)),
  },
  retry: {
    command: (said) => {
      const { ids, errorClass, signature } = failedIn(said);
      const isAll = ids === null && errorClass === null && signature === null;
      return commandOf(['retry', phaseIn(said), ...(ids ?? [])], {
        ...{ class: errorClass ?? undefined, signature: signature ?? undefined, why: said('why') },
        ...(isAll ? { all: true } : {}),
      });
    },
    run: async ({ sql }, said, asker) => {
      const [phase, { ids, errorClass, signature: key }] = [phaseIn(said), failedIn(said)];
      const signature = key === null ? null : await knownSignature(sql, key);
      const items = await retry(sql, phase, { ids, errorClass, signature }, asker);
      if (items.length === 0) return `Nothing to do: no item of ${phase} that was meant has failed or waits for its next try.`;
      return `${counted(items.length, ...phases[phase].items)} of ${phase} will be tried at once.`;
    },
  },
  reset: {
    command: (said) => commandOf(['reset', phaseIn(said), ...idsNamed(said)], { why: said('why') }),
    run: async ({ sql }, said, asker) => {
      const items = await reset(sql, phaseIn(said), idsNamed(said), asker);
      return items.length === 0
        ? 'Nothing was changed: none of it is in the backlog.'
        : `${counted(items.length, 'item')} put back as if never worked.`;
    },
  },
  reprocess: {
    command: (said) => {
      const { ids, since, stale } = chosenIn(said);
      return commandOf(['reprocess', phaseIn(said), ...(ids ?? [])], {
        ...{ stale, since: since?.toISOString().slice(0, 10), all: ids === null && since === null && !stale, yes: true, why: said('why') },
      });
    },
    run: async (scene, said, asker) => {
      const [phase, chosen] = [phaseIn(said), chosenIn(said)];
      const would = await wouldRedo(scene, phase, chosen);
      const shown = Number(said('shown') ?? -1);
      if (would.items > shown)
        throw new NotUnderstood(`It would be more than was shown: ${wouldInWords(phase, would)} Nothing was changed; look again.`);
      const items = await redo(scene, phase, chosen, asker);
      return `The next run of ${phase} does ${counted(items, ...phases[phase].items)} again.`;
    },
  },
  close: {
    command: (said) => commandOf(['discrepancies', 'close', numberIn(said), said('why') ?? '...']),
    run: async ({ sql }, said, { byWhom, why }) => {
      const id = numberIn(said);
      if (why === '') throw new NotUnderstood('Say what was done, or why nothing.');
      return (await closeDiscrepancy(sql, { id, why, byWhom }))
        ? `Discrepancy ${id} is closed.`
        : `Discrepancy ${id} is closed already, or not there.`;
    },
  },
};

function numberIn(said: Said): string {
  const number = said('number') ?? '';
  if (!/^\d{1,15}$/.test(number)) throw new NotUnderstood(`"${number}" is no number of a discrepancy.`);
  return number;
}

/** Throws NotUnderstood where the form names no phase, or one there is not. */
export function phaseIn(said: Said): PhaseName {
  const typed = said('phase') ?? '';
  const phase = knownPhases().find((name) => name === typed);
  if (phase === undefined) throw new NotUnderstood(`There is no phase "${typed}". There are: ${knownPhases().join(', ')}.`);
  return phase;
}

/** What is to be done again; null of all three is all that is done. */
export function chosenIn(said: Said): Chosen {
  const which = said('which') ?? 'stale';
  if (which === 'ids') return { ids: idsNamed(said), since: null, stale: false };
  if (which === 'since') return { ids: null, since: dayIn(said('since') ?? ''), stale: false };
  if (which === 'stale' || which === 'all') return { ids: null, since: null, stale: which === 'stale' };
  throw new NotUnderstood(`"which" is "${which}": allowed are stale, since, ids and all.`);
}

function failedIn(said: Said): { ids: string[] | null; errorClass: string | null; signature: string | null } {
  return {
    ids: said('ids') === undefined ? null : idsNamed(said),
    errorClass: said('class') ?? null,
    signature: said('signature') ?? null,
  };
}

const mostIds = 1000;

function idsNamed(said: Said): string[] {
  const typed = (said('ids') ?? '').split(/[\s,]+/).filter((id) => id !== '');
  if (typed.length === 0 || typed.length > mostIds) throw new NotUnderstood(`Name from 1 to ${mostIds} items: 34, title:34, ef:12.`);
  return [...itemIds(phaseIn(said), typed)];
}

function dayIn(text: string): Date {
  const day = new Date(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(text))
    throw new NotUnderstood(`"${text}" is no day: allowed is one such as 2026-03-10.`);
  return day;
}

function ofReason(said: Said): string[] {
  const why = said('why');
  return why === undefined ? [] : [why];
}

/** How long a pause may hold, as the form offers it. */
export const spans: Readonly<Record<string, number>> = { '15m': 900, '1h': 3600, '3h': 10_800, '12h': 43_200, '1d': 86_400 };

function spanIn(said: Said): { flag: string; seconds: number } | null {
  const flag = said('retry-in');
  if (flag === undefined) return null;
  const seconds = Object.hasOwn(spans, flag) ? spans[flag] : undefined;
  if (seconds === undefined) throw new NotUnderstood(`A pause holds ${Object.keys(spans).join(', ')} or until it is resumed.`);
  return { flag, seconds };
}
