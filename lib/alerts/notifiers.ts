// How each kind of notifier is told: the shape of what it gets, over HTTP, by mail or to a command. A test of all kinds puts fakes in their
// place. Each throws a sentence where it could not be told, never with a secret.
import { createHmac } from 'node:crypto';
import type { Notifier, NotifierKind } from '../config/notify.js';
import { pipeToCommand } from './notifiers/command.js';
import { post } from './notifiers/http.js';
import { mail } from './notifiers/mail.js';

export interface Notice {
  /** The same however often it is sent. */
  deliveryId: string;
  event: 'raised' | 'cleared' | 'watched' | 'test';
  name: string;
  subject: string;
  severity: string;
  what: string;
  todo: string;
  lines: readonly string[];
  since: Date;
  clearedAt: Date | null;
  /** Into the pages; null where nobody reaches them. */
  link: string | null;
}

type Send = (to: Notifier & { url: string }, notice: Notice) => Promise<void>;

const ways: Record<NotifierKind, Send> = {
  webhook: ({ url, secret, token }, notice) => {
    const body = JSON.stringify({ ...notice, text: textOf(notice) });
    return post(url, body, {
      'content-type': 'application/json',
      'x-sni-delivery': notice.deliveryId,
      'x-sni-event': notice.event,
      ...(secret === undefined ? {} : { 'x-sni-signature': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` }),
      ...bearer(token),
    });
  },
  ntfy: ({ url, token }, notice) =>
    post(url, textOf(notice), {
      'content-type': 'text/plain; charset=utf-8',
      title: encoded(titleOf(notice)),
      priority: notice.event === 'raised' && notice.severity === 'critical' ? '5' : '3',
      tags: { raised: 'warning', cleared: 'white_check_mark', watched: 'eyes', test: 'white_check_mark' }[notice.event],
      ...(notice.link === null ? {} : { click: notice.link }),
      ...bearer(token),
    }),
  slack: ({ url }, notice) => postJson(url, { text: mrkdwn(`${titleOf(notice)}\n${textOf(notice)}`) }),
  // What a text mentions wakes nobody.
  discord: ({ url }, notice) =>
    postJson(url, {
      content: `**${titleOf(notice)}**\n${textOf(notice.event === 'watched' ? { ...notice, what: markdown(notice.what) } : notice)}`.slice(
        0,
        2000,
      ),
      allowed_mentions: { parse: [] },
    }),
  matrix: ({ url, room, token }, notice) =>
    post(
      `${url.replace(/\/+$/, '')}/_matrix/client/v3/rooms/${encodeURIComponent(room)}/send/m.room.message/${notice.deliveryId}`,
      JSON.stringify({ msgtype: 'm.notice', body: `${titleOf(notice)}\n${textOf(notice)}` }),
      { 'content-type': 'application/json', ...bearer(token) },
      'PUT',
    ),
  alertmanager: ({ url, token }, notice) =>
    postJson(
      `${url.replace(/\/+$/, '')}/api/v2/alerts`,
      [
        {
          labels: { alertname: `sni_${notice.name}`, severity: notice.severity, subject: notice.subject, service: 'sni' },
          annotations: { summary: notice.what, description: notice.todo },
          startsAt: notice.since.toISOString(),
          ...endOf(notice),
          ...(notice.link === null ? {} : { generatorURL: notice.link }),
        },
      ],
      bearer(token),
    ),
  apprise: ({ url, token }, notice) =>
    postJson(
      url,
      {
        title: titleOf(notice),
        body: textOf(notice),
        type:
          notice.event === 'raised'
            ? notice.severity === 'critical'
              ? 'failure'
              : 'warning'
            : notice.event === 'watched'
              ? 'info'
              : 'success',
      },
      bearer(token),
    ),
  email: (to, notice) =>
    mail({
      url: to.url,
      password: to.token,
      from: to.from,
      to: to.to,
      id: notice.deliveryId,
      subject: titleOf(notice),
      text: textOf(notice),
    }),
  command: ({ run }, notice) => pipeToCommand(run, JSON.stringify({ ...notice, text: textOf(notice) })),
};

/** Alertmanager takes what has no end for over after five minutes, and this is told once: it ends when it is cleared. */
function endOf({ event, clearedAt }: Notice): { endsAt?: string } {
  if (clearedAt !== null) return { endsAt: clearedAt.toISOString() };
  return event === 'raised' ? { endsAt: new Date(Date.now() + longestStandingMs).toISOString() } : {};
}

const longestStandingMs = 365 * 86_400_000;

/** Tells one notifier. Throws a sentence. */
export async function send(notifier: Notifier, notice: Notice): Promise<void> {
  const { name, kind, url = '', missing } = notifier;
  if (missing.length > 0)
    throw new Error(`The notifier ${name} needs ${missing.join(' and ')} in the environment: set it where the others stand.`);
  try {
    await ways[kind]({ ...notifier, url }, notice);
  } catch (cause) {
    throw new Error(`The notifier ${name} (${kind}) could not be told: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

/** One line. */
function titleOf({ event, name, subject }: Notice): string {
  if (event === 'watched') return `SNI: on the watchlist ${subject}`.replace(/\s+/g, ' ');
  const what = `${name.replaceAll('_', ' ')}${subject === '' ? '' : ` (${subject})`}`;
  return `SNI: ${event === 'cleared' ? `over: ${what}` : what}`.replace(/\s+/g, ' ');
}

function textOf({ event, what, todo, lines, since, clearedAt, link }: Notice): string {
  if (event === 'watched') return [what, todo, ...(link === null ? [] : [link])].join('\n');
  const times = `since ${minute(since)}${clearedAt ? `, over at ${minute(clearedAt)}` : ''}`;
  return [
    event === 'cleared' ? `It is over: ${what}` : what,
    times,
    ...(event === 'cleared' ? [] : [todo, ...lines.map((line) => `> ${line}`)]),
    ...(link === null ? [] : [link]),
  ].join('\n');
}

function minute(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function bearer(token: string | undefined): Record<string, string> {
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}

function postJson(url: string, value: unknown, headers: Record<string, string> = {}): Promise<void> {
  return post(url, JSON.stringify(value), { 'content-type': 'application/json', ...headers });
}

/** As RFC 2047 writes it: a header carries no other letters. */
function encoded(text: string): string {
  return /^[ -~]*$/.test(text) ? text : `=?UTF-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`;
}

/** What Discord would take for marks or for a link. */
function markdown(text: string): string {
  return text.replace(/[[\]()*_~`|<>\\]/g, '\\$&');
}

/** What Slack would take for a mention or a link. */
function mrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
