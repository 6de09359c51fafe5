// Whom a blow, a ban or a ruling reaches where a border, wares, a passive or a "by" tells it, in each language.
import { describe, expect, it } from 'vitest';
import { readHeadline } from '../../support/read-headline.js';

const told = (title: string, lang: string) =>
  readHeadline(title, lang).acts.map(
    ({ source, action, target, mode }) => `${source ?? '-'} ${action} ${target ?? '-'}${mode === 'done' ? '' : ` ${mode}`}`,
  );

describe('a blow at the border that a state tells of was upon itself', () => {
  it.each([
    ['en', 'Azerbaijan shelled border village, Yerevan says'],
    ['de', 'Aserbaidschan hat Grenzdorf beschossen, sagt Eriwan'],
    ['fr', "L'Azerbaïdjan a bombardé un village frontalier, affirme Erevan"],
    ['es', 'Azerbaiyán bombardeó una aldea fronteriza, dice Ereván'],
    ['ru', 'Азербайджан обстрелял приграничное село, заявили в Ереване'],
  ])('%s: %s', (lang, title) => {
    expect(told(title, lang)).toEqual(['AM accuse AZ', 'AZ attack AM claimed']);
  });
});

describe('who says that another broke into what is his accuses him', () => {
  it.each([
    ['en', 'Baghdad: Turkey violated our sovereignty'],
    ['de', 'Bagdad: Türkei hat unsere Souveränität verletzt'],
    ['fr', 'Bagdad : la Turquie a violé notre souveraineté'],
    ['ar', 'بغداد: تركيا انتهكت سيادتنا'],
  ])('%s: %s', (lang, title) => {
    expect(told(title, lang)).toEqual(['IQ accuse TR', 'TR attack IQ claimed']);
  });
});

describe('talks that led to nothing were held', () => {
  it.each([
    ['fr', 'Les pourparlers entre Bakou et Erevan échouent'],
    ['es', 'Fracasan las conversaciones entre Bakú y Ereván'],
    ['ru', 'Переговоры между Баку и Ереваном провалились'],
    ['zh', '巴库与埃里温谈判破裂'],
    ['ar', 'انتهاء المحادثات بين باكو ويريفان دون اتفاق'],
  ])('%s: %s', (lang, title) => {
    expect(told(title, lang)).toContain('AZ negotiate AM');
  });
  it.each([
    ['en', 'Talks between Baku and Yerevan cancelled'],
    ['de', 'Gespräche zwischen Baku und Eriwan abgesagt'],
    ['ru', 'Переговоры Баку и Еревана отложены'],
  ])('but not in %s where they were called off: %s', (lang, title) => {
    expect(told(title, lang)).toEqual([]);
  });
});

describe('a ban on wares reaches whom they go to, or whose they are', () => {
  it.each([
    ['fr', "Le Japon restreint l'exportation de machines vers la Chine", 'JP restrict CN'],
    ['es', 'Japón restringe la exportación de maquinaria a China', 'JP restrict CN'],
    ['ar', 'اليابان تقيد تصدير معدات إلى الصين', 'JP restrict CN'],
    ['ru', 'Китай запретил ввоз японских морепродуктов', 'CN restrict JP'],
  ])('%s: %s', (lang, title, act) => {
    expect(told(title, lang)).toEqual([act]);
  });
});

describe('who lifts sanctions stands behind "by"', () => {
  it.each([
    ['en', 'Sanctions on Syria lifted by EU'],
    ['fr', "Les sanctions contre la Syrie levées par l'UE"],
    ['ru', 'Санкции против Сирии сняты Евросоюзом'],
  ])('%s: %s', (lang, title) => {
    expect(told(title, lang)).toEqual(['EU withdraw_or_yield SY']);
  });
  it('tells nothing of who is not named', () => {
    expect(told('Sanctions on Syria lifted', 'en')).toEqual([]);
  });
});

describe('a passive that opens a headline meets who stands behind it', () => {
  it.each([
    ['en', 'Denied entry by Warsaw, Hungarian minister turns back', 'PL restrict HU'],
    ['de', 'Von Washington bedrängt, gibt Ottawa nach', 'US coerce CA'],
    ['zh', '遭北京威胁，马尼拉向华盛顿求助', 'CN threaten PH'],
    ['zh', '遭美军袭击 伊朗核设施受损', 'US attack IR'],
  ])('%s: %s', (lang, title, act) => {
    expect(told(title, lang)).toContain(act);
  });
  it.each(['遭美国制裁，伊朗转向中国', '被欧盟制裁的白俄罗斯转向北京'])('and never who does it: %s', (title) => {
    expect(told(title, 'zh').filter((act) => act.startsWith('- '))).toEqual([]);
  });
});

describe('a coordinator is of those he is named with', () => {
  it.each([
    ['en', 'Mali expels UN coordinator'],
    ['fr', "Le Burkina Faso expulse la coordinatrice de l'ONU"],
    ['es', 'Malí expulsa a la coordinadora de la ONU'],
    ['zh', '马里驱逐联合国协调员'],
  ])('%s: %s', (lang, title) => {
    expect(told(title, lang)[0]).toMatch(/^(?:ML|BF) expel UN$/);
  });
});
