// What a server of the OpenAI chat API says in place of an answer, told as a Fault: {error: {message, type, code}}, plain text, or the
// page of a proxy before it.
import { Fault } from '../fault.js';
import { waitSeconds } from './wait.js';

interface Said {
  message: string;
  /** Type and code together, '' where it names none. */
  code: string;
}

/** Who did not answer. */
export interface AskedServer {
  /** The server, as sentences name it. */
  who: string;
  /** Whether a key was sent to it. */
  hasKey: boolean;
}

/** Where nothing that listens is such a server. */
export const advice = 'Start it, or set models.openai.url in sni.yaml to where it runs, with its /v1.';

/** `model` is '' where none was asked. */
export function faultOfAnswer(
  { status, headers }: Pick<Response, 'status' | 'headers'>,
  text: string,
  { who, hasKey }: AskedServer,
  model: string,
): Fault {
  const said = saidIn(text);
  const { code } = said;
  const shown = said.message === '' ? `status ${status}.` : said.message.replace(/(?<![.!?])$/, '.');
  if (/insufficient_quota|billing/.test(code) || status === 402)
    return new Fault('no_money', `${who}: the account's money is used up: ${shown} Pay in, or name another model in sni.yaml.`);
  const modelIsUnknown =
    /model_not_found/.test(code) ||
    (status === 404 && /\bmodel\b|no endpoints found/i.test(said.message)) ||
    (status === 400 && /not a valid model|model\b.{0,220}\b(not found|does not exist)/i.test(said.message));
  if (model !== '' && modelIsUnknown)
    return new Fault('missing_model', `${who} has no model ${model}: ${shown} "sni models" shows which it has.`);
  if (status === 404 || status === 405)
    return new Fault('wrong_address', `${who} does not speak the OpenAI chat API there: ${shown} ${advice}`);
  const isOfKey = status === 401 || (status === 400 && /\bapi[ _]?key\b/i.test(said.message));
  if (isOfKey || (status === 403 && !/moderat|flagged/i.test(said.message))) {
    const sentence = hasKey ? 'refuses the key' : 'wants a key';
    return new Fault('wrong_key', `${who} ${sentence}: ${shown} Set OPENAI_API_KEY to a valid one.`);
  }
  if (status === 429) return tooOften(waitSeconds(headers, said.message, new Date()), `${who} wants to be asked less often: ${shown}`);
  if (status === 503 || status === 529) {
    const retryAfterSeconds = waitSeconds(headers, said.message, new Date());
    return new Fault('busy', `${who} is overloaded: ${shown}`, { retryAfterSeconds });
  }
  if (status === 403 || code.includes('content_filter')) return new Fault('blocked', `${who} withheld its answer: ${shown}`);
  if (/context_length|exceed_context/.test(code) || /context (length|window|size)|maximum.{0,20}tokens/i.test(said.message)) {
    return new Fault(
      'refused',
      `${who} holds less than the question and its answer: ${shown} Lower max_tokens of its role, or name a model that holds more, in sni.yaml.`,
    );
  }
  if (status === 400 || status === 413 || status === 422) return new Fault('refused', `${who} does not take the question: ${shown}`);
  return new Fault('broken', `${who} failed: ${shown}`);
}

/** What is waited for longer than an hour is no rate but a quota. */
function tooOften(retryAfterSeconds: number | undefined, sentence: string): Fault {
  if (retryAfterSeconds === undefined || retryAfterSeconds <= 3600) return new Fault('rate_limited', sentence, { retryAfterSeconds });
  return new Fault('quota', sentence, { until: new Date(Date.now() + retryAfterSeconds * 1000) });
}

/** An error that comes as a part of a stream, or in place of one; its status is lost. */
export function faultInStream(text: string, asker: AskedServer, model: string): Fault {
  const { code, message } = saidIn(text);
  const status = /rate_limit/.test(code) ? 429 : Number(/\b[45]\d\d$/.exec(code)?.[0] ?? 500);
  const isNamed = /quota|model_not_found|content_filter|context/.test(code);
  if (status < 500 || status === 503 || isNamed)
    return faultOfAnswer({ status: isNamed && status === 500 ? 400 : status, headers: new Headers() }, text, asker, model);
  return new Fault('broken', `${asker.who} failed in the middle of its answer: ${message || 'it does not say why'}`);
}

function saidIn(text: string): Said {
  if (/^\s*</.test(text)) return { message: 'a page in place of an answer', code: '' };
  try {
    const whole: unknown = JSON.parse(text);
    const read = (Array.isArray(whole) ? whole[0] : whole) as { error?: unknown; message?: unknown; detail?: unknown } | null;
    const error = read?.error ?? read?.message ?? read?.detail ?? '';
    if (typeof error !== 'object') return { message: String(error).slice(0, 300), code: '' };
    const { message, type, code } = error as Record<string, unknown>;
    const named = [type, code].filter((part) => part != null);
    return { message: String(message ?? JSON.stringify(error)).slice(0, 300), code: named.join(' ') };
  } catch (error) {
    if (error instanceof SyntaxError) return { message: text.trim().slice(0, 300), code: '' };
    throw error;
  }
}
