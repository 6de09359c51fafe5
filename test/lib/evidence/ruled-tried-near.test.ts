// Lies that tell a ruling as open, a trial or a plan as the deed, another ware, or a hit of what is only near.
import { expect, test } from 'vitest';
import { checkClaims } from '../../support/evidence.js';

function refused(lang: string, title: string, sentence: string): string | null {
  const sources = [{ id: '1', text: title, outlets: ['Meridian Wire'], lang }];
  return checkClaims([{ field: 'summary', text: sentence, cites: ['1'] }], sources)[0]?.reason ?? null;
}

/** The language, a headline, what it bears, and what it does not. */
type Case = readonly [lang: string, title: string, truth: string, lie: string];

const cases: Record<string, readonly Case[]> = {
  'done of what somebody is tried for': [
    ['es', 'Juzgan a un oficial polaco por espionaje', 'A Polish officer is on trial for spying.', 'A Polish officer spied.'],
    ['zh', '波兰军官被控间谍罪', 'A Polish officer has been charged with spying.', 'A Polish officer spied.'],
  ],
  'lawful of what is unlawful': [
    [
      'ar',
      'محكمة كينية: الترحيل غير قانوني',
      'A Kenyan court says a deportation was unlawful.',
      'A Kenyan court says a deportation was lawful.',
    ],
  ],
  'open of what is ruled': [
    [
      'fr',
      "La justice kényane juge illégale l'expulsion d'un opposant",
      'A Kenyan court found the expulsion of an opponent unlawful.',
      'A Kenyan court will decide on the expulsion of an opponent.',
    ],
    [
      'en',
      'Court rules Kenya police ban unlawful',
      'A Kenyan court found a police ban unlawful.',
      "A court is to decide on Kenya's police ban.",
    ],
    [
      'zh',
      '法院裁定韩国总统逮捕令合法',
      "A court found the arrest warrant for South Korea's president lawful.",
      "A court will decide on the arrest warrant for South Korea's president.",
    ],
  ],
  'who receives from whom': [
    ['fr', "Chypre a reçu des missiles d'Israël", 'Cyprus has received missiles from Israel.', 'Israel has received missiles from Cyprus.'],
  ],
  'another ware': [
    [
      'es',
      'Chile prohíbe importar miel argentina',
      'Chile has banned imports of Argentine honey.',
      'Chile has banned imports of Argentine wine.',
    ],
    [
      'ru',
      'Россия запретила ввоз армянского коньяка',
      'Russia has banned imports of Armenian brandy.',
      'Russia has banned imports of Armenian tomatoes.',
    ],
    [
      'de',
      'China erhebt Zölle auf kanadischen Raps',
      'China is imposing duties on Canadian rapeseed.',
      'China is imposing duties on Canadian pork.',
    ],
    ['zh', '墨西哥对中国鞋类加征关税', 'Mexico has put duties on Chinese footwear.', 'Mexico has put duties on Chinese toys.'],
  ],
  'done of what is planned': [
    [
      'es',
      'Panamá alista la compra de aviones a Brasil',
      'Panama is getting ready to buy aircraft from Brazil.',
      'Panama has bought aircraft from Brazil.',
    ],
  ],
  'done of what is plotted': [
    [
      'zh',
      '贝宁逮捕多名策划政变的军官',
      'Benin has arrested several officers who were plotting a coup.',
      'Officers have seized power in a coup in Benin.',
    ],
    [
      'ar',
      'اعتقال ضباط في غامبيا خططوا لانقلاب',
      'Officers who planned a coup have been arrested in Gambia.',
      'Officers have staged a coup in Gambia.',
    ],
  ],
  'a hit of what it is near': [
    [
      'en',
      'Drone strike near Zaporizhzhia nuclear power plant',
      'A drone has hit close to the Zaporizhzhia nuclear power plant.',
      'A drone hit the Zaporizhzhia nuclear power plant.',
    ],
    [
      'de',
      'Feuer in der Nähe eines Munitionsdepots in Bulgarien',
      'A fire has broken out near a munitions depot in Bulgaria.',
      'A fire blew up a munitions depot in Bulgaria.',
    ],
    [
      'fr',
      "Explosion près d'une école à Kaboul",
      'There was an explosion near a school in Kabul.',
      'An explosion destroyed a school in Kabul.',
    ],
    ['ru', 'Взрыв возле аэропорта Тегерана', "There was an explosion near Tehran's airport.", 'An explosion hit Tehran airport.'],
    ['zh', '德黑兰机场附近发生爆炸', "There was an explosion near Tehran's airport.", 'An explosion hit Tehran airport.'],
    ['ar', 'انفجار قرب مطار طرابلس', 'There was an explosion near Tripoli airport.', 'An explosion hit Tripoli airport.'],
  ],
};

for (const [lie, rows] of Object.entries(cases))
  test.each(rows)(`${lie}, %s: "%s"`, (lang, title, borne, notBorne) => {
    expect(refused(lang, title, borne)).toBeNull();
    expect(refused(lang, title, notBorne)).not.toBeNull();
  });

test.each([
  ['zh', '苹果公司在印度被控垄断', 'Apple has been sued in India over its monopoly.'],
  ['zh', '贝宁逮捕多名策划政变的军官', 'Benin has arrested officers over a coup plot.'],
  ['es', 'Juzgan a un oficial polaco por espionaje', 'A Polish officer is in court over spying.'],
  ['ru', 'В Польше офицера судят за шпионаж', 'An officer is on trial for spying in Poland.'],
  ['fr', 'Emmanuel Macron a reçu Volodymyr Zelensky à Paris', 'Macron has hosted Zelensky in Paris.'],
  ['en', 'Court to rule on illegal Kenya police ban', 'A court is to rule on an illegal police ban in Kenya.'],
  ['en', 'Drone hits hospital near Kharkiv', 'A drone has hit a hospital near Kharkiv.'],
])('%s: "%s" bears "%s"', (lang, title, sentence) => {
  expect(refused(lang, title, sentence)).toBeNull();
});
