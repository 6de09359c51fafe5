// Who tells it: a land before a colon that speaks of its own air and ships, rebels who speak of themselves, blows put down to somebody.
import { describe, expect, test } from 'vitest';
import { readActs as read } from '../../support/vocabulary.js';

const told = (title: string, lang: string) =>
  read(title, lang).map(
    ({ source, action, target, mode, saidBy }) =>
      `${source ?? '-'} ${action} ${target ?? '-'}${mode === 'done' ? '' : ` ${mode}`}${saidBy ? ` by ${saidBy}` : ''}`,
  );

describe('a land before a colon speaks where its own air, ships or towns are told of', () => {
  test.each([
    ['en', 'Finland: Russian bombers violated our airspace', ['FI accuse RU', 'RU mobilise_or_drill FI claimed by FI']],
    ['en', 'Poland: Russian drones entered our airspace', ['PL accuse RU', 'RU mobilise_or_drill PL claimed by PL']],
    ['en', 'Lebanon: Israeli strike killed five of our soldiers', ['LB accuse IL', 'IL attack LB claimed by LB']],
    ['en', 'Ukraine: Russian missiles hit Kharkiv', ['RU attack UA']],
    ['de', 'Estland: Russische Kampfjets verletzten unseren Luftraum', ['EE accuse RU', 'RU mobilise_or_drill EE claimed by EE']],
    ['fr', 'Bamako : des drones algériens ont violé notre ciel', ['ML accuse DZ', 'DZ mobilise_or_drill ML claimed by ML']],
    ['es', 'Polonia: drones rusos violaron nuestro espacio aéreo', ['PL accuse RU', 'RU mobilise_or_drill PL claimed by PL']],
    ['ru', 'Эстония: российские истребители нарушили границу', ['EE accuse RU', 'RU mobilise_or_drill EE claimed by EE']],
    ['zh', '波兰：俄无人机侵犯领空', ['PL accuse RU', 'RU mobilise_or_drill PL claimed by PL']],
    ['ar', 'إستونيا: مقاتلات روسية انتهكت أجواءنا', ['EE accuse RU', 'RU mobilise_or_drill EE claimed by EE']],
    ['it', 'Estonia: caccia russi hanno violato il nostro spazio aereo', ['EE accuse RU', 'RU mobilise_or_drill EE claimed by EE']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('who tells of himself, of another, and what is put down to somebody', () => {
  test.each([
    ['Rebels say they downed Malian army helicopter', ['- attack ML claimed']],
    ['Poland attributes railway blast to Russia', ['PL accuse RU', 'RU attack PL claimed by PL']],
    ['French remarks draw protest from Rabat', ['MA condemn FR']],
    ['Israeli plan for West Bank draws condemnation from Jordan', ['JO condemn IL']],
    ['Israel vows to respond after Houthi missile hits airport', ['IL threaten HOUTHIS']],
    ['Armenia walks out of Moscow-led alliance drills', ['AM withdraw_or_yield RU']],
    ['India boycotts drills in Pakistan', ['IN reject -']],
    ['Blackout in Odesa after overnight barrage on power grid', ['- attack UA']],
  ])('%s', (title, acts) => expect(told(title, 'en')).toEqual(acts));
});

describe('Portuguese and Italian tell who does what to whom', () => {
  test.each([
    ['pt', 'Tailândia atacada por foguetes cambojanos', ['KH attack TH']],
    ['pt', 'China nega ter fornecido armas à Rússia', ['CN deny -', 'CN supply_arms RU denied by CN']],
    ['pt', 'Japão protesta contra manobras chinesas', ['JP protest CN', 'CN mobilise_or_drill -']],
    ['pt', 'UE adia sanções contra Israel', []],
    ['pt', 'Hackers ligados à China invadem sistemas do governo tcheco', ['- cyber CZ']],
    ['it', 'Odessa colpita dai droni russi', ['RU attack UA']],
    ['it', 'Il Ruanda nega di sostenere l’M23', ['RW deny -', 'RW support_or_recognise M23 denied by RW']],
    ['it', 'Ucciso un giornalista palestinese in un raid israeliano', ['IL attack PS']],
    ['it', "Tajani: condanniamo l'attacco russo", []],
    ['it', 'Salvini attacca Macron', []],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('what several say is claimed by none of them alone, and who only acts behind a background says nothing', () => {
  test.each([
    ['en', 'Macron and Merz: Russia attacked Poland', ['RU attack PL claimed']],
    ['en', 'Macron, Merz: Russia attacked Poland', ['RU attack PL claimed']],
    ['de', 'Macron und Merz: Russland hat Polen angegriffen', ['RU attack PL claimed']],
    ['ru', 'Макрон и Мерц: Россия атаковала Польшу', ['RU attack PL claimed']],
    ['zh', '马克龙和默茨：俄罗斯袭击了波兰', ['RU attack PL claimed']],
    ['ar', 'ماكرون وميرتس: روسيا هاجمت بولندا', ['RU attack PL claimed']],
    ['de', 'Nach Angriff auf Katar kritisiert Polen Serbien', ['- attack QA', 'PL condemn RS']],
    ['de', 'Israel greift Katar an, kritisiert Polen', ['IL attack QA claimed by PL']],
    ['en', "RUSSIA'S DRONES HIT UKRAINE'S ODESA", ['RU attack UA']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('who refuses to condemn a blow does not undo it', () => {
  test.each([
    ['en', 'Serbia refuses to condemn Russian strike on Ukraine'],
    ['fr', 'La Serbie refuse de condamner la frappe russe sur Kiev'],
    ['es', 'Serbia se niega a condenar el ataque ruso contra Ucrania'],
    ['ru', 'Сербия отказывается осудить российский удар по Киеву'],
    ['ar', 'صربيا ترفض إدانة الهجوم الروسي على كييف'],
  ])('%s: %s', (lang, title) => expect(told(title, lang)).toEqual(['RS reject -', 'RU attack UA']));
});
