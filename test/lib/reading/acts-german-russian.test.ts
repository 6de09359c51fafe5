// Who does what to whom where German sends the verb to the end, and where Russian tells it by endings.
import { describe, expect, test } from 'vitest';
import { inflected } from '../../../lib/reading/inflect.js';
import { readActs as read } from '../../support/vocabulary.js';

const told = (title: string, lang: string) =>
  read(title, lang).map(
    ({ source, action, target, mode }) => `${source ?? '-'} ${action} ${target ?? '-'}${mode === 'done' ? '' : ` ${mode}`}`,
  );

const mediated = ['QA mediate CD', 'CD agree_or_sign M23', 'M23 agree_or_sign CD'];

describe('German', () => {
  test.each([
    ['a participle spelt like a finite verb is one behind "wurde"', 'Aleppo wurde von russischen Kampfjets bombardiert', ['RU attack SY']],
    ['a small letter makes a verb of what is a noun with a capital', 'Russische Raketen treffen Charkiw', ['RU attack UA']],
    ['who is outraged by a blow is not struck', 'Israelischer Angriff auf Journalisten empört Berlin', ['IL attack -']],
    ['"wird" makes a participle passive', 'Odessa wird von Russland beschossen', ['RU attack UA']],
    ['"will ... haben" is what the subject says', 'Indien will drei pakistanische Jets abgeschossen haben', ['IN attack PK claimed']],
    [
      'the verb behind a background opens the main clause',
      'Nach Angriff auf Doha beruft Kairo Botschafter aus Israel ab',
      ['- attack QA', 'EG withdraw_or_yield IL'],
    ],
    [
      'a despised warning concerns who acts all the same',
      'Trotz Protesten aus Peking empfängt Prag Taiwans Präsident',
      ['CN protest CZ', 'CZ visit_or_meet TW'],
    ],
    [
      'a relative clause tells of whom was named last',
      'Meloni trifft Katars Emir, der zwischen Kabul und Islamabad vermittelt',
      ['IT visit_or_meet QA', 'QA mediate AF', 'QA mediate PK'],
    ],
    ['who warns of a blow does not threaten with it', 'Tallinn warnt vor russischem Angriff auf Lettland', ['RU attack LV claimed']],
    [
      'a threat with something is upon whom it is uttered against',
      'Peking droht Kanada mit Strafzöllen',
      ['CN threaten CA', 'CN sanction CA threatened'],
    ],
    ['a crime in a town is no blow against the state', 'Messerattacke in Graz: zwei Verletzte', []],
    ['an explosion is no blow', 'Explosion in Chemiefabrik in Osaka', []],
    ['who tells of genocide was not its victim', 'Ankara wirft Israel Völkermord vor', ['TR accuse IL', 'IL attack - claimed']],
    ['the second part of a verb may be several words', 'Oslo stellt Kiew Haubitzen zur Verfügung', ['NO supply_arms UA']],
    ['whose an act is was met by it where another does it', 'Assads Verurteilung durch Paris', ['FR condemn SY']],
    ['an article behind a noun of an act says whose it is', 'Einmarsch der russischen Armee in Georgien', ['RU seize_or_occupy GE']],
    ['a participle closes the clause of one who is arrested', 'Türkin in Oslo unter Spionageverdacht verhaftet', ['- arrest_or_try -']],
    ['a preposition may be the second part of a verb', 'Rom sieht Moskau hinter Sabotage', ['IT accuse RU', 'RU attack IT claimed']],
    ['who lets it be done does it', 'Belgrads Regierung lässt Oppositionsführer verhaften', ['RS arrest_or_try @opposition']],
    ['what one will not do need not be known', 'Norwegen wird sich nicht an Mission beteiligen', ['NO reject -']],
    ['who says that another must demands it', 'Alijew: Armenien muss Gebiete räumen', ['AZ demand AM']],
    ['a compound of goods is goods', 'Tschechien liefert Splittergranaten an die Ukraine', ['CZ supply_arms UA']],
    ['accusations that one rejects were upon him', 'Oslo weist Vorwürfe Moskaus zurück', ['NO reject RU', 'RU accuse NO']],
    ['a second part that is not there makes no verb', 'Südkorea setzt Beschallung aus', []],
    ['a protest before an embassy is upon whose it is', 'Proteste vor chinesischer Botschaft in Tokio', ['- protest CN']],
    [
      'who offers to mediate does not yet',
      'Oman bietet Vermittlung zwischen Washington und Teheran an',
      ['OM mediate US planned', 'OM mediate IR planned'],
    ],
    ['who will not, said by himself, says no', 'Tusk: Polen wird keine Panzer an Kiew liefern', ['PL reject -']],
  ])('%s', (_, title, acts) => {
    expect(told(title, 'de')).toEqual(acts);
  });
});

