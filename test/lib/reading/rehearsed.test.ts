// What is only practised is no blow, in each language; that it is practised is an exercise where it is sure whose.
import { expect, it } from 'vitest';
import { readHeadline } from '../../support/read-headline.js';

const told = (title: string, lang: string) =>
  readHeadline(title, lang).acts.map(({ source, action, target, mode }) => `${source} ${action} ${target} ${mode}`);

it.each([
  ['en', 'China simulates strikes on Taiwan'],
  ['en', "China's coast guard rehearses blockade of Taiwan"],
  ['de', 'China simuliert Angriffe auf Taiwan'],
  ['de', 'Chinas Küstenwache übt vor Taiwan die Blockade'],
  ['de', 'China probt Angriff auf Taiwan'],
  ['es', 'China ensaya el bloqueo de Taiwán'],
  ['ru', 'Китай отработал удар по Тайваню'],
  ['zh', '中国演练封锁台湾'],
])('reads in %s an exercise, and no blow: %s', (lang, title) => {
  expect(told(title, lang)).toEqual(['CN mobilise_or_drill null done']);
});

it.each([
  ['fr', 'La Chine simule une attaque contre Taïwan'],
  ['es', 'China simula ataques contra Taiwán'],
  ['en', 'Mock attack on Taiwan in Chinese desert'],
])('reads in %s no blow where it is not sure whose exercise it is: %s', (lang, title) => {
  expect(told(title, lang).filter((act) => act.includes('attack'))).toEqual([]);
});

it.each([
  ['en', 'Russia attacks Ukraine as NATO rehearses evacuation', 'RU attack UA done'],
  ['de', 'Russland greift Polen an, Nato übt Verlegung', 'RU attack PL done'],
])('leaves in %s a blow that stands beside an exercise: %s', (lang, title, act) => {
  expect(told(title, lang)).toContain(act);
});
