// Truths that were refused for how a model tells them, each beside a lie of the same headlines that must be refused.
import { expect, test } from 'vitest';
import { checkClaims } from '../../support/evidence.js';

function refused(lang: string, titles: readonly string[], sentence: string): string | null {
  const sources = titles.map((text, at) => ({ id: String(at), text, outlets: ['Meridian Wire'], lang }));
  return checkClaims([{ field: 'summary', text: sentence, cites: sources.map(({ id }) => id) }], sources)[0]?.reason ?? null;
}

/** The language, headlines, what they bear, and what they do not. */
type Case = readonly [lang: string, titles: readonly string[], truth: string, lie: string];

const cases: Record<string, readonly Case[]> = {
  'who signs a headline behind a colon or a dash says it': [
    [
      'en',
      ['Chad doubled its gold exports before Sudanese raid: IMF - Region - World'],
      'According to the IMF, Chad doubled its gold exports before the Sudanese raid.',
      'Sudan says Chad doubled its gold exports.',
    ],
    [
      'en',
      ["Kenya 'values' Uganda's friendship with Rwanda – PM Sharif", 'Kenya, Uganda to deepen trade'],
      'Sharif said that Kenya values the friendship between Uganda and Rwanda.',
      'Rwanda said that Kenya values its friendship with Uganda.',
    ],
    [
      'en',
      ['About 300 Serbian guards injured in Kosovo clashes: Pristina spy agency'],
      'About 300 Serbian guards were injured in clashes in Kosovo, according to the intelligence service in Pristina.',
      'Serbia says that about 300 of its guards were injured in clashes in Kosovo.',
    ],
    [
      'en',
      ["Kenyan 'blockade' cannot stop talks on the port: Macron - War in Sudan"],
      'The French president says that a Kenyan blockade cannot stop the talks on the port.',
      "Kenya's president says that a blockade cannot stop the talks on the port.",
    ],
  ],
  'who urges others to oppose something may say another thing': [
    [
      'en',
      ["President Xi: SCO is world's largest bloc", "China's Xi urges leaders to oppose pressure"],
      "China's president says that the SCO is the largest bloc in the world.",
      "India's president says that the SCO is the largest bloc in the world.",
    ],
  ],
  'who refuses to say something says nothing': [
    [
      'en',
      ["Trump's pick for envoy won't say raid was wrong"],
      "Trump's nominee refused to say that the raid was wrong.",
      'Trump refused to say that the raid was wrong.',
    ],
  ],
  'what a headline is about does not speak': [
    [
      'en',
      ["Chad updates: Kenya criticises Merz's border remarks"],
      'Kenya criticised the remarks of the German chancellor Merz about the border.',
      "Chad says that Merz criticised Kenya's border remarks.",
    ],
  ],
  'numbers before a name, a clause and a comma': [
    [
      'en',
      ['Houthis raid UN offices in Yemen, detain at least 11 employees', 'At least 11 UN workers arrested in Yemen'],
      'At least eleven United Nations staff were arrested after the Houthis raided UN offices in Yemen.',
      'At least twelve United Nations staff were arrested after the Houthis raided UN offices in Yemen.',
    ],
    [
      'en',
      ['Sudan pushes deeper into Chad as toll hits 3,500'],
      'The death toll has reached 3,500 as Sudanese forces push deeper into Chad.',
      'The death toll has reached 4,500 as Sudanese forces push deeper into Chad.',
    ],
  ],
  'who is left without power had it cut': [
    [
      'en',
      ['Russian strikes leave 60,000 homes in Odesa without power'],
      'Russian strikes cut power to 60,000 homes in Odesa.',
      'Russian strikes restored power to 60,000 homes in Odesa.',
    ],
  ],
  'what may no longer be done is closed, and what one wins of another is given by him': [
    [
      'en',
      ['Kenya closes airspace to Ugandan cargo planes'],
      'Ugandan cargo aircraft may no longer use Kenyan airspace.',
      'Kenya no longer closes its airspace to Ugandan cargo planes.',
    ],
    [
      'fr',
      ['Le Vietnam obtient de Washington un sursis douanier'],
      'Vietnam wins a tariff reprieve from Washington.',
      'Washington wins a tariff reprieve from Vietnam.',
    ],
    [
      'en',
      ['South African court bars Zuma ally from travelling to Moscow'],
      'An ally of Zuma was barred by a court in South Africa from travelling to Moscow.',
      'An ally of Zuma was allowed by a court in South Africa to travel to Moscow.',
    ],
    [
      'en',
      ["Uganda's army denies crossing into Kenya's Turkana county"],
      "Uganda's army disputes having crossed into Turkana.",
      "Uganda's army admits having crossed into Turkana.",
    ],
    [
      'en',
      ["Chad's top court annuls water treaty with Niger"],
      'The highest court of Chad declared the water treaty with Niger void.',
      'The highest court of Chad declared the water treaty with Niger valid.',
    ],
  ],
  'headlines of the struck, of who speaks, and of names with numbers': [
    [
      'de',
      ['Charkiw in der Nacht erneut beschossen – vier Tote'],
      'Kharkiv shelled again during the night, four dead.',
      'Kharkiv shelled Belgorod during the night, four dead.',
    ],
    [
      'de',
      ['Taipeh: Jets vom Festland überquerten 31-mal die Mittellinie'],
      'Taipei: mainland jets crossed median line 31 times.',
      'Mainland jets crossed the median line 31 times.',
    ],
    [
      'ar',
      ['الجيش الكونغولي يستعيد المطار من حركة 23 مارس'],
      "Congo's army retakes airport from M23.",
      "M23 retakes airport from Congo's army.",
    ],
    [
      'en',
      ["Colombia's ELN frees two German hikers after 40 days"],
      'After 40 days, the ELN of Colombia let 2 German hikers go.',
      'After 40 days, the ELN of Colombia let 2 German soldiers go.',
    ],
    [
      'de',
      ['US-Trägergruppe läuft in die Karibik, Caracas mobilisiert Miliz'],
      'US carrier group sails for Caribbean as Caracas mobilises militia.',
      'Caracas sails a carrier group for the Caribbean as the US mobilises militia.',
    ],
  ],
  'English words of headlines in a plain sentence': [
    [
      'en',
      ['Kenya debuts coastal drone at parade'],
      'Kenya showed a coastal drone for the first time at a parade.',
      'Kenya lost a coastal drone at a parade.',
    ],
    ['en', ['Uganda slams Chad over new toll'], 'Uganda sharply criticised Chad for a new toll.', 'Uganda praised Chad for a new toll.'],
    [
      'en',
      ['Serbia says 3 warships with 40 missiles near Kenya'],
      'Serbia says that 3 warships carrying 40 missiles are near Kenya.',
      'Serbia says that 3 warships carrying 60 missiles are near Kenya.',
    ],
    [
      'en',
      ['Scholars say Chad committed genocide in Darfur'],
      'Scholars say that Chad is responsible for genocide in Darfur.',
      'Scholars say that Chad prevented genocide in Darfur.',
    ],
  ],
  'words of other languages that headlines of the day have': [
    [
      'fr',
      ["Le roi du Maroc rejoint Macron à Paris à la veille d'un défilé"],
      'The king of Morocco joined Macron in Paris the day before a parade.',
      'The king of Morocco joined Macron in Paris the day after a parade.',
    ],
    [
      'zh',
      ['乌干达向肯尼亚边境增兵'],
      'Uganda sent more troops to the border with Kenya.',
      'Uganda withdrew troops from the border with Kenya.',
    ],
    [
      'es',
      ['La Unión Europea prohíbe los tintes semipermanentes'],
      'The European Union bans semi-permanent dyes.',
      'The European Union permanently bans dyes.',
    ],
  ],
  'a name with particles is English': [
    [
      'en',
      ["Activists heckle 'war criminal' von der Leyen"],
      'Activists heckled Ursula von der Leyen.',
      'Activists cheered Ursula von der Leyen.',
    ],
  ],
};

for (const [what, some] of Object.entries(cases))
  test.each(some)(`${what} (%s: %j)`, (lang, titles, truth, lie) => {
    expect(refused(lang, titles, truth)).toBeNull();
    expect(refused(lang, titles, lie)).not.toBeNull();
  });
