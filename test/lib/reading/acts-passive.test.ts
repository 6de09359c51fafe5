// What stands behind a passive, a denial or "between", and who is no more what he was, in each language.
import { describe, expect, it } from 'vitest';
import { readHeadline } from '../../support/read-headline.js';

const told = (title: string, lang: string) =>
  readHeadline(title, lang).acts.map(
    ({ source, action, target, mode }) => `${source ?? '-'} ${action} ${target ?? '-'}${mode === 'done' ? '' : ` ${mode}`}`,
  );

describe('troops that are withdrawn go themselves', () => {
  it.each([
    ['Turkish troops withdrawn from Syria', 'TR withdraw_or_yield SY'],
    ['Estonian ambassador withdrawn from Minsk', 'EE withdraw_or_yield BY'],
  ])('%s', (title, act) => expect(told(title, 'en')).toEqual([act]));
  it('and a reprieve comes from whom it is won', () => {
    expect(told('Le Vietnam obtient de Washington un sursis douanier', 'fr')).toEqual(['US withdraw_or_yield VN']);
  });
});

describe('two who meet in the town of a third meet one another', () => {
  it.each([
    ['de', 'Treffen zwischen Alijew und Paschinjan in Rom'],
    ['fr', 'Rencontre entre Aliev et Pachinian à Rome'],
    ['en', 'Meeting between Aliyev and Pashinyan in Rome'],
  ])('%s: %s', (lang, title) => {
    expect(told(title, lang)).toContain('AZ visit_or_meet AM');
    expect(told(title, lang).join()).not.toContain('IT');
  });
});

describe('what a cyberattack hits is not struck by force', () => {
  it.each([
    ['en', 'Estonian ministry hit by cyberattack', '- cyber EE'],
    ['fr', 'Tallinn touchée par une cyberattaque', '- cyber EE'],
  ])('%s: %s', (lang, title, act) => expect(told(title, lang)).toEqual([act]));
  it('and a ministry of nobody named is of who tells it', () => {
    expect(told('Vilnius: Belarus behind cyberattack on foreign ministry', 'en')).toEqual(['LT accuse BY', 'BY cyber LT claimed']);
  });
});

describe('who is named behind a denial denies what stands before it', () => {
  it.each([
    ['en', 'Reports of Israeli strike on Isfahan denied by Iran'],
    ['es', 'Ataque israelí, desmentido por Teherán'],
    ['fr', 'Une frappe israélienne démentie par Téhéran'],
  ])('%s: %s', (lang, title) => {
    expect(told(title, lang)).toEqual(['IL attack IR denied', 'IR deny -']);
  });
});

describe('who says of himself that he did not do it denies it', () => {
  it.each([
    ['en', 'Kyiv: we did not attack Kremlin'],
    ['en', 'Kyiv says it did not attack Kremlin'],
    ['fr', "Kiev : nous n'avons pas attaqué le Kremlin"],
    ['ru', 'Киев: мы не атаковали Кремль'],
  ])('%s: %s', (lang, title) => {
    expect(told(title, lang)).toEqual(['UA deny -', 'UA attack RU denied']);
  });
  it('in Chinese and German by the words of what he is charged with', () => {
    expect(told('外交部：中方从未向俄罗斯提供武器', 'zh')).toEqual(['CN deny -', 'CN supply_arms RU denied']);
    expect(told('Teheran: Wir haben Russland keine Drohnen geliefert', 'de')).toEqual(['IR deny -', 'IR supply_arms RU denied']);
  });
  it('and tells another not to, where it is an infinitive', () => {
    expect(told("Ankara dit à Athènes de ne pas attaquer l'Égypte", 'fr').join()).not.toContain('denied');
  });
});

