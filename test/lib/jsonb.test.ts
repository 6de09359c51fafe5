// A value as a jsonb parameter: what arrives in Postgres.
import { expect, test } from 'vitest';
import { jsonb } from '../../lib/jsonb.js';
import { makeTestWorld } from '../support/in-test.js';

test('rows arrive as columns: a date as its time, a string as text and not as JSON of JSON, what is undefined as null', async () => {
  const { sql } = await makeTestWorld();
  const rows = [{ id: '9007199254740993', text: 'a "quoted" word', at: new Date('2026-03-10T00:00:00Z'), none: undefined, list: ['x'] }];
  const read = await sql`
    select id, text, at, none, list
    from jsonb_to_recordset(${jsonb(sql, rows)}) as r (id bigint, text text, at timestamptz, none text, list text[])`;
  expect([...read]).toEqual([{ ...rows[0], none: null }]);
  expect(await sql`select jsonb_typeof(${jsonb(sql, { a: 'text' })} -> 'a') as type`).toMatchObject([{ type: 'string' }]);
});
