// Acts that answer others, acts two do to one another, and words that only look like an act: what is certain of them, and no more.
import { describe, expect, test } from 'vitest';
import { readActs as read } from '../../support/vocabulary.js';

const told = (title: string, lang: string) =>
  read(title, lang).map(
    ({ source, action, target, mode }) => `${source ?? '-'} ${action} ${target ?? '-'}${mode === 'done' ? '' : ` ${mode}`}`,
  );

describe('who hits back does what he hits back with', () => {
  test.each([
    ['en', 'China hits back at EU curbs with brandy duties', ['CN sanction EU']],
    ['en', 'Brazil hits back with 50% tariffs on US goods', ['BR sanction US']],
    ['en', 'Mexico hits back at Trump', ['MX condemn US']],
    ['en', 'Iran retaliates against Israel with missile barrage', ['IR attack IL']],
    ['en', 'Israel strikes back at Hezbollah', ['IL attack HEZBOLLAH']],
    ['en', 'China retaliates against US tariffs', []],
    ['de', 'China kontert US-Zölle mit Exportkontrollen', ['CN restrict US']],
    ['de', 'Trump antwortet Russland mit Sanktionen', ['US sanction RU']],
    ['de', 'EU reagiert auf US-Zölle mit Gegenmaßnahmen', []],
    ['ru', 'Китай ответил на тарифы США пошлинами на сою', ['CN sanction US']],
    ['ru', 'Москва ответила на санкции ЕС высылкой дипломатов', ['RU expel EU']],
    ['ru', 'Китай ответил на тарифы США', []],
  ])('%s: %s', (lang, title, acts) => {
    expect(told(title, lang)).toEqual(acts);
  });
});

describe('what two do to one another stands both ways or not at all', () => {
  test.each([
    ['en', 'Israel and Hezbollah exchange fire across Lebanon border', ['IL attack HEZBOLLAH', 'HEZBOLLAH attack IL']],
    ['en', 'Israel trades fire with Hezbollah', ['IL attack HEZBOLLAH', 'HEZBOLLAH attack IL']],
    ['en', 'Clashes between police and protesters in Tbilisi', []],
    ['en', 'Congo and M23 rebels clash near Goma', []],
    ['en', 'Trump clashes with Macron over Gaza', []],
    ['de', 'Indien und Pakistan liefern sich Feuergefechte an der Grenze', ['IN attack PK', 'PK attack IN']],
    ['de', 'Kämpfe zwischen Armee und Rebellen im Kongo', []],
    ['ru', 'Израиль и «Хезболла» обменялись ударами', ['IL attack HEZBOLLAH', 'HEZBOLLAH attack IL']],
    ['ru', 'Столкновения между полицией и демонстрантами в Тбилиси', []],
  ])('%s: %s', (lang, title, acts) => {
    expect(told(title, lang)).toEqual(acts);
  });
});

describe('what comes down near a coast, sails past it or comes from it is not upon it', () => {
  test.each([
    ['en', 'South Korea says North Korean missile landed near maritime border', []],
    ['en', 'Russian missile lands in Poland', []],
    ['en', 'Drones fall on Odesa', ['- attack UA']],
    ['en', 'Pakistan test-fires missile near Indian border', ['PK mobilise_or_drill -']],
    ['en', 'Navy seizes tanker near Iran', []],
    ['en', 'Rebels seize town in eastern Congo', ['- seize_or_occupy CD']],
    ['en', 'US seizes 300 kilos of cocaine from Colombia', ['US seize_or_occupy -']],
    ['en', 'Trump says US attacked boat carrying Venezuelan gang members', ['US attack - claimed']],
    ['de', 'USA beschießen venezolanisches Schmugglerboot', ['US attack -']],
    ['ru', 'США ударили по лодке с наркотиками у берегов Венесуэлы', ['US attack -']],
    ['ru', 'Ракета КНДР упала в Японское море', ['KP mobilise_or_drill -']],
  ])('%s: %s', (lang, title, acts) => {
    expect(told(title, lang)).toEqual(acts);
  });
});

