import { describe, expect, test } from 'vitest';
import { checkClaims } from '../../support/evidence.js';

const refused = (lang: string, title: string, text: string) =>
  checkClaims([{ field: 'fact', text }], [{ id: '1', text: title, outlets: ['Limmat-Kurier'], lang }])[0]?.reason ?? null;

describe('a name that another script has', () => {
  test.each([
    ['zh', '云南煤矿事故七人遇难', 'Seven people died in a coal mine in Yunnan.'],
    ['zh', '重庆一家化工厂爆炸', 'A chemical plant exploded in Chongqing.'],
    ['ru', 'Жители Курской области возвращаются домой', 'Residents of the Kursk region return home.'],
    ['ar', 'ماكرون يزور بيروت', 'Macron visits Beirut.'],
    ['de', 'Schneechaos in Bayern: Züge stehen still', 'Trains stand still in snow in Bavaria.'],
    ['fr', 'Les rebelles touaregs abattent un drone', 'Tuareg rebels shot down a drone.'],
  ])('%s: %s bears "%s"', (lang, title, text) => expect(refused(lang, title, text)).toBeNull());

  test.each([
    ['zh', '云南煤矿事故七人遇难', 'Seven people died in a coal mine in Shanxi.'],
    ['ar', 'قطر تنفي وقف جهود الوساطة', 'Egypt denies having halted its efforts to mediate.'],
    ['ar', 'انتشال جثامين تسعة عمال في حلب', 'The bodies of nine workers were recovered in Homs.'],
    ['de', 'Schneechaos in Bayern: Züge stehen still', 'Trains stand still in snow in Saxony.'],
  ])('%s: %s does not bear "%s"', (lang, title, text) => expect(refused(lang, title, text)).toMatch(/stands in no cited title/));
});

describe('what a headline asks for, denies or says', () => {
  test.each([
    ['fr', 'Macron appelle Téhéran à libérer deux otages', 'Tehran has released two hostages.', /not done yet/],
    ['ar', 'قطر تنفي وقف جهود الوساطة', 'Qatar has halted its efforts to mediate.', /negates/],
    ['en', 'Protesters clash with police', 'Police arrested protesters.', /stands in no cited title/],
    ['en', 'Police fire tear gas at protesters', 'Protesters fire tear gas at police.', /other way round/],
    ['zh', '菲律宾船只冲撞中国海警船', 'A Philippine vessel rammed a Chinese coast guard ship, which sank.', /stands in no cited title/],
  ])('%s: %s does not bear "%s"', (lang, title, text, reason) => expect(refused(lang, title, text)).toMatch(reason));

  test.each([
    ['es', 'El presidente viaja en busca de un acuerdo', 'The president is travelling in search of a deal.'],
    ['es', 'La sequía deja sin agua a miles', 'Drought leaves thousands without water.'],
    ['de', 'Kabul: Taliban verbieten Frauen Besuch von Parks', 'The Taliban ban women from visiting parks.'],
    ['zh', '央行下调存款准备金率', 'The central bank has lowered the reserve ratio.'],
    ['zh', '外交部：中方强烈反对对台军售', 'China strongly opposes arms sales to Taiwan.'],
    ['ru', 'В Сирии взорвали мечеть: не менее восьми погибших', 'A mosque in Syria was blown up and at least eight died.'],
    ['en', 'Ethiopia hands over 15 captured Eritrean soldiers', 'Fifteen captured Eritrean soldiers were handed over by Ethiopia.'],
  ])('%s: %s bears "%s"', (lang, title, text) => expect(refused(lang, title, text)).toBeNull());
});
