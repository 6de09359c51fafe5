// Who is told of what is wrong, as sni.yaml names it. Secrets stand in the environment; a setting names the variable.
import * as z from 'zod';
import { late } from '../late.js';
import { webAddressShape } from './addresses.js';
import { words } from './measures.js';

/** What each kind needs beside its name; `url` may come as `url_from`. */
const needs = {
  webhook: ['url'],
  ntfy: ['url'],
  slack: ['url'],
  discord: ['url'],
  matrix: ['url', 'room', 'token_from'],
  alertmanager: ['url'],
  apprise: ['url'],
  email: ['url', 'from', 'to'],
  command: ['run'],
} as const;
export type NotifierKind = keyof typeof needs;
const kinds = Object.keys(needs) as [NotifierKind, ...NotifierKind[]];

const variable = (what: string) =>
  z
    .string()
    .regex(/^(?!SNI_)[A-Z][A-Z0-9_]{0,99}$/)
    .describe(`the name of an environment variable with ${what}, in capitals and not beginning with SNI_`);

const notifier = late(() =>
  z
    .strictObject({
      name: z
        .string()
        .regex(/^[a-z][a-z0-9-]{0,40}$/)
        .describe('a name of its own: small letters, digits and hyphens'),
      kind: z.enum(kinds).describe(`one of ${kinds.join(', ')}`),
      url: z
        .string()
        .trim()
        .regex(/^(https?|smtps?):\/\/\S+$/)
        .describe('an http(s) address, or for email smtp://host:587 or smtps://host:465')
        .optional(),
      url_from: variable('its address, where that is a secret').optional(),
      token_from: variable('a token or password').optional(),
      secret_from: variable('the key that signs what a webhook gets').optional(),
      room: words('a Matrix room such as !abc:example.org').optional(),
      from: words('the sender of mails').optional(),
      to: words('who gets mails').optional(),
      run: z.array(z.string().min(1)).min(1).max(20).describe('a command and its words, as a list').optional(),
    })
    .refine((given) => needs[given.kind].every((key) => given[key] !== undefined || (key === 'url' && given.url_from !== undefined)))
    .describe(
      `a name and a kind, and what that needs: ${kinds.map((kind) => `${kind} ${needs[kind].join(', ')}`).join('; ')}; url_from names the variable with a secret url`,
    ),
);

const ping = late(() =>
  z
    .strictObject({
      url: z
        .string()
        .trim()
        .regex(/^https?:\/\/\S+$/)
        .describe('an http(s) address')
        .optional(),
      url_from: variable('its address, where that is a secret').optional(),
    })
    .refine((given) => (given.url === undefined) !== (given.url_from === undefined))
    .describe('either url or url_from, the variable with a secret url'),
);

/** The key `notify`; left out, nobody is told. */
export const notifyShape = late(() =>
  z.strictObject({
    pages: webAddressShape('where the pages of "sni serve" are reached, such as https://sni.example.org/').optional(),
    backups: words('the folder of backups').default('/var/backups/sni'),
    pings: z
      .record(
        z
          .string()
          .regex(/^[a-z_][a-z0-9_]{0,62}$/)
          .describe('the name of a phase or stage'),
        ping(),
      )
      .default({}),
    notifiers: z
      .array(notifier())
      .max(50)
      .refine((list) => new Set(list.map(({ name }) => name)).size === list.length)
      .describe('a list of notifiers, each with a name that no other has')
      .default([]),
  }),
);

export interface Notifier {
  name: string;
  kind: NotifierKind;
  /** Undefined for a command, and where the variable that has it is not set. */
  url: string | undefined;
  token: string | undefined;
  secret: string | undefined;
  room: string;
  from: string;
  to: string;
  run: readonly string[];
  /** Variables it names that are not set. */
  missing: readonly string[];
}

export interface Notify {
  /** With a slash at its end; undefined where nobody reaches the pages. */
  pages: string | undefined;
  backups: string;
  /** By phase, where a service waits to hear of its runs. */
  pings: Readonly<Record<string, string | undefined>>;
  notifiers: readonly Notifier[];
}

/** With the secrets that the environment has. A variable that is not set is no error of the settings: only who is told suffers. */
export function notifyOf(read: z.output<ReturnType<typeof notifyShape>>, environment: NodeJS.ProcessEnv): Notify {
  const from = (name: string) => environment[name] || undefined;
  return {
    pages: read.pages?.replace(/\/*$/, '/'),
    backups: read.backups,
    pings: Object.fromEntries(Object.entries(read.pings).map(([name, { url, url_from }]) => [name, url ?? (url_from && from(url_from))])),
    notifiers: read.notifiers.map(({ name, kind, url, url_from, token_from, secret_from, room = '', from = '', to = '', run = [] }) => {
      const secretOf = (name: string | undefined) => (name === undefined ? undefined : environment[name] || undefined);
      return {
        ...{ name, kind, room, from, to, run },
        url: secretOf(url_from) ?? url,
        token: secretOf(token_from),
        secret: secretOf(secret_from),
        missing: [url_from, token_from, secret_from].flatMap((name) => (name !== undefined && secretOf(name) === undefined ? [name] : [])),
      };
    }),
  };
}
