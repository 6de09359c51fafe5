// Of what type a happening is: what is done first, and the words beside it.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { defaultEventTypes } from '../../../../lib/config/lists.js';
import type { Action, Mode } from '../../../../lib/reading/actions.js';
import { eventTypeOf } from '../../../../lib/reading/setting/event-type.js';
import { makeEventWordReader } from '../../../../lib/reading/setting/event-words.js';

const words = makeEventWordReader(join(fileURLToPath(new URL('../../../../', import.meta.url)), 'lib/reading/setting/tables'));
const attack = { source: 'IL', action: 'attack' as const, target: 'PS', mode: 'done' as const, saidBy: null };

test.each([
  ['Families of journalists killed in Israeli strike sue in Paris', [attack], 'Legal/ICC'],
  ['Israel strikes Gaza school', [attack], 'Strategy/Tactics'],
  ['Peru votes in runoff', [], 'Domestic Politics'],
  ['Jordan Peele film tops box office', [], 'Information/Media/Platforms'],
  ['Earthquake shakes northern Chile', [], 'Humanitarian'],
  ['Hackers leak data of Danish rail operator', [], 'Tech/Cyber/OSINT'],
  ['Hot mic catches two presidents on organ transplants and immortality', [], 'Information/Media/Platforms'],
  ['Lima stops short of condemning the missile test', [], 'Diplomacy/Negotiations'],
  ['Congo to cut gas to Angola as gas taps close', [], 'Energy/Infrastructure'],
  ['Drug lord suspected of murdering envoy in Quito', [], 'Legal/ICC'],
  ['Seoul blames hackers for outage', [{ ...attack, source: 'KR', action: 'accuse' as const, target: 'KP' }], 'Tech/Cyber/OSINT'],
  ['Seoul spies: Pyongyang paid gang', [{ ...attack, source: 'KR', action: 'accuse' as const, target: 'KP' }], 'Diplomacy/Negotiations'],
  ['Knife attack in Lyon leaves two dead', [{ ...attack, source: null, target: null }], 'Legal/ICC'],
  ['Gun reforms urged after school shooting', [], 'Legal/ICC'],
  ['Nothing of the kind', [], 'Other'],
])('%s', (title, acts, type) => {
  expect(eventTypeOf({ acts, mechanisms: [], kind: 'news', words: words(title, 'en') }, defaultEventTypes)).toBe(type);
});

test.each([
  ['fr', 'La Suisse porte plainte contre un négociant', 'Legal/ICC'],
  ['fr', 'Attaque au couteau à Lyon', 'Legal/ICC'],
  ['de', 'Messerangriff in Lyon', 'Legal/ICC'],
  ['zh', '里昂发生持刀伤人事件', 'Legal/ICC'],
  ['fr', 'Le choléra progresse au Tchad', 'Humanitarian'],
  ['fr', 'Une rappeuse chante en finale de la Coupe', 'Information/Media/Platforms'],
  ['fr', 'Panne de courant géante à Dakar', 'Energy/Infrastructure'],
  ['fr', 'Des gaz lacrymogènes contre les étudiants', 'Domestic Politics'],
  ['es', 'Condenado a doce años un exministro peruano', 'Legal/ICC'],
  ['es', 'Un ciberataque paraliza la aduana de Paraguay', 'Tech/Cyber/OSINT'],
  ['es', 'Pacto de defensa entre Oslo y Londres', 'Alliances/Geopolitics'],
  ['es', 'Nota de protesta de Lima por las protestas', 'Diplomacy/Negotiations'],
  ['zh', '老挝遭遇洪灾 多人失踪', 'Humanitarian'],
  ['zh', '挪威央行意外降息', 'Sanctions/Economy'],
  ['zh', '希腊采购护卫舰', 'Procurement/Force-gen'],
  ['zh', '马拉松冠军被禁赛', 'Information/Media/Platforms'],
  ['ar', 'انقطاع الكهرباء في دكار', 'Energy/Infrastructure'],
  ['ar', 'فيلم مغربي في مهرجان برلين', 'Information/Media/Platforms'],
  ['ar', 'استقالة رئيس وزراء كوسوفو', 'Domestic Politics'],
  ['ar', 'وباء الكوليرا يتفشى في السودان', 'Humanitarian'],
])('in %s: %s', (lang, title, type) => {
  expect(eventTypeOf({ acts: [], mechanisms: [], kind: 'news', words: words(title, lang) }, defaultEventTypes)).toBe(type);
});

