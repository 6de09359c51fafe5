// The words shown for an act: the half that tells, never half of a verb alone, all of it to the letter.
import { expect, it } from 'vitest';
import { actWords } from '../../../phases/narrate/act-words.js';
import { readHeadline } from '../../support/read-headline.js';

const shown = (title: string, action: string, lang: string): string | undefined => {
  const act = readHeadline(title, lang).acts.find((one) => one.action === action);
  return act && actWords({ title, lang, hits: [] }, act);
};

it.each([
  ['Warschau macht Moskau für Drohnenflüge verantwortlich', 'accuse', 'de', 'macht ... verantwortlich'],
  ['Gefechte in Kaschmir: Indien und Pakistan werfen sich Bruch der Waffenruhe vor', 'accuse', 'de', 'werfen sich ... vor'],
  ['Südkoreas Parlament setzt Präsidenten ab', 'legislate_or_rule', 'de', 'setzt Präsidenten ab'],
  ['Ankara lehnt Beitritt Schwedens weiter ab', 'reject', 'de', 'lehnt ... ab'],
  ['Israel greift Ziele im Libanon an, Hisbollah feuert Raketen auf Haifa', 'attack', 'de', 'greift ... an'],
  ["Quito accuses Lima of 'genocide'", 'attack', 'en', 'genocide'],
  ['Анкара обвинила Каир в «геноциде»', 'attack', 'ru', 'геноциде'],
  ['Kanada verurteilt Angriff', 'condemn', 'de', 'verurteilt'],
  ['Kyiv drones set Novorossiysk oil terminal ablaze', 'attack', 'en', 'set ... ablaze'],
  ['Bishkek tells British diplomat to leave', 'demand', 'en', 'tells ... to leave'],
  ['Hungary vows to block EU loan for Ukraine', 'threaten', 'en', 'vows to block'],
  ['Kim Jong-un heads to Beijing on armored train', 'visit_or_meet', 'en', 'heads to'],
  ['Washington, Seoul seal tariff deal after months of wrangling', 'agree_or_sign', 'en', 'seal tariff deal'],
  ['Israel bombs Sanaa airport', 'attack', 'en', 'bombs'],
  ['Islamabad accuses Delhi of breaching truce in Kashmir, seeks UN probe', 'attack', 'en', 'breaching truce in Kashmir'],
  ['Всемирный банк выделит Украине 150 млн долл. для поддержки населения', 'aid', 'ru', 'выделит'],
])('%s: %s', (title, action, lang, words) => {
  expect(shown(title, action, lang)).toBe(words);
});

it('shows none where what was read says nothing alone', () => {
  const title = 'Deutschland stellt Taliban Bedingungen';
  expect(actWords({ title, lang: 'de', hits: [] }, { start: 12, end: 18 })).toBe('');
  expect(actWords({ title: 'Iran will not give up', lang: 'en', hits: [{ id: 'IR', start: 0, end: 4 }] }, { start: 0, end: 4 })).toBe('');
});
