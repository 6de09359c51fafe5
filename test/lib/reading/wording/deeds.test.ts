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
])('whether the doer is named: %s', (title, lang, agentNamed) => {
  expect(readHeadline(title, lang).wording.agentNamed).toBe(agentNamed);
});
