// Acts in the words of newspapers: blows, blame, refusals, retreats and phone calls, in all seven languages.
import { expect, test } from 'vitest';
import { readActs as read } from '../../support/vocabulary.js';

const told = (title: string, lang: string) =>
  read(title, lang).map(
    ({ source, action, target, mode }) => `${source ?? '-'} ${action} ${target ?? '-'}${mode === 'done' ? '' : ` ${mode}`}`,
  );

test.each([
  ['en', 'Tehran voices outrage over German remarks', ['IR condemn DE']],
  ['en', 'Takaichi wins Japan leadership vote', ['JP appoint_or_elect -']],
  ['en', 'Kremlin dismisses reports of Putin-Zelensky summit', ['RU deny -']],
  ['en', 'Canada punishes Russian oligarchs', ['CA sanction RU']],
  ['en', 'NATO beefs up eastern flank', ['NATO mobilise_or_drill -']],
  ['en', 'US imposes visa bans on Brazilian judges', ['US sanction BR']],
  ['en', "Hackers leak Iranian officials' data", ['- cyber IR']],
  ['en', 'US and China strike rare earths deal', ['US agree_or_sign CN', 'CN agree_or_sign US']],
  ['en', 'Bolivia swings right as Paz wins run-off', ['BO appoint_or_elect -']],
  ['de', 'Modi trotzt Trump beim Öl', ['IN reject US']],
  ['de', 'Türkei kauft Flüssiggas aus den USA', ['TR trade_deal US', 'US trade_deal TR']],
  ['de', 'USA entziehen Kolumbiens Präsident das Visum', ['US restrict CO']],
  ['de', 'Hacker legen Server der Regierung in Rom lahm', ['- cyber IT']],
  ['de', 'Chinas Küstenwache setzt Wasserwerfer gegen philippinische Boote ein', ['CN attack PH']],
  ['de', 'Ungarn legt Veto gegen Ukraine-Beitritt ein', ['HU reject UA']],
  ['de', 'Iran präsentiert neue Rakete', ['IR mobilise_or_drill -']],
  ['de', 'Türkei hebt Mossad-Ring aus', ['TR arrest_or_try -']],
  ['de', 'Algerien friert Handel mit Spanien ein', ['DZ restrict ES']],
  ['fr', 'Modi tient tête à Trump', ['IN reject US']],
  ['fr', "Washington approuve une vente d'armes à Taïwan", ['US supply_arms TW planned']],
  ['fr', 'Les députés français votent la suspension de la réforme', ['FR legislate_or_rule -']],
  ['fr', "La Norvège promet 8 milliards à l'Ukraine", ['NO aid UA planned']],
  ['fr', "Trump s'en prend à Zelensky", ['US condemn UA']],
  ['fr', "L'Iran balaie les accusations de Berlin", ['IR deny -']],
  ['fr', 'Le Congrès péruvien destitue la présidente Boluarte', ['PE appoint_or_elect -']],
  ['fr', 'Alger gèle ses échanges avec Madrid', ['DZ restrict ES']],
  ['fr', 'Pékin durcit ses contrôles sur les terres rares', ['CN restrict -']],
  ['es', 'Trump quiere hacerse con Groenlandia', ['US seize_or_occupy GL planned']],
  ['es', 'Túnez condena a opositores a largas penas de cárcel', ['TN arrest_or_try -']],
  ['es', 'París reitera su apoyo a Kiev', ['FR support_or_recognise UA']],
  ['es', 'Teherán exhibe un nuevo misil', ['IR mobilise_or_drill -']],
  ['es', 'Irán no volverá a negociar', ['IR reject -']],
  ['es', 'Explosiones sacuden Teherán', ['- attack IR']],
  ['es', 'Turquía compra gas a Estados Unidos', ['TR trade_deal US', 'US trade_deal TR']],
  ['es', 'Kiev reclama más defensa antiaérea', ['UA demand -']],
  ['ru', 'Тегеран отверг обвинения Берлина', ['IR deny -']],
  ['ru', 'ЕС снял санкции с Сирии', ['EU withdraw_or_yield SY']],
  ['ru', 'Конгресс Перу отправил в отставку президента Болуарте', ['PE appoint_or_elect -']],
  ['ru', 'Российские войска наступают на Покровск', ['RU attack UA']],
  ['ru', 'Россия выпустила по Украине 400 дронов', ['RU attack UA']],
  ['ru', 'МИД РФ назвал заявление Макрона провокацией', ['RU condemn FR']],
  ['ru', 'Рубио и Лавров провели телефонный разговор', ['US negotiate RU', 'RU negotiate US']],
  ['ru', 'Китай ужесточил контроль за экспортом редкоземельных металлов', ['CN restrict -']],
  ['ru', 'Трамп выдвинул ультиматум ХАМАС', ['US threaten HAMAS']],
  ['zh', '欧盟拟弃用俄罗斯天然气', ['EU restrict RU planned']],
  ['zh', '习近平致电祝贺卢卡申科', ['CN support_or_recognise BY']],
  ['zh', '北约加强东翼防御', ['NATO mobilise_or_drill -']],
  ['zh', '中国黑客入侵美国财政部', ['CN cyber US']],
  ['zh', '日本抗议中国军机雷达照射', ['JP protest CN', 'CN mobilise_or_drill -']],
  ['zh', '中国海警对菲船使用水炮', ['CN attack PH']],
  ['zh', '美航母驶向伊朗附近海域', ['US mobilise_or_drill -']],
  ['zh', '德国怀疑俄罗斯操纵无人机', ['DE accuse RU']],
  ['zh', '俄军向红军城推进', ['RU attack UA']],
  ['ar', 'تركيا تفكك شبكة للموساد', ['TR arrest_or_try -']],
  ['ar', 'باريس تجدد دعمها لكييف', ['FR support_or_recognise UA']],
  ['ar', 'واشنطن تلغي تأشيرة الرئيس الكولومبي', ['US restrict CO']],
  ['ar', 'فرنسا تسحب آخر جنودها من السنغال', ['FR withdraw_or_yield SN']],
  ['ar', 'موسكو تسخر من جدار المسيرات الأوروبي', ['RU condemn EU']],
  ['ar', 'الجزائر تجمد التجارة مع إسبانيا', ['DZ restrict ES']],
  ['ar', 'اتصال هاتفي بين بوتين وترامب', ['RU negotiate US', 'US negotiate RU']],
  ['ar', 'الناتو يعزز جناحه الشرقي', ['NATO mobilise_or_drill -']],
  ['ar', 'روسيا وبيلاروسيا تبدآن مناورات زاباد', ['RU mobilise_or_drill -', 'BY mobilise_or_drill -']],
])('%s: %s', (lang, title, acts) => {
  expect(told(title, lang)).toEqual(acts);
});

