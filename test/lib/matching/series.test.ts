import { expect, test } from 'vitest';
import { areOtherInSeries, serialsOf } from '../../../lib/matching/series.js';
import { companyOf, groupTitles, ids } from './grouped.js';
import { otherNews, title } from './titles.js';

const serials = (text: string, gate = '|', more: { lang?: string; at?: number } = {}) => serialsOf(title(text, gate, more), true);
const others = (one: string, other: string) => areOtherInSeries(serials(one), serials(other));

test('the 28th convoy is not the 27th, the 19th package not the 18th', () => {
  expect(others('Egypt sends 27th humanitarian aid convoy to Gaza', 'Egypt sends 28th “Zad” humanitarian aid convoy to Gaza')).toBe(true);
  expect(others('EU adopts 18th package of sanctions', 'EU drafts 19th sanctions package')).toBe(true);
  expect(others('EU adopts 18th package of sanctions', 'EU passes the 18th sanctions package at last')).toBe(false);
});

test('who tells of both numbers is no other, nor is what counts something else', () => {
  expect(others('EU adopts 18th sanctions package, drafts 19th sanctions package', 'EU drafts 19th sanctions package')).toBe(false);
  expect(others('25th summit opens', '27th convoy leaves')).toBe(false);
  expect(others('25th summit opens', 'Summit opens')).toBe(false);
});

test.each([
  'China marks 80th anniversary of victory',
  '(2nd LD) Train arrives in Beijing',
  'Protests enter 4th day in Nairobi',
  'Drones hit Kyiv for 3rd straight night',
  'Governor returns to the 12th of the month',
])('what goes on, is remembered or sent again is no series: %s', (text) => {
  expect(serials(text)).toEqual([]);
});

test.each([
  ['Russia launches 150 drones at Ukraine overnight', 'en'],
  ['La Russie a frappé Kiev dans la nuit', 'fr'],
  ['Russland greift Kiew in der Nacht mit Drohnen an', 'de'],
  ['Rusia ataca Kiev de madrugada', 'es'],
  ['Россия ночью атаковала Киев', 'ru'],
  ['俄军凌晨袭击基辅', 'zh'],
])('an attack of a night is of that night: %s', (text, lang) => {
  const [first, same, next] = [4, 15, 28].map((at) => serials(text, 'RU UA | strike', { lang, at }));
  expect(first).toHaveLength(1);
  expect(same).toEqual(first);
  expect(areOtherInSeries(first ?? [], next ?? [])).toBe(true);
});

test('in the evening nobody knows which night is meant, and of what is no attack none is asked', () => {
  expect(serials('Russia strikes Kyiv overnight', 'RU UA | strike', { at: 20 })).toEqual([]);
  expect(serials('Lawmakers talk overnight', 'US | legislation', { at: 4 })).toEqual([]);
  expect(serialsOf(title('Russia strikes Kyiv overnight', 'RU UA | strike', { at: 4 }), false)).toEqual([]);
});

test('attacks of two nights are two families, and what is told in the morning after the second is of the second', () => {
  const night = (text: string, at: number) => title(text, 'VE US | strike', { at });
  const first = night('Raiders shell depot near Kharadova overnight, six lorries burn', 6);
  const second = night('Raiders shell depot near Kharadova overnight, nine lorries burn', 29);
  const after = night('Raiders shell depot near Kharadova: nine lorries burn', 30.5);
  const groups = groupTitles([...otherNews(), first, second, after], []);
  expect(companyOf(first, groups)).toEqual(ids(first));
  expect(companyOf(second, groups)).toEqual(ids(second, after));
});