describe('a word has the meaning of its place', () => {
  test.each([
    ['en', "EU blacklists 54 'shadow fleet' vessels", []],
    ['en', 'UN renews call for a truce in Yemen', ['UN demand -']],
    ['en', 'French court orders ex-Congo militia leader to stand trial', ['FR legislate_or_rule FR']],
    ['en', 'Court orders Israel to allow more aid into Gaza', []],
    ['en', 'German prosecutors charge Ukrainian over pipeline blasts', ['DE arrest_or_try -']],
    ['en', "Saudi Arabia and Yemen's Houthis swap prisoners", ['SA agree_or_sign HOUTHIS', 'HOUTHIS agree_or_sign SA']],
    ['en', 'Ukraine hit by wave of drones', ['- attack UA']],
    ['en', 'Guterres condemns detention of UN staff in Yemen', ['UN condemn -']],
    ['ru', 'Газпром прекратил поставки газа', ['RU restrict -']],
  ])('%s: %s', (lang, title, acts) => {
    expect(told(title, lang)).toEqual(acts);
  });
});

describe('whom a leader attacks by name, or a politician, he attacks with words', () => {
  test.each([
    ['en', 'Trump attacks Macron over trade', []],
    ['en', 'Iran attacks Trump over nuclear deal', []],
    ['en', "Trump's attack on Modi angers India", []],
    ['en', 'Ron DeSantis torches Trump', []],
    ['en', 'Putin attacks Kyiv', ['RU attack UA']],
    ['en', 'Israel kills Haniyeh in Tehran', ['IL attack HAMAS']],
    ['de', 'Merz greift Orban an', []],
    ['de', 'Russland greift Kiew an', ['RU attack UA']],
    ['ru', 'Трамп атаковал Макрона', []],
  ])('%s: %s', (lang, title, acts) => {
    expect(told(title, lang)).toEqual(acts);
  });
});

describe('what stands behind a noun tells of it, and a bare verb has the doer before it', () => {
  test.each([
    ['en', 'Guatemala drops law imprisoning women', []],
    ['en', 'More than 500,000 have fled Ukraine since Russia invaded', []],
    ['en', 'Kuwait invaded by Iraq', ['IQ seize_or_occupy KW']],
    ['en', 'Russian missiles hit near Lviv airport', ['RU attack UA']],
    ['en', 'Ukrainian drones shot down over Moscow', []],
    ['en', 'Wake up, NATO, warns Zelensky', []],
    ['en', 'Russia bombs Kyiv, warns NATO', ['RU attack UA', 'RU threaten NATO']],
    ['en', 'Protesters rally against war with Iran', []],
    ['en', 'Philippines lodges protest with China over reef collision', ['PH protest CN']],
    ['en', 'Trump fails to convince Macron', []],
    ['en', 'Trump leaves hospital', []],
    ['en', 'Iran releases British sailors', ['IR withdraw_or_yield GB']],
    ['en', 'Trump is still begging Georgia officials to overturn election', []],
    ['en', 'US sanctions Georgian officials', ['US sanction GE']],
  ])('%s: %s', (lang, title, acts) => {
    expect(told(title, lang)).toEqual(acts);
  });
});

describe('what is said of plans, deals and lands is done to nobody', () => {
  test.each([
    ['en', 'US hits EU with steel, aluminum tariffs', []],
    ['en', 'Ukraine hits Russia with drones', ['UA attack RU']],
    ['en', 'Cuba struck by massive, 7.3 magnitude earthquake', []],
    ['en', 'Trump plans to fire FBI director', []],
    ['en', 'Mike Pence blasted over tweet', ['- condemn US']],
    ['en', 'Trump to violate Iran nuclear deal', []],
    ['en', 'Azerbaijan violates truce with Armenia', ['AZ attack AM']],
    ['en', 'UN warns Russia not to attack Kyiv', ['UN demand RU']],
    ['en', 'Duque vows to change peace deal with FARC', []],
    ['en', 'Afghan bombings injure 120', []],
    ['en', 'Israeli bombing kills five in Gaza', ['IL attack PS']],
  ])('%s: %s', (lang, title, acts) => {
    expect(told(title, lang)).toEqual(acts);
  });
});

describe('the order of German and Russian clauses', () => {
  test.each([
    ['de', 'Serbien wird Kosovo nicht anerkennen', ['RS reject -']],
    ['de', 'Serbien erkennt Kosovo nicht an', ['RS reject -']],
    ['de', 'Trump will Grönland nicht angreifen', ['US reject -']],
    ['de', 'Israel hat Beirut nicht angegriffen', []],
    ['de', 'Deutschland wird Taurus an die Ukraine nicht liefern', ['DE reject -']],
    ['de', 'Moskau will nicht mit Kiew verhandeln', ['RU reject -']],
    ['de', 'Schweden will der Ukraine Panzer liefern', ['SE supply_arms UA planned']],
    ['de', 'Norwegen will Kiew weitere Flugabwehr liefern', ['NO supply_arms UA planned']],
    ['de', 'Israelische Drohnen greifen Ziele im Nordirak an', ['IL attack IQ']],
    ['ru', 'Катар вызвал посла США', ['QA demand US']],
    ['ru', 'После удара по Дохе Катар вызвал посла США', ['- attack QA', 'QA demand US']],
    ['ru', 'Накануне выборов Минск закрыл границу с Польшей', ['BY restrict PL']],
    ['ru', 'После того как Россия обстреляла Киев, Польша подняла авиацию', ['RU attack UA']],
  ])('%s: %s', (lang, title, acts) => {
    expect(told(title, lang)).toEqual(acts);
  });
});

