// The table of errors that are known, each with its class; the first rule that fits decides. What a message says is believed anywhere in
// it only of a model server's own error; elsewhere only where the message begins with it, so that no headline inside it decides anything.
import type { Diagnosis } from './diagnosis.js';
import { type ErrorFacts, isDatabaseSocket, isFetchFailure } from './error-facts.js';

interface Rule extends Omit<Diagnosis, 'known' | 'until' | 'why'> {
  /** What happened, and what to do where a human can do something: a sentence. */
  why: string;
  when: (seen: ErrorFacts) => boolean;
}

const networkCodes = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'ETIMEDOUT',
  'EPIPE',
  'EAI_AGAIN',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_SOCKET',
]);
/**
 * postgres.js's own names for a connection that is gone, and Postgres's for one it ends (57P..), cannot serve (53.., 58..), does not
 * let in (28.., 3D000) or lets only read (25006).
 */
export const databaseGone =
  /^(CONNECTION_(CLOSED|ENDED|DESTROYED|CONNECT_TIMEOUT)|CONNECT_TIMEOUT|57P0[1-5]|(53|58|08|28)\w{3}|3D000|25006)$/;
/** What a socket in the file system says besides: gone, or not ours to open. */
export const socketCodes = new Set([...networkCodes, 'ENOENT', 'EACCES']);
const diskCodes = new Set(['ENOSPC', 'EROFS', 'EMFILE', 'ENFILE', 'EDQUOT', 'EIO', 'ENOMEM']);
const fileCodes = new Set(['ENOENT', 'EACCES', 'EPERM', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG']);

const runEnds = { errorClass: 'systemic', retry: true, scope: 'run' } as const;
const phasePauses = { ...runEnds, pauses: true } as const;
const itemWaits = { errorClass: 'transient', retry: true, scope: 'item' } as const;
const itemFails = { errorClass: 'item_specific', retry: false, scope: 'item' } as const;
const itemMayPass = { errorClass: 'item_specific', retry: true, scope: 'item' } as const;

/** Status codes of RFC 9110, and those of CDNs (520 to 529). */
const statusIs = (...among: number[]) => {
  return ({ status }: ErrorFacts): boolean => status !== null && among.includes(status);
};

/** What the database, the disk and the settings say: it stands in the way of every item. */
const app: Rule[] = [
  { why: 'The settings are wrong: see what the run says.', when: ({ exitCode }) => exitCode === 78, ...runEnds },
  {
    why: 'The database does not answer: see that it runs and that the network is up.',
    when: ({ code, names, error }) =>
      databaseGone.test(code) || names.has('DatabaseSilent') || (isDatabaseSocket(error) && socketCodes.has(code)),
    ...runEnds,
  },
  {
    why: 'The database does not let this role do that: see what the run says.',
    when: postgres(/^42501$/),
    ...runEnds,
  },
  { why: 'The disk, the memory or the process is full: make room.', when: ({ code }) => diskCodes.has(code), ...runEnds },
];

/** What the conductor says of one question, after it has tried: everything else it waits out by itself. */
const questions: Rule[] = [
  {
    why: 'Every model that may answer withholds its answer to this item, or cannot take it: name another in sni.yaml.',
    when: ({ code }) => code === 'MODEL_BLOCKED' || code === 'MODEL_REFUSED',
    ...itemFails,
  },
  {
    why: 'The models gave no whole answer to this item in several tries: a longer timeout or a smaller max_tokens of its role may help.',
    when: ({ code }) => code === 'MODEL_TIMEOUT' || code === 'MODEL_BROKEN',
    ...itemWaits,
  },
];

/** Servers' own words, before their status codes, which say less. Ollama's: server/sched.go, llm/server.go; Gemini's: google.rpc.Code; OpenAI's: `code`. */
const servers: Rule[] = [
  {
    why: 'The model is not on its server: "ollama pull NAME", or name another in sni.yaml.',
    when: ({ says }) =>
      says(
        /(ollama: )?model \S+ not found|models\/\S+ is not found for API version|the model \S+ does not exist|\S+ is not a valid model\b/i,
      ),
    ...phasePauses,
  },
  {
    why: 'The model is too large for the memory of its server: name a smaller one in sni.yaml, or free memory.',
    when: ({ says }) =>
      says(/(model )?requires more system memory|(CUDA|ROCm|Metal) error: out of memory|cudaMalloc failed|out of memory/i),
    ...phasePauses,
  },
  {
    why: 'The model cannot do what is asked of it: name another in sni.yaml.',
    when: ({ says }) => says(/\S+ does not support (chat|generate|thinking|embed\w*)/i),
    ...phasePauses,
  },
  {
    why: 'The key is not accepted: put a valid one into its variable, GEMINI_API_KEY or OPENAI_API_KEY.',
    when: ({ says, code }) =>
      code === 'invalid_api_key' ||
      says(/API[_ ]KEY[_ ](INVALID|SERVICE_BLOCKED|HTTP_REFERRER_BLOCKED|IP_ADDRESS_BLOCKED)|API key (not valid|expired)/i),
    ...phasePauses,
  },
  {
    why: 'The server does not serve this account or place: see its console.',
    when: ({ says }) => says(/PERMISSION_DENIED|UNAUTHENTICATED|SERVICE_DISABLED|(FAILED_PRECONDITION\W+)?User location is not supported/),
    ...phasePauses,
  },
  {
    why: 'The plan of the account does not include the model, or its money is used up; waiting is no help: change the plan, pay, or name another model in sni.yaml.',
    when: ({ says, code }) =>
      code === 'insufficient_quota' ||
      says(/(?<=Quota exceeded for metric: .*)limit: 0(?![.,]?\d)|"quotaValue":"0"|Your prepa(id|yment) credits are|monthly spending cap/s),
    ...phasePauses,
  },
  {
    why: 'The quota of the day is used up; it comes back at midnight, Pacific time.',
    when: ({ says }) => says(/[\w-]*PerDay\w*|daily (quota|limit)|quota (exceeded|limit) per day/i),
    errorClass: 'temporal',
    retry: true,
    scope: 'run',
    pauses: true,
  },
  {
    why: 'The model refused the text; asking again will not change it.',
    when: ({ says, code }) =>
      code === 'content_filter' ||
      says(
        /(Candidate was|Response was|Text not available\. (Candidate|Response) was) blocked|SAFETY|PROHIBITED_CONTENT|RECITATION|BLOCKLIST|SPII/,
      ),
    ...itemFails,
  },
  {
    why: 'The text or its answer is longer than the model takes.',
    when: ({ says, code }) =>
      code === 'context_length_exceeded' ||
      says(
        /MAX_TOKENS|(the )?(input|prompt)( token count)? (length |is too long|exceeds)|context length exceeded|exceeds the (available|maximum) context/i,
      ),
    ...itemFails,
  },
  {
    why: 'The server is busy or limits how often it may be asked.',
    when: ({ says }) =>
      says(
        /RESOURCE_EXHAUSTED|UNAVAILABLE|DEADLINE_EXCEEDED|INTERNAL\b|server busy, please try again|maximum pending requests|(The )?model is overloaded/,
      ),
    ...itemWaits,
  },
  {
    why: 'The program that runs the model has died or is still starting; its server starts it anew.',
    when: ({ says }) =>
      says(
        /llama( |-)?runner|llama-server|model runner has (unexpectedly )?stopped|timed out waiting for (llama|server)|unexpected server status|llm server (loading model|error|not responding)/i,
      ),
    ...itemWaits,
  },
  { why: 'The server does not understand the question.', when: ({ says }) => says(/INVALID_ARGUMENT|OUT_OF_RANGE/), ...itemFails },
];

const http: Rule[] = [
  { why: 'The server does not let us in: see the key or the account.', when: statusIs(401, 402, 403, 407), ...phasePauses },
  { why: 'What is asked for is not there.', when: statusIs(404, 410), ...itemFails },
  {
    why: 'The server does not take the question as it is.',
    when: statusIs(400, 405, 406, 411, 413, 414, 415, 422, 431, 451),
    ...itemFails,
  },
  { why: 'The server limits how often it may be asked.', when: statusIs(408, 409, 420, 425, 429), ...itemWaits },
  { why: 'The server has trouble of its own.', when: ({ status }) => status !== null && status >= 500 && status <= 599, ...itemWaits },
];

const ours: Rule[] = [
  {
    why: 'A server cannot be reached or broke off.',
    when: ({ code, error }) => networkCodes.has(code) || isFetchFailure(error),
    ...itemWaits,
  },
  { why: 'Two statements stood in each other’s way, or one took too long.', when: postgres(/^(40|55|57014)/), ...itemWaits },
  {
    why: 'A statement of ours is wrong, or the tables are not those it was written for.',
    when: postgres(/^42/),
    errorClass: 'code_bug',
    retry: false,
    scope: 'run',
  },
  { why: 'The database cannot hold such a value.', when: postgres(/^22/), ...itemFails },
  { why: 'The row contradicts another.', when: postgres(/^23/), ...itemMayPass },
  { why: 'The model’s answer could not be used.', when: ({ names }) => names.has('AnswerRefused'), ...itemFails },
  { why: 'What was read does not have its shape.', when: ({ names }) => names.has('ZodError') || names.has('$ZodError'), ...itemFails },
  { why: 'What was read is no JSON.', when: ({ names, says }) => names.has('SyntaxError') && says(/[\s\S]*JSON/), ...itemMayPass },
  { why: 'It is no address.', when: ({ names, code }) => names.has('URIError') || code === 'ERR_INVALID_URL', ...itemFails },
  { why: 'It took too long or was broken off.', when: ({ names }) => names.has('TimeoutError') || names.has('AbortError'), ...itemWaits },
  { why: 'Other workers were quicker.', when: ({ names }) => names.has('Superseded'), ...itemWaits },
  { why: 'A file is not there or may not be read.', when: ({ code }) => fileCodes.has(code), ...itemMayPass },
  {
    why: 'A mistake in the code, or data it was not written for.',
    when: ({ error, names }) =>
      ['AssertionError', 'DataCloneError'].some((name) => names.has(name)) ||
      error instanceof TypeError ||
      error instanceof ReferenceError ||
      error instanceof RangeError,
    errorClass: 'code_bug',
    retry: false,
    scope: 'item',
  },
];

export const errorRules: readonly Rule[] = [...app, ...questions, ...servers, ...http, ...ours];

function postgres(codes: RegExp): Rule['when'] {
  return ({ names, code }) => names.has('PostgresError') && codes.test(code);
}
