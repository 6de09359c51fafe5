// Whose deed a headline tells, with its acts as they are read: claimed by somebody it is told, accused of it is not.
import { expect, test } from 'vitest';
import { readHeadline } from '../../../support/read-headline.js';

test.each([
  ['Pakistani air strikes kill nine in Khost, Taliban say', 'en', true],
  ['Drone strike kills nine in Khost, residents say', 'en', false],
  ['Praga acusa a China de un ciberataque', 'es', false],
  // Arms told as somebody's, before and behind them, and a state written onto a noun.
  ['Russian drones damage silos', 'en', true],
  ['Drones damage silos', 'en', false],
  ['Российские дроны повредили склад', 'ru', true],
  ['Drones rusos dañan un puerto', 'es', true],
  ['US-Zölle treffen Weber in Lomé', 'de', true],
  ['Oslo zweifelt an Rückkehr', 'de', false],
  // A shortage or a crisis does nothing; whoever meets somebody does.
  ['Wassermangel trifft Riga', 'de', false],
  ['Modi meets Ramaphosa', 'en', true],
  // In Chinese whose deed a noun is stands before "对"; behind it stands whom it falls upon.
  ['日对俄制裁扩大', 'zh', true],
  ['加拿大对印度关税翻倍', 'zh', true],
  ['对印度关税翻倍', 'zh', false],
])('whether the doer is named: %s', (title, lang, agentNamed) => {
  expect(readHeadline(title, lang).wording.agentNamed).toBe(agentNamed);
});

test.each([
  // A Russian verb that no list knows is the act, not the judging noun behind it nor a noun told by the way.
  ['В Праге подогревают истерию вокруг поставок', 'подогревают'],
  ['Вашингтон обескровливает Гавану перед выборами', 'обескровливает'],
  // What a thing does by itself, and a verb without a name behind it, tells less than the deed told by the way.
  ['Рубль слабеет после удара', 'удара'],
])('the act of a Russian headline: %s', (title, word) => {
  expect(readHeadline(title, 'ru').wording.actWord).toBe(word);
});

test.each([
  ['Comedian Blasts Mayor For Obsessing Over Water Pressure', 'en', 'Blasts'],
  ['Armenia standing up to Russian pressure, says envoy', 'en', 'standing up to'],
])('pressure alone is not yet the word for an act: %s', (title, lang, word) => {
  expect(readHeadline(title, lang).wording.actWord).toBe(word);
});
