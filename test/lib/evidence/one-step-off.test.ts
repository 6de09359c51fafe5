// Lies that are one step off a headline: another person, ware or verdict, another end of it, done where it is only planned.
import { expect, test } from 'vitest';
import { checkClaims } from '../../support/evidence.js';

function refused(lang: string, title: string, sentence: string): string | null {
  const sources = [{ id: '1', text: title, outlets: ['Meridian Wire'], lang }];
  return checkClaims([{ field: 'summary', text: sentence, cites: ['1'] }], sources)[0]?.reason ?? null;
}

/** The language, a headline, what it bears, and what it does not. */
type Case = readonly [lang: string, title: string, truth: string, lie: string];

const cases: Record<string, readonly Case[]> = {
  'policemen for journalists': [
    [
      'fr',
      'Mali : trois journalistes enlevés à Gao',
      'Three journalists were abducted in Gao, Mali.',
      'Three policemen were abducted in Gao, Mali.',
    ],
    ['zh', '尼日利亚两名记者被绑架', 'Two reporters were kidnapped in Nigeria.', 'Two policemen were kidnapped in Nigeria.'],
  ],
  'generals for lawmakers': [
    [
      'es',
      'Bolivia detiene a dos diputados por sedición',
      'Bolivia has arrested two lawmakers for sedition.',
      'Bolivia has arrested two generals for sedition.',
    ],
    ['zh', '土耳其逮捕两名反对派议员', 'Turkey has arrested two opposition lawmakers.', 'Turkey has arrested two generals.'],
  ],
  'steel for silk': [
    ['zh', '印度对中国丝绸征收关税', 'India has put duties on Chinese silk.', 'India has put duties on Chinese steel.'],
    ['fr', "L'Inde taxe la soie chinoise", 'India is taxing Chinese silk.', 'India is taxing Chinese steel.'],
    [
      'de',
      'Indien erhebt Zölle auf chinesische Seide',
      'India is imposing duties on Chinese silk.',
      'India is imposing duties on Chinese steel.',
    ],
  ],
  'fines for duties': [
    [
      'de',
      'EU verhängt Zölle auf chinesische E-Autos',
      'The EU is imposing duties on Chinese electric cars.',
      'The EU is imposing fines over Chinese electric cars.',
    ],
    [
      'es',
      'México impone aranceles al acero chino',
      'Mexico has imposed duties on Chinese steel.',
      'Mexico has imposed fines over Chinese steel.',
    ],
  ],
  'lawful of what is unlawful': [
    [
      'de',
      'Gericht erklärt Abschiebung nach Syrien für rechtswidrig',
      'A court has declared a deportation to Syria unlawful.',
      'A court has declared a deportation to Syria lawful.',
    ],
    [
      'en',
      'Court rules Kenya police ban unlawful',
      "A court ruled Kenya's police ban illegal.",
      "A court ruled Kenya's police ban lawful.",
    ],
    [
      'fr',
      "La justice juge illégale l'expulsion d'un imam malien",
      'A court found the expulsion of a Malian imam unlawful.',
      'A court found the expulsion of a Malian imam legal.',
    ],
    [
      'ru',
      'Суд признал незаконным запрет партии в Молдавии',
      "A court found a party's ban in Moldova unlawful.",
      "A court found a party's ban in Moldova lawful.",
    ],
    [
      'zh',
      '法院裁定菲律宾逮捕行动违法',
      'A court ruled the arrest in the Philippines illegal.',
      'A court ruled the arrest in the Philippines legal.',
    ],
  ],
  'missing of who is found': [
    [
      'en',
      'Missing Nepal climbers found safe',
      'Climbers who were missing in Nepal have been found safe.',
      'Climbers are still missing in Nepal.',
    ],
    [
      'es',
      'Hallan a salvo a los excursionistas desaparecidos en Chile',
      'Hikers who went missing in Chile have been found safe.',
      'Hikers are still missing in Chile.',
    ],
    [
      'fr',
      'Népal : les alpinistes disparus retrouvés sains et saufs',
      'Climbers who went missing in Nepal have been found safe.',
      'The climbers in Nepal remain missing.',
    ],
    ['zh', '尼泊尔失踪登山者平安获救', 'Climbers missing in Nepal have been rescued.', 'Climbers in Nepal are still missing.'],
  ],
  'rescued of who is trapped': [
    ['de', 'Zwölf Bergleute in Chile eingeschlossen', 'Twelve miners are trapped in Chile.', 'Twelve miners have been rescued in Chile.'],
  ],
  'dead of who is alive': [
    ['es', 'Rescatan con vida a un minero en Perú', 'A miner was rescued alive in Peru.', 'A miner was found dead in Peru.'],
    ['de', 'Bergmann in Peru lebend gerettet', 'A miner was rescued alive in Peru.', 'A miner was found dead in Peru.'],
  ],
  'ratified of what is put off': [
    [
      'de',
      'Ungarn verschiebt Ratifizierung von Schwedens Beitritt',
      "Hungary has postponed ratifying Sweden's accession.",
      "Hungary has ratified Sweden's accession.",
    ],
    ['zh', '匈牙利推迟批准瑞典入约', "Hungary has delayed approving Sweden's accession.", "Hungary has ratified Sweden's accession."],
    ['ru', 'Венгрия отложила ратификацию договора', 'Hungary has postponed ratification of a treaty.', 'Hungary has ratified a treaty.'],
  ],
  'built of what is planned': [
    ['es', 'Ecuador proyecta construir una cárcel', 'Ecuador plans to build a prison.', 'Ecuador has built a prison.'],
  ],
  'done of what somebody is tried for': [
    [
      'fr',
      'Un officier polonais jugé pour espionnage au profit de la Russie',
      'A Polish officer is on trial for spying for Russia.',
      'A Polish officer spied for Russia.',
    ],
    [
      'de',
      'Polnischer Offizier wegen Spionage für Russland angeklagt',
      'A Polish officer has been charged with spying for Russia.',
      'A Polish officer spied for Russia.',
    ],
  ],
  'done of what is prepared': [
    [
      'ru',
      'В Армении задержаны шестеро за подготовку переворота',
      'Six people were detained in Armenia for preparing a coup.',
      'Six people overthrew the government in Armenia.',
    ],
  ],
  'a pardon of a release': [
    [
      'es',
      'Liberan a un periodista en Venezuela',
      'A journalist has been freed in Venezuela.',
      "Venezuela's president pardoned a journalist.",
    ],
    ['fr', 'Une militante libérée au Niger', 'An activist was freed in Niger.', "Niger's president pardoned an activist."],
    ['ru', 'В Белоруссии освобождён журналист', 'A journalist was released in Belarus.', 'The president of Belarus pardoned a journalist.'],
    ['zh', '缅甸释放两名记者', 'Myanmar has released two journalists.', "Myanmar's president has pardoned two journalists."],
  ],
};

for (const [lie, rows] of Object.entries(cases))
  test.each(rows)(`${lie}, %s: "%s"`, (lang, title, borne, notBorne) => {
    expect(refused(lang, title, borne)).toBeNull();
    expect(refused(lang, title, notBorne)).not.toBeNull();
  });

test.each([
  ['ru', 'В Армении задержаны шестеро за подготовку переворота', 'Six people accused of plotting a coup were held in Armenia.'],
  ['de', 'Polnischer Offizier wegen Spionage für Russland angeklagt', 'Prosecutors have charged a Polish officer with spying for Russia.'],
  ['fr', 'Un officier polonais jugé pour espionnage au profit de la Russie', 'A Polish officer is being tried for spying for Russia.'],
  ['de', 'Tote aus dem Meer vor Libyen geborgen', 'Bodies have been recovered from the sea off Libya.'],
  ['ru', 'Лукашенко помиловал журналиста', 'Lukashenko freed a journalist.'],
  ['en', 'Two climbers found safe in Nepal, another still missing', 'A climber is still missing in Nepal.'],
])('%s: "%s" bears "%s"', (lang, title, sentence) => {
  expect(refused(lang, title, sentence)).toBeNull();
});
