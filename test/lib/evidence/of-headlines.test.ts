// Sentences about the headlines themselves, as prompts of P4 and P5 ask models for them: what they may say, and what they may not.
import { expect, test } from 'vitest';
import { checkClaims } from '../../support/evidence.js';

const sources = [
  { id: 'post', text: 'Belgrade lashes out in vile rant, nine hurt', outlets: ['Post'], lang: 'en' },
  { id: 'zeitung', text: 'Sturm auf Sender: Belgrad spricht von „Notwehr“', outlets: ['Zeitung'], lang: 'de' },
  { id: 'wire', text: 'Belgrade says raid on broadcaster was ‘self-defence’', outlets: ['Wire'], lang: 'en' },
  { id: 'faro', text: 'Quito amenaza a Lima con cerrar la frontera', outlets: ['Faro'], lang: 'es' },
];

function refused(sentence: string, cites: readonly string[]): string | null {
  return checkClaims([{ field: 'context.0', text: sentence, cites }], sources)[0]?.reason ?? null;
}

test.each([
  ['Post writes “vile” without quotation marks.', ['post']],
  ['Wire puts “self-defence” in quotation marks.', ['wire']],
  ['Only Post mentions a rant.', ['post']],
  ['Post opens with Belgrade.', ['post']],
  ['Faro speaks of a threat in Spanish.', ['faro']],
  ['Wire gives self-defence as the word of Belgrade.', ['wire']],
  ['Both headlines mention Belgrade.', ['zeitung', 'wire']],
  ['Post gives the number of hurt as nine.', ['post']],
])('"%s" stands', (sentence, cites) => {
  expect(refused(sentence, cites)).toBeNull();
});

test.each([
  ['Post puts “vile” in quotation marks.', ['post'], /in quotation marks/],
  ['Wire writes “self-defence” without quotation marks.', ['wire'], /without quotation marks/],
  ['Post gives the rant as the word of Belgrade.', ['post'], /tell on their own/],
  ['Post gives the number of hurt as seven.', ['post'], /seven/],
  ['Faro speaks of a threat in German.', ['faro'], /German/],
  ['Both headlines mention Lima.', ['zeitung', 'wire'], /Lima/],
  ['Wire mentions a raid that killed nine.', ['wire'], /nine|killed/],
  ['Post opens with Belgrade because the broadcaster was raided.', ['post'], /./],
])('"%s" does not', (sentence, cites, reason) => {
  expect(refused(sentence, cites)).toMatch(reason);
});

test('an outlet whose name holds an apostrophe is credited by it, also where it is known as a name', () => {
  const titles = [
    { id: 'echo', text: 'Pékin remercie Moscou', outlets: ["L'Echo"], lang: 'fr' },
    { id: 'post', text: 'Beijing commends Moscow', outlets: ['Post'], lang: 'en' },
  ];
  const refusals = (sentence: string): unknown[] =>
    checkClaims([{ field: 'thesis', text: sentence, cites: ['echo', 'post'], byCode: true }], titles, [
      "L'Echo",
      'Post',
      'China',
      'Russia',
    ]);
  expect(refusals("Headlines of Post and L'Echo tell of support by China: “commends” (Post), “remercie” (L'Echo).")).toEqual([]);
  expect(refusals("Headlines of L'Echo and Post tell of support by China: “remercie” (L'Echo), “commends” (Post).")).toEqual([]);
  expect(refusals("Headlines of Post and L'Echo tell of support by China: “remercie” (Post), “commends” (L'Echo).")).not.toEqual([]);
});