describe('a host, a crowd of outlaws and one under pressure do not do it', () => {
  test.each([
    ['en', 'Oman hosts US-Iran talks', ['US negotiate IR', 'IR negotiate US']],
    ['en', 'Cairo hosts Sudan peace talks', []],
    ['en', 'Trump hosts talks with Xi', []],
    ['en', 'Mexican cartel attacks kill 12 soldiers', []],
    ['en', 'Nigerian bandit raid leaves 10 dead', []],
    ['en', 'Berlin under pressure to halt arms exports to Israel', []],
    ['en', 'World court throws out Sudan case against UAE', ['ICJ reject SD', 'SD accuse AE']],
  ])('%s: %s', (lang, title, acts) => {
    expect(told(title, lang)).toEqual(acts);
  });
});

describe('who stands beside an act has no part in it', () => {
  test.each([
    ['en', 'US and Iran resume talks in Geneva with Oman as mediator', ['US negotiate IR', 'IR negotiate US']],
    ['en', 'Russia strikes port used by Ukraine', ['RU attack -']],
    ['ru', 'Нанесён удар по складу, использовавшемуся ВСУ', []],
    ['ru', 'Минобороны: нанесён удар по причалам, использовавшимся ВСУ в Одессе', []],
    ['en', 'Greek bulk carrier hit by missile off Yemen', []],
    ['en', 'Iran seizes Greek tanker in Gulf', ['IR seize_or_occupy GR']],
    ['de', 'Griechischer Frachter von Rakete getroffen', ['- attack -']],
    ['ru', 'Хуситы взяли на себя ответственность за удар по греческому судну', ['HOUTHIS attack - claimed']],
    ['de', 'Raketen aus dem Libanon schlagen in Haifa ein', ['- attack IL']],
    ['de', 'Pakistan: Taliban greifen Kaserne an', ['TALIBAN attack -']],
    ['en', 'Chad: M23 shells village', ['M23 attack -']],
    ['ru', 'Москва назвала удар по Одессе ответом на атаки Киева', ['- attack UA']],
    ['de', 'Ballon-Angriffe auf Litauen: EU setzt Firmen auf Sanktionsliste', []],
    ['en', 'Colombia suspends ELN peace talks', ['CO withdraw_or_yield ELN']],
  ])('%s: %s', (lang, title, acts) => {
    expect(told(title, lang)).toEqual(acts);
  });
});

describe('brokers are no party, and a base form behind an unknown word is a noun', () => {
  test.each([
    ['en', 'Malaysia brokers Thai-Cambodian truce', ['TH agree_or_sign KH', 'KH agree_or_sign TH']],
    ['en', 'Sweden summons Chinese envoy over cable damage', ['SE demand CN']],
    ['en', 'Moscow summons British envoy over Storm Shadow strike', ['RU demand GB']],
    ['en', 'Ethiopia inaugurates Nile dam', []],
    ['en', 'Latvia summons Russian envoy over buoy theft and antenna sabotage', ['LV demand RU']],
  ])('%s: %s', (lang, title, acts) => {
    expect(told(title, lang)).toEqual(acts);
  });
});

describe('who breaks a truce makes none, and what is lifted may be raised', () => {
  test.each([
    ['en', 'Islamabad accuses Delhi of breaching truce in Kashmir, seeks UN probe', ['PK accuse IN', 'IN attack PK claimed']],
    ['en', 'Hamas accuses Israel of violating ceasefire deal', ['HAMAS accuse IL', 'IL attack HAMAS claimed']],
    ['de', 'Kiew wirft Moskau Verletzung der Waffenruhe vor', ['UA accuse RU', 'RU attack UA claimed']],
    ['en', 'Washington lifts levy on Chinese-built vessels', []],
    ['en', 'US lifts tariffs on Chinese steel', ['US withdraw_or_yield CN']],
    ['de', 'Ukraine legt russische Raffinerie lahm', []],
  ])('%s: %s', (lang, title, acts) => {
    expect(told(title, lang)).toEqual(acts);
  });
});
