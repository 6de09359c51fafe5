// Deeds that titles only tell as approved, ordered, sought, barred or annulled, and a negation that reaches no further than its clause.
import { describe, expect, it } from 'vitest';
import { checkClaims } from '../../support/evidence.js';

/** The reason for which a sentence about one headline is refused; undefined where it stands. */
function refusal(sentence: string, text: string, lang: string): string | undefined {
  const sources = [{ id: '1', text, lang, outlets: ['Meridian Wire'] }];
  return checkClaims([{ field: 'sentence', text: sentence, cites: ['1'] }], sources)[0]?.reason;
}

/** Sentence, headline, language. */
type Case = readonly [string, string, string];

const groups: Readonly<Record<string, { lies: readonly Case[]; truths: readonly Case[] }>> = {
  'what is approved is not delivered': {
    lies: [
      ['Norway has delivered ten howitzers to Ukraine.', 'Norway approves delivery of ten howitzers to Ukraine', 'en'],
      ['Germany has delivered ten howitzers to Ukraine.', 'Bundeskabinett billigt Lieferung von zehn Haubitzen an die Ukraine', 'de'],
      ['France has delivered ten howitzers to Ukraine.', "La France approuve la livraison de dix obusiers à l'Ukraine", 'fr'],
      ['Spain has delivered ten howitzers to Ukraine.', 'España aprueba la entrega de diez obuses a Ucrania', 'es'],
      ['Italy has delivered ten howitzers to Ukraine.', 'Италия одобрила поставку десяти гаубиц Украине', 'ru'],
      ['Italy has delivered ten howitzers to Ukraine.', '意大利批准向乌克兰交付十门榴弹炮', 'zh'],
      ['Italy has delivered ten howitzers to Ukraine.', 'إيطاليا توافق على تسليم عشرة مدافع إلى أوكرانيا', 'ar'],
    ],
    truths: [
      ['Norway has approved the delivery of ten howitzers to Ukraine.', 'Norway approves delivery of ten howitzers to Ukraine', 'en'],
      [
        'The German cabinet approved the delivery of ten howitzers to Ukraine.',
        'Bundeskabinett billigt Lieferung von zehn Haubitzen an die Ukraine',
        'de',
      ],
      ['Norway has delivered ten howitzers to Ukraine.', 'Norway delivers ten howitzers to Ukraine', 'en'],
      ['Italy has delivered ten howitzers to Ukraine.', 'Италия поставила Украине десять гаубиц', 'ru'],
    ],
  },
  'what is barred is not done': {
    lies: [
      ["Zambia's former president was buried abroad.", "Zambia bars ex-president's burial abroad", 'en'],
      ["Zambia's former president was buried abroad.", 'La Zambie interdit l’enterrement de l’ex-président à l’étranger', 'fr'],
      ["Zambia's former president was buried abroad.", 'Sambia verbietet Beerdigung des Ex-Präsidenten im Ausland', 'de'],
      ['Italy rescues migrants at sea.', "L'Italie bloque un navire de sauvetage de migrants", 'fr'],
    ],
    truths: [
      ['Zambia does not let its former president be buried abroad.', "Zambia bars ex-president's burial abroad", 'en'],
      ['Zambia has barred the burial of its former president abroad.', "Zambia bars ex-president's burial abroad", 'en'],
      ['Italy blocks a ship that rescues migrants.', "L'Italie bloque un navire de sauvetage de migrants", 'fr'],
      ['Ten people died in a fire at a hotel in Istanbul.', 'Brand in Istanbuler Hotel fordert zehn Tote', 'de'],
      ['Twenty people died in the fire.', 'El incendio deja veinte muertos', 'es'],
    ],
  },
  'what is ordered or sought is not there yet': {
    lies: [
      [
        "Armed factions have left Mosul on the orders of Iraq's prime minister.",
        'رئيس الوزراء العراقي يأمر بسحب الفصائل المسلحة من الموصل',
        'ar',
      ],
      ['The court issued an arrest warrant for the commander.', 'Prosecutor seeks arrest warrant for commander at court', 'en'],
    ],
    truths: [
      [
        "Iraq's prime minister has ordered the withdrawal of armed factions from Mosul.",
        'رئيس الوزراء العراقي يأمر بسحب الفصائل المسلحة من الموصل',
        'ar',
      ],
      ['The court issued an arrest warrant for the commander.', 'Court issues arrest warrant for commander', 'en'],
      ['A court in Bangladesh has issued an arrest warrant against Hasina.', 'Bangladesh court orders arrest of Hasina', 'en'],
      ['Lawmakers in Peru voted to hold the election earlier.', 'El Congreso peruano aprueba adelantar las elecciones', 'es'],
    ],
  },
  'what is annulled stands no more': {
    lies: [
      ["Bolivia's former president Áñez was sentenced to prison.", 'Bolivia: liberan a la expresidenta Áñez tras anular su condena', 'es'],
    ],
    truths: [
      [
        "Bolivia's former president Áñez was released after her sentence was annulled.",
        'Bolivia: liberan a la expresidenta Áñez tras anular su condena',
        'es',
      ],
    ],
  },
  'how often is not how many': {
    lies: [
      [
        'Hanoi says that 14 Chinese trawlers entered Vietnamese waters.',
        'Hanoi: Chinese trawlers entered Vietnamese waters 14 times',
        'en',
      ],
      ['Eight soldiers were wounded.', 'Militants violate truce eight times, soldier wounded', 'en'],
      ['Eight soldiers were wounded.', 'Боевики восемь раз нарушали перемирие, ранен солдат', 'ru'],
      [
        'Fourteen Chinese trawlers entered the waters of Vietnam.',
        'Des chalutiers chinois sont entrés quatorze fois dans les eaux du Vietnam',
        'fr',
      ],
      ['14 Chinese fishing boats entered the waters of Vietnam.', 'Pesqueros chinos entraron 14 veces en aguas de Vietnam', 'es'],
      ['Vietnam says 14 Chinese fishing boats entered its waters.', '越南：中国渔船14次进入越南水域', 'zh'],
    ],
    truths: [
      [
        'Hanoi says that Chinese trawlers entered Vietnamese waters 14 times.',
        'Hanoi: Chinese trawlers entered Vietnamese waters 14 times',
        'en',
      ],
      ['Hanoi speaks of 14 incursions by Chinese trawlers.', 'Hanoi: Chinese trawlers entered Vietnamese waters 14 times', 'en'],
      ['Militants violated the truce eight times, and a soldier was wounded.', 'Боевики восемь раз нарушали перемирие, ранен солдат', 'ru'],
      ['14 Chinese trawlers entered Vietnamese waters.', '14 Chinese trawlers enter Vietnamese waters 14 times', 'en'],
    ],
  },
  'where it is bound for it does not come from': {
    lies: [
      [
        'The United States seized 300,000 kilos of chemicals that were coming from Mexico.',
        'US seizes 300,000 kilos of chemicals bound for Mexico',
        'en',
      ],
      [
        'The United States seized 300,000 kilos of chemicals that were coming from Mexico.',
        'Incauta EU 300 mil kg de químicos para drogas; iban a México',
        'es',
      ],
      ['France seized weapons coming from Yemen.', 'La France saisit des armes à destination du Yémen', 'fr'],
      ['Oman stopped a ship coming from Yemen.', 'عمان توقف سفينة متجهة إلى اليمن', 'ar'],
      ['Oman stopped a ship coming from Yemen.', '阿曼扣押运往也门的船只', 'zh'],
      ['Oman stopped a ship bound for Yemen.', 'Oman stops ship coming from Yemen', 'en'],
    ],
    truths: [
      [
        'The United States seized 300,000 kilos of chemicals bound for Mexico.',
        'US seizes 300,000 kilos of chemicals bound for Mexico',
        'en',
      ],
      ['Oman stopped a ship bound for Yemen.', 'عمان توقف سفينة متجهة إلى اليمن', 'ar'],
      ['Oman stopped a ship coming from Yemen.', 'Oman stops ship coming from Yemen', 'en'],
    ],
  },
  'a move is no denial': {
    lies: [],
    truths: [
      ['The agency is moving to Lyon.', "L'agence déménage à Lyon", 'fr'],
      ['The agency denies that it is moving to Lyon.', "L'agence dément déménager à Lyon", 'fr'],
    ],
  },
  'what is said and refused stays so': {
    lies: [
      ['Ethiopia shot down a drone over Tigray.', 'Ethiopia says it shot down drone over Tigray', 'en'],
      ['Vienna supports the visa ban for Russians.', 'Wien lehnt es ab, Visasperre für Russen mitzutragen', 'de'],
    ],
    truths: [
      ['Ethiopia says it shot down a drone over Tigray.', 'Ethiopia says it shot down drone over Tigray', 'en'],
      ['Vienna refuses to support the visa ban for Russians.', 'Wien lehnt es ab, Visasperre für Russen mitzutragen', 'de'],
      ['Vienna rejects the visa ban for Russians.', 'Wien lehnt es ab, Visasperre für Russen mitzutragen', 'de'],
    ],
  },
  'a negation reaches no further than its clause': {
    lies: [
      ['Millions of people are without water in the north of Chile.', 'Millones de personas, sin agua en el sur de Chile', 'es'],
      ['The border with Peru was opened, and there is no date for talks.', 'Frontera con Perú cerrada; no hay fecha para el diálogo', 'es'],
    ],
    truths: [
      ['Millions of people are without water in the south of Chile.', 'Millones de personas, sin agua en el sur de Chile', 'es'],
      ['The border with Peru was closed, and there is no date for talks.', 'Frontera con Perú cerrada; no hay fecha para el diálogo', 'es'],
    ],
  },
};

describe('a deed that is only governed', () => {
  for (const [name, { lies, truths }] of Object.entries(groups)) {
    it.each(lies)(`${name}: refuses "%s" of "%s"`, (sentence, title, lang) => expect(refusal(sentence, title, lang)).toBeDefined());
    it.each(truths)(`${name}: lets "%s" of "%s" stand`, (sentence, title, lang) => expect(refusal(sentence, title, lang)).toBeUndefined());
  }
});
