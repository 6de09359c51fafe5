// The class of an error and what follows from it, by the rules alone (rules.ts). What no rule knows counts as the item's fault and may be
// tried again; diagnoses.ts asks further.

import { type Diagnosis, unknown } from './diagnosis.js';
import { chainOf, errorFactsOf, isDatabaseSocket } from './error-facts.js';
import { poolerSentence } from './pooler.js';
import { databaseGone, errorRules, socketCodes } from './rules.js';

/** Classes an error by the first rule that fits; an error that carries exit code 75 names its end itself. */
export function diagnose(error: unknown): Diagnosis {
  const seen = errorFactsOf(error);
  if (seen.exitCode === 75) {
    const busy = { retry: true, scope: 'run', known: true, why: '' } as const;
    return seen.retryAt ? { ...busy, errorClass: 'temporal', until: seen.retryAt } : { ...busy, errorClass: 'systemic' };
  }
  const rule = errorRules.find(({ when }) => when(seen));
  if (!rule) return unknown;
  const { when: _, ...told } = rule;
  return { ...told, known: true };
}

/** 75 (paused: come back later) or 78 (an operator must mend the settings) where the error or a cause carries it; else null. */
export function exitCodeOf(error: unknown): number | null {
  return errorFactsOf(error).exitCode;
}

/**
 * The error's message, or its name where it has none, with the message of what caused it; what the driver itself says of a database
 * that went away stands in a sentence.
 */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const misfit = poolerSentence(error);
  if (misfit !== null) return misfit;
  const said = told(chainOf(error));
  return isDatabaseLost(error)
    ? `The database went away (${said}): see that it and the network are up. Nothing that was finished is lost.`
    : said;
}

function told([error, ...causes]: readonly Error[]): string {
  if (!error) return '';
  const own = error.message || errorFactsOf(error).code || error.name;
  const [cause] = causes;
  return !cause || (cause.message !== '' && error.message.includes(cause.message)) ? own : `${own} (${told(causes)})`;
}

/** The error itself is the driver's, not wrapped in a sentence, and of the connection: not of rights or of the server's means. */
function isDatabaseLost(error: Error): boolean {
  if (!('code' in error)) return false;
  const { code } = errorFactsOf(error);
  return /^(CONNECT|57P|08)/.test(code) ? databaseGone.test(code) : code !== 'EACCES' && socketCodes.has(code) && isDatabaseSocket(error);
}
