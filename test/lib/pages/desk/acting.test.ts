// Who may act through the pages, and how that is kept from others.
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { whyClosed } from '../../../../lib/pages/desk/closed.js';
import { makeToken } from '../../../../lib/users/users.js';
import { makeTestWorld } from '../../../support/in-test.js';
import { type Asking, addAnna, loggedIn, openDesk, password } from './fixture.js';

const world = await makeTestWorld();
const { sql } = world;
const { browser, lines } = openDesk(world);
const isPaused = async (phase: string) => (await sql`select from phases where name = ${phase} and paused_at is not null`).length === 1;
const pauseEnrich = { act: 'pause', phase: 'enrich' };
let anna: Asking;
let token: string;

beforeAll(async () => {
  await addAnna(sql);
  ({ browser: anna, token } = await loggedIn(browser()));
});

beforeEach(async () => {
  await sql`update phases set paused_at = null, paused_until = null, pause_reason = null`;
});

test('a reader sees the desk and no button, and what he posts changes nothing', async () => {
  const reader = browser();
  const { status, text } = await reader.get('/desk');
  expect(status).toBe(200);
  expect(text).not.toMatch(/<form[^>]*method="post"/);
  expect(await reader.post('/desk/act', pauseEnrich)).toMatchObject({ status: 401 });
  expect(await isPaused('enrich')).toBe(false);
});

test('a session acts with the token of its forms, and with no other: forged forms change nothing', async () => {
  const other = await loggedIn(browser());
  for (const wrong of ['', 'x', other.token])
    expect(await anna.post('/desk/act', { ...pauseEnrich, token: wrong })).toMatchObject({ status: 403 });
  expect(await isPaused('enrich')).toBe(false);
  expect(await anna.post('/desk/act', { ...pauseEnrich, token })).toMatchObject({ status: 303 });
  expect(await isPaused('enrich')).toBe(true);
});

test('what a browser says another site sent is refused, at the login too, whatever it carries', async () => {
  const elsewhere: Record<string, string>[] = [
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
  ];
  for (const headers of elsewhere) {
    expect(await anna.post('/desk/act', { ...pauseEnrich, token }, headers)).toMatchObject({ status: 403 });
    expect(await browser().post('/desk/login', { name: 'anna', password }, headers)).toMatchObject({ status: 403 });
  }
  expect(await isPaused('enrich')).toBe(false);
  expect(
    await anna.post('/desk/act', { ...pauseEnrich, token }, { Origin: 'http://desk.test', 'Sec-Fetch-Site': 'same-origin' }),
  ).toMatchObject({ status: 303 });
});

test('a program acts with its token and is answered in JSON; a wrong token acts not', async () => {
  const given = (await makeToken(sql, { name: 'anna', label: '', days: null }, { byWhom: 'test', why: '' })) ?? '';
  const program = browser();
  for (const wrong of [`${given}x`, 'sni_', password])
    expect(await program.post('/desk/act', pauseEnrich, { Authorization: `Bearer ${wrong}` })).toMatchObject({ status: 401 });
  expect(await isPaused('enrich')).toBe(false);
  const { status, text } = await program.post(
    '/desk/act',
    { ...pauseEnrich, why: 'the bot says so' },
    { Authorization: `Bearer ${given}` },
  );
  expect([status, JSON.parse(text)]).toEqual([
    200,
    { did: 'enrich is paused until it is resumed.', command: "sni pause enrich 'the bot says so'" },
  ]);
});

test('a session that somebody laid under the login is not the one that is logged in', async () => {
  const laid = `sni_session=${'a'.repeat(43)}`;
  const { browser: victim } = await loggedIn(browser(laid));
  expect(victim.cookie()).not.toBe(laid);
  expect(await browser(laid).post('/desk/act', { ...pauseEnrich, token })).toMatchObject({ status: 401 });
  const first = victim.cookie();
  await loggedIn(victim);
  expect(await browser(first).post('/desk/act', { ...pauseEnrich, token })).toMatchObject({ status: 401 });
});

