// What a headline says in one way a sentence may say in another: none of it, denied, told by one of several, by words that say no more.
import { expect, test } from 'vitest';
import { checkClaims } from '../../support/evidence.js';

type Title = readonly [lang: string, text: string];

function reasons(titles: readonly Title[], text: string): string[] {
  const sources = titles.map(([lang, title], at) => ({ id: String(at + 1), text: title, lang, outlets: [`Outlet ${at + 1}`] }));
  return checkClaims([{ field: 'sentence', text, cites: sources.map(({ id }) => id) }], sources).map(({ reason }) => reason);
}

const noTruce: Title = ['de', 'Kenia und Uganda beenden Gespräche ohne Waffenruhe'];
const noDeal: Title = ['de', 'Gespräche zwischen Kenia und Uganda enden ohne Einigung'];
const noneShot: Title = ['en', "No protesters were shot, Kenya's police insist"];

test.each([
  [noTruce, 'Kenya and Uganda ended talks without agreeing on a ceasefire.'],
  [noDeal, 'Talks between Kenya and Uganda ended without reaching an agreement.'],
  [['fr', "Kenya et Ouganda : les pourparlers s'achèvent sans accord"], 'Talks between Kenya and Uganda ended without producing a deal.'],
  [['es', 'Kenia y Uganda concluyen el diálogo sin acuerdo'], 'Kenya and Uganda concluded their dialogue without signing an agreement.'],
  [['ru', 'Переговоры Кении и Уганды завершились без соглашения'], 'Kenya and Uganda failed to reach an agreement at their talks.'],
  [['ar', 'كينيا وأوغندا تنهيان المحادثات دون اتفاق'], 'Kenya and Uganda ended their talks without reaching a deal.'],
  [noneShot, "Kenya's police deny having shot protesters."],
  [['en', 'No prisoner was tortured, insists Kenya'], 'Kenya denies that prisoners were tortured.'],
  [['de', 'Kein Demonstrant wurde getötet, versichert Kenia'], 'Kenya denies that protesters were killed.'],
  [['ru', 'Ни один демонстрант не убит, заявила Кения'], 'Kenya denies that protesters were killed.'],
  [['en', "Big money flows into Kenya's race"], 'A lot of money is flowing into the race in Kenya.'],
  [['es', 'El partido proeuropeo de Kenia gana pese a la injerencia rusa'], "Kenya's pro-EU party wins despite Russian meddling."],
  [['en', "Pro-Uganda militia attacks Kenya's army"], "Kenya's army was attacked by a pro-Uganda militia."],
] as [Title, string][])('of %j it may be said: %s', (title, text) => {
  expect(reasons([title], text)).toEqual([]);
});

test.each([
  [noTruce, 'Kenya and Uganda ended talks without agreeing on prisoners.'],
  [noDeal, 'Kenya and Uganda reached an agreement in their talks.'],
  [['en', 'Kenya, Uganda sign truce'], 'Kenya and Uganda parted without signing a truce.'],
  [noneShot, "Kenya's police admit having shot protesters."],
  [['en', 'Kenya says prisoners were tortured'], 'Kenya denies that prisoners were tortured.'],
  [['en', 'Kenya says it shelled Ugandan village'], 'Kenya denies shelling a Ugandan village.'],
  [['en', 'Kenya bombs pro-Uganda villages'], 'Pro-Uganda villages bomb Kenya.'],
  [['en', "Pro-Uganda militia attacks Kenya's army"], "Kenya's army attacked a pro-Uganda militia."],
] as [Title, string][])('of %j it may not be said: %s', (title, text) => {
  expect(reasons([title], text)).not.toEqual([]);
});

test('what one headline gives as said and another tells as a fact may be told as a fact', () => {
  const said: Title = ['en', 'Kenya says Uganda shelled village'];
  const text = 'Uganda shelled a Kenyan village.';
  expect(reasons([said, ['ru', 'Уганда обстреляла деревню в Кении']], text)).toEqual([]);
  expect(reasons([said], text)).not.toEqual([]);
  expect(reasons([said, ['en', 'Kenyan village mourns its dead']], text)).not.toEqual([]);
});

test.each([
  [['de', 'Tauwetter zwischen Kenia und Uganda'], 'Relations between Kenya and Uganda are seeing an improvement.'],
  [['fr', 'Bras de fer entre le Kenya et l’Ouganda'], 'A power struggle is under way between Kenya and Uganda.'],
  [['es', 'Kenia desmiente un bulo sobre Uganda'], 'Kenya denied a hoax about Uganda.'],
  [['en', 'Stalemate in Kenya-Uganda talks'], 'The talks between Kenya and Uganda are without agreement.'],
] as [Title, string][])('a rendering of %j: %s', (title, text) => {
  expect(reasons([title], text)).toEqual([]);
});