describe('Russian', () => {
  test.each([
    ['a name that does not agree with its verb is who is met', 'Белгород атаковали беспилотники', ['- attack RU']],
    ['they accused him, and nobody says who', 'Грузию обвинили в обходе санкций', ['- accuse GE']],
    ['a genitive behind a blow is who strikes', 'Удары израильской армии по югу Ливана', ['IL attack LB']],
    ['a genitive behind a destruction is who is hit', 'Москва заявила об уничтожении украинского склада', ['RU attack UA claimed']],
    ['an instrumental is who does it', 'Захват Россией Авдеевки', ['RU seize_or_occupy UA']],
    ['two genitives meet each other', 'Переговоры Сербии и Косова в Брюсселе', ['RS negotiate XK', 'XK negotiate RS']],
    ['what he says that he did is his claim', 'Индия утверждает, что сбила два пакистанских самолёта', ['IN attack PK claimed']],
    ['what another says that he did is that one’s claim', 'Киев заявил, что Россия обстреляла Одессу', ['RU attack UA claimed']],
    ['who speaks last has not been threatened', 'Осло ждёт расплата, предупредил Медведев', []],
    ['who warns of a blow does not strike', 'Таллин предупредил о риске нападения России на Латвию', ['RU attack LV claimed']],
    ['a threat with something in the instrumental', 'Трамп пригрозил Бразилии пошлинами', ['US threaten BR', 'US sanction BR threatened']],
    ['"принял" is met by a guest and by a law', 'Эрдоган принял Пашиняна в Анкаре', ['TR visit_or_meet AM']],
    ['the same verb with a decree', 'Парламент Грузии принял закон об иноагентах', ['GE legislate_or_rule -']],
    ['who helps is not who is seized', 'При поддержке Руанды повстанцы M23 захватили Гому', ['M23 seize_or_occupy CD']],
    ['whom one is accused of supporting accuses nobody', 'Россию обвинили в поддержке ХАМАС', ['- accuse RU']],
    ['nor does he where two words stand before the verb', 'Президента Кении обвинили в поддержке М23', ['- accuse KE']],
    ['who is assured of support has it', 'Германия заверила Киев в поддержке перед саммитом', ['DE support_or_recognise UA']],
    ['a movement shells, a state is shelled', 'Обстрел «Хезболлы»: двое погибших', ['HEZBOLLAH attack -']],
    ['an adjective takes its case from its noun', 'Аэропорт Бейрута разбомблен израильской авиацией', ['IL attack LB']],
    ['nature strikes nobody', 'Японию накрыл тайфун', []],
    ['to be recognised as something is no recognition', 'Канада признала КСИР террористической организацией', ['CA sanction IR']],
    ['a number takes no role from its genitive', 'Двое турецких военных убиты боевиком ИГ', ['ISIS attack TR']],
    ['to warn one off a blow is no blow', 'Анкара предостерегла Израиль от удара по Кипру', ['TR threaten IL']],
    ['all adjectives tell whose a blow is', 'Турецкое наступление на севере Сирии', ['TR attack SY']],
    [
      'who offers to mediate does not yet',
      'Оман предложил посредничество между Москвой и Киевом',
      ['OM mediate RU planned', 'OM mediate UA planned'],
    ],
    ['a name that ends as an instrumental does is a subject', 'Белый дом осудил Израиль', ['US condemn IL']],
    ['a firm that ends so stops its deliveries', 'Газпром прекратил поставки газа в Молдавию', ['RU restrict MD']],
    ['a singular before a plural verb is who is met', 'Посла Уганды убили в Кении', ['- attack UG']],
    [
      'senators are not their state',
      'Американские сенаторы призвали Белый дом вооружить Тайвань',
      ['US-CONGRESS demand US', 'US supply_arms TW demanded'],
    ],
    ['who mediates stands in front', 'При посредничестве Дохи Киншаса и М23 подписали перемирие', mediated],
    ['one who is tried is not his state', 'В Казани осуждён гражданин Украины', ['- arrest_or_try -']],
  ])('%s', (_, title, acts) => {
    expect(told(title, 'ru')).toEqual(acts);
  });

  test('a verb written short has all its forms, and the aspect says what its present tells', () => {
    const of = (written: string) => new Map(inflected(written, 'ru', true));
    expect(of('обвинить/обвинен')).toEqual(
      new Map([
        ...[['обвинить', 'B'] as const, ['обвинит', 'U'] as const, ['обвинят', 'U'] as const, ['обвинив', 'G'] as const],
        ...['обвинил', 'обвинила', 'обвинило', 'обвинили'].map((words) => [words, 'F'] as const),
        ...['обвинен', 'обвинена', 'обвинено', 'обвинены'].map((words) => [words, 'P'] as const),
      ]),
    );
    expect(of('~атаковать/').get('атакует')).toBe('F');
    expect(of('нанести/нанесет/нанесут/нанес/').get('нанесла')).toBe('F');
    expect(of('отказаться/откажется/откажутся/отказался/').get('отказалась')).toBe('F');
    expect(of('~передавать/').get('передают')).toBe('F');
  });

  test('a noun written short has all its cases', () => {
    expect(inflected('атака/', 'ru', false)?.map(([words]) => words)).toEqual(
      expect.arrayContaining(['атака', 'атаки', 'атаку', 'атакой', 'атаках']),
    );
  });
});
