// Who is at home where something happens: powers that meet on the soil of one of them are met there.
import { expect, test } from 'vitest';
import { hostsIn } from '../../../lib/reading/hosts.js';
import { readHeadline } from '../../support/read-headline.js';

test.each([
  ['Xi and Putin take swipe at West during regional summit in China', 'en'],
  ['Xi et Poutine ensemble au sommet en Chine', 'fr'],
  ['Xi und Putin beim Gipfel in China', 'de'],
  ['Xi y Putin en la cumbre regional en China', 'es'],
  ['Си Цзиньпин и Путин на саммите в Китае', 'ru'],
])('%s', (title, lang) => {
  expect(readHeadline(title, lang).theater).toBe('ASIA_PACIFIC');
});

test('who is named as the place alone is no host, and neither is who is there alone', () => {
  const named = (id: string, start: number, end: number) => ({
    ...{ start, end, entry: null },
    naming: { ids: [id], sort: 'name' as const, state: true, country: true },
  });
  const inside = (word: string) => (word === 'in' ? (['inside'] as const) : []);
  const title = 'Xi and Putin at summit in China';
  const [xi, putin, china] = [named('CN', 0, 2), named('RU', 7, 12), named('CN', 26, 31)];
  expect([[xi, putin, china], [putin, china], [xi, putin], [china]].map((found) => hostsIn(title, found, inside))).toEqual([
    ['CN'],
    [],
    [],
    [],
  ]);
});
