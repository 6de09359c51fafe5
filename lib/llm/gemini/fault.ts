// What Google's package throws, told as a Fault. The package loses the code of a broken connection and keeps status and details.
import { Fault, faultOfFetch } from '../fault.js';
import { type Detail, planFault } from './plan.js';

/** `model` is '' where none was asked. */
export function faultOfGemini(error: unknown, who: string, model: string): Fault {
  if (error instanceof Fault) return error;
  const said = error instanceof Error ? error.message : String(error);
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 0;
  if (status === 0) return withoutStatus(error, who, said);
  const details = detailsOf(error);
  // "Error fetching from ADDRESS: [404 Not Found] MESSAGE [details as JSON]"
  const whole = said.replace(/^.*?: \[\d+[^\]]*\] ?/s, '').replace(/ \[\{.*$/s, '');
  const message = whole.slice(0, 300);
  const cause = error;
  const plan = planFault({ status, details, whole, message }, who, model);
  if (plan) return plan;
  if (status === 429) return tooOften(details, who, message);
  if (status === 401 || status === 403 || details.some(({ reason }) => reason === 'API_KEY_INVALID')) {
    return new Fault('wrong_key', `${who} refuses the key: ${message || `status ${status}`}. Set GEMINI_API_KEY to a valid one.`, {
      cause,
    });
  }
  if (status === 400 && /location is not supported/i.test(message))
    return new Fault('wrong_key', `${who} does not serve this place: ${message} Ask Ollama instead, or from elsewhere.`, { cause });
  if (status === 400 && /\bthinking\b/i.test(message) && /\bbudget\b/i.test(message)) {
    return new Fault('wrong_model', `${who}, ${model}: ${message} Set models.gemini.thinking_budget.`, { cause });
  }
  if (status === 404 && message === '') {
    return new Fault('wrong_address', `${who} is no Gemini: status 404. Set models.gemini.url, or leave it out for Google's own.`, {
      cause,
    });
  }
  if (status === 404)
    return new Fault('missing_model', `${who} has no model ${model}: ${message} "sni models" shows which it has.`, { cause });
  if (status === 503) return new Fault('busy', `${who} is overloaded: ${message || 'status 503'}`, { cause });
  if (status >= 500 || message === '') return new Fault('broken', `${who} failed: ${message || `status ${status}`}`, { cause });
  return new Fault('refused', `${who} does not take the question: ${message}`, { cause });
}

function withoutStatus(error: unknown, who: string, said: string): Fault {
  if (error instanceof SyntaxError) return new Fault('broken', `${who} answered with what is no JSON.`, { cause: error });
  // The package keeps the words of what fetch threw, not its code.
  const inFetch = /^\[GoogleGenerativeAI Error\]: Error fetching from \S+: (?<words>.*)$/s.exec(said)?.groups?.['words'];
  return faultOfFetch(inFetch === undefined ? error : new Error(inFetch), who, 'Check the network, and models.gemini.url where it is set.');
}

function tooOften(details: readonly Detail[], who: string, message: string): Fault {
  const daily = details.some(({ violations }) => violations?.some(({ quotaId }) => /PerDay/i.test(quotaId ?? '')));
  if (daily) return new Fault('quota', `${who}: the quota of the day is used up. ${message}`, { until: midnightPacific(new Date()) });
  const delay = details.map(({ retryDelay }) => Number.parseFloat(retryDelay ?? '')).find((seconds) => seconds >= 0);
  return new Fault('rate_limited', `${who} wants to be asked less often: ${message}`, { retryAfterSeconds: delay });
}

function detailsOf(error: unknown): Detail[] {
  return error instanceof Error && 'errorDetails' in error && Array.isArray(error.errorDetails) ? error.errorDetails : [];
}

const hourMs = 3_600_000;

/** When the daily quota begins anew: the next midnight in California, whose offset is whole hours. */
function midnightPacific(now: Date): Date {
  const hourInCalifornia = new Intl.DateTimeFormat('en-US', { timeZone: 'America/Los_Angeles', hour: 'numeric', hourCycle: 'h23' });
  let at = (Math.floor(now.getTime() / hourMs) + 1) * hourMs;
  while (Number(hourInCalifornia.format(at)) !== 0) at += hourMs;
  return new Date(at);
}
