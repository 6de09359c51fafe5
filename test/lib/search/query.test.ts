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

test.each([
  ['Élysée: l’Ukraine, « oui »', 'elysee l ukraine oui '],
  ['Йемен: ещё 5 ракет…  «Хуситы»', 'иемен еще 5 ракет хуситы '],
  ['أُصيب 3 في غَزّة، ومقتل آخر', 'اصيب 3 في غزة ومقتل اخر'],
  ['俄罗斯：新攻击', ' 俄  罗  斯   新  攻  击 '],
  ['ガザで攻撃、3人', ' ガ  ザ  で  攻  撃  3 人 '],
  ['한국, 미국과 회담', '한국 미국과 회담'],
  ['½ of ﬁve\u00a0\u00a0A\tB', '1 2 of five a b'],
  ['A\t--  B  ', 'a b '],
])('"%s" is sought as "%s"', async (said, expected) => {
  const [row] = await sql<{ folded: string }[]>`select search_fold(${said}) as folded`;
  expect(row?.folded).toBe(expected);
});