describe('what an act is about', () => {
  const typeOf = (acts: Parameters<typeof eventTypeOf>[0]['acts'], title = '', lang = 'en', kind = 'news', mechanisms: string[] = []) =>
    eventTypeOf({ acts, mechanisms, kind, words: words(title, lang) }, defaultEventTypes);
  const act = (source: string | null, action: Action, target: string | null, mode: Mode = 'done') => ({
    ...{ source, action, target, mode, saidBy: null },
  });

  test('a threat is of the type of what is threatened', () => {
    expect(typeOf([act('US', 'threaten', 'MX'), act('US', 'sanction', 'MX', 'threatened')])).toBe('Sanctions/Economy');
    expect(typeOf([act('AR', 'threaten', 'WHO'), act('AR', 'withdraw_or_yield', 'WHO', 'threatened')])).toBe('Diplomacy/Negotiations');
    expect(typeOf([act('IR', 'threaten', null), act('IR', 'restrict', null, 'threatened')])).toBe('Strategy/Tactics');
  });

  test('what is kept from somebody says what it is about', () => {
    expect(typeOf([act('CN', 'restrict', 'US')], 'China bars US soybeans')).toBe('Sanctions/Economy');
    expect(typeOf([act('RU', 'restrict', null)], 'Russia blocks FaceTime')).toBe('Information/Media/Platforms');
    expect(typeOf([act('CN', 'restrict', 'DE')], 'China bars German lawmaker')).toBe('Diplomacy/Negotiations');
  });

  test('who refuses to judge a blow speaks, and does not strike', () => {
    const acts = [act('HU', 'reject', null), act('RU', 'attack', 'UA')];
    expect(typeOf(acts, 'Hungary refuses to condemn missile strike')).toBe('Diplomacy/Negotiations');
  });

  test('blame alone is a quarrel, and a cry for help is about the need', () => {
    expect(typeOf([act('PL', 'accuse', 'RU')], 'Poland blames Russia for factory inferno')).toBe('Diplomacy/Negotiations');
    expect(typeOf([act('AF', 'demand', null)], 'Kabul calls for help after earthquake')).toBe('Humanitarian');
  });

  test('drugs are seized by the law', () => {
    expect(typeOf([act('US', 'seize_or_occupy', null)], 'US seizes 300 kilos of cocaine')).toBe('Legal/ICC');
  });

  test('an agreement is of the type of what it is about', () => {
    const both = [act('PH', 'agree_or_sign', 'JP'), act('JP', 'agree_or_sign', 'PH')];
    expect(typeOf(both)).toBe('Diplomacy/Negotiations');
    expect(typeOf(both, 'Manille et Tokyo signent un pacte de défense', 'fr')).toBe('Alliances/Geopolitics');
    expect(typeOf(both, '日菲签署护卫舰采购合同', 'zh')).toBe('Procurement/Force-gen');
    expect(typeOf([act('OPEC', 'agree_or_sign', null)])).toBe('Energy/Infrastructure');
  });

  test('who asks for weapons asks for arms, and a world court that orders rules', () => {
    expect(typeOf([act('UA', 'demand', 'ES'), act('ES', 'supply_arms', 'UA', 'demanded')])).toBe('Procurement/Force-gen');
    expect(typeOf([act('ICJ', 'demand', 'IL')])).toBe('Legal/ICC');
  });

  test('a border that is closed is diplomacy, an export that is barred is economy, and an opposition that is barred is at home', () => {
    expect(typeOf([act('PL', 'restrict', 'BY')])).toBe('Diplomacy/Negotiations');
    expect(typeOf([act('CN', 'restrict', 'US')], '', 'en', 'news', ['export-controls'])).toBe('Sanctions/Economy');
    expect(typeOf([act('TG', 'restrict', '@opposition')])).toBe('Domestic Politics');
    expect(typeOf([act('@opposition', 'protest', 'RS')])).toBe('Domestic Politics');
  });

  test('what is seized of nobody named is of the type of the thing', () => {
    expect(typeOf([act('NE', 'seize_or_occupy', null)], 'La junte nationalise une mine', 'fr')).toBe('Sanctions/Economy');
    expect(typeOf([act('NE', 'seize_or_occupy', null)])).toBe('Strategy/Tactics');
  });

  test('a state that protests does so by its diplomats, a people in the street', () => {
    expect(typeOf([act('JP', 'protest', null)])).toBe('Diplomacy/Negotiations');
    expect(typeOf([act('GE', 'protest', 'GE')])).toBe('Domestic Politics');
  });

  test('assets that are seized are economy', () => {
    expect(typeOf([act('EU', 'seize_or_occupy', 'RU', 'planned')], '欧盟拟没收俄罗斯资产', 'zh')).toBe('Sanctions/Economy');
    expect(typeOf([act('RU', 'seize_or_occupy', 'UA')])).toBe('Strategy/Tactics');
  });

  test('an opinion is about what is said, a live page about its matter', () => {
    const told = [act('RU', 'attack', 'UA')];
    expect(typeOf(told, '', 'en', 'live')).toBe('Strategy/Tactics');
    expect(typeOf([], 'Guerre : notre honte', 'fr', 'opinion')).toBe('Information/Media/Platforms');
    expect(typeOf([], 'Guerre : les dernières frappes', 'fr', 'live')).toBe('Strategy/Tactics');
  });
});

test('a language without words of its own is told by its acts', () => {
  expect(words('Gericht verurteilt Minister', 'xx').size).toBe(0);
});

