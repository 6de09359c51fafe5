// What headlines put first in seven languages, and the act behind a clause that they open with.
import { expect, test } from 'vitest';
import { readWording as read } from '../../../support/vocabulary.js';

test.each([
  ['de', 'Tausende in Kassel bangen um ihre Stellen', 'cost'],
  ['es', 'El peso cubano se hunde', 'cost'],
  ['ru', 'Зима без отопления в Бишкеке', 'cost'],
  ['ar', 'شتاء بلا كهرباء في طرابلس', 'cost'],
  ['en', 'Step closer to war on the Mekong', 'security_threat'],
  ['zh', '湄公河：战争边缘', 'security_threat'],
  ['de', 'Lima knickt ein', 'blame_other_side'],
  ['en', 'Unbroken Massawa sings on', 'resistance'],
  ['de', 'Oslo berät mit Riga', 'diplomacy'],
  ['es', 'Quito convoca al embajador', 'diplomacy'],
  ['zh', '利马召见大使', 'diplomacy'],
])('in %s: %s', (lang, title, focus) => {
  expect(read(title, lang, []).focus).toBe(focus);
});

test.each([
  ['de', 'Nach Angriff auf Massawa: Asmara schließt Hafen', 'schließt'],
  ['en', 'After attack on Massawa, Asmara closes port', 'closes'],
])('the act stands behind the clause that a headline opens with: %s', (lang, title, word) => {
  expect(read(title, lang, []).actWord).toBe(word);
});

test.each([
  ['en', 'Rebels bury bodies of murdered villagers', 'bury'],
  ['en', "Beijing's bullying will not sway Manila", 'bullying'],
  ['en', 'Lima port shut for two days', 'shut'],
  ['es', 'Bogotá duplica la ayuda', 'duplica'],
  ['de', 'Lima verdreifacht Hilfe', 'verdreifacht'],
])('the act is not what only says which, nor what is denied: %s %s', (lang, title, word) => {
  expect(read(title, lang, []).actWord).toBe(word);
});

test('a port that is shut by nobody has no doer', () => {
  expect(read('Lima port shut for two days', 'en', []).agentNamed).toBe(false);
});
