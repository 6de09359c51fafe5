// Words for acts of which only a part was read.
import { describe, expect, test } from 'vitest';
import { wholeWords } from '../../../lib/reading/whole-words.js';

/** What is shown for the part that was read. */
function shown(title: string, lang: string, read: string): string {
  const at = title.indexOf(read);
  const { start, end } = wholeWords(title, lang, { start: at, end: at + read.length });
  return title.slice(start, end);
}

describe('words for acts in two parts are shown whole', () => {
  test.each([
    ['de', 'Teheran weist Vorwürfe zurück', 'weist', 'weist Vorwürfe zurück'],
    ['de', 'Kiew macht Moskau für Anschlag verantwortlich', 'macht', 'macht Moskau für Anschlag verantwortlich'],
    ['de', 'EU setzt Tanker auf Sanktionsliste', 'setzt', 'setzt Tanker auf Sanktionsliste'],
    ['de', 'Indien und Pakistan werfen sich Verstöße vor', 'werfen sich', 'werfen sich Verstöße vor'],
    ['de', 'Israel greift Ziele in Syrien an, Damaskus protestiert', 'greift', 'greift Ziele in Syrien an'],
    ['de', 'Minsk setzt zwei Journalisten auf freien Fuß', 'setzt', 'setzt zwei Journalisten auf freien Fuß'],
    ['en', 'Russian drones set Odesa port ablaze', 'set', 'set Odesa port ablaze'],
    ['en', 'Iran and Russia to sign pact', 'to', 'to sign'],
    ['en', 'Ban to be lifted in May', 'to', 'to be lifted'],
    ['en', 'Xi and Kim vow to deepen ties', 'vow to', 'vow to deepen'],
    ['fr', 'Paris met Téhéran en garde', 'met', 'met Téhéran en garde'],
    ['es', 'La huelga pone en jaque al gobierno', 'pone', 'pone en jaque'],
  ])('%s: %s', (lang, title, read, whole) => {
    expect(shown(title, lang, read)).toBe(whole);
  });
});

describe('nothing is added', () => {
  test.each([
    ['de', 'Israel greift Ziele in Syrien und im Libanon mit Drohnen und mit Raketen noch in der Nacht an', 'greift'],
    ['de', 'Anschlag in Moskau: Polizei nimmt Mann fest', 'Anschlag'],
    ['de', 'Regime tötet eigene Leute', 'tötet'],
    ['en', 'Russia sets date for talks', 'sets'],
    ['en', 'Army bombs port', 'bombs'],
    ['zh', '以色列袭击加沙', '袭击'],
    ['fr', 'Paris met fin aux visites', 'met fin'],
  ])('%s: %s', (lang, title, read) => {
    expect(shown(title, lang, read)).toBe(read);
  });
});
