// What a word of a sentence seldom means makes it no other deed than its headlines', and what a sentence says by a verb of saying is said.
import { expect, test } from 'vitest';
import { checkClaims } from '../../support/evidence.js';

function reasons(lang: string, title: string, text: string): string[] {
  const sources = [{ id: '1', text: title, lang, outlets: ['Outlet'] }];
  return checkClaims([{ field: 'sentence', text, cites: ['1'] }], sources).map(({ reason }) => reason);
}

test.each([
  ['ru', 'Кения подняла истребители из-за удара по Уганде', 'Kenya sent fighter planes into the air because of an attack on Uganda.'],
  [
    'ar',
    'البرلمان الكيني يقر قانونا يجرم التطبيع مع أوغندا',
    'The Kenyan parliament passed a law that makes normalisation with Uganda a crime.',
  ],
  ['en', 'Taliban bar women from UN offices in Kabul', "Women may no longer enter the UN's offices in Kabul, by order of the Taliban."],
  [
    'en',
    "Argentina's Senate rejects Milei's Supreme Court nominees",
    "The people whom Milei wanted on the Supreme Court were turned down by Argentina's senators.",
  ],
  [
    'fr',
    "L'Union africaine suspend le Kenya après le coup d'État",
    "After the putsch, Kenya's membership in the African Union was suspended.",
  ],
  ['en', 'Ruto visits Kampala to sign gas deals', 'Ruto travelled to Kampala for the signing of gas deals.'],
  ['zh', '肯尼亚船只遭撞 内罗毕指责乌干达', 'A Kenyan boat was rammed, and Nairobi points at Uganda.'],
  [
    'es',
    'Costa Rica acusa a Nicaragua de invadir su territorio ante La Haya',
    'San José says before The Hague that Managua has invaded its territory.',
  ],
  [
    'de',
    'Bundeskabinett billigt Lieferung von zwölf Radhaubitzen an Kiew',
    'The German government approved the delivery of twelve wheeled howitzers to Kyiv.',
  ],
  [
    'es',
    'Nairobi suspende dos canales ugandeses por supuesta desinformación',
    'Two Ugandan channels were suspended by Nairobi over alleged disinformation.',
  ],
  ['fr', 'Le Bundestag approuve une aide au Kenya', 'The German parliament approved aid for Kenya.'],
])('of %s "%s" it may be said: %s', (lang, title, text) => {
  expect(reasons(lang, title, text)).toEqual([]);
});

test.each([
  ['en', 'Kenyan court sentences ex-premier in absentia', 'A Kenyan court sentenced the ex-premier to death in absentia.'],
  ['en', 'Kenya seeks attackers who killed 3 near Nairobi', 'Kenya caught the attackers who killed three near Nairobi.'],
  ['en', 'Ruto visits Kampala to sign gas deals', 'Ruto signed gas deals in Kampala.'],
  ['zh', '肯尼亚船只遭撞 内罗毕指责乌干达', 'Uganda rammed a Kenyan boat.'],
  ['fr', "Le Niger rompt ses relations diplomatiques avec l'Ukraine", 'Niger restores diplomatic relations with Ukraine.'],
  [
    'es',
    'Costa Rica acusa a Nicaragua de invadir su territorio ante La Haya',
    'Buenos Aires says before The Hague that Managua has invaded its territory.',
  ],
  [
    'de',
    'Bundeskabinett in Wien billigt Lieferung von Haubitzen an Kiew',
    'The Swiss government approved the delivery of howitzers to Kyiv.',
  ],
  ['fr', 'Le Bundestag approuve une aide au Kenya', 'The Austrian parliament approved aid for Kenya.'],
])('of %s "%s" it may not be said: %s', (lang, title, text) => {
  expect(reasons(lang, title, text)).not.toEqual([]);
});
