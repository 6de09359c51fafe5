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

test.each([
  [
    'a claim of responsibility',
    'fr',
    "Attentat à Kaboul revendiqué par l'Etat islamique",
    'Islamic State says it was behind an attack in Kabul.',
  ],
  [
    'a plan that is no hearsay',
    'de',
    'Japan und Südkorea wollen enger zusammenarbeiten',
    'Tokyo and Seoul want to work together more closely.',
  ],
  [
    'a state that is no speaker',
    'de',
    'Moldau: Proeuropäische Partei verteidigt Mehrheit',
    'The pro-European party in Moldova has held on to its majority.',
  ],
  [
    'second that is no "according to"',
    'es',
    'Bolivia: Rodrigo Paz gana la segunda vuelta',
    "Rodrigo Paz came out on top in Bolivia's runoff.",
  ],
  [
    'a noun that is no conditional',
    'es',
    'Haití: pandillas incendian comisaría en Puerto Príncipe',
    'Gangs have torched a police station in the Haitian capital.',
  ],
  ['a name that holds no demand', 'ar', 'طالبان تحظر الإنترنت في خمس ولايات', 'The Taliban have cut off the internet in five provinces.'],
  ['a state with an article', 'de', 'Niederlande weisen russischen Diplomaten aus', 'A Russian diplomat has to leave the Netherlands.'],
  ['who acts in the passive', 'zh', '委内瑞拉扣押一艘特立尼达渔船', 'A fishing boat from Trinidad has been impounded by Venezuela.'],
  [
    'a force of a state',
    'ar',
    'السودان: قوات الدعم السريع تقصف مستشفى في الأبيض',
    'The paramilitary RSF has shelled a hospital in the Sudanese city of El Obeid.',
  ],
  ['a name of two characters', 'zh', '德国总理默茨面临党内反对声浪', "Germany's Merz is facing opposition from inside his own party."],
  [
    'a quarter of the sky',
    'zh',
    '阿富汗北部发生6.3级地震 至少20人遇难',
    'At least 20 people are dead after a magnitude 6.3 tremor in northern Afghanistan.',
  ],
  [
    'an adjective behind a land',
    'de',
    'Libanon: Israelische Drohne tötet Hisbollah-Kommandeur',
    'An Israeli drone has killed a commander of Hezbollah in Lebanon.',
  ],
  [
    'victims that are asked for nothing',
    'de',
    'Großbrand in Hongkonger Hochhaus fordert Dutzende Opfer',
    'Dozens have died in a huge blaze in a Hong Kong tower block.',
  ],
  [
    'who is held in a land',
    'zh',
    '加纳黄金走私案 两名中国公民被捕',
    'Two Chinese nationals are in custody in a gold smuggling case in Ghana.',
  ],
  [
    'a claim to have taken it',
    'fr',
    "Moscou revendique la prise d'une localité près de Pokrovsk",
    'Russia says it has taken a settlement near Pokrovsk.',
  ],
  ['nothing but', 'ar', 'الرئيس اللبناني: لا سلاح إلا بيد الدولة', "Only the state may bear arms, Lebanon's president says."],
  ['a quarter of a land', 'de', 'Israel greift Ziele im Südlibanon an', 'Israel has attacked targets in southern Lebanon.'],
  [
    'who alleges',
    'en',
    'US strikes another alleged drug boat, killing four',
    'Four people died when the US hit one more boat it says was carrying drugs.',
  ],
  [
    'supporters who reject',
    'fr',
    "Nouvelle-Calédonie : les indépendantistes rejettent l'accord",
    'Independence supporters in New Caledonia have rejected the deal.',
  ],
  ['who is suspended from', 'fr', "L'Union africaine suspend Madagascar", 'Madagascar has been suspended from the African Union.'],
  [
    'a name that opens on a vowel',
    'zh',
    '尼泊尔总理奥利在抗议浪潮中辞职',
    "Nepal's Oli has stepped down as prime minister amid a wave of protests.",
  ],
  [
    'nobody suffers',
    'es',
    'Un terremoto de 7,1 sacude el norte de Chile sin causar víctimas',
    'A quake of magnitude 7.1 shook northern Chile, but nobody was hurt.',
  ],
  [
    'a name of several words',
    'zh',
    '欧洲议会否决对冯德莱恩的不信任动议',
    'European lawmakers voted down a motion of no confidence in von der Leyen.',
  ],
  ['lives that are claimed', 'zh', '印度首都爆炸 至少九人死亡', 'An explosion in Delhi has claimed at least nine lives.'],
  ['an exemption', 'ru', 'Венгрия получила от США исключение из санкций', 'Washington has exempted Hungary from sanctions.'],
  ['charges that are brought', 'ru', 'В Баку предъявили обвинения сотрудникам «Спутника»', 'Staff of Sputnik have been charged in Baku.'],
  ['until the end of the year', 'zh', '俄罗斯禁止汽油出口至年底', 'Moscow is keeping its petrol at home until the end of the year.'],
  [
    'whom one is for',
    'de',
    'Rumänien verbietet prorussischem Kandidaten die Teilnahme an der Wahl',
    "A pro-Russian candidate has been barred from Romania's election.",
  ],
])('%s, %s: "%s"', (_, lang, title, truth) => {
  expect(refused(lang, title, truth)).toBeNull();
});

test('who is counted must be who the title counts, whatever belongs to the deed', () => {
  expect(refused('en', 'Two killed as drone hits clinic in Sumy', 'Two doctors were killed by a drone in Sumy.')).not.toBeNull();
});