test.each([
  ['en', 'Israel accuses Iran of bombing Iraq', ['IL accuse IR', 'IR attack IQ claimed']],
  ['en', 'Quito accuses Lima of arming rebels', ['EC accuse PE', 'PE supply_arms - claimed']],
  ['fr', "Quito accuse Lima d'armer des rebelles", ['EC accuse PE', 'PE supply_arms - claimed']],
  ['zh', '厄瓜多尔指责秘鲁武装叛军', ['EC accuse PE', 'PE supply_arms - claimed']],
  ['en', "UAE rejects claim it armed Sudan's RSF", ['AE deny -', 'AE supply_arms RSF denied']],
])('what one is charged with or denies is told of him: %s: %s', (lang, title, acts) => {
  expect(told(title, lang)).toEqual(acts);
});

test.each([
  ['de', 'Russischer Priester wegen Spionage verurteilt', ['- arrest_or_try -']],
  ['en', 'India sends relief to quake-hit Afghanistan', ['IN aid AF']],
  ['en', 'Customs seizes 40 kilos of cocaine in Peru', []],
  ['fr', 'Kharkiv : un immeuble touché par un drone', ['- attack UA']],
  ['en', 'Germany rejects Snowden claim it bowed to NSA', ['DE reject -']],
  ['fr', "Sommet de l'OCS en Chine : nouvel ordre", []],
  ['en', 'Hamas accepts truce', ['HAMAS agree_or_sign -']],
  ['en', 'Iran rejects ultimatum', ['IR reject -']],
  ['fr', "L'armée nigériane tue 50 combattants de Boko Haram", ['NG attack BOKO-HARAM']],
  ['en', 'Xi receives Kim in Beijing', ['CN visit_or_meet KP']],
])('no blow, no verdict and no visit that is none: %s: %s', (lang, title, acts) => {
  expect(told(title, lang)).toEqual(acts);
});

