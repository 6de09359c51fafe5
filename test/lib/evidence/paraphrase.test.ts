// Freer sentences: what they say in other words stands, and the words by which a headline is turned do not.
import { expect, test } from 'vitest';
import { checkClaims } from '../../support/evidence.js';

function refused(lang: string, title: string, sentence: string): string | null {
  const sources = [{ id: '1', text: title, outlets: ['Meridian Wire'], lang }];
  return checkClaims([{ field: 'summary', text: sentence, cites: ['1'] }], sources)[0]?.reason ?? null;
}

test.each([
  [
    'de',
    'Regierung in Berlin genehmigt Lieferung von Panzern an Litauen',
    'Berlin has given the green light for tanks to be delivered to Lithuania.',
  ],
  ['de', 'Minister schließt Abgabe von Marschflugkörpern weiter aus', 'A minister still refuses to hand over cruise missiles.'],
  [
    'de',
    'Syrien: Übergangsregierung setzt Parlamentswahl für Oktober an',
    "Syria's transitional government has scheduled a parliamentary election.",
  ],
  [
    'de',
    'Ägypten lässt norwegischen Journalisten nach Wochen Haft ausreisen',
    'A Norwegian reporter was able to leave Egypt after being held for weeks.',
  ],
  ['fr', "L'opposant Kemara condamné à 20 ans de prison", 'An opposition figure got twenty years behind bars.'],
  ['fr', "Rome autorise l'ouverture d'un nouveau port", 'Rome has given permission for a new port to open.'],
  ['fr', 'Incendies en Grèce : plus de 2 000 pompiers mobilisés', 'Over two thousand firefighters are in action against fires in Greece.'],
  ['fr', "La Norvège ne vend plus d'armes à Israël", 'Norway has stopped selling arms to Israel.'],
  ['en', 'EU fines Indian drugmaker 90 million euros', 'A drugmaker from India has to pay the European Union 90 million euros.'],
  ['en', 'Norway lets US station bombers at northern base', 'The United States may station bombers at a base in the north of Norway.'],
  ['en', 'Kenya sentences blogger to prison', 'A blogger has to go to prison in Kenya.'],
  [
    'en',
    'Hunt for missing trawler called off, says coast guard',
    'The coast guard says the search for the missing trawler has been abandoned.',
  ],
  ['zh', '德国派兵马里 协助撤离侨民', 'Germany has sent troops to Mali to help evacuate its citizens.'],
  ['zh', '越南将煤炭出口禁令延长半年', 'Vietnam has prolonged its ban on coal exports by six months.'],
  ['de', 'Schweden nimmt gesuchten Libyer fest und schiebt ihn ab', 'A wanted Libyan was arrested by Sweden and then deported.'],
  ['fr', 'Togo : le général Oligo élu président', 'General Oligo has won the presidency of Togo.'],
  ['ar', 'الأمم المتحدة: نصف سكان الصومال يواجهون الجوع', 'One in two people in Somalia goes hungry, the United Nations says.'],
  ['en', 'IMF cuts growth forecast for Kenya to 4.1 percent', 'The IMF expects the economy of Kenya to grow by 4.1 percent.'],
  ['zh', '两朝韩代表恢复会谈', 'North and South Korea are holding talks again.'],
])('of a headline in %s "%s" it may be said: %s', (lang, title, sentence) => {
  expect(refused(lang, title, sentence)).toBeNull();
});

test.each([
  [
    'asked for is not done',
    'fr',
    'Le pape appelle Managua à libérer deux évêques',
    'Managua freed two bishops after an appeal by the pope.',
  ],
  ['refused is not done', 'zh', '荷兰首相拒绝访问神社', 'The prime minister of the Netherlands visits a shrine.'],
  ['ruled out is not done', 'de', 'Minister schließt Abgabe von Marschflugkörpern weiter aus', 'A minister hands over cruise missiles.'],
  ['another says it', 'fr', "Selon Kampala, l'Éthiopie soutient les rebelles", 'Ethiopia supports the rebels.'],
  ['who wins is not told', 'en', 'Ghana holds runoff between senator and former president', 'A former president won the runoff in Ghana.'],
  ['a pact is struck', 'en', 'Fiji strikes security pact with Canberra', 'Fiji ended its security pact with Australia.'],
  ['a strike is no end of it', 'de', 'Streik der Piloten legt Flugverkehr lahm', 'Pilots end their strike.'],
  ['nobody leaves', 'de', 'Rotes Kreuz: Lage in El Fascher katastrophal', 'The Red Cross has left El Fasher.'],
  ['nothing is called off', 'es', 'Sindicatos peruanos convocan huelga general', "Peru's unions have called off a general strike."],
  ['a half is no double', 'en', 'Agency halves rations for refugees in Chad', 'The agency doubled rations for refugees in Chad.'],
  ['troops at a border have not crossed it', 'en', 'Ethiopian troops mass on Eritrean border', 'Ethiopian troops crossed into Eritrea.'],
  ['a drone is no missile', 'en', 'Two killed as drone hits clinic in Sumy', 'Two people were killed by a missile in Sumy.'],
  ['who dies is not told', 'en', 'Two killed as drone hits clinic in Sumy', 'Two doctors were killed by a drone in Sumy.'],
  ['the number is of others', 'en', 'Four guards die in clash with smugglers', 'Four smugglers die in a clash with guards.'],
  ['the attack came first', 'en', 'Uganda closes border after attack by gunmen', 'Gunmen attacked after Uganda closed the border.'],
  [
    'nobody set the fire',
    'en',
    'Norway recalls envoy from Iraq after fire at mission',
    'Norway recalls its envoy after Iraq set fire to its mission.',
  ],
  ['unblocked is not blocked', 'ru', 'Сенат одобрил закон о блокировке мессенджеров', 'The senate unblocked messengers.'],
  ['a deputy is no president', 'en', "Togo's vice president dies in plane crash", "Togo's president dies in a plane crash."],
  [
    'a forecast is cut',
    'en',
    'IMF cuts growth forecast for Kenya to 4.1 percent',
    'The IMF raised its growth forecast for Kenya to 4.1 percent.',
  ],
  ['a vote is put off', 'fr', "Le Togo reporte l'élection au mois de mai", 'Togo held its election in May.'],
  ['hostages are free', 'fr', 'Deux otages français libérés au Tchad', 'Two French nationals were taken hostage in Chad.'],
  ['an evacuation is ordered', 'fr', "L'armée ordonne l'évacuation de la ville de Goma", 'Goma has been evacuated.'],
  ['lost is not kept', 'en', 'Ruling party loses majority in Namibia', "Namibia's ruling party kept its majority."],
])('%s: of "%s" %s it may not be said: %s', (_, lang, title, sentence) => {
  expect(refused(lang, title, sentence)).not.toBeNull();
});
