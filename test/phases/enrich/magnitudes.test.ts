// Magnitudes are found by pattern, in six languages, and nothing else is taken for one.
import { describe, expect, it } from 'vitest';
import { magnitudesOf } from '../../../phases/enrich/magnitudes.js';
import { readHeadline } from '../../support/read-headline.js';

const plain = (title: string): string[] =>
  readHeadline(title, langOf(title)).figures.map(({ value, unit, what }) => `${value} ${unit} ${what}`);

function langOf(title: string): string {
  if (/\p{Script=Han}/u.test(title)) return 'zh';
  if (/\p{Script=Cyrillic}/u.test(title)) return 'ru';
  if (/\b(?:la UE|en ayuda)\b/iu.test(title)) return 'es';
  if (/\b(?:soldats|aide|morts)\b/iu.test(title)) return 'fr';
  return /\b(?:Soldaten|Euro|Tote|Zölle)\b/u.test(title) ? 'de' : 'en';
}

describe('magnitudes', () => {
  it.each([
    ['Poland sends 1,000 troops to border', ['1000 people troops']],
    ['US to send 3,500 more Marines and 1,200 additional US soldiers', ['3500 people troops', '1200 people troops']],
    ['Berlin verlegt 40 000 Soldaten an die Ostflanke', ['40000 people troops']],
    ['Berlin verlegt 40.000 Soldaten an die Ostflanke', ['40000 people troops']],
    ['La France envoie 2 000 soldats', ['2000 people troops']],
    ['Россия направит 10 тыс. военных', ['10000 people troops']],
    ['俄罗斯部署1万名士兵', ['10000 people troops']],
    ['Grid attack cuts 5 GW of capacity', ['5 GW power']],
    ['EU approves $2bn loan for Kyiv', ['2000000000 USD loan']],
    ['EU billigt 2,5 Milliarden Euro Hilfe für Kiew', ['2500000000 EUR aid']],
    ["L'UE débloque 3 milliards d'euros d'aide", ['3000000000 EUR aid']],
    ['США выделят 400 млн долларов помощи', ['400000000 USD aid']],
    ['La UE aprueba 500 millones de euros en ayuda', ['500000000 EUR aid']],
    ['美国批准20亿美元军售', ['2000000000 USD arms']],
    ['Nine killed in strikes on Kyiv', ['9 people killed']],
    ['Twenty-nine people killed in ferry disaster', ['29 people killed']],
    ['Thirty-one soldiers freed in swap', ['31 people troops']],
    ['A nine-hour ceasefire begins', ['9 hours duration']],
    ['The war has killed 3.5 million, says monitor', ['3500000 people killed']],
    ['Список погибших: 10.03.2026', []],
    ['Russian strike kills at least 12 in Kharkiv', ['12 people killed']],
    ['Russian strike kills nine people in Kharkiv', ['9 people killed']],
    ['Neun Tote nach Angriff auf Kiew', ['9 people killed']],
    ['Une frappe fait neuf morts', ['9 people killed']],
    ['При ударе погибли 9 человек', ['9 people killed']],
    ['袭击造成9人死亡', ['9 people killed']],
    ['Trump sets 25% tariff on steel', ['25 % tariff']],
    ['Zölle von 25 Prozent auf Stahl', ['25 % tariff']],
    ['Sides agree 30-day truce', ['30 days duration']],
    ['Russia fires 120 drones and 14 missiles overnight', ['120 drones drones', '14 missiles missiles']],
  ])('%s', (title, expected) => {
    expect(plain(title)).toEqual(expected);
  });

  it.each([
    'Troops enter town in 2026',
    'On 20 November troops left',
    'G7 leaders meet',
    'F-16 deliveries begin',
    'Talks at 10:30',
    'Article 5 invoked',
  ])('takes nothing from "%s"', (title) => {
    expect(plain(title)).toEqual([]);
  });

  it('merges what several titles say and cites each of them', () => {
    const titles = [
      { titleId: '1', title: 'Nine killed in Kyiv', lang: 'en' },
      { titleId: '2', title: 'Neun Tote in Kiew', lang: 'de' },
      { titleId: '3', title: 'Eleven dead in Kyiv', lang: 'en' },
      { titleId: '4', title: 'At least eleven dead in Kyiv', lang: 'en' },
    ];
    const figured = titles.map(({ titleId, title, lang }) => ({ titleId, figures: readHeadline(title, lang).figures }));
    expect(magnitudesOf(figured)).toEqual([
      { value: 9, unit: 'people', what: 'killed', qualifier: 'exact', cites: ['1', '2'] },
      { value: 11, unit: 'people', what: 'killed', qualifier: 'exact', cites: ['3'] },
      { value: 11, unit: 'people', what: 'killed', qualifier: 'at_least', cites: ['4'] },
    ]);
  });
});
