// Lies that stand close by a headline: the deed that is stopped goes on, the parties are exchanged.
import { expect, test } from 'vitest';
import { checkClaims } from '../../support/evidence.js';

function refused(lang: string, title: string, sentence: string): string | null {
  const sources = [{ id: '1', text: title, outlets: ['Meridian Wire'], lang }];
  return checkClaims([{ field: 'summary', text: sentence, cites: ['1'] }], sources)[0]?.reason ?? null;
}

/** The language, a headline, what it bears, and what it does not. */
type Case = readonly [lang: string, title: string, truth: string, lie: string];

const cases: Record<string, readonly Case[]> = {
  'who bears arms, or what shook the earth': [
    [
      'ar',
      'اليمن: غرق قارب مهاجرين قبالة سواحل شبوة',
      "A boat with migrants on board went down off Yemen's Shabwa coast.",
      'Yemeni coast guards sank a migrant boat off Shabwa.',
    ],
    [
      'ar',
      'أكثر من ثلاثين قتيلا بانهيار أرضي في إندونيسيا',
      'A landslide in Indonesia has killed more than thirty.',
      'An earthquake in Indonesia killed more than thirty.',
    ],
  ],
  'what is let of what is banned': [
    [
      'zh',
      '澳大利亚禁止16岁以下青少年使用社交媒体',
      'Australians younger than 16 are barred from social media.',
      'Australia lets under-16s use social media.',
    ],
    [
      'de',
      'Schweizer stimmen gegen Erbschaftssteuer',
      'Swiss voters have turned down an inheritance tax.',
      'Swiss voters approved an inheritance tax.',
    ],
    [
      'zh',
      '孟加拉前总理哈西娜被缺席判处死刑',
      "Bangladesh's ex-leader Hasina has been sentenced to die in a trial held without her.",
      "Bangladesh's former leader Hasina was executed.",
    ],
  ],
  'what is stopped goes on': [
    [
      'en',
      'Hungary suspends purchases of Azerbaijani gas',
      'Hungary has stopped buying gas from Azerbaijan for now.',
      'Hungary will buy more gas from Azerbaijan.',
    ],
    [
      'de',
      'Indien setzt Käufe von russischem Öl aus',
      'India has suspended its purchases of Russian oil.',
      'India will buy more Russian oil.',
    ],
    [
      'fr',
      'Le Maroc suspend ses achats de blé français',
      'Morocco has suspended purchases of French wheat.',
      'Morocco is buying more French wheat.',
    ],
    [
      'es',
      'Chile suspende la compra de aviones a Israel',
      'Chile has suspended the purchase of aircraft from Israel.',
      'Chile is buying more aircraft from Israel.',
    ],
    [
      'ru',
      'Китай приостановил закупки американской сои',
      'China has suspended purchases of American soybeans.',
      'China is buying more American soybeans.',
    ],
    ['zh', '日本暂停进口巴西鸡肉', 'Japan has suspended imports of Brazilian chicken.', 'Japan is importing more chicken from Brazil.'],
    [
      'ar',
      'الجزائر تعلق استيراد القمح الفرنسي',
      'Algeria has suspended imports of French wheat.',
      'Algeria is importing more French wheat.',
    ],
    [
      'de',
      'Polen verdoppelt Einfuhr von norwegischem Gas',
      'Poland is doubling its imports of Norwegian gas.',
      'Poland has stopped importing Norwegian gas.',
    ],
    [
      'de',
      'Kanada beendet Finanzhilfe für Mali',
      'Canada has ended financial aid to Mali.',
      'Canada will give more financial aid to Mali.',
    ],
    ['zh', '加拿大停止向以色列出售武器', 'Canada has stopped selling arms to Israel.', 'Canada will sell arms to Israel.'],
  ],
  'who and upon whom': [
    [
      'en',
      "Zambia shuts Malawi's border crossing at Mchinji",
      "Zambia has closed Malawi's crossing at Mchinji.",
      "Malawi has closed Zambia's crossing at Mchinji.",
    ],
    [
      'en',
      'Vietnam restricts Cambodian rice',
      'Vietnam has imposed restrictions on Cambodian rice.',
      'Cambodia has imposed restrictions on Vietnamese rice.',
    ],
    [
      'de',
      'Kasachstan stoppt Weizenlieferungen aus Usbekistan',
      'Kazakhstan has stopped wheat deliveries from Uzbekistan.',
      'Uzbekistan has stopped wheat deliveries from Kazakhstan.',
    ],
    [
      'de',
      'Litauen will Grenzübergänge zu Belarus schließen',
      'Lithuania wants to close its crossings to Belarus.',
      'Belarus wants to close its crossings to Lithuania.',
    ],
    [
      'fr',
      'Bamako accuse Alger de soutenir les rebelles',
      'Mali accuses Algeria of supporting rebels.',
      'Algeria accuses Mali of supporting rebels.',
    ],
    [
      'fr',
      'La Tunisie rouvre son consulat à Damas',
      'Tunisia has reopened its consulate in Damascus.',
      'Syria has reopened its consulate in Tunisia.',
    ],
    [
      'es',
      'Perú investiga a mineras chinas por contaminación',
      'Peru is investigating Chinese miners over pollution.',
      'China is investigating Peruvian miners over pollution.',
    ],
    [
      'es',
      'Colombia restringe la entrada de camiones ecuatorianos',
      'Colombia is restricting the entry of Ecuadorian lorries.',
      'Ecuador is restricting the entry of Colombian lorries.',
    ],
    [
      'ru',
      'Армения перестала получать грузинскую электроэнергию',
      'Armenia has stopped receiving Georgian electricity.',
      'Georgia has stopped receiving Armenian electricity.',
    ],
    [
      'ru',
      'Казахстан ограничил ввоз киргизского картофеля',
      'Kazakhstan has restricted imports of Kyrgyz potatoes.',
      'Kyrgyzstan has restricted imports of Kazakh potatoes.',
    ],
    [
      'zh',
      '越南调查印度钢材倾销',
      'Vietnam is investigating dumping of Indian steel.',
      'India is investigating dumping of Vietnamese steel.',
    ],
    [
      'zh',
      '泰国关闭与柬埔寨边境口岸',
      'Thailand has closed border crossings with Cambodia.',
      'Cambodia has closed border crossings with Thailand.',
    ],
    [
      'ar',
      'الأردن يمنع دخول الشاحنات السورية',
      'Jordan is barring Syrian lorries from entering.',
      'Syria is barring Jordanian lorries from entering.',
    ],
    ['ar', 'مصر تحقق مع شركات تركية', 'Egypt is investigating Turkish companies.', 'Turkey is investigating Egyptian companies.'],
  ],
};

