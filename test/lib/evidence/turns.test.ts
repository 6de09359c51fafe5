import { describe, expect, test } from 'vitest';
import { checkClaims } from '../../support/evidence.js';

/** Why a sentence does not stand on a title; null when it stands. */
function refused(lang: string, text: string, sentence: string): string | null {
  return checkClaims([{ field: 'fact', text: sentence }], [{ id: '1', text, outlets: ['Harbour Post'], lang }])[0]?.reason ?? null;
}

describe('a sentence is refused', () => {
  test.each([
    [
      'who is only blamed does it',
      'en',
      'GPS of Finnish plane jammed; Helsinki suspects Russia',
      'Russia jammed the GPS of a Finnish plane.',
      /doubt|only blame/,
    ],
    [
      'told as done what is not',
      'en',
      "Spain's premier survives vote and will not resign",
      "Spain's prime minister resigned after a vote.",
      /negate/,
    ],
    [
      'done in spite of a ban',
      'es',
      'Chile: un juez prohíbe al exministro salir del país',
      'The former minister left Chile despite a ban.',
      /in spite/,
    ],
    [
      'a ban refused that is made',
      'de',
      'Berlin verbietet Demonstration der Gewerkschaft',
      'Berlin turned down a ban on a demonstration of the union.',
      /refused/,
    ],
    [
      'until for from',
      'de',
      'Norwegen verlegt ab 2027 Soldaten nach Litauen',
      'Norway keeps soldiers in Lithuania until 2027.',
      /contrary/,
    ],
    [
      'whose border is near acts',
      'en',
      'Chad army convoy ambushed near Sudanese border, six soldiers dead',
      'Sudanese troops ambushed a Chadian convoy.',
      /nobody is named for/,
    ],
    ['a father for his son', 'en', "Peru arrests ex-president's son", 'Peru arrests a former president.', /somebody else/],
    [
      'who survives dies',
      'en',
      'Ghana opposition leader survives shooting that kills two aides',
      "Ghana's opposition leader was shot dead.",
      /survives/,
    ],
    ['whence for whither', 'ar', 'مصر ترسل أسلحة إلى السودان', 'Egypt sent weapons from Sudan.', /other end/],
    ['a record the other way', 'en', 'Egyptian pound hits record low', 'The Egyptian pound hit a record high.', /contrary/],
    [
      'who has yet to confirm it says it',
      'en',
      'Talks resume, Kinshasa says; M23 yet to confirm',
      'M23 says that talks resume.',
      /lets M23 say|negates/,
    ],
    ['another season', 'en', 'Kosovo calls snap election for spring', 'Kosovo calls a snap election for autumn.', /autumn/],
    ['a plane is no plan', 'en', 'Plane to fly aid to Gaza, UN says', 'A plane flew aid to Gaza.', /./],
  ])('%s', (_, lang, title, sentence, reason) => {
    expect(refused(lang, title, sentence)).toMatch(reason);
  });
});

describe('a sentence stands', () => {
  test.each([
    [
      'no fewer than',
      'ru',
      'В Мали взорвали рынок: не менее девяти погибших',
      'At least nine people died when a market in Mali was blown up.',
    ],
    ['a Russian noun is no verb to come', 'ru', 'Эрдоган прибыл на саммит в Казань', 'Erdogan arrived at a summit in Kazan.'],
    ['the North', 'en', 'Seoul offers Pyongyang talks', 'South Korea offers talks to the North.'],
    [
      'an agency of the United Nations',
      'fr',
      "L'AIEA n'a pas accès au site de Fordo",
      "The UN's nuclear watchdog has no access to the Fordow site.",
    ],
    [
      'who says it in the clause before',
      'en',
      "Peru's premier survives revolt, says he will stay",
      'The Peruvian prime minister says he will stay after a revolt.',
    ],
    ['who buys and who sells', 'en', 'Norway to buy 12 F-35 jets from US', 'Norway intends to buy twelve American F-35 jets.'],
    [
      'what is twice denied',
      'en',
      'Mahama: no plan to drop border fence despite protests',
      "Ghana's president says the border fence will go ahead despite protests.",
    ],
    [
      'both halves of an adjective',
      'fr',
      'Des agriculteurs bloquent la frontière franco-italienne',
      'Farmers are blocking the border between France and Italy.',
    ],
    ['the Arabic dual', 'ar', 'قتلى في اشتباكات بين قبيلتين في دارفور', 'People were killed in clashes between two tribes in Darfur.'],
    ['a span in another measure', 'fr', 'Le Togo interdit les drones pendant 90 jours', 'Togo bans drones for three months.'],
    ['half a dozen', 'de', 'Dänemark weist sechs Diplomaten aus', 'Denmark expels half a dozen diplomats.'],
    ['hearsay', 'de', 'Söldner sollen in Mali zwölf Hirten getötet haben', 'Mercenaries are said to have killed twelve herders in Mali.'],
    ['a verb that parts', 'de', 'Merz sagt Treffen mit Orban ab', 'Merz cancelled a meeting with Orban.'],
    ['a weapon in another script', 'ru', 'Киев просит Томагавки у США', 'Kyiv asks the United States for Tomahawks.'],
    ['a trio', 'en', 'Baltic trio closes airspace to Belarus', 'Three Baltic states closed their airspace to Belarus.'],
    [
      'what the headline is about stands before a colon',
      'de',
      'Haftbefehl gegen Netanjahu: Orban lädt ihn ein',
      'Orban invites Netanyahu, against whom there is an arrest warrant.',
    ],
    [
      'an organisation under its full name',
      'ru',
      'Баку не поедет на саммит СНГ',
      'Azerbaijan will not go to a summit of the Commonwealth of Independent States.',
    ],
  ])('%s', (_, lang, title, sentence) => {
    expect(refused(lang, title, sentence)).toBeNull();
  });
});

test('a word of another outlet is its own', () => {
  const titles = [
    { id: '1', text: 'Slowenien verbietet Ministern die Einreise', outlets: ['Abendblatt'], lang: 'de' },
    { id: '2', text: "Ljubljana's latest stunt against ministers", outlets: ['Redoubt Online'], lang: 'en' },
  ];
  const reason = (text: string) => checkClaims([{ field: 'fact', text }], titles)[0]?.reason ?? null;
  expect(reason('Abendblatt speaks of a stunt against ministers.')).toMatch(/stunt/);
  expect(reason('Redoubt Online speaks of a stunt against ministers.')).toBeNull();
});
