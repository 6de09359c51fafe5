// What agencies tell every day: leave given for arms, arms asked for, deeds denied, crowds at home, prisoners swapped, words behind the last dash.
import { describe, expect, test } from 'vitest';
import { readActs as read } from '../../support/vocabulary.js';

const told = (title: string, lang: string) =>
  read(title, lang).map(
    ({ source, action, target, mode }) => `${source ?? '-'} ${action} ${target ?? '-'}${mode === 'done' ? '' : ` ${mode}`}`,
  );

describe('who gives leave for a sale has not delivered', () => {
  test.each([
    ['en', 'US approves sale of missiles to Ukraine', ['US supply_arms UA planned']],
    ['en', 'Washington clears arms sale to Taiwan', ['US supply_arms TW planned']],
    ['es', 'EE UU autoriza venta de armas a Taiwán', ['US supply_arms TW planned']],
    ['fr', 'Washington approuve la vente de missiles à Kiev', ['US supply_arms UA planned']],
    ['de', 'USA genehmigen Verkauf von Raketen an Ukraine', ['US supply_arms UA planned']],
    ['ru', 'США одобрили продажу ракет Украине', ['US supply_arms UA planned']],
    ['zh', '美国批准向乌克兰出售导弹', ['US supply_arms UA planned']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('what is asked for, denied, or told by somebody', () => {
  test.each([
    ['en', 'Kyiv asks Berlin to give it Taurus missiles', ['UA demand DE', 'DE supply_arms UA demanded']],
    ['en', 'Ukraine asks US for Patriot missiles', ['UA demand US', 'US supply_arms UA demanded']],
    ['fr', 'Kiev demande à Paris de lui livrer des missiles', ['UA demand FR', 'FR supply_arms UA demanded']],
    ['en', 'Rwanda denies arming rebels', ['RW deny -', 'RW supply_arms - denied']],
    ['es', 'Ruanda niega haber armado a los rebeldes', ['RW deny -', 'RW supply_arms - denied']],
    ['ru', 'Минск отверг обвинения в обстреле', ['BY deny -', 'BY attack - denied']],
    ['en', 'Ukraine shelled power plant – Kremlin', ['RU accuse UA', 'UA attack RU claimed']],
    ['en', 'Israel killed 40 aid seekers – Hamas', ['HAMAS accuse IL', 'IL attack - claimed']],
    ['en', 'Minister: China helping Russia', ['CN aid RU claimed']],
    ['de', 'Israel soll Hamas-Anführer in Doha getötet haben', ['IL attack HAMAS claimed']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('what agencies tell in few words', () => {
  test.each([
    ['en', 'Thousands protest in Indonesia', ['- protest ID']],
    ['ru', 'Тысячи человек протестуют в Индонезии', ['- protest ID']],
    ['en', 'Hungary drops veto on EU aid to Ukraine', ['HU withdraw_or_yield -']],
    ['en', 'US adds Chinese firms to its sanctions list', ['US sanction CN']],
    ['de', 'USA setzen chinesische Firmen auf Sanktionsliste', ['US sanction CN']],
    ['fr', 'Moscou et Kiev échangent 146 prisonniers', ['RU agree_or_sign UA', 'UA agree_or_sign RU']],
    ['de', 'Russland und Ukraine tauschen 146 Gefangene aus', ['RU agree_or_sign UA', 'UA agree_or_sign RU']],
    ['zh', '俄乌交换146名战俘', ['RU agree_or_sign UA', 'UA agree_or_sign RU']],
    ['fr', 'Frappe attribuée à Israël près de Beyrouth', ['- attack LB']],
    ['fr', "L'Espagne interdit ses ports aux navires livrant des armes à Israël", ['ES restrict IL']],
    ['en', 'Putin says Ukraine deal possible', []],
    ['en', 'Drone attack on Russian refinery sparks fire', ['- attack RU']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('who dies in a blow did not strike it, and a shot of warning strikes nobody', () => {
  test.each([
    ['zh', '胡塞武装总理在以军空袭中丧生', []],
    ['zh', '真主党指挥官在以色列袭击中被打死', []],
    ['zh', '以军空袭加沙致5人死亡', ['IL attack PS']],
    ['zh', '韩国向越境朝鲜士兵鸣枪示警', []],
    ['de', 'Südkorea feuert Warnschüsse auf Soldaten aus dem Norden ab', []],
    ['ru', 'В Иране казнили агента Моссада', []],
    ['es', 'Sheinbaum descarta que EE UU ataque a los carteles en México', []],
    ['es', 'La Flotilla denuncia un ataque con drones frente a Túnez', []],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('who survives, who is pushed, and what is only suspected', () => {
  test.each([
    ['en', "Ecuador's president survives attack on motorcade", ['- attack EC']],
    ['de', 'Präsident Ecuadors überlebt Anschlag auf Konvoi', ['- attack EC']],
    ['en', 'Belarus frees Polish journalist in swap brokered by Washington', ['BY withdraw_or_yield PL', 'US mediate -']],
    ['en', 'Hezbollah warns Beirut against disarming it', ['HEZBOLLAH threaten LB']],
    ['en', 'Lebanon to disarm Hezbollah by year-end', []],
    ['en', 'Ukrainian sabotage suspected in Russian rail blast', []],
    ['en', 'Benin says coup foiled', []],
    ['en', 'Philippines and Vietnam sign coast guard pact', ['PH agree_or_sign VN', 'VN agree_or_sign PH']],
    ['en', 'Court frees Turkish opposition mayor', []],
    ['en', 'Drone downed over Erbil airport blamed on militia', []],
    ['de', 'Auf Druck der USA weist Bahamas kubanische Ärzte aus', ['US coerce BS', 'BS expel CU']],
    ['fr', 'Poussé par Washington, le Panama quitte les Routes de la soie', ['US coerce PA', 'PA withdraw_or_yield -']],
    ['es', 'Maduro acusa a Trinidad de servir a EE UU', []],
    ['es', 'Militares toman el poder en Guinea-Bisáu', ['- seize_or_occupy GW']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});

describe('what concerns somebody meets nobody of them', () => {
  test.each([
    ['en', 'US warns Israel against annexing West Bank', ['US threaten IL']],
    ['en', 'Syrian Druze leader asks Israel for help', []],
    ['en', 'Russia vetoes Sudan resolution', ['RU reject -']],
    ['en', "Hungary blocks Ukraine's EU talks", []],
    ['en', 'Egypt protests to UN over Nile dam', []],
    ['en', 'Activist attacked in Berlin', []],
    ['en', 'Journalist attacked in Kyiv', ['- attack UA']],
    ['en', 'North Korea fires missiles ahead of Trump visit', ['KP mobilise_or_drill -']],
    ['en', 'Iran fires missiles at Israel', ['IR attack IL']],
    ['en', 'US clears $500m sale of jets to Japan', ['US supply_arms JP planned']],
    ['en', 'Xi invites Modi to Beijing', ['CN visit_or_meet IN planned']],
  ])('%s: %s', (lang, title, acts) => expect(told(title, lang)).toEqual(acts));
});
