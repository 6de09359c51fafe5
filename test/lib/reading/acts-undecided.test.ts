// What is not confirmed, only planned, held back by a court or said before a colon to be opposed: told as it is, in each language.
import { describe, expect, it } from 'vitest';
import { readHeadline } from '../../support/read-headline.js';

const told = (title: string, lang: string) =>
  readHeadline(title, lang).acts.map(
    ({ source, action, target, mode }) => `${source ?? '-'} ${action} ${target ?? '-'}${mode === 'done' ? '' : ` ${mode}`}`,
  );

describe('who does not confirm talks denies them', () => {
  it.each([
    ['en', 'Tehran does not confirm talks with Washington'],
    ['de', 'Teheran bestätigt Gespräche mit Washington nicht'],
    ['fr', 'Téhéran ne confirme pas de pourparlers avec Washington'],
    ['es', 'Teherán no confirma conversaciones con Washington'],
    ['ru', 'Тегеран не подтвердил переговоры с Вашингтоном'],
    ['zh', '伊朗未证实与美国谈判'],
    ['ar', 'طهران لا تؤكد إجراء محادثات مع واشنطن'],
  ])('%s: %s', (lang, title) => {
    expect(told(title, lang)).toEqual(['IR deny -', 'IR negotiate US denied', 'US negotiate IR denied']);
  });
  it('tells nothing of who neither confirms nor denies', () => {
    expect(told('Tehran neither confirms nor denies strike on Israel', 'en')).toEqual([]);
  });
});

describe('a visit that is confirmed is still to come', () => {
  it.each([
    ['de', 'Besuch von Merz in Rabat bestätigt', 'DE visit_or_meet MA planned'],
    ['fr', 'Visite de Macron à Rabat confirmée', 'FR visit_or_meet MA planned'],
    ['ru', 'Визит Путина в Анкару подтверждён', 'RU visit_or_meet TR planned'],
    ['ar', 'تأكيد زيارة بوتين إلى أنقرة', 'RU visit_or_meet TR planned'],
  ])('%s: %s', (lang, title, act) => {
    expect(told(title, lang)).toEqual([act]);
  });
});

describe('who is opposed to a sale before a colon speaks against who sells', () => {
  it.each([
    ['en', 'Chinese foreign ministry: firmly opposed to US arms sales to Taiwan'],
    ['de', 'Chinas Außenministerium: entschieden gegen US-Waffenverkäufe an Taiwan'],
    ['es', 'Pekín: firme oposición a las ventas de armas de EE UU a Taiwán'],
    ['zh', '外交部：坚决反对美国对台军售'],
    ['ar', 'الخارجية الصينية: نعارض بشدة بيع أسلحة أمريكية لتايوان'],
  ])('%s: %s', (lang, title) => {
    expect(told(title, lang)).toContain('CN reject US');
    expect(told(title, lang).filter((act) => /accuse|claimed/.test(act))).toEqual([]);
  });
});

describe('what a court keeps back is kept from whom it would go to', () => {
  it.each([
    ['en', 'Danish court blocks arms sales to Saudi Arabia'],
    ['de', 'Dänisches Gericht stoppt Waffenexport nach Saudi-Arabien'],
    ['fr', "Un tribunal danois bloque la vente d'armes à l'Arabie saoudite"],
    ['es', 'Un tribunal danés suspende la venta de armas a Arabia Saudí'],
    ['ru', 'Датский суд запретил экспорт оружия в Саудовскую Аравию'],
    ['ar', 'محكمة دنماركية توقف بيع أسلحة للسعودية'],
  ])('%s: %s', (lang, title) => {
    expect(told(title, lang)).toEqual(['DK restrict SA']);
  });
  it.each([
    'Supreme Court in London blocks deportation flight to Rwanda',
    'Danish court rejects bid to halt arms exports to Israel',
  ])('but not: %s', (title) => {
    expect(told(title, 'en').filter((act) => act.includes('restrict'))).toEqual([]);
  });
});

describe('a mission that closes hinders nobody', () => {
  it.each([
    ['en', "Sudan's embassy in Cairo closes"],
    ['de', 'Botschaft des Sudan in Kairo geschlossen'],
    ['es', 'La embajada de Sudán en El Cairo cierra'],
    ['fr', "L'ambassade du Soudan au Caire ferme ses portes"],
    ['ru', 'Посольство Судана в Каире закрылось'],
    ['zh', '苏丹驻开罗大使馆关闭'],
  ])('%s: %s', (lang, title) => {
    expect(told(title, lang)).toEqual([]);
  });
});

describe('what flies and is shot down has struck nobody', () => {
  it.each([
    ['ru', 'Украинский беспилотник сбили над Рязанью', ['- attack UA']],
    ['ru', 'Украинские беспилотники сбили над Рязанью', ['- attack UA']],
  ])('%s: %s', (lang, title, acts) => {
    expect(told(title, lang)).toEqual(acts);
  });
});

describe('a movement is met as itself, and a German army is called by no name behind it', () => {
  it.each([
    ['en', "Sudan's army retakes El Obeid from RSF", ['SD seize_or_occupy RSF']],
    ['en', 'Pakistani Taliban kill 12 soldiers in Waziristan', ['TTP attack PK']],
    ['de', 'Mit iranischen Drohnen greift Sudans Armee RSF-Stellungen an', ['SD attack RSF']],
    ['de', 'Am Morgen greift Israels Armee Hamas-Stellungen an', ['IL attack HAMAS']],
    ['de', 'Am Morgen bombardiert Irans Armee Israel', ['IR attack IL']],
    ['zh', '苏丹军队从快速支援部队手中夺回机场', ['SD seize_or_occupy RSF']],
    ['ar', 'الدعم السريع تقصف مستشفى في الأبيض', ['RSF attack SD']],
  ])('%s: %s', (lang, title, acts) => {
    expect(told(title, lang)).toEqual(acts);
  });
});

it('tells of support what is said of it', () => {
  expect(told('US support for Israel condemned by Iran', 'en')).not.toContain('IR condemn IL');
});
