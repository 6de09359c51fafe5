// Everybody who can be told: a fake of each protocol, how the settings name it, and what it got.
import { expect } from 'vitest';
import { commandReceiver, type Got, httpReceiver, mailReceiver } from './receivers.js';

const web = await httpReceiver();
const post = await mailReceiver('letmein');
const command = commandReceiver();
const http = (name: string, more: object = {}) => ({ name, kind: name, url: `${web.url}/${name}`, ...more });

/** As sni.yaml names them; what is secret stands in the environment. */
export const notifiers = [
  http('webhook', { secret_from: 'OPS_SECRET' }),
  http('ntfy', { token_from: 'NTFY_TOKEN' }),
  { name: 'slack', kind: 'slack', url_from: 'SLACK_URL' },
  http('discord'),
  http('matrix', { room: '!abc:example.org', token_from: 'MATRIX_TOKEN' }),
  http('alertmanager'),
  http('apprise'),
  { name: 'mail', kind: 'email', url: post.url, token_from: 'MAIL_PASSWORD', from: 'sni@example.org', to: 'ops@example.org' },
  { name: 'own', kind: 'command', run: [command.path] },
];

export const secrets = {
  OPS_SECRET: 'shared',
  NTFY_TOKEN: 'tk_ntfy',
  SLACK_URL: `${web.url}/slack`,
  MATRIX_TOKEN: 'tk_matrix',
  MAIL_PASSWORD: 'letmein',
};

export const mails = post.mails;
export const commanded = command.got;
export const answerWith = web.answer;
export const requests = web.got;

export async function closeAudience(): Promise<void> {
  await Promise.all([web.close(), post.close()]);
}

/** Nobody was told anything yet, and all answer. */
export function forgetAll(): void {
  web.got.length = 0;
  web.answer(200);
  post.mails.length = 0;
}

export function of(kind: string): Got[] {
  return web.got.filter(({ path }) => path.startsWith(`/${kind}`));
}

export function bodies(kind: string): Record<string, unknown>[] {
  return of(kind).map(({ body }) => JSON.parse(body));
}

/** Each was told of the condition once when it began and once when it ended. */
export function expectEachToldTwice(name: string): void {
  const words = name.replaceAll('_', ' ');
  const told: Record<string, string[]> = {
    ...Object.fromEntries(['webhook', 'slack', 'discord', 'matrix', 'apprise'].map((kind) => [kind, of(kind).map(({ body }) => body)])),
    ntfy: of('ntfy').map(({ headers, body }) => `${headers['title']} ${body}`),
    mail: [...post.mails],
    own: command.got().slice(-2),
  };
  for (const [kind, texts] of Object.entries(told)) {
    expect([kind, texts.length]).toEqual([kind, 2]);
    const [raised = '', cleared = ''] = texts;
    expect([kind, raised.includes(words) || raised.includes(name), /\bover\b/.test(raised)]).toEqual([kind, true, false]);
    expect([kind, cleared.includes(words) || cleared.includes(name), /\bover\b/.test(cleared)]).toEqual([kind, true, true]);
  }
  expect(bodies('webhook').map(({ event }) => event)).toEqual(['raised', 'cleared']);
  // What is told once stands until it is over: without an end Alertmanager takes it for over after five minutes.
  const stands = of('alertmanager').map(({ body }) => Date.parse(JSON.parse(body)[0].endsAt) > Date.now() + 30 * 86_400_000);
  expect(stands).toEqual([true, false]);
}
