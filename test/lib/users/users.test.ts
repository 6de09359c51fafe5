// Who may act: passwords and tokens as hashes only, sessions that end, and guessing that is slow.
import { beforeAll, expect, test } from 'vitest';
import { isPassword, passwordFault, stored } from '../../../lib/users/password.js';
import { endSession, leaveSentence, logIn, sessionOf, takeTold } from '../../../lib/users/sessions.js';
import { addUser, makeToken, nameFault, removeUser, revokeTokens, setPassword, userOfToken } from '../../../lib/users/users.js';
import { cheaplyStored } from '../../support/cheap-password.js';
import { makeTestWorld } from '../../support/in-test.js';

const { sql } = await makeTestWorld();
const asker = { byWhom: 'root', why: 'a test' };
const password = 'a long enough one';
const from = (address: string, name = 'anna', typed = password) => logIn(sql, { name, password: typed, address });

async function secretOf(address: string): Promise<string> {
  const begun = await from(address);
  if (!('secret' in begun)) throw new Error(`The login was refused: ${begun.refused}.`);
  return begun.secret;
}

beforeAll(async () => {
  await addUser(sql, 'anna', cheaplyStored(password), asker);
});

test('a password is known again however its letters are composed, and another is not', async () => {
  const known = await stored('Übergröße im Haus');
  expect(await isPassword('Übergröße im Haus'.normalize('NFD'), known)).toBe(true);
  expect(await isPassword('übergröße im Haus', known)).toBe(false);
  expect(await isPassword('', null)).toBe(false);
  expect(passwordFault('short')).toContain('at least 12 characters');
});

test('names hold nothing that a log, a page or a command line would take for something else', () => {
  expect(['anna', 'Анна.К', 'a@b.example', '李-1'].map(nameFault)).toEqual([null, null, null, null]);
  for (const name of ['', '<b>', 'a b', '-x', 'a\u202e', "a'", 'x'.repeat(65), 'a\n'])
    expect([name, nameFault(name)]).toEqual([name, expect.any(String)]);
});

test('a session is known by a secret of which only a hash is stored, and is over when it is ended', async () => {
  const secret = await secretOf('1');
  expect(await sessionOf(sql, secret)).toBe('anna');
  expect(await sessionOf(sql, 'a-secret-of-somebody-else')).toBeNull();
  const rows = await sql`select to_jsonb(s) as row from sessions s union all select to_jsonb(u) from users u`;
  expect(JSON.stringify(rows)).not.toContain(secret);
  expect(JSON.stringify(rows)).not.toContain(password);
  await endSession(sql, secret);
  expect(await sessionOf(sql, secret)).toBeNull();
});

test('a session is over twelve hours after it began, or two after it was used', async () => {
  const secret = await secretOf('1');
  await sql`update sessions set seen_at = now() - interval '119 minutes'`;
  expect(await sessionOf(sql, secret)).toBe('anna');
  await sql`update sessions set seen_at = now() - interval '121 minutes'`;
  expect(await sessionOf(sql, secret)).toBeNull();
  await sql`update sessions set seen_at = now(), expires_at = now()`;
  expect(await sessionOf(sql, secret)).toBeNull();
});

test('what an act did is told once', async () => {
  const secret = await secretOf('1');
  await leaveSentence(sql, secret, 'enrich is paused.');
  expect([await takeTold(sql, secret), await takeTold(sql, secret)]).toEqual(['enrich is paused.', null]);
});

test('another password, and the removal of a user, end his sessions', async () => {
  await addUser(sql, 'ben', cheaplyStored(password), asker);
  const first = await from('2', 'ben');
  await setPassword(sql, 'ben', cheaplyStored('another long one'), asker);
  const second = await from('2', 'ben', 'another long one');
  const secrets = [first, second].map((one) => ('secret' in one ? one.secret : one.refused));
  expect(await Promise.all(secrets.map((secret) => sessionOf(sql, secret)))).toEqual([null, 'ben']);
  await removeUser(sql, 'ben', asker);
  expect(await sessionOf(sql, secrets[1] ?? '')).toBeNull();
});

test('after ten wrong passwords of a name not even the right one is looked at for a quarter of an hour, from wherever it comes', async () => {
  const tries = await Promise.all(Array.from({ length: 12 }, (_, at) => from(`10.0.0.${at}`, 'anna', `wrong password ${at}`)));
  expect(tries.filter((one) => 'refused' in one && one.refused === 'wrong')).toHaveLength(10);
  expect(await from('3')).toEqual({ refused: 'too_many' });
  await sql`update login_attempts set at = at - interval '16 minutes'`;
  expect(await from('3')).toEqual({ secret: expect.any(String) });
  expect(await sql`select from login_attempts`).toHaveLength(0);
});

test('thirty tries from one address, of whatever names, and it has to wait; others need not', async () => {
  await sql`insert into login_attempts (name_sha256, address) select int4send(i), 'busy' from generate_series(1, 30) i`;
  expect(await from('busy')).toEqual({ refused: 'too_many' });
  expect(await from('quiet')).toEqual({ secret: expect.any(String) });
});

test('a token is whose it was made for, until it is revoked or its days are over; a wrong one is nobody’s', async () => {
  const token = (await makeToken(sql, { name: 'anna', label: 'bot', days: 1 }, asker)) ?? '';
  expect(await userOfToken(sql, token)).toBe('anna');
  expect(await userOfToken(sql, `${token}x`)).toBeNull();
  expect(await userOfToken(sql, '')).toBeNull();
  await sql`update user_tokens set expires_at = now()`;
  expect(await userOfToken(sql, token)).toBeNull();
  const lasting = (await makeToken(sql, { name: 'anna', label: '', days: null }, asker)) ?? '';
  expect(await userOfToken(sql, lasting)).toBe('anna');
  expect(await revokeTokens(sql, 'anna', null, asker)).toBe(2);
  expect(await userOfToken(sql, lasting)).toBeNull();
  expect(await makeToken(sql, { name: 'nobody', label: '', days: null }, asker)).toBeNull();
});

test('the log says who let whom act, and no secret stands in it', async () => {
  const rows = await sql<{ said: string; by: string }[]>`select said, by_whom as by from operator_log where act = 'user' order by log_id`;
  expect(rows).toContainEqual({ said: 'add anna', by: 'root' });
  expect(rows.map(({ said }) => said)).toEqual(expect.arrayContaining(['remove ben', 'token for anna', 'revoke tokens of anna']));
});
