// The environment: secrets and what differs from one deployment to the next. Names, what each allows, and nothing else.
import * as z from 'zod';
import { isWebAddress } from './addresses.js';
import { eachOf } from './phases.js';
import { didYouMean, type SettingProblem } from './problems.js';
import { keyVariables } from './providers.js';

const url = (schemes: string[], example: string) =>
  z
    .string()
    .transform(withHost)
    .refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol))
    .describe(`an address such as ${example}`);

/** As psql takes it, `postgres://user@/db?host=/socket/folder` names no host before its path; URLs with a user must. */
function withHost(url: string): string {
  return url.replace(/^(postgres(?:ql)?:\/\/[^/]*@)\//, '$1localhost/');
}

/** What a header cannot carry would be shown by the error that says so. */
const key = () =>
  z
    .string()
    .trim()
    .regex(/^[\x21\x23-\x26\x28-\x7e]+$/)
    .describe('an API key, without blanks and quotation marks');

const environment = {
  DATABASE_URL: () => url(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/sni'),
  ...eachOf(keyVariables, () => key),
  SMTP_URL: () => url(['smtp:', 'smtps:'], 'smtps://user:password@mail.example.org'),
  OLLAMA_HOST: () =>
    z
      .string()
      .trim()
      .min(1)
      .refine((text) => isWebAddress(text.includes('://') ? text : `http://${text.startsWith(':') ? 'h' : ''}${text}`))
      .describe('an Ollama address such as http://127.0.0.1:11434'),
  SNI_CONFIG: () => z.string().min(1).describe('the path of a settings file'),
  SNI_HOME: () => z.string().min(1).describe('the folder of the embedded database'),
  SNI_CHECKPOINTS: () => z.string().min(1).describe('the folder of checkpoint files'),
  SNI_LOG: () => z.enum(['trace', 'debug', 'info', 'warn', 'error']).describe('trace, debug, info, warn or error'),
  SNI_BATCH: () =>
    z
      .string()
      .regex(/^\d{1,9}$/)
      .describe('which batch of its worker a run is, a whole number'),
  SNI_LAST_GOOD: () => z.string().min(1).describe('the file where a worker keeps the last good settings'),
  NOTIFY_SOCKET: () => z.string().min(1).describe('the socket on which systemd hears of a service'),
  SNI_ALIVE: () => z.string().min(1).describe('the path of a file that is touched while work moves'),
  JOURNAL_STREAM: () => z.string().min(1).describe('the stream that systemd has connected to its journal'),
} as const;

export type Environment = { -readonly [name in keyof typeof environment]?: string };

/** Set by the worker that starts a run and by systemd, not by an operator. */
const setByOthers = ['SNI_BATCH', 'SNI_LAST_GOOD', 'NOTIFY_SOCKET', 'JOURNAL_STREAM'];

/** What an operator may set: deploy/sni.env.example explains each. */
export const operatorsVariables = Object.keys(environment).filter((name) => !setByOthers.includes(name));

/** Variables whose value must never be shown. */
const secret = new Set(['DATABASE_URL', 'SMTP_URL', 'OLLAMA_HOST', ...keyVariables]);

/** Whether the value of this variable is never to be shown. */
export function isSecret(variable: string): boolean {
  return secret.has(variable);
}

/** Reads what is set (an empty value counts as not set) and says what is wrong, without ever showing a secret. */
export function readEnvironment(from: NodeJS.ProcessEnv): { environment: Environment; problems: SettingProblem[] } {
  const read: Environment = {};
  const problems: SettingProblem[] = [];
  for (const [name, makeShape] of Object.entries(environment)) {
    const given = from[name];
    if (given === undefined || given === '') continue;
    const shape = makeShape();
    const { success, data } = shape.safeParse(given);
    if (success) read[name as keyof Environment] = data;
    else {
      const shown = secret.has(name) ? 'a value of another form (not shown)' : JSON.stringify(given.slice(0, 80));
      problems.push(`environment: ${name}: found ${shown}, allowed is ${shape.description}.`);
    }
  }
  const known = Object.keys(environment);
  for (const name of Object.keys(from)) {
    if (name.startsWith('SNI_') && !known.includes(name))
      problems.push(`environment: ${name}: unknown variable${didYouMean(name, known) || '.'}`);
  }
  return { environment: read, problems };
}
