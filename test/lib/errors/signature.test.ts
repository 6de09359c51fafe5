import { describe, expect, test } from 'vitest';
import { redact } from '../../../lib/errors/redact.js';
import { errorSignatureOf, messageWording } from '../../../lib/errors/signature.js';

const named = (name: string, message: string, more: object = {}) => Object.assign(new Error(message), { name }, more);

describe('errors that differ only in what they are about have one signature:', () => {
  test.each([
    ['numbers and units', 'No answer within 12 s, 3 tries.', 'No answer within 4 s, 17 tries.'],
    ['quoted text', 'The answer to "enrich" has no shape', 'The answer to “narrate, or so” has no shape'],
    ['addresses', 'cannot read https://a.example/x?y=1 now', 'cannot read http://user:pw@10.0.0.1:80/ now'],
    ['hosts and ports', 'connect to 127.0.0.1:5432 refused', 'connect to [fe80::1:2]:5433 refused'],
    ['paths', 'open /var/lib/sni/p1.json failed', 'open ./here/x.json:12:3 failed'],
    ['ids', 'row 3f2504e0-4f89-11d3-9a0c-0305e82c3301 is gone', 'row 9b2a7d11-aaaa-11d3-9a0c-0305e82c3399 is gone'],
    ['places in an answer', 'timeline[2].fact is empty', 'timeline[11].fact is empty'],
    ['times', 'since 2026-03-10T02:14:00Z', 'since 2025-11-01T12:00:59Z'],
    ['white space', 'one\n  two', 'one two'],
  ])('%s', (_, one, other) => {
    expect(messageWording(other)).toBe(messageWording(one));
  });
});

test('errors that differ in name, code, status, wording or cause have signatures of their own', () => {
  const all = [
    new Error('It fails.'),
    new Error('It breaks.'),
    named('AnswerRefused', 'It fails.'),
    named('Error', 'It fails.', { code: 'EX' }),
    named('Error', 'It fails.', { status: 404 }),
    new Error('It fails.', { cause: new Error('the disk') }),
    new Error('It doesn’t, can’t and won’t fail.'),
  ];
  expect(new Set(all.map(errorSignatureOf)).size).toBe(all.length);
  expect(errorSignatureOf(named('PostgresError', 'duplicate key value "x"', { code: '23505' }))).toBe(
    'PostgresError 23505: duplicate key value <text>',
  );
});

test('mistakes in the code are told apart by the function they were made in', () => {
  function first(of?: { x: unknown }) {
    return of?.x as { y: number };
  }
  function readOne() {
    return first().y;
  }
  function readOther() {
    return first().y;
  }
  const signatures = [readOne, readOther].map((read) => {
    try {
      return String(read());
    } catch (error) {
      return errorSignatureOf(error);
    }
  });
  expect(signatures[0]).toBe('TypeError: cannot read properties of undefined (reading <text>) / in readOne');
  expect(signatures[1]).toContain('readOther');
});

test('a signature is short, on one line and never empty, whatever is thrown', () => {
  const long = `${'word '.repeat(5000)}\n${'"'.repeat(3000)}`;
  for (const thrown of [undefined, null, 7, 'a text', {}, new Error(''), new Error(long), new Error('💥'.repeat(300)), long]) {
    const signature = errorSignatureOf(thrown);
    expect(signature.length).toBeGreaterThan(0);
    expect(signature.length).toBeLessThanOrEqual(160);
    expect(signature).not.toMatch(/\n/);
    expect(signature.isWellFormed()).toBe(true);
  }
});

test('hostile text is read in no time', () => {
  for (const part of ['//a:', 'a-', "'", '<', '"', '1.', 'token', 'a@', '/a', 'A1', '::']) {
    errorSignatureOf(new Error(part.repeat(200_000)));
    redact(part.repeat(1000));
  }
});

describe('secrets do not stay:', () => {
  const secret = 'geHe1m-0123456789';
  test.each([
    `postgres://sni:${secret}@db.example:5432/sni`,
    `postgres://sni:${secret}@x@db.example/sni`,
    `https://feeds.example/rss?api_key=${secret}&x=1`,
    `https://feeds.example/rss?key=${secret}`,
    `{"apiKey": "${secret}"}`,
    `password = '${secret}'`,
    `PGPASSWORD=${secret} psql`,
    `x-goog-api-key: ${secret}`,
    `Authorization: Bearer ${secret}`,
    `Bearer ${secret}`,
    `Set-Cookie: session=${secret}; path=/`,
    `GEMINI_API_KEY=${secret}`,
    `client_secret: "${secret}"`,
    `the key AIzaSy${secret}0123456789012345 was refused`,
    `sk-${secret}abcdefgh`,
    `eyJhbGciOi.${secret}.sig`,
    `-----BEGIN RSA PRIVATE KEY-----\n${secret}\n-----END RSA PRIVATE KEY-----`,
    `-----BEGIN PRIVATE KEY-----\n${secret}`,
  ])('%s', (text) => {
    expect(redact(text)).not.toContain(secret);
    expect(redact(text)).toContain('<secret>');
    expect(errorSignatureOf(new Error(text)).toLowerCase()).not.toContain(secret.toLowerCase());
  });

  test('and ordinary sentences stay as they are', () => {
    for (const text of [
      'The answer to "enrich" does not have its shape: ✖ Invalid input: expected string → at timeline[2].fact',
      'duplicate key value violates unique constraint "work_pkey"',
      'open /srv/sni/checkpoints/p1.json: no such file',
      'https://news.example/world/2026/03/10/port-of-odesa-hit-by-drones',
    ]) {
      expect(redact(text)).toBe(text);
    }
  });
});
