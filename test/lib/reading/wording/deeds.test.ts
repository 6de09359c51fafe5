// Whose deed a headline tells, with its acts as they are read: claimed by somebody it is told, accused of it is not.
import { expect, test } from 'vitest';
import { readHeadline } from '../../../support/read-headline.js';

test.each([
  ['Pakistani air strikes kill nine in Khost, Taliban say', 'en', true],
  ['Drone strike kills nine in Khost, residents say', 'en', false],
  ['Praga acusa a China de un ciberataque', 'es', false],
])('whether the doer is named: %s', (title, lang, agentNamed) => {
  expect(readHeadline(title, lang).wording.agentNamed).toBe(agentNamed);
});
