// The second act of an accusation and of a denial: what is said of the accused, and what is denied, in gerunds, infinitives and nouns.
import { describe, expect, test } from 'vitest';
import { readActs as read } from '../../support/vocabulary.js';

const told = (title: string, lang: string) =>
  read(title, lang).map(
    ({ source, action, target, mode, saidBy }) =>
      `${source ?? '-'} ${action} ${target ?? '-'}${mode === 'done' ? '' : ` ${mode}`}${saidBy ? ` by ${saidBy}` : ''}`,
  );

describe('what is said of the accused is claimed by who accuses', () => {
  test.each([
    ['en', 'Bolivia accuses Argentina of smuggling weapons to protesters', ['BO accuse AR', 'AR supply_arms - claimed by BO']],
    ['en', 'Mali blames Algeria for downing drone', ['ML accuse DZ', 'DZ attack ML claimed by ML']],
    [
      'en',
      'Iran accuses Azerbaijan of selling oil to Israel',
      ['IR accuse AZ', 'AZ trade_deal IL claimed by IR', 'IL trade_deal AZ claimed by IR'],
    ],
    ['de', 'Kopenhagen wirft Washington Spionage in Grönland vor', ['DK accuse US', 'US cyber GL claimed by DK']],
    ['de', 'Bamako wirft Algier vor, Dschihadisten zu bewaffnen', ['ML accuse DZ', 'DZ supply_arms - claimed by ML']],
    ['fr', 'Séoul accuse Pyongyang de brouiller le GPS', ['KR accuse KP', 'KP cyber KR claimed by KR']],
    ['es', 'Nicaragua acusa a Costa Rica de albergar a conspiradores', ['NI accuse CR', 'CR support_or_recognise - claimed by NI']],
    ['ru', 'Индия обвинила Турцию в поставках дронов Пакистану', ['IN accuse TR', 'TR supply_arms PK claimed by IN']],
    ['zh', '柬埔寨指责泰国越境埋设地雷', ['KH accuse TH', 'TH attack KH claimed by KH']],
    ['ar', 'أديس أبابا تتهم أسمرة بحشد قوات على الحدود', ['ET accuse ER', 'ER mobilise_or_drill ET claimed by ET']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));

  test.each([
    ['en', 'Zambia accuses Chinese miner of poisoning river'],
    ['es', 'Sheinbaum acusa a las armerías de EE. UU. de armar al narco'],
    ['zh', '以军空袭贝鲁特后 黎巴嫩向安理会投诉'],
  ])('a firm of a land, and whoever is told of it, are not accused: %s %s', (lang, title) =>
    expect(told(title, lang).filter((act) => act.includes('claimed'))).toEqual([]));
});

describe('what is denied is denied, whatever form it has', () => {
  test.each([
    ['en', "UAE denies arming Sudan's RSF", ['AE deny -', 'AE supply_arms RSF denied by AE']],
    ['en', "UAE rejects claim it armed Sudan's RSF", ['AE deny -', 'AE supply_arms RSF denied by AE']],
    ['en', 'Rwanda rejects accusation of backing M23', ['RW deny -', 'RW support_or_recognise M23 denied by RW']],
    ['de', 'Kairo weist Vorwurf zurück, Hilfe für Gaza zu blockieren', ['EG deny -', 'EG restrict PS denied by EG']],
    ['de', 'Ruanda weist Vorwurf zurück, M23 zu unterstützen', ['RW deny -', 'RW support_or_recognise M23 denied by RW']],
    ['es', 'Irán rechaza haber entregado drones a Rusia', ['IR deny -', 'IR supply_arms RU denied by IR']],
    ['ru', 'Ереван опроверг сообщения о передаче оружия Грузии', ['AM deny -', 'AM supply_arms GE denied by AM']],
    ['zh', '马来西亚否认向以色列转运武器', ['MY deny -', 'MY supply_arms IL denied by MY']],
    ['ar', 'رواندا ترفض اتهامات بدعم حركة 23 مارس', ['RW deny -', 'RW support_or_recognise M23 denied by RW']],
    ['en', 'India denies downing of jets by Pakistan', ['IN deny -', 'PK attack - denied by IN']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

test('arms for the rebels of a state are none for the state', () => {
  expect(told('US arms Syrian rebels', 'en')).toEqual([]);
});

describe('what one is asked for is demanded of whom it is asked', () => {
  test.each([
    ['en', 'Lima urges Quito to release fishermen', ['PE demand EC', 'EC withdraw_or_yield - demanded by PE']],
    ['en', 'China tells Japan to stop drills near Senkakus', ['CN demand JP', 'JP withdraw_or_yield - demanded by CN']],
    ['en', 'UN urges Israel not to close crossings', ['UN demand IL']],
    ['en', 'India asks Germany for help in search for EU free trade deal', ['IN demand DE']],
    ['de', 'Kanada ruft Indien auf, den Verdächtigen auszuliefern', ['CA demand IN', 'IN expel - demanded by CA']],
    ['fr', 'Bagdad exige de Téhéran la fin des tirs', ['IQ demand IR', 'IR withdraw_or_yield - demanded by IQ']],
    ['es', 'Lima exige a Quito la liberación de los pescadores', ['PE demand EC', 'EC withdraw_or_yield - demanded by PE']],
    ['ru', 'Лима призвала Кито освободить рыбаков', ['PE demand EC', 'EC withdraw_or_yield - demanded by PE']],
    ['zh', '日本敦促中国撤军', ['JP demand CN', 'CN withdraw_or_yield - demanded by JP']],
    ['ar', 'نيودلهي تطالب إسلام آباد بتسليم متهمين', ['IN demand PK', 'PK withdraw_or_yield - demanded by IN']],
    ['es', 'Chile convoca al embajador israelí por la retención de la flotilla', ['CL demand IL']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});
