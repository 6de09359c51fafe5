// Who is named beside a deed is no party to it, and whose claim a headline speaks of says so.
import { expect, test } from 'vitest';
import { checkClaims } from '../../support/evidence.js';

type Title = readonly [lang: string, text: string];

function reasons(title: Title, text: string): string[] {
  const [lang, headline] = title;
  const sources = [{ id: '1', text: headline, lang, outlets: ['Outlet 1'] }];
  return checkClaims([{ field: 'sentence', text, cites: ['1'] }], sources).map(({ reason }) => reason);
}

const helped: Title = ['es', 'La Cruz Roja facilita un canje de presos entre Kenia y Uganda'];
const bases: Title = ['fr', "Le Kenya accuse l'Ouganda d'abriter des bases françaises"];
const aimed: Title = ['en', 'Kenya says Ugandan gunboats with 80 missiles targeting Nairobi'];
const onBoat: Title = ['en', 'Kenyan airstrike kills six Ugandan fishermen'];
const met: Title = ['en', 'Modi meets Kenyan President William Ruto'];
const denied: Title = ['en', 'Uganda denies Kenyan claim that troops crossed the lake'];
const hearsay: Title = ['zh', '肯尼亚据报将禁止乌干达卡车入境'];

test.each([
  [helped, "Kenya and Uganda exchanged prisoners with the Red Cross's help."],
  [helped, 'Prisoners were exchanged between Kenya and Uganda with the help of the Red Cross.'],
  [bases, "Kenya alleges that French bases exist on Uganda's soil."],
  [aimed, 'Nairobi is in the sights of Ugandan gunboats with 80 missiles, Kenya says.'],
  [onBoat, 'Six Ugandan fishermen were killed in a Kenyan airstrike.'],
  [met, "Kenya's President William Ruto has met Modi."],
  [denied, 'Kenya claims that troops crossed the lake, which Uganda denies.'],
  [['de', 'Uganda weist Kenias Behauptung zurück, Truppen hätten den See überquert'], 'Kenya claims that troops crossed the lake.'],
  [['es', 'Uganda rechaza la afirmación de Kenia de que sus tropas cruzaron'], 'Kenya says that troops crossed, which Uganda rejects.'],
  [hearsay, 'Kenya will reportedly ban Ugandan lorries.'],
  [['en', 'Gov. Joe Lombardo warns party over tax'], 'Governor Joe Lombardo warned his party over a tax.'],
] as [Title, string][])('of %j it may be said: %s', (title, text) => {
  expect(reasons(title, text)).toEqual([]);
});

test.each([
  [bases, 'Uganda alleges that French bases exist in Kenya.'],
  [aimed, 'Ugandan gunboats are in the sights of Nairobi, Kenya says.'],
  [onBoat, 'Six Kenyan fishermen were killed in a Ugandan airstrike.'],
  [['en', 'Kenya accuses Uganda of killing protesters'], 'Uganda accuses Kenya of killing protesters.'],
  [denied, 'Kenya denies that its troops crossed the lake.'],
  [['en', 'Uganda rejects accusations of Kenyan meddling'], 'Kenya says that it meddled, which Uganda rejects.'],
  [['zh', '乌干达驳斥对肯尼亚的指控'], 'Kenya says that Uganda is to blame.'],
  [['en', 'Kenya to ban Ugandan lorries'], 'Uganda will reportedly ban Kenyan lorries.'],
] as [Title, string][])('of %j it may not be said: %s', (title, text) => {
  expect(reasons(title, text)).not.toEqual([]);
});