for (const [lie, rows] of Object.entries(cases))
  test.each(rows)(`${lie}, %s: "%s"`, (lang, title, borne, notBorne) => {
    expect(refused(lang, title, borne)).toBeNull();
    expect(refused(lang, title, notBorne)).not.toBeNull();
  });

test.each([
  // Who is named second may stand first in a sentence by which nothing is turned.
  ['de', 'Ungarn bestellt Kiews Botschafter ein', "Ukraine's ambassador in Hungary has been summoned."],
  ['de', 'Frankreich liefert Panzer an Polen', 'Poland is getting tanks made in France.'],
  ['es', 'España juzga a un coronel de Guinea', "Guinea's colonel is on trial in Spain."],
  ['ru', 'Польша построит завод для Украины', 'Ukraine will have a plant built for it in Poland.'],
  ['fr', 'Le Japon fête la victoire du Brésil', "Brazil's win has been celebrated in Japan."],
  // What is not stopped goes on beside what is.
  ['en', 'Hungary stops buying Russian gas but will buy Azerbaijani gas', 'Hungary will buy gas from Azerbaijan.'],
  ['en', 'China bans imports of Japanese fish, buys more from Norway', 'China is buying more fish from Norway.'],
  ['en', 'Nigeria ends fuel imports after refinery opens', 'Nigeria no longer imports fuel now that a refinery is open.'],
])('%s: "%s" bears "%s"', (lang, title, sentence) => {
  expect(refused(lang, title, sentence)).toBeNull();
});
