// What is typed as a query of Postgres.
import { expect, test } from 'vitest';
import { queryOf } from '../../../lib/search/query.js';
import { makeTestWorld } from '../../support/in-test.js';

const { sql } = await makeTestWorld();

test('plain words are folded as the database folds what they are sought in', async () => {
  const signs = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).filter((sign) => sign !== '"');
  for (const text of [...signs.map((sign) => `a${sign}B${sign}${sign} 7`), signs.join('')]) {
    const [row] = await sql<{ folded: string }[]>`select search_fold(${text}) as folded`;
    const words = (row?.folded ?? '').split(' ').filter((word) => word !== '');
    expect([text, await queryOf(sql, `"${text}"`)]).toEqual([text, `(${words.map((word) => `'${word}'`).join(' <-> ')})`]);
  }
});
