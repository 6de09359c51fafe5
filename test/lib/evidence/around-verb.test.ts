// Who does a verb that sentence and headline share: whoever does it may not change places with whoever suffers it, also where no list has either.
import { describe, expect, it } from 'vitest';
import { checkClaims } from '../../support/evidence.js';

/** The reason for which a sentence about one headline is refused; undefined where it stands. */
function refusal(sentence: string, text: string, lang: string): string | undefined {
  const sources = [{ id: '1', text, lang, outlets: ['Meridian Wire'] }];
  return checkClaims([{ field: 'sentence', text: sentence, cites: ['1'] }], sources)[0]?.reason;
}

/** What is true, its two who changed places, headline, language. */
type Case = readonly [string, string, string, string];

const cases: readonly Case[] = [
  ['A bishop criticised the government.', 'The government criticised a bishop.', 'Bischof kritisiert Regierung', 'de'],
  ['The union sued the company.', 'The company sued the union.', "Le syndicat poursuit l'entreprise", 'fr'],
  ['Farmers sued the government.', 'The government sued the farmers.', 'Los agricultores demandan al gobierno', 'es'],
  ['The mayor was criticised by a judge.', 'The mayor criticised a judge.', 'El alcalde, criticado por el juez', 'es'],
  ['A court fined the company.', 'The company fined a court.', 'Суд оштрафовал компанию', 'ru'],
  ['The opposition accused the government.', 'The government accused the opposition.', '反对派指责政府', 'zh'],
  ['The opposition accused the government.', 'The government accused the opposition.', 'المعارضة تتهم الحكومة', 'ar'],
  [
    'The opposition accuses the government of fraud.',
    'The government accuses the opposition of fraud.',
    'تتهم المعارضة الحكومة بالتزوير',
    'ar',
  ],
  [
    'Peru denied a claim by Chile that trawlers pass for free.',
    'Chile denied a claim by Peru that trawlers pass for free.',
    'Peru denies Chilean claim that trawlers pass for free',
    'en',
  ],
  [
    'Salva rejects the early election that the army demands.',
    'The army rejects the early election that Salva demands.',
    'Salva rejects early election demanded by army',
    'en',
  ],
];

describe('whoever does what a headline tells does it in the sentence too', () => {
  for (const [truth, lie, text, lang] of cases) {
    it(`${lie} <- ${text}`, () => {
      expect(refusal(lie, text, lang)).toBeDefined();
    });
    it(`${truth} <- ${text}`, () => {
      expect(refusal(truth, text, lang)).toBeUndefined();
    });
  }

  it('objects that stand first change nothing', () => {
    expect(refusal('The minister criticised the judge.', 'Den Richter kritisiert der Minister', 'de')).toBeUndefined();
    expect(refusal('The minister criticises the judge.', 'Al juez lo critica el ministro', 'es')).toBeUndefined();
    expect(refusal('The judge criticised the mayor.', 'Le maire a été critiqué par le juge', 'fr')).toBeUndefined();
  });

  it('nouns that look like verbs are none', () => {
    expect(refusal('Thirty Colombian migrants were expelled by Peru.', 'Perú expulsa a 30 migrantes colombianos', 'es')).toBeUndefined();
    expect(
      refusal('Google must pay a fine of 2 billion euros to the EU.', 'EU fines Google 2 billion euros over advertising', 'en'),
    ).toBeUndefined();
  });
});
