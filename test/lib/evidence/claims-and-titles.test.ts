// Whose claim a headline tells of by a noun, what is only reported, who holds which office, and on which side of an age a rule holds.
import { expect, test } from 'vitest';
import { checkClaims } from '../../support/evidence.js';

type Case = readonly [lang: string, title: string, sentence: string];

function reasons(lang: string, title: string, text: string): string[] {
  const source = { id: '1', text: title, lang, outlets: ['Meridian Wire'] };
  return checkClaims([{ field: 'sentence', text, cites: ['1'] }], [source]).map(({ reason }) => reason);
}

const fee = 'Panama rejects US claim that warships pass for free';
const kemp = 'GOP Gov. Brian Kemp warns party over Medicaid';
const ban = "Denmark's under-15s social media ban takes effect";

test.each([
  ['en', fee, 'The US claims that its warships pass for free, which Panama rejects.'],
  [
    'es',
    'Colombia rechaza la acusación de Ecuador sobre el cierre',
    'Ecuador makes an accusation over the closure, which Colombia rejects.',
  ],
  ['de', 'Kiew weist Moskaus Behauptung zurück, Kupjansk sei gefallen', 'Moscow claims that Kupiansk has fallen, which Kyiv rejects.'],
  [
    'en',
    "Ethiopia dismisses Eritrea's allegation that troops crossed border",
    'Eritrea alleges that troops crossed the border, which Ethiopia dismisses.',
  ],
  ['zh', '德国据报将限制芯片对华出口', 'Germany will reportedly tighten limits on chip exports to China.'],
  ['en', kemp, 'Republican Governor Brian Kemp warned his party over Medicaid.'],
  ['en', ban, 'A ban on social media for children younger than fifteen came into force in Denmark.'],
  [
    'en',
    'Panama Canal cuts daily ship transits to 24 as drought persists',
    'Because of a lasting drought fewer ships, 24 a day, may pass the Panama Canal.',
  ],
  [
    'en',
    'Rep. Jordan admits to sending text revealed by Jan. 6 committee',
    'Jordan admitted to sending a text that the Jan. 6 committee revealed.',
  ],
] as Case[])('%s: of "%s" it may be said: %s', (lang, title, text) => {
  expect(reasons(lang, title, text)).toEqual([]);
});

test.each([
  [
    'en',
    "Ethiopia dismisses Eritrea's allegation that troops crossed border",
    'Ethiopia alleges that troops crossed the border, which Eritrea dismisses.',
  ],
  ['de', 'Kiew weist Moskaus Behauptung zurück, Kupjansk sei gefallen', 'Kupiansk has fallen.'],
  ['ru', 'СМИ: Венгрия может выйти из соглашения', 'Hungary has reportedly left the agreement.'],
  ['en', kemp, 'Senator Brian Kemp warned his party over Medicaid.'],
  ['en', 'Rep. Nancy Mace Admits To Leaking Memo', 'Senator Nancy Mace admitted to leaking a memo.'],
  ['en', ban, 'A ban on social media for children older than fifteen came into force in Denmark.'],
  ['fr', 'Le Danemark interdit les réseaux aux moins de 15 ans', 'Denmark bans networks for those over 15.'],
] as Case[])('%s: of "%s" it may not be said: %s', (lang, title, text) => {
  expect(reasons(lang, title, text)).not.toEqual([]);
});