test('after logging out neither cookie nor form acts', async () => {
  const { browser: ben, token: own } = await loggedIn(browser());
  const cookie = ben.cookie();
  expect(await ben.post('/desk/logout', { token: 'x' })).toMatchObject({ status: 403 });
  expect(await ben.post('/desk/logout', { token: own })).toMatchObject({ status: 303 });
  expect(ben.cookie()).toBe('');
  expect(await browser(cookie).post('/desk/act', { ...pauseEnrich, token: own })).toMatchObject({ status: 401 });
});

test('the cookie is for the desk alone, for no script and no other site, and over https for nothing else', async () => {
  const plain = await browser().post('/desk/login', { name: 'anna', password });
  expect(plain.headers.get('set-cookie')).toMatch(/^sni_session=[\w-]{43}; Path=\/desk; HttpOnly; SameSite=Strict$/);
  const secure = await browser().post('/desk/login', { name: 'anna', password }, { Origin: 'https://desk.test' });
  expect(secure.headers.get('set-cookie')).toContain('; Secure');
});

test('a wrong password is a sentence that tells not whether there is the user; many are not looked at', async () => {
  const stranger = browser();
  const [known, unknown] = [
    await stranger.post('/desk/login', { name: 'anna', password: 'wrong' }),
    await stranger.post('/desk/login', { name: 'nobody', password: 'wrong' }),
  ];
  expect([known.status, unknown.status]).toEqual([401, 401]);
  expect(known.text).toBe(unknown.text);
  await sql`insert into login_attempts (name_sha256, address) select sha256('anna'), 'x' from generate_series(1, 10)`;
  expect(await stranger.post('/desk/login', { name: 'anna', password })).toMatchObject({ status: 429 });
  await sql`delete from login_attempts`;
});

test('no password, token or cookie ever stands in the log or in the database', async () => {
  await browser().post('/desk/login', { name: 'my secret typed as a name', password: 'another secret typed' });
  const tables = await sql`
      select (select jsonb_agg(u) from users u) as u, (select jsonb_agg(s) from sessions s) as s, (select jsonb_agg(a) from login_attempts a) as a, (select jsonb_agg(o) from operator_log o) as o`;
  for (const secret of [password, token, anna.cookie().split('=')[1] ?? '', 'my secret typed as a name', 'another secret typed'])
    expect(lines.join('\n') + JSON.stringify(tables)).not.toContain(secret);
  expect(lines.join('\n')).toContain('"user":"anna"');
});

test('where others could read along nobody logs in or acts, and the page says why', async () => {
  expect(whyClosed('127.0.0.1', undefined)).toBeNull();
  expect(whyClosed('0.0.0.0', 'https://sni.example.org/')).toBeNull();
  const closed = whyClosed('0.0.0.0', 'http://sni.example.org/');
  expect(closed).toContain('plain http');
  const site = openDesk(world, closed).browser(anna.cookie());
  expect(await site.post('/desk/act', { ...pauseEnrich, token })).toMatchObject({
    status: 403,
    text: expect.stringContaining('plain http'),
  });
  expect(await site.post('/desk/login', { name: 'anna', password })).toMatchObject({ status: 403 });
  expect((await site.get('/desk')).text).not.toContain('Pause enrich');
});

test('a form is no way to elsewhere, and what is too large or no form is refused', async () => {
  for (const back of [
    'https://evil.example/desk',
    '//evil.example/desk',
    '/\\evil.example',
    '/families',
    'javascript:alert(1)',
    '/desk/logout',
  ]) {
    const { headers } = await anna.post('/desk/act', { act: 'wake', phase: 'narrate', token, back });
    expect([back, headers.get('location')]).toEqual([back, '/desk']);
  }
  expect(await anna.post('/desk/act', { act: 'pause', phase: 'enrich', token, why: 'x'.repeat(70_000) })).toMatchObject({ status: 413 });
  expect(await anna.post('/desk/items', { token })).toMatchObject({ status: 405 });
  expect(await anna.post('/families', { token })).toMatchObject({ status: 405 });
  expect(await isPaused('enrich')).toBe(false);
});
