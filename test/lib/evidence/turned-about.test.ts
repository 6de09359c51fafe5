// What changes places in a sentence: who stands with a verb, the ends of a way, quarters of the compass, what is left open.
import { describe, expect, it } from 'vitest';
import { checkClaims } from '../../support/evidence.js';

/** The reason for which a sentence about one headline is refused; undefined where it stands. */
function refusal(sentence: string, text: string, lang = 'en'): string | undefined {
  const sources = [{ id: '1', text, lang, outlets: ['Meridian Wire'] }];
  return checkClaims([{ field: 'sentence', text: sentence, cites: ['1'] }], sources)[0]?.reason;
}

/** Sentence, headline, language. */
type Case = readonly [string, string, string];

const groups: Readonly<Record<string, { lies: readonly Case[]; truths: readonly Case[] }>> = {
  'who stands with the verb': {
    lies: [
      ['The premier blames the army for the collapse of the bridge.', 'Bridge collapse: army blames premier', 'en'],
      ['Ruiz accuses Mendoza of fraud.', 'Mendoza acusa a Ruiz de fraude', 'es'],
    ],
    truths: [
      ['The army blames the premier for the collapse of the bridge.', 'Bridge collapse: army blames premier', 'en'],
      ['Mendoza accuses Ruiz of fraud.', 'Mendoza acusa a Ruiz de fraude', 'es'],
      ['The cleric lost his residency by a decision of Kuwait.', 'Kuwait strips cleric of residency', 'en'],
    ],
  },
  'the ends of a way': {
    lies: [
      ['The company moves its head office from Utah to Nevada.', 'Company moves head office from Nevada to Utah', 'en'],
      ['The club moves from Lyon to Nantes.', 'Le club passe de Nantes à Lyon', 'fr'],
      ['The plant moves from Bremen to Kassel.', 'Werk zieht von Kassel nach Bremen', 'de'],
      ['The archive moves from Kazan to Samara.', 'Архив переезжает из Самары в Казань', 'ru'],
      ['The fair moves from Sevilla to Málaga.', 'La feria se muda de Málaga a Sevilla', 'es'],
    ],
    truths: [
      ['The company moves its head office from Nevada to Utah.', 'Company moves head office from Nevada to Utah', 'en'],
      ['The club moves from Nantes to Lyon.', 'Le club passe de Nantes à Lyon', 'fr'],
      ['The plant moves from Kassel to Bremen.', 'Werk zieht von Kassel nach Bremen', 'de'],
      ['The archive moves from Samara to Kazan.', 'Архив переезжает из Самары в Казань', 'ru'],
      ['The fair moves from Málaga to Sevilla.', 'La feria se muda de Málaga a Sevilla', 'es'],
    ],
  },
  'quarters of the compass': {
    lies: [
      ['Floods leave the south-western region of Kenya without power.', 'Floods leave northwestern Kenya without power', 'en'],
      ['Drought leaves southern Mexico without water.', 'La sequía deja sin agua el norte de México', 'es'],
      ['Floods hit eastern Kenya.', 'Inondations dans l’ouest du Kenya', 'fr'],
      ['Floods hit northern Kenya.', 'Überschwemmungen im Süden Kenias', 'de'],
      ['Floods hit northern Kenya.', 'Наводнение на юге Кении', 'ru'],
    ],
    truths: [
      ['Floods leave northwestern Kenya without power.', 'Floods leave northwestern Kenya without power', 'en'],
      ['Drought leaves northern Mexico without water.', 'La sequía deja sin agua el norte de México', 'es'],
      ['Floods hit western Kenya.', 'Inondations dans l’ouest du Kenya', 'fr'],
      ['Floods hit southern Kenya.', 'Überschwemmungen im Süden Kenias', 'de'],
      ['Floods hit southern Kenya.', 'Наводнение на юге Кении', 'ru'],
      ['South Korea warns of storms in the north.', 'South Korea warns of storms in the north', 'en'],
    ],
  },
  'who does it, of whom nobody tells': {
    lies: [
      ['Police shot dead two protesters in Kenya.', 'Two protesters shot dead in Kenya', 'en'],
      ['Soldiers killed two protesters in Kenya.', 'Kenya : deux manifestants tués', 'fr'],
    ],
    truths: [
      ['Two protesters were shot dead in Kenya.', 'Two protesters shot dead in Kenya', 'en'],
      ['Two demonstrators were killed in Kenya.', 'Kenya : deux manifestants tués', 'fr'],
      ['Kenyan forces attacked an oil depot.', 'Kenya attacks oil depot', 'en'],
    ],
  },
  'what is left open': {
    lies: [
      ['Kenya asked the UN to rule on the border.', 'Kenya may ask UN to rule on border', 'en'],
      ['Kenya will sue Uganda.', 'Kenya could sue Uganda', 'en'],
      ['Kenya will expel the ambassador.', 'Le Kenya pourrait expulser l’ambassadeur', 'fr'],
    ],
    truths: [
      ['Kenya may ask the UN to rule on the border.', 'Kenya may ask UN to rule on border', 'en'],
      ['Kenya is considering a lawsuit against Uganda.', 'Kenya could sue Uganda', 'en'],
      ['Kenya might expel the ambassador.', 'Le Kenya pourrait expulser l’ambassadeur', 'fr'],
    ],
  },
  'what is put off': {
    lies: [
      ['Spain has delivered vehicles to Morocco.', 'España aplaza la entrega de vehículos a Marruecos', 'es'],
      ['Kenya has held its election.', 'Kenia verschiebt Wahl', 'de'],
    ],
    truths: [
      ['Spain has delayed the delivery of vehicles to Morocco.', 'España aplaza la entrega de vehículos a Marruecos', 'es'],
      ['Kenya has put off its election.', 'Kenia verschiebt Wahl', 'de'],
    ],
  },
  'parts of a count': {
    lies: [
      ['Attacks killed 25 people at a rally in Kenya.', 'Attacks kill 25 in Kenya, including 14 at rally', 'en'],
      ['Kenya says it downed 60 drones.', 'Kenya says it downed 40 of 60 drones', 'en'],
    ],
    truths: [
      ['Attacks killed 25 people in Kenya, 14 of them at a rally.', 'Attacks kill 25 in Kenya, including 14 at rally', 'en'],
      ['Kenya says it downed 40 drones.', 'Kenya says it downed 40 of 60 drones', 'en'],
    ],
  },
  'whose deputy it is, and who speaks for nobody': {
    lies: [
      ['Starmer admits that he paid no tax.', 'La número dos de Starmer admite no haber pagado impuestos', 'es'],
      ['Indonesia says that twenty people have disappeared.', 'Indonésie : une ONG dénonce la disparition de vingt personnes', 'fr'],
    ],
    truths: [
      ['The deputy of Starmer admits that she paid no tax.', 'La número dos de Starmer admite no haber pagado impuestos', 'es'],
      [
        'An NGO denounces the disappearance of twenty people in Indonesia.',
        'Indonésie : une ONG dénonce la disparition de vingt personnes',
        'fr',
      ],
    ],
  },
  'places and mouths of others': {
    lies: [
      ['A judge stopped the deployment of troops in Oregon.', 'Judge stops deployment of troops in California', 'en'],
      ['Houston has closed its old bridge.', 'Austin closes old bridge', 'en'],
      ['Hamas says its spokesman was killed by Israel.', 'Israel says it killed Hamas military spokesman', 'en'],
    ],
    truths: [
      ['A judge stopped the deployment of troops in California.', 'Judge stops deployment of troops in California', 'en'],
      ['Austin has closed its old bridge.', 'Austin closes old bridge', 'en'],
      ['Israel says it killed the spokesman of Hamas.', 'Israel says it killed Hamas military spokesman', 'en'],
    ],
  },
};

describe('what is turned about', () => {
  for (const [name, { lies, truths }] of Object.entries(groups)) {
    it.each(lies)(`${name}: refuses "%s" of "%s"`, (...told) => expect(refusal(...told)).toBeDefined());
    it.each(truths)(`${name}: lets stand "%s" of "%s"`, (...told) => expect(refusal(...told)).toBeUndefined());
  }
});
