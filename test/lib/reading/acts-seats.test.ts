// Whose deed it is not: courts named by their seat, pirates and gangs of a land, towns where a crime was, regions before a colon, troops that stay.
import { describe, expect, test } from 'vitest';
import { readActs as read } from '../../support/vocabulary.js';

const told = (title: string, lang: string) =>
  read(title, lang).map(
    ({ source, action, target, mode }) => `${source ?? '-'} ${action} ${target ?? '-'}${mode === 'done' ? '' : ` ${mode}`}`,
  );

describe('a court named by its seat is no state', () => {
  test.each([
    ['en', 'The Hague orders Peru to free activist', ['ICJ demand PE', 'PE withdraw_or_yield - demanded']],
    ['en', 'The Hague convicts Serbian warlord', ['ICC arrest_or_try -']],
    ['en', 'Strasbourg condemns Turkey over jailing of journalist', []],
    ['en', 'Israeli rights group condemns raid on school', []],
    ['en', 'Turkish rights group condemns arrests', []],
    ['en', 'Strasbourg judges find Cyprus violated rights of refugees', []],
    ['en', 'EU court rules against Hungary over asylum', ['EU legislate_or_rule HU']],
    ['en', 'ECOWAS court rules against Nigeria', ['ECOWAS legislate_or_rule NG']],
    ['en', 'EU court strikes down Hungary’s asylum law', ['EU legislate_or_rule HU']],
    ['en', 'Israel’s top court freezes dismissal of spy chief', ['IL legislate_or_rule IL']],
    ['en', 'Luxembourg fines Hungary over asylum law', []],
    ['de', 'Den Haag verurteilt serbischen General', []],
    ['de', 'Luxemburg verurteilt Polen wegen Justizreform', []],
    ['fr', 'La Haye ordonne à Israël de stopper son offensive', ['ICJ demand IL']],
    ['fr', 'Luxembourg condamne la Hongrie', []],
    ['es', 'La Haya ordena a Israel detener la ofensiva', ['ICJ demand IL']],
    ['ru', 'Гаага выдала ордер на арест генерала Судана', ['ICC arrest_or_try SD']],
    ['ru', 'Гаага обязала Израиль остановить наступление', ['ICJ demand IL', 'IL withdraw_or_yield - demanded']],
    ['zh', '海牙下令以色列停止进攻', ['ICJ demand IL', 'IL withdraw_or_yield - demanded']],
    ['en', 'Geneva condemns Russia', []],
    ['fr', 'Genève condamne la Russie', []],
    ['zh', '日内瓦谴责俄罗斯', []],
    ['de', 'Karlsruhe verurteilt syrischen Geheimdienstler', []],
    ['ar', 'لاهاي تأمر إسرائيل بوقف الهجوم', ['ICJ demand IL', 'IL withdraw_or_yield - demanded']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));

  test.each([
    ['en', 'The Hague expels two Russian diplomats', ['NL expel RU']],
    ['de', 'Den Haag weist russische Diplomaten aus', ['NL expel RU']],
    ['en', 'Luxembourg condemns Russia', ['LU condemn RU']],
  ])('where it does what states do, it is one: %s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('an order to another is not obeyed yet, and one to the own army is no demand', () => {
  test.each([
    ['zh', '美国下令以色列停止进攻', ['US demand IL', 'IL withdraw_or_yield - demanded']],
    ['zh', '以色列下令空袭加沙', ['IL attack PS']],
    ['zh', '特朗普下令美国军队撤出叙利亚', ['US withdraw_or_yield SY']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('pirates, smugglers, gangs and football fans of a land are not the land', () => {
  test.each([
    ['de', 'Somalische Piraten greifen indisches Schiff an', ['- attack IN']],
    ['de', 'Libysche Miliz kapert italienisches Schiff', ['- seize_or_occupy IT']],
    ['de', 'Haitianische Banden greifen kenianische Polizisten an', ['- attack KE']],
    ['fr', 'Une milice libyenne saisit un navire italien', ['- seize_or_occupy IT']],
    ['fr', 'Un cartel mexicain attaque des agents américains', ['- attack US']],
    ['es', 'Piratas somalíes atacan un buque indio', ['- attack IN']],
    ['es', 'Piratas somalíes capturan un barco español', ['- seize_or_occupy ES']],
    ['ru', 'Сомалийские пираты захватили мальтийский танкер', []],
    ['ru', 'Гаитянские банды напали на кенийских полицейских', ['- attack KE']],
    ['zh', '索马里海盗袭击印度货船', ['- attack IN']],
    ['zh', '墨西哥贩毒集团袭击美国特工', ['- attack US']],
    ['ar', 'مهربون ليبيون يطلقون النار على خفر السواحل الإيطالي', ['- attack IT']],
    ['ar', 'كارتل مكسيكي يهاجم عملاء أمريكيين', ['- attack US']],
    ['ar', 'فصائل موالية لإيران تهاجم قاعدة أمريكية', ['- attack US']],
    ['de', 'Russische Söldner überfallen Dorf in Mali', ['- attack ML']],
    ['es', 'Mercenarios rusos atacan una aldea en Malí', ['- attack ML']],
    ['ru', 'Российские наемники напали на деревню в Мали', ['- attack ML']],
    ['zh', '俄罗斯雇佣兵袭击马里村庄', ['- attack ML']],
    ['fr', 'Des supporters turcs attaquent des joueurs israéliens', []],
    ['es', 'Hinchas turcos atacan a jugadores israelíes', []],
    ['ru', 'Турецкие фанаты напали на израильских игроков', []],
    ['en', 'Gambian poachers attack Senegalese rangers', ['- attack SN']],
    ['fr', 'Des hackers russes attaquent l’Allemagne', ['RU cyber DE']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('a region or a capital before a colon is where, when others act behind it', () => {
  test.each([
    ['en', 'Kashmir: gunmen kill Indian soldiers', ['- attack IN']],
    ['en', 'Sanaa: Houthis detain UN staff', ['HOUTHIS arrest_or_try UN']],
    ['de', 'Tibet: Bewaffnete greifen türkisches Konsulat an', ['- attack TR']],
    ['fr', 'Kaboul : des talibans arrêtent des militantes', ['TALIBAN arrest_or_try -']],
    ['fr', 'Écosse : des hommes armés attaquent le consulat turc', ['- attack TR']],
    ['es', 'Cataluña: hombres armados atacan el consulado turco', ['- attack TR']],
    ['es', 'Caracas: manifestantes atacan embajada de España', ['- protest ES']],
    ['ru', 'Приднестровье: боевики обстреляли турецкое консульство', ['- attack TR']],
    ['zh', '新疆：武装分子袭击土耳其领事馆', ['- attack TR']],
    ['zh', '喀布尔：塔利班逮捕示威者', ['TALIBAN arrest_or_try -']],
    ['ar', 'سيناء: مسلحون يهاجمون القنصلية التركية', ['- attack TR']],
    ['en', 'Kyiv: Russian drone hits hospital', ['UA accuse RU', 'RU attack UA claimed']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));

  test.each([
    ['ru', 'Россия признала Абхазию'],
    ['fr', "La Russie reconnaît l'Abkhazie"],
    ['zh', '俄罗斯承认阿布哈兹'],
  ])('who recognises a land that broke away does its state no favour: %s: %s', (lang, title) => expect(told(title, lang)).toEqual([]));
});

describe('forces that a land has on its soil are no visit', () => {
  test.each([
    ['en', 'Iraq denies hosting US bases', ['IQ deny -']],
    ['en', 'Armenia denies plan to host US troops', ['AM deny -']],
    ['en', 'Poland hosts US troops', []],
    ['de', 'Polen empfängt US-Soldaten', []],
    ['fr', 'Cuba dément accueillir une base chinoise', ['CU deny -']],
    ['es', 'Paraguay niega recibir tropas de Estados Unidos', ['PY deny -']],
    ['en', 'Greece hosts Erdogan', ['GR visit_or_meet TR']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('whose town it is did not do the crime in it, and is not condemned for it', () => {
  test.each([
    ['fr', "L'ONU condamne l'attentat d'Islamabad", ['UN condemn -']],
    ['fr', "L'UE condamne le meurtre d'un candidat à Quito", ['EU condemn -']],
    ['en', 'EU condemns murder of candidate in Quito', ['EU condemn -']],
    ['de', 'UNO verurteilt Entführung von Helfern in Juba', ['UN condemn -']],
    ['ru', 'ООН осудила похищение сотрудников в Джубе', ['UN condemn -']],
    ['zh', '联合国谴责伊斯兰堡爆炸袭击', ['UN condemn -', '- attack PK']],
    ['zh', '非盟谴责巴马科政变', ['AU-UNION condemn -']],
    ['zh', '法国谴责莫斯科枪击事件', ['FR condemn -', '- attack RU']],
    ['ar', 'مصر تدين تفجير إسلام آباد', ['EG condemn -', '- attack PK']],
    ['en', 'EU condemns jailing of activists in Tunis', ['EU condemn TN', 'TN arrest_or_try -']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('who turns round restricts nobody and mediates nothing', () => {
  test.each([['es', 'Buque iraní da media vuelta ante aguas de Venezuela']])('%s: %s', (lang, title) =>
    expect(told(title, lang)).toEqual([]));
});

describe('who stands before a court in German is no state that is condemned', () => {
  test.each([
    ['Perus Ex-Präsident zu 13 Jahren Haft verurteilt', []],
    ['Ukrainischer Soldat in Moskau verurteilt', []],
    ['Südkoreas Ex-Präsident wegen Aufruhrs angeklagt', []],
    ['Russischer General in Den Haag angeklagt', []],
    ['UNO verurteilt Israel', ['UN condemn IL']],
  ])('%s', (title, acts) => expect(told(title, 'de')).toEqual(acts));
});

describe('an envoy does not condemn or threaten the land he is sent to by being there', () => {
  test.each([
    ['de', 'Irans Botschafter in Berlin droht mit Vergeltung', ['IR threaten -']],
    ['en', 'US envoy in Berlin condemns sanctions', ['US condemn -']],
    ['en', "China's ambassador in Berlin condemns sanctions", ['CN condemn -']],
    ['de', 'Botschafter Chinas in Berlin kritisiert Zölle', ['CN condemn -']],
    ['de', 'US-Botschafter in Warschau verurteilt Gesetz', ['US condemn -']],
    ['ru', 'Посол Китая в Берлине осудил санкции', ['CN condemn -']],
    ['fr', "L'ambassadeur de Chine à Paris condamne les sanctions", ['CN condemn -']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});
