// What words of other languages are called in English: a sentence may say them so, and nothing that says more.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../../lib/config.js';
import { isRendered, readEquivalents } from '../../../lib/evidence/equivalents.js';
import { foldedWordsOf } from '../../../lib/evidence/words.js';
import { checkClaims } from '../../support/evidence.js';

const tables = join(projectRoot, 'lib/evidence/tables');
const render = readEquivalents(tables);

const refused = (lang: string, title: string, text: string) =>
  checkClaims([{ field: 'fact', text }], [{ id: '1', text: title, outlets: ['Limmat-Kurier'], lang }])[0]?.reason ?? null;

test('languages without a dictionary are rendered by nothing, English by its plain words', () => {
  expect(render(foldedWordsOf('Boosts patrols'), 'en').stems).toContain('strengthen');
  for (const lang of ['ja', '']) expect(render(foldedWordsOf('Strike on port'), lang).stems.size).toBe(0);
});

test('what takes several words stands where they stand together', () => {
  const rendered = render(foldedWordsOf('الطائرة انطلقت من سوريا'), 'ar');
  const at = (sentence: string, word: string) => {
    const words = foldedWordsOf(sentence);
    return isRendered(
      rendered,
      words,
      words.findIndex(({ text }) => text === word),
    );
  };
  expect(at('The plane took off from Syria.', 'took')).toBe(true);
  expect(at('The plane took off from Syria.', 'off')).toBe(true);
  expect(at('The plane took fire off Syria.', 'took')).toBe(false);
});

test.each(['ar', 'de', 'es', 'fr', 'ru', 'zh'])('%s: each row has words of both languages, and no rendering twice', (lang) => {
  const lines = readFileSync(join(tables, `equivalents-${lang}.tsv`), 'utf8').split('\n');
  for (const line of lines.filter((one) => one !== '' && !one.startsWith('#')).slice(1)) {
    const [written = '', english = ''] = line.split('\t');
    expect(written.split('|').every((one) => /\p{L}/u.test(one) && !(lang !== 'zh' && /\p{Script=Han}/u.test(one)))).toBe(true);
    expect(english).toMatch(/^[\p{Script=Latin}\d][\p{Script=Latin}\d.|'’ -]*$/u);
    expect(new Set(english.split('|')).size, line).toBe(english.split('|').length);
  }
});

describe('a headline in another language', () => {
  test.each([
    ['ar', 'أوغندا تدشن أول مصفاة للنفط', 'Uganda inaugurated its first oil refinery.'],
    ['ar', 'إصابة جنديين مصريين بانفجار لغم شمال سيناء', 'Two Egyptian soldiers were wounded by a mine in the north of Sinai.'],
    ['ar', 'طهران تتوعد أوتاوا بعد طرد سفيرها', 'Tehran threatens Ottawa after the expulsion of its ambassador.'],
    ['ar', 'انفجار في إزمير', 'There was an explosion in Izmir.'],
    ['ar', 'انفجار قرب الناصرة', 'There was an explosion near Nasira.'],
    ['ar', 'تعرض مطار أربيل لهجوم بمسيرات', 'Erbil airport came under attack by drones.'],
    ['zh', '加拿大女子在迪拜被拘', 'A Canadian woman was detained in Dubai.'],
    ['zh', '越南船只进入后 中国海警实施驱离', 'The Chinese coast guard expelled a ship of Vietnam.'],
    ['ru', 'Суд второй раз выпустил экс-мэра из СИЗО', 'A court for the second time released the former mayor from pre-trial detention.'],
    ['ru', 'Взрыв произошёл в Балтиморе', 'There was an explosion in Baltimore.'],
    ['de', 'Peking verhängt Exportstopp für Graphit', 'China imposes an export ban on graphite.'],
    ['es', 'Sin acuerdo en Nairobi sobre el tratado de plásticos', 'Talks on a plastics treaty in Nairobi ended without agreement.'],
  ])('%s: %s bears "%s"', (lang, title, text) => expect(refused(lang, title, text)).toBeNull());

  test.each([
    ['ar', 'انفجار في منجم فحم تركي', 'A bomb exploded in a Turkish coal mine.'],
    ['fr', "La Serbie ne vend plus d'acier à la Turquie", 'Turkey stopped selling steel to Serbia.'],
    ['zh', '不丹前首相被判死刑', 'A former prime minister of Bhutan was executed.'],
    ['ar', 'انفجار في إزمير', 'There was an explosion in Antalya.'],
    ['ru', 'Взрыв произошёл в Балтиморе', 'There was an explosion in Boston.'],
  ])('%s: %s does not bear "%s"', (lang, title, text) => expect(refused(lang, title, text)).not.toBeNull());
});

describe('what turns a sentence or names a party, and what does not', () => {
  test.each([
    ['en', 'Moscow says it shot down a drone over Kursk', 'Moscow said it downed a drone over Kursk.'],
    ['es', 'Guerra en Sudán: Chad cierra el paso de Adré', 'Chad closed the Adre crossing.'],
    [
      'de',
      'Vom Militär entmachtet: Nigers Präsident muss gehen',
      "Niger's president must go after being stripped of power by the military.",
    ],
    ['de', 'Drohnen über Hafen: Riga macht Minsk keinen Vorwurf', 'Riga does not blame Minsk for the drones over its port.'],
    ['ar', 'كينيا وأوغندا تتبادلان الاتهامات', 'Kenya and Uganda trade accusations.'],
    ['ar', 'الصومال ترحل موظفين قنصليين إثيوبيين', 'Somalia expelled Ethiopian consulate employees.'],
    ['ar', 'الهلال الأحمر التركي يوزع مساعدات في الصومال', 'The Turkish Red Crescent distributes aid in Somalia.'],
    ['ru', 'При поддержке Руанды повстанцы M23 взяли Букаву', 'The M23 rebels took Bukavu with the support of Rwanda.'],
    ['fr', "Bichkek gèle sa participation à l'OTSC", 'Kyrgyzstan freezes its participation in the CSTO.'],
  ])('%s: %s bears "%s"', (lang, title, text) => expect(refused(lang, title, text)).toBeNull());

  test.each([
    ['en', 'Moscow says it shot down a drone over Kursk', 'Kyiv said it downed a drone over Kursk.'],
    ['de', 'Drohnen über Hafen: Riga macht Minsk keinen Vorwurf', 'Riga blames Minsk for the drones over its port.'],
    ['ar', 'الصومال ترحل موظفين قنصليين إثيوبيين', 'Ethiopia expelled Somali consulate employees.'],
  ])('%s: %s does not bear "%s"', (lang, title, text) => expect(refused(lang, title, text)).not.toBeNull());
});
