// The source's language is believed, until a headline shows that it is not.
import { expect, test } from 'vitest';
import { normalise } from '../../../../lib/feeds/read/identity.js';
import { languagesOf } from '../../../../lib/feeds/read/language.js';

async function told(title: string, prior: string | null): Promise<string | undefined> {
  const [lang] = await languagesOf([{ title, norm: normalise(title), prior }]);
  return lang;
}

test.each([
  ['Mira Sorvino Offers Sweet Tribute To Actor Dad Paul Sorvino', 'en'],
  ['Police Fire Tear Gas, Rubber Bullets At Hong Kong Protesters', 'en'],
  ['Emmanuel Macron meets Olaf Scholz', 'en-GB'],
  ['Real Madrid', 'en'],
  ['China-Restaurant in Linz erobert verlorene Haube zurück', 'de'],
  ['OpenAI launches GPT-7', 'de'],
  ['На МКАД столкнулись семь машин', 'ru'],
  ['特朗普宣布对华加征关税', 'zh-CN'],
  ['首相訪米決定', 'ja'],
])('%s stays %s', async (title, lang) => {
  expect(await told(title, lang)).toBe(lang);
});

test.each([
  ['Президент подписал указ о мобилизации', 'en', 'ru'],
  ['Зеленський заявив про нові удари по Києву', 'ru', 'uk'],
  ['Президент объявил о новых переговорах', 'uk', 'ru'],
  ['特朗普宣布对华加征关税', 'en', 'zh'],
  ['トランプ大統領が訪日', 'zh', 'ja'],
  ['트럼프 대통령 방한', 'en', 'ko'],
  ['الجيش الإسرائيلي يعلن مقتل قائد', 'en', 'ar'],
  ['رئیس جمهور ایران در نشست سازمان ملل', 'ar', 'fa'],
  ['Putin droht mit Atomwaffen im Krieg gegen die Ukraine', 'en', 'de'],
  ['La guerra en Ucrania entra en su segundo año', 'en', 'es'],
  ['Macron annonce un plan de relance pour les régions', 'en', 'fr'],
  ['The president said that he will not attend the summit', 'de', 'en'],
  ['Israel strikes the port of Hodeidah after missile attack', 'ru', 'en'],
])('%s, said to be %s, is %s', async (title, prior, lang) => {
  expect(await told(title, prior)).toBe(lang);
});

test('without anything said the detector decides, and silence is und', async () => {
  expect(await told('Merkel trifft die Minister zu neuen Gesprächen in Berlin', null)).toBe('de');
  expect(await told('2026', null)).toBe('und');
  expect(await told('Merkel trifft die Minister zu neuen Gesprächen', 'no code at all!')).toBe('de');
});