test.each([
  ['de', 'Bußgeld für Reederei nach Ölpest vor Bremen', 'Legal/ICC'],
  ['en', 'Suva police seize cocaine', 'Legal/ICC'],
  ['en', 'Oslo marks 80 years since end of war', 'Information/Media/Platforms'],
  ['en', 'Nairobi sends third battalion to Haiti', 'Strategy/Tactics'],
  ['en', 'Lima moves embassy to Jerusalem', 'Diplomacy/Negotiations'],
  ['en', 'Yangon accused of genocide at The Hague', 'Legal/ICC'],
  ['es', 'Incautado un avión en Caracas', 'Legal/ICC'],
  ['ru', 'В Минске почтили память павших', 'Information/Media/Platforms'],
  ['ar', 'عمان تعيد فتح سفارتها في كابل', 'Diplomacy/Negotiations'],
  ['fr', 'Alger coupe le robinet à Madrid', 'Energy/Infrastructure'],
  ['de', 'Schlammlawine: Tausende in Nepal evakuiert', 'Humanitarian'],
  ['de', 'Weltmeisterschaft der Ruderer in Luzern eröffnet', 'Information/Media/Platforms'],
  ['de', 'Landtagswahl in Thüringen: Hochrechnungen am Abend', 'Domestic Politics'],
  ['de', 'Datenleck bei dänischer Bank', 'Tech/Cyber/OSINT'],
  ['de', 'Finnland bestellt Haubitzen in Südkorea', 'Procurement/Force-gen'],
  ['de', 'Stromausfall legt Lissabon lahm', 'Energy/Infrastructure'],
  ['de', 'Strafzölle: Indonesiens Exporte brechen ein', 'Sanctions/Economy'],
  ['de', 'Feuerpause im Jemen verlängert', 'Diplomacy/Negotiations'],
  ['ru', 'Суд в Лиме оставил экс-президента под стражей', 'Legal/ICC'],
  ['ru', 'Паводок в Пакистане: сотни деревень эвакуированы', 'Humanitarian'],
  ['ru', 'Сборная Марокко вышла в финал турнира', 'Information/Media/Platforms'],
  ['ru', 'В Перу назначен второй тур выборов', 'Domestic Politics'],
  ['ru', 'Утечка данных в датском банке', 'Tech/Cyber/OSINT'],
  ['ru', 'Финляндия закупит гаубицы в Южной Корее', 'Procurement/Force-gen'],
  ['ru', 'Блэкаут в Лиссабоне: энергетики ищут причину', 'Energy/Infrastructure'],
  ['ru', 'Инфляция в Аргентине замедлилась', 'Sanctions/Economy'],
  ['es', 'Chile registra el invierno más seco en medio siglo', 'Humanitarian'],
  ['zh', '韩国遭遇三十年来最强暴雪', 'Humanitarian'],
  ['fr', "L'Arabie saoudite et l'Iran rouvrent leurs ambassades", 'Diplomacy/Negotiations'],
  ['ru', 'Судно село на мель у берегов Чили', 'Other'],
])('%s without an act: %s', (lang, title, type) => {
  expect(eventTypeOf({ acts: [], mechanisms: [], kind: 'news', words: words(title, lang) }, defaultEventTypes)).toBe(type);
});

test('who trains pilots gives arms, who lends money takes part in an economy, and who presses a state speaks with it', () => {
  const typeOf = (action: 'aid' | 'coerce', title: string, lang: string) =>
    eventTypeOf(
      { acts: [{ ...attack, action, source: 'CA', target: 'UA' }], mechanisms: [], kind: 'news', words: words(title, lang) },
      defaultEventTypes,
    );
  expect(typeOf('aid', 'Канада обучит украинских лётчиков', 'ru')).toBe('Procurement/Force-gen');
  expect(typeOf('aid', 'Kanada gibt der Ukraine Kredit', 'de')).toBe('Sanctions/Economy');
  expect(typeOf('aid', 'Canada helps Ukraine', 'en')).toBe('Humanitarian');
  expect(typeOf('coerce', 'Canada leans on Ukraine', 'en')).toBe('Diplomacy/Negotiations');
});

describe('what is said within one state', () => {
  const typeOf = (told: Partial<Parameters<typeof eventTypeOf>[0]>): string =>
    eventTypeOf({ acts: [], mechanisms: [], kind: 'news', words: words('', 'en'), ...told }, defaultEventTypes);
  const said = (source: string, action: Action, target: string) => ({ source, action, target, mode: 'done' as const, saidBy: null });

  test.each([
    [said('US-AGENCIES', 'demand', 'US-CONGRESS'), 'Domestic Politics'],
    [said('US-CONGRESS', 'condemn', 'US'), 'Domestic Politics'],
    [said('KE', 'reject', 'KE'), 'Domestic Politics'],
    [said('US-CONGRESS', 'demand', 'IQ'), 'Diplomacy/Negotiations'],
  ])('is of home affairs, and between states it is diplomacy: %j', (act, type) => {
    expect(typeOf({ acts: [act] })).toBe(type);
  });

  test.each([
    [['US', 'US-POLITICIANS'], 'Domestic Politics'],
    [['AL', 'AL-SHABAAB'], 'Diplomacy/Negotiations'],
    [['US', 'CA'], 'Diplomacy/Negotiations'],
  ])('is so too where nothing is read but who is named: %j', (actors, type) => {
    expect(typeOf({ actors })).toBe(type);
  });
});
