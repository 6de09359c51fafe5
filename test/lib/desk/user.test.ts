// `sni user`: adds, lists and removes who may act through the pages, and shows each secret once.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { logIn } from '../../../lib/users/sessions.js';
import { userOfToken } from '../../../lib/users/users.js';
import { makeTestWorld } from '../../support/in-test.js';
import { sni } from './fixture.js';

const world = await makeTestWorld();
const ask = (...args: string[]) => sni(['--config', world.settings, 'user', ...args], { SNI_HOME: world.home });
const canLogIn = async (name: string, password: string) => 'secret' in (await logIn(world.sql, { name, password, address: 'here' }));

test('a user is added with the password of a file, or one that is made and shown', async () => {
  const file = join(world.folder, 'password');
  writeFileSync(file, 'correct horse battery\n');
  expect(await ask('add', 'anna', '--password-file', file)).toEqual({ code: 0, stdout: 'anna may log in.\n', stderr: '' });
  expect(await canLogIn('anna', 'correct horse battery')).toBe(true);
  const made = JSON.parse((await ask('add', 'ben', '--generate', '--json')).stdout);
  expect(await canLogIn('ben', made.password)).toBe(true);
});

test('what cannot be done is a sentence: a name twice, a short password, no terminal, nobody of this name', async () => {
  const file = join(world.folder, 'short');
  writeFileSync(file, 'short');
  expect(await ask('add', 'anna', '--generate')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('There is a user anna already'),
  });
  expect(await ask('add', 'carl', '--password-file', file)).toMatchObject({ code: 78, stderr: expect.stringContaining('at least 12') });
  expect(await ask('add', 'carl', '--password-file', '/no/such')).toMatchObject({ code: 78, stderr: expect.stringContaining('/no/such') });
  expect(await ask('add', 'carl')).toMatchObject({ code: 78, stderr: expect.stringContaining('--password-file') });
  expect(await ask('add', '<b>', '--generate')).toMatchObject({ code: 78, stderr: expect.stringContaining('letters, digits') });
  expect(await ask('token', 'carl')).toMatchObject({ code: 1, stderr: expect.stringContaining('There is no user carl') });
  expect(await ask('remove', 'carl')).toMatchObject({ code: 1, stderr: expect.stringContaining('There is no user carl') });
});

test('a token is shown once, listed without itself, and taken back', async () => {
  const { token } = JSON.parse((await ask('token', 'anna', '--label', 'the bot', '--json')).stdout);
  expect(await userOfToken(world.sql, token)).toBe('anna');
  const list = await ask('list');
  expect(list.stdout).toContain('the bot');
  expect(list.stdout).not.toContain(token);
  expect(await ask('token', 'anna', '--revoke')).toMatchObject({ code: 0, stdout: '1 token of anna taken back.\n' });
  expect(await ask('token', 'anna', '--revoke', '7')).toMatchObject({ code: 1 });
});

test('another password, and a removal, hold at once and stand in the log', async () => {
  const { password } = JSON.parse((await ask('password', 'anna', '--generate', '--json')).stdout);
  expect([await canLogIn('anna', 'correct horse battery'), await canLogIn('anna', password)]).toEqual([false, true]);
  expect(await ask('remove', 'anna', '--why', 'has left')).toMatchObject({ code: 0, stdout: 'anna may act no longer.\n' });
  expect(await canLogIn('anna', password)).toBe(false);
  const log = await sni(['--config', world.settings, 'log', '--json'], { SNI_HOME: world.home });
  expect(JSON.parse(log.stdout)[0]).toMatchObject({ act: 'user', said: 'remove anna', why: 'has left' });
});
