// What a summary says in its own words of a headline in any language, and the lies that stand close by.
import { expect, test } from 'vitest';
import { checkClaims } from '../../support/evidence.js';

function refused(lang: string, title: string, sentence: string): string | null {
  const sources = [{ id: '1', text: title, outlets: ['Meridian Wire'], lang }];
  return checkClaims([{ field: 'summary', text: sentence, cites: ['1'] }], sources)[0]?.reason ?? null;
}

test.each([
  // Names of states that the gate's vocabulary leaves out, and whom one is for or against.
  ['ru', 'Судно под флагом Панамы село на мель', 'A vessel under the Panamanian flag has run aground.'],
  ['zh', '俄军无人机击中仓库', 'A Russian drone has hit a warehouse.'],
  ['de', 'Antichinesische Proteste in Karatschi', 'There were anti-Chinese protests in Karachi.'],
  ['fr', 'Une milice proiranienne frappe une base en Irak', 'A pro-Iranian militia has hit a base in Iraq.'],
  // Who feels and what makes him feel so, who buys and of whom.
  ['fr', "L'offensive turque en Syrie inquiète Bagdad", "Iraq is worried about Turkey's offensive in Syria."],
  ['es', 'Marruecos compra 18 aviones a Estados Unidos', 'Morocco is purchasing 18 aircraft from the United States.'],
  // "by" behind a noun is no passive.
  ['de', 'Wien verbietet Auftritt serbischer Minister', 'Vienna bans appearances by Serbian ministers.'],
  ['en', 'Ghana protests over Chinese fishing nets', 'Ghana lodged a complaint about the use of fishing nets by the Chinese.'],
  // Who speaks, accuses and denies.
  [
    'de',
    'Trotz Pekings Protest: Litauens Präsident empfängt Taiwans Außenminister',
    "Lithuania's president received Taiwan's foreign minister.",
  ],
  ['de', 'Kolumbiens ELN verkündet Waffenruhe', "Colombia's ELN guerrillas say they will hold their fire."],
  ['ar', 'حماس: إسرائيل تماطل في تنفيذ الاتفاق', 'Hamas accuses Israel of delaying the implementation of the agreement.'],
  ['zh', '韩方：并未向乌克兰提供炮弹', 'South Korea denies having supplied shells to Ukraine.'],
  ['ar', 'الكويت تطرد القائم بالأعمال الإيراني', "The Iranian chargé d'affaires has been told to leave Kuwait."],
  ['en', 'Ghana seizes trawler suspected of spying', 'A trawler thought to have spied was seized by Ghana.'],
  // What is to come.
  ['ru', 'Турция закупит у Британии двадцать истребителей', 'Ankara is buying twenty fighter jets from London.'],
  ['en', 'Macron to visit Hanoi on Tuesday', 'Macron is due in Hanoi on Tuesday.'],
  ['de', 'Xi wird kommende Woche in Budapest erwartet', 'Xi is due to arrive in Budapest next week.'],
  // Numbers, spans and months.
  ['ar', 'عودة 3.5 مليون لاجئ إلى سوريا', 'Three and a half million refugees have returned to Syria.'],
  ['de', 'Weniger als 100 Lastwagen erreichen Gaza', 'Fewer than a hundred trucks are getting through to Gaza.'],
  ['zh', '缅甸军政府宣布12月举行大选', "Myanmar's military rulers say a general election will take place in December."],
  ['zh', '台风袭击越南 十余万人转移', 'A typhoon struck Vietnam and more than a hundred thousand people were moved to safety.'],
  // Small verbs that say what their noun says.
  ['fr', "La Cour suprême enterre le plan d'expulsions", 'The Supreme Court has put an end to the plan for deportations.'],
  ['de', 'Russisches Aufklärungsflugzeug über der Ostsee', 'A Russian reconnaissance plane was seen over the Baltic Sea.'],
  ['de', 'Jordanien wirft Hilfsgüter über Gaza ab', 'Aid was dropped over Gaza by Jordan.'],
  ['ar', 'هجوم سيبراني يعطل بنوكا إيرانية', 'A cyberattack has put Iranian banks out of action.'],
  ['en', 'US says it struck vessel that left Cuba', 'The US military says it hit a boat that had left Cuba.'],
])('%s: "%s" bears "%s"', (lang, title, sentence) => {
  expect(refused(lang, title, sentence)).toBeNull();
});