test.each([
  ['de', 'Ungarns Veto gegen EU-Hilfe für Kiew bleibt', ['HU reject EU']],
  ['zh', '泰国向柬埔寨移交被俘士兵', []],
  ['zh', '塔利班与巴基斯坦边境交火', ['TALIBAN attack PK', 'PK attack TALIBAN']],
  ['ru', 'Баку передал Еревану двух пленных', ['AZ withdraw_or_yield AM']],
])('what is vetoed or handed back is not given: %s: %s', (lang, title, acts) => {
  expect(told(title, lang)).toEqual(acts);
});

test.each([
  ['en', "Sudan's RSF accepts truce", ['RSF agree_or_sign -']],
  ['en', "Syria's SDF accepts truce", []],
  ['en', "Mozambique's Renamo accepts truce", []],
  ['en', "Ukraine's SBU strikes airfield", ['UA attack -']],
  ['de', 'Armenischer Erzbischof wegen Putschplänen verurteilt', ['- arrest_or_try -']],
  ['de', 'EU verurteilt Russland wegen Angriffs auf Odessa', ['EU condemn RU', '- attack UA']],
])('an armed rival of a state is not the state, a sentence no criticism: %s: %s', (lang, title, acts) => {
  expect(told(title, lang)).toEqual(acts);
});

test.each([
  ['fr', 'Les drones de Moscou frappent Odessa', ['RU attack UA']],
  ['fr', 'Les drones du Hezbollah frappent Haïfa', ['HEZBOLLAH attack IL']],
  ['es', 'Los drones de Moscú golpean Odesa', ['RU attack UA']],
  ['it', 'I droni di Mosca colpiscono Odessa', ['RU attack UA']],
  ['fr', 'Les roquettes de Gaza frappent Sderot', ['- attack IL']],
  ['de', 'Raketen aus dem Libanon treffen Haifa', ['- attack IL']],
])('arms are their owner’s, and of nobody where only whence they come is told: %s: %s', (lang, title, acts) => {
  expect(told(title, lang)).toEqual(acts);
});

test.each([
  ['Hamas spokesman killed in air strike, Israel claims', ['- attack HAMAS claimed']],
  ['Iran attacked Turkey, Israel claims', ['IR attack TR claimed']],
  ['Iran rejects Israel claims', ['IR reject IL']],
  ['EU condemns torching of Bamako church', ['EU condemn -']],
  ['EU condemns flattening of village in Mali', ['EU condemn -']],
  ['Egypt slams the raiding of school in Gaza', ['EG condemn -']],
  ['UN condemns seizing of aid ship', ['UN condemn -']],
  ['France mourns torching of church in Mali', ['- attack ML']],
  ['France investigates torching of church in Mali', ['- attack ML']],
  ['Pentagon weighs pulling troops out of Romania', ['US withdraw_or_yield RO planned']],
  ['EU condemns China’s burning of Tibet temple', ['EU condemn CN']],
])('who claims at the end says it, and where a deed was done is not condemned: %s', (title, acts) => {
  expect(told(title, 'en')).toEqual(acts);
});
