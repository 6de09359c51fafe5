import { afterAll, describe, expect, it } from 'vitest';
import { sni } from '../lib/desk/fixture.js';
import { atEnd, endAll } from './at-end.js';
import { makeDatabase } from './database.js';
import { makeTestWorld } from './in-test.js';

describe('the end of a test file', () => {
  it('drops the databases that were made within a test, and ends the connections that commands shared', async () => {
    const [scratch, world] = [await makeDatabase(), await makeTestWorld()];
    const env = { SNI_HOME: world.home, SNI_CONFIG: world.settings };
    const sessions = () => world.sql`
      select pid from pg_stat_activity where application_name = 'sni-desk' and datname = ${world.name} order by pid`;
    expect(await sni(['status'], env)).toMatchObject({ code: 0 });
    const after = await sessions();
    expect(await sni(['status'], env)).toMatchObject({ code: 0 });
    expect(await sessions()).toEqual(after);
    expect(after.length).toBeGreaterThan(0);

    await endAll();

    const rest = await makeDatabase();
    const left = await rest.sql`select datname from pg_database where datname in (${scratch.name}, ${world.name})`;
    expect(left).toEqual([]);
  });

  it('ends all that was left, the latest first, before it says what failed', async () => {
    const ended: string[] = [];
    atEnd(async () => void ended.push('first'));
    atEnd(() => Promise.reject(new Error('no such server')));
    atEnd(async () => void ended.push('last'));
    await expect(endAll()).rejects.toThrow('no such server');
    expect(ended).toEqual(['last', 'first']);
  });
});

describe('a test file that has ended', () => {
  let ended = false;
  // Of its own hooks each comes before: what is left may be needed by them.
  afterAll(() => expect(ended).toBe(false));
  it('has nothing left after its own hooks', () => {
    atEnd(async () => {
      ended = true;
    });
  });
});