test.each([
  ['en', 'Chile opens probe into Peruvian copper', 'Peru has opened an investigation into copper from Chile.', /other way round/],
  ['en', 'Court suspends three papers for four weeks', 'A court suspended four papers for three weeks.', /counts another thing/],
  [
    'en',
    'Mines found near the Iranian border',
    'Mines laid by Iranian soldiers were found near the border.',
    /soldiers stands in no cited title/,
  ],
  ['en', 'Police say they foiled an attack in Oslo', 'An attack was foiled by police in Oslo.', /as fact/],
  ['de', 'Marine: Piraten vor Somalia vertrieben', 'Pirates off Somalia were driven away by the navy.', /as fact/],
  ['en', 'Army captures 40 mortars in Kayes', 'The army captured 40 rifles in Kayes.', /rifles/],
  ['fr', 'Athènes redoute un afflux de migrants venus de Libye', 'Libya fears an influx of migrants from Greece.', /./],
  ['es', 'Marruecos compra 18 aviones a Estados Unidos', 'The United States is purchasing 18 aircraft from Morocco.', /./],
  ['ru', 'Турция закупит у Британии двадцать истребителей', 'Turkey has bought twenty fighter jets from Britain.', /not done yet/],
  ['zh', '缅甸军政府宣布12月举行大选', "Myanmar's military rulers say a general election will take place in February.", /February/],
  ['ru', 'Судно под флагом Панамы село на мель', 'A vessel under the Liberian flag has run aground.', /Liberian/],
])('%s: "%s" does not bear "%s"', (lang, title, sentence, reason) => {
  expect(refused(lang, title, sentence)).toMatch(reason);
});

test.each([
  [
    'en',
    'Tokyo protests as coastguard enters waters off disputed islands',
    'Tokyo lodged a protest as a coastguard entered waters off islands both countries claim.',
  ],
  ['zh', '美国取消对叙利亚制裁', 'Washington has done away with its sanctions on Syria.'],
  ['es', 'Guatemala recibe a los primeros deportados', 'The first deportees have arrived in Guatemala.'],
  ['ar', 'العراق يعلن إحباط محاولة لتهريب أسلحة من سوريا', 'Iraq says it prevented weapons from being smuggled in from Syria.'],
  [
    'fr',
    'Séisme en Mongolie : un homme retrouvé vivant après cinq jours',
    'Five days after the earthquake in Mongolia a survivor was found.',
  ],
  ['fr', 'Le Kenya libère une avocate détenue depuis un an', 'A lawyer who had been held for a year has been set free in Kenya.'],
  ['fr', 'Vague de chaleur : Lisbonne ferme ses parcs', "Lisbon's parks are shut because of a heatwave."],
  [
    'es',
    'Rescatan a 12 mineros en Durango tras tres días bajo tierra',
    'Twelve miners who had spent three days underground were saved in Durango.',
  ],
  ['zh', '日本渔民抗议核污水排海', 'Fishermen in Japan are up in arms about radioactive water being released into the sea.'],
])('%s, of a second round: "%s" bears "%s"', (lang, title, sentence) => {
  expect(refused(lang, title, sentence)).toBeNull();
});

test.each([
  ['en', 'Kenya tea farmers smuggle leaves into Uganda', "Uganda's tea farmers smuggle leaves into Kenya.", /what another does/],
  ['en', 'Iceland shuts power plant as volcano erupts again', 'Iceland reopened a power plant after a volcano erupted.', /contrary/],
  ['zh', '孟加拉国前总理被判死刑', "Bangladesh's former prime minister was executed.", /./],
  ['fr', 'Le Kenya libère une avocate détenue depuis un an', 'A lawyer has been jailed for a year in Kenya.', /freeing/],
  ['ar', 'لبنان يبدأ نزع السلاح من المخيمات', 'Camps in Lebanon are being armed.', /./],
  ['ru', 'Сенат США одобрил пошлины против покупателей нефти', 'The US Senate rejected tariffs on buyers of oil.', /contrary/],
  ['fr', 'Grève des éboueurs : Lisbonne ferme ses parcs', "Lisbon's parks are shut because of a heatwave.", /./],
  ['zh', '智利强震已致三人死亡', 'A tsunami killed three people in Chile.', /tsunami/],
])('%s, of a second round: "%s" does not bear "%s"', (lang, title, sentence, reason) => {
  expect(refused(lang, title, sentence)).toMatch(reason);
});