describe('one who was overthrown or is on the run acts for no state', () => {
  it.each([
    ['de', 'Anhänger des gestürzten malischen Präsidenten attackieren Armee'],
    ['de', 'Gesuchter serbischer Milizenführer greift Kosovo-Polizei an'],
    ['ru', 'Сторонники свергнутого президента Мали напали на полицию'],
    ['en', 'Rebels loyal to ousted Malian minister attack Bamako'],
  ])('%s: %s', (lang, title) => {
    expect(told(title, lang).filter((act) => !act.startsWith('- '))).toEqual([]);
  });
  it('and his state is met by what is done to his assets', () => {
    expect(told('Swiss freeze assets of ousted Bangladeshi minister', 'en')).toEqual(['CH sanction BD']);
  });
  it('and gangs condemn nobody who is sentenced for a crime', () => {
    expect(told('Un exministro ecuatoriano, condenado por narcotráfico, huye a México', 'es').join()).not.toContain('condemn');
  });
});

describe('a coup that a headline opens with happened where it says', () => {
  it.each([
    ['en', 'Military coup in Gabon'],
    ['de', 'Putsch in Gabun'],
    ['fr', "Coup d'État au Gabon"],
    ['es', 'Golpe de Estado en Gabón'],
    ['ru', 'Переворот в Нигере', '- seize_or_occupy NE'],
    ['ar', 'انقلاب عسكري في الغابون'],
  ])('%s: %s', (lang, title, act = '- seize_or_occupy GA') => expect(told(title, lang)).toEqual([act]));
});

describe('pressure upon somebody coerces him', () => {
  it.each([
    ['en', 'Russian pressure on Moldova mounts', 'RU coerce MD'],
    ['fr', 'Pressions russes sur la Moldavie', 'RU coerce MD'],
    ['es', 'Presiones rusas sobre Moldavia', 'RU coerce MD'],
    ['de', 'Wachsender Druck Russlands auf Moldau', 'RU coerce MD'],
    ['ar', 'ضغوط روسية على مولدوفا', 'RU coerce MD'],
    ['ru', 'Давление России на Молдавию', 'RU coerce MD'],
  ])('%s: %s', (lang, title, act) => expect(told(title, lang)).toEqual([act]));
});

it('a headline that begins with those who negotiate is read', () => {
  expect(told('Mediators report progress in Cairo on Gaza truce extension', 'en')).not.toContain('EG negotiate -');
});

describe('what is denied by somebody named with a participle is no deed of his', () => {
  it.each([
    ['de', 'Waffenlieferungen an Uganda von Peking dementiert', ['CN supply_arms UG denied', 'CN deny -']],
    ['de', 'Treffen mit Trump von Teheran dementiert', ['IR visit_or_meet US denied', 'IR deny -']],
    ['de', 'Angriff auf Klinik von Kenia bestritten', ['- attack - denied', 'KE deny -']],
    ['de', 'Drohnenangriff auf Moskau von Kiew geleugnet', ['UA attack RU denied', 'UA deny -']],
    ['ru', 'Поставки оружия России опровергнуты Пекином', ['CN deny -']],
    ['ru', 'Атака на Москву опровергнута Киевом', ['- attack RU denied', 'UA deny -']],
    ['de', 'Israel dementiert Angriff auf Klinik', ['IL deny -', 'IL attack - denied']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
  it.each([
    ['en', 'Israel strikes Iran, losses denied by Tehran', 'IL attack IR'],
    ['fr', 'Israël frappe l’Iran, pertes démenties par Téhéran', 'IL attack IR'],
    ['de', 'Teheran droht Israel, Gespräche von USA dementiert', 'IR threaten IL'],
    ['ru', 'Израиль нанес удар по Ирану, потери опровергнуты Тегераном', 'IL attack IR'],
  ])('what a verb told in the clause before is not what is denied: %s: %s', (lang, title, act) => expect(told(title, lang)).toContain(act));
  it('but what stands beside it without a word of its own is', () => {
    expect(told('USA liefern Raketen an Ukraine, von Moskau bestritten', 'de')).toEqual(['US supply_arms UA denied', 'RU deny -']);
    expect(told('Удар по Ирану опровергает Крым', 'ru')).not.toContain('RU deny -');
  });
});
