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
