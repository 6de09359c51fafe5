// What belongs to a deed may be told of it, what turns it or tells another may not; names are heard through Chinese characters.
import { expect, test } from 'vitest';
import { checkClaims } from '../../support/evidence.js';

function refused(lang: string, title: string, sentence: string): string | null {
  const sources = [{ id: '1', text: title, outlets: ['Meridian Wire'], lang }];
  return checkClaims([{ field: 'summary', text: sentence, cites: ['1'] }], sources)[0]?.reason ?? null;
}

/** Of what, the language, a headline, what it bears, and what it does not. */
type Case = readonly [what: string, lang: string, title: string, truth: string, lie: string];

const cases: readonly Case[] = [
  [
    'a plot',
    'zh',
    '古巴指责美国策划政变',
    'Havana accused Washington of scheming to topple its government.',
    'Washington accused Havana of scheming to topple its government.',
  ],
  [
    'a pardon',
    'ru',
    'Лукашенко помиловал тридцать политзаключённых',
    'Lukashenko granted pardons to 30 people jailed on political grounds.',
    'Lukashenko had thirty political prisoners executed.',
  ],
  [
    'a ban of an airspace',
    'fr',
    "L'Algérie interdit son espace aérien aux avions français",
    'Algiers has closed its skies to French planes.',
    'France bans Algerian planes from its airspace.',
  ],
  [
    'an arrest',
    'ar',
    'تركيا تعتقل رئيس بلدية معارض بتهمة الفساد',
    'Turkish authorities detained an opposition mayor on graft charges.',
    'A Turkish opposition mayor accuses the government of corruption.',
  ],
  [
    'a contract that is cancelled',
    'es',
    'Panamá cancela el contrato de una minera canadiense',
    'A Canadian mining company has lost its contract in Panama.',
    'A Canadian mining company signed a contract in Panama.',
  ],
  [
    'a participle',
    'de',
    'Österreichs Kanzler tritt nach gescheiterten Koalitionsgesprächen zurück',
    "Austria's chancellor is quitting after coalition negotiations broke down.",
    "Austria's chancellor stays in office after successful coalition talks.",
  ],
  [
    'a name',
    'zh',
    '缅甸军方空袭克钦村庄 包括儿童在内17人丧生',
    "Seventeen people, among them children, died when Myanmar's military bombed a village in Kachin from the air.",
    "Seventeen people, among them children, died when Myanmar's military bombed a village in Rakhine from the air.",
  ],
  [
    'a date that nobody knows',
    'fr',
    'Tchad : la junte reporte les élections à une date inconnue',
    "Chad's military rulers have put off the elections indefinitely.",
    "Chad's military rulers have brought the elections forward.",
  ],
];

test.each(cases)('%s, %s: "%s"', (_, lang, title, truth, lie) => {
  expect(refused(lang, title, truth)).toBeNull();
  expect(refused(lang, title, lie)).not.toBeNull();
});

test('who is counted must be who the title counts, whatever belongs to the deed', () => {
  expect(refused('en', 'Two killed as drone hits clinic in Sumy', 'Two doctors were killed by a drone in Sumy.')).not.toBeNull();
});
