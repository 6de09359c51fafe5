// A narrative's own statements, and those of headlines that are of no group.
import { expect, test } from 'vitest';
import { statementsApart } from '../../../lib/desk/show/statements-apart.js';

const publishers = new Map([
  ['1', 'Wire'],
  ['2', 'Post'],
  ['3', 'Ledger'],
]);
const outletOf = (id: string): string | undefined => publishers.get(String(id));

test('what stands on headlines of other outlets alone is apart; what cites nothing, or also an own one, is not', () => {
  const statements = [
    { text: 'Headlines of Wire tell of an attack.', cites: ['1'] },
    { text: 'The headline of Post has a word of doubt.', cites: ['2'] },
    { text: 'Headlines of Wire do not have “x”.', cites: ['1', '3'] },
    { text: 'All of these are media of one state.', cites: [] },
    { text: 'An unknown headline is cited.', cites: ['9'] },
  ];
  const { own, apart } = statementsApart({ statements, outlets: ['Wire'] }, outletOf);
  expect(own.map(({ text }) => text.split(' ')[0])).toEqual(['Headlines', 'Headlines', 'All', 'An']);
  expect(apart).toEqual([statements[1]]);
});
