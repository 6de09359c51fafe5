// Journeys, mediation and what is handed over, told the other way round.
import { expect, test } from 'vitest';
import { checkClaims } from '../../support/evidence.js';

function refused(lang: string, title: string, sentence: string): string | null {
  const sources = [{ id: '1', text: title, outlets: ['Meridian Wire'], lang }];
  return checkClaims([{ field: 'summary', text: sentence, cites: ['1'] }], sources)[0]?.reason ?? null;
}

/** The language, a headline, what it bears, and what it does not. */
type Case = readonly [lang: string, title: string, truth: string, lie: string];

const cases: Record<string, readonly Case[]> = {
  'who travels whither': [
    [
      'de',
      'Zyperns Präsident reist nach Beirut',
      'The president of Cyprus is travelling to Beirut.',
      "Lebanon's president is travelling to Cyprus.",
    ],
    [
      'ar',
      'وفد من صندوق النقد يصل إلى القاهرة',
      'A delegation from the IMF has arrived in Cairo.',
      'An Egyptian delegation arrived at the IMF.',
    ],
  ],
  'between whom one mediates': [
    [
      'ar',
      'الصين تعرض الوساطة بين باكستان وأفغانستان',
      'Beijing has offered to mediate between Pakistan and Afghanistan.',
      'Pakistan offered to mediate between China and Afghanistan.',
    ],
  ],
  'to whom the dead are given': [
    [
      'ru',
      'Азербайджан передал Армении тела погибших солдат',
      'Baku has returned the bodies of fallen soldiers to Yerevan.',
      'Armenia handed the bodies of dead soldiers to Azerbaijan.',
    ],
  ],
};

for (const [lie, rows] of Object.entries(cases))
  test.each(rows)(`${lie}, %s: "%s"`, (lang, title, borne, notBorne) => {
    expect(refused(lang, title, borne)).toBeNull();
    expect(refused(lang, title, notBorne)).not.toBeNull();
  });
