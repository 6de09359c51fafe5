// `sni brief --send`: what a mail server gets, and what is said where it takes nothing; never a password.

import { writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { makeTestWorld } from '../../../support/in-test.js';
import { furnish, sni } from '../fixture.js';

const world = await makeTestWorld();
const settings = join(world.folder, 'mail.yaml');
const password = 'geheim%40x';
let mails: { to: string[]; raw: string }[] = [];
const server = new SMTPServer({
  disabledCommands: ['STARTTLS'],
  allowInsecureAuth: true,
  onAuth: (auth, _session, done) =>
    auth.password === 'geheim@x' ? done(null, { user: 'sni' }) : done(new Error(`no such password ${auth.password}`)),
  onRcptTo: ({ address }, _session, done) => (address.startsWith('gone') ? done(new Error('no such person')) : done()),
  onData: (stream, session, done) => {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(parts).toString() });
      done();
    });
  },
});
let port = 0;
const span = ['--since', '2026-03-10', '--until', '2026-03-12'];
const send = (url: string | undefined, ...args: string[]) =>
  sni(['--config', settings, 'brief', ...span, '--send', ...args], {
    SNI_HOME: world.home,
    ...(url === undefined ? {} : { SMTP_URL: url }),
  });
const mailTo = (...to: string[]) =>
  writeFileSync(
    settings,
    stringify({ database: world.name, checkpoints: 'checkpoints', brief: { mail: { from: 'sni@example.org', to } } }),
  );

beforeAll(async () => {
  await furnish(world.sql);
  await world.sql`update event_families set first_at = '2026-03-10T01:00:00Z' where ef_key = 'large'`;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.server.address() as AddressInfo).port;
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
beforeEach(() => {
  mails = [];
  mailTo('anna@example.org', 'ben@example.org');
});

test('the brief goes to all that are named, as text and HTML beside each other, and nothing of a headline is a header', async () => {
  const { code, stdout, stderr } = await send(`smtp://sni:${password}@127.0.0.1:${port}`);
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: 'Sent to 2 addresses.\n' });
  expect(mails).toHaveLength(1);
  const { to, raw } = mails[0] ?? { to: [], raw: '' };
  expect(to).toEqual(['anna@example.org', 'ben@example.org']);
  expect(raw).toMatch(/^Auto-Submitted: auto-generated\r\nFrom: sni@example\.org\r\n/);
  expect(raw).toContain('\r\nSubject: SNI brief, 2026-03-12\r\n');
  expect(raw).toContain('\r\nContent-Type: multipart/alternative;');
  expect(raw).toContain('Content-Type: text/plain; charset=utf-8');
  expect(raw).toContain('Content-Type: text/html; charset=utf-8');
  expect(raw).not.toMatch(/\p{Bidi_Control}|(?![\r\n\t])\p{Cc}/u);
});

test('with --out it is written and sent; where nobody is named it is written and said not to be sent', async () => {
  const out = join(world.folder, 'brief.html');
  expect(await send(`smtp://sni:${password}@127.0.0.1:${port}`, '--out', out)).toMatchObject({
    code: 0,
    stderr: `Sent to 2 addresses.\nWritten to ${out}.\n`,
  });
  expect(await send(undefined, '--out', out)).toMatchObject({
    code: 0,
    stderr: expect.stringMatching(/^No mail is configured: .* Not sent\.\nWritten to /),
  });
  expect(await send(undefined)).toMatchObject({ code: 78, stderr: expect.stringMatching(/^No mail is configured: /) });
  expect(mails).toHaveLength(1);
});

test.each([
  ['a wrong password', (at: number) => `smtp://sni:wrong-word@127.0.0.1:${at}`],
  ['a server that is not there', () => 'smtp://sni:wrong-word@127.0.0.1:1'],
])('%s is said without the password', async (_, url) => {
  const { code, stderr } = await send(url(port));
  expect(code).toBe(1);
  expect(stderr).toMatch(/^The brief could not be sent: /);
  expect(stderr).not.toMatch(/wrong-word/);
});

test('whom the server does not take is named, and an address that is none is told before anything is sent', async () => {
  mailTo('anna@example.org', 'gone@example.org');
  expect(await send(`smtp://sni:${password}@127.0.0.1:${port}`)).toMatchObject({
    code: 1,
    stderr: 'The mail server does not take the brief for gone@example.org.\n',
  });
  mailTo('anna@example.org\r\nBcc: all@example.org');
  expect(await send(`smtp://sni:${password}@127.0.0.1:${port}`)).toMatchObject({
    code: 78,
    stderr: expect.stringContaining('a mail address such as'),
  });
  const wrong = await send('mailto:sni:secret-word@example.org');
  expect(wrong.code).toBe(78);
  expect(wrong.stderr).not.toContain('secret-word');
});
