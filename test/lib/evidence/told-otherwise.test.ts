// Truths that were refused for how they are told, each beside a lie of the same headline that must stay refused.
import { expect, test } from 'vitest';
import { checkClaims } from '../../support/evidence.js';

function refused(lang: string, title: string, sentence: string): string | null {
  const sources = [{ id: '1', text: title, outlets: ['Meridian Wire'], lang }];
  return checkClaims([{ field: 'summary', text: sentence, cites: ['1'] }], sources)[0]?.reason ?? null;
}

/** The language, a headline, what it bears, and what it does not. */
type Case = readonly [lang: string, title: string, truth: string, lie: string];

const cases: Record<string, readonly Case[]> = {
  'whose a town or a company is': [
    [
      'es',
      'Hallan 9 cuerpos en Zacatecas',
      'Nine bodies were found in the Mexican state of Zacatecas.',
      'Nine bodies were found in the Peruvian city of Zacatecas.',
    ],
    [
      'en',
      'Ericsson to cut 400 jobs',
      'The Swedish company Ericsson will cut 400 jobs.',
      'The Finnish company Ericsson will cut 400 jobs.',
    ],
    ['de', 'VW schließt Werk in Emden', 'Volkswagen closes a plant in Emden.', 'BMW closes a plant in Emden.'],
  ],
  'who holds an office, and his first name': [
    [
      'en',
      'Starmer calls for calm after riots',
      'The British prime minister called for calm after riots.',
      'The French prime minister called for calm after riots.',
    ],
    [
      'en',
      'Lavrov rules out talks this month',
      'The Russian foreign minister ruled out talks this month.',
      'The Russian foreign minister agreed to talks this month.',
    ],
    [
      'en',
      'Court fines opposition leader Tembo',
      'A court fined the opposition leader Samuel Tembo.',
      'A court fined the opposition leader Samuel Banda.',
    ],
  ],
  'who rules that it is so says so': [
    [
      'zh',
      '韩国法院裁定解职违法',
      'The dismissal is illegal, according to a South Korean court.',
      'A South Korean court upheld the dismissal.',
    ],
  ],
  'an aim that is pursued, a noun that ends as a verb does': [
    [
      'en',
      'Peruvian miners block roads to demand higher wages',
      'Demanding higher wages, miners in Peru have blocked roads.',
      'Peruvian miners were given higher wages.',
    ],
    [
      'es',
      'Apagón en Lima por avería en una central',
      'There was a power cut in Lima because of a failure at a power station.',
      'A power cut hit Lima because of a strike.',
    ],
  ],
  'who is named by what it shares': [
    [
      'en',
      'Malian and Nigerien soldiers trade fire at border post',
      'Soldiers of Mali and Niger fired at each other at a border post.',
      'Soldiers of Mali seized a border post of Niger.',
    ],
    [
      'en',
      "Chad's rulers expel Danish envoy, halt cotton exports",
      'The Danish envoy was expelled from Chad, which also halted cotton exports.',
      'The Danish envoy was expelled from Chad, which resumed cotton exports.',
    ],
    [
      'fr',
      'La Belgique fermera son ambassade au Mali',
      'Brussels intends to close its embassy in Mali.',
      'Brussels has closed its embassy in Mali.',
    ],
  ],
  'what is ordered, applied for or put off is not done': [
    [
      'en',
      'Kenyan court orders arrest of ex-minister over graft',
      'An arrest warrant was issued for a former minister by a court in Kenya over graft.',
      'A former minister was arrested in Kenya over graft.',
    ],
    ['ru', 'Грузия подала заявку на вступление в БРИКС', 'Georgia applied to join BRICS.', 'Georgia has joined BRICS.'],
    [
      'zh',
      '日本推迟对韩国钢铁关税表决',
      'Japan has postponed a vote on tariffs on South Korean steel.',
      'Japan approved tariffs on South Korean steel.',
    ],
    [
      'en',
      'Kenyan pirates release Greek ship after ransom paid',
      'A Greek ship was let go by Kenyan pirates after a ransom was paid.',
      'Kenyan pirates released a Greek ship without a ransom.',
    ],
  ],
  'a wish that stands beside what is done': [
    [
      'en',
      'Threatened with sanctions, Chad sends 300 soldiers to its eastern border',
      'Some 300 Chadian soldiers go to the eastern border after a sanctions threat.',
      'Some 300 Malian soldiers go to the eastern border after a sanctions threat.',
    ],
    [
      'en',
      'Appeal to Chad to free Malian hostages',
      'Chad was asked to free Malian hostages.',
      'Chad freed Malian hostages after an appeal.',
    ],
    ['en', 'Chad threatens Mali with sanctions', 'Chad is threatening Mali with sanctions.', 'Chad put sanctions on Mali after threats.'],
  ],
  'the headline itself, and what both quote': [
    [
      'en',
      'Kenyan minister: border talks with Chad failed',
      'Kenyan minister: border talks with Chad failed.',
      'Border talks with Chad failed.',
    ],
    [
      'en',
      "Kenyan army says troops 'will not leave' Somali town",
      "Kenya's army says that its troops 'will not leave' the Somali town.",
      "Kenya's army says that its troops will leave the Somali town.",
    ],
    [
      'en',
      "Chad 'will never' recognise Mali junta",
      "Chad 'will never' recognise the junta in Mali.",
      'Chad will recognise the junta in Mali.',
    ],
    [
      'en',
      "Chad 'has no plan' to quit bloc, says minister",
      "Chad 'has no plan' to leave the bloc, its minister says.",
      'Chad plans to leave the bloc, its minister says.',
    ],
  ],
  'who is meant, and what is not': [
    [
      'en',
      'Kenyan Senate opens trial of deputy president',
      "In Kenya, the Senate began the trial of the country's deputy president.",
      "Kenya's Senate acquitted the deputy president.",
    ],
    [
      'es',
      'Perú: condenan a exministro a 12 años por narcotráfico',
      'In Peru a former minister was sentenced to 12 years for drug trafficking.',
      'In Peru a former minister was sentenced to 20 years for drug trafficking.',
    ],
    [
      'en',
      'Denmark charges two over plot to attack synagogue',
      'Two people have been charged in Denmark with plotting an attack on a synagogue.',
      'Denmark convicted two people over a plot to attack a synagogue.',
    ],
    [
      'en',
      'Tokyo: Beijing sent ships into disputed waters',
      'Tokyo: Beijing sent vessels into disputed waters.',
      'Beijing: Tokyo sent vessels into disputed waters.',
    ],
    [
      'fr',
      'Un Français sur quatre renonce à voyager faute de moyens',
      'One French person in four is said to give up travelling for want of means.',
      'One French person in three gives up travelling for want of means.',
    ],
    [
      'en',
      'Chad is basking in praise for its reforms',
      'Chad is basking in praise for reforms.',
      'Chad is not basking in praise for its reforms.',
    ],
    [
      'en',
      'Sudan minister quits after 8 die in protests over bread prices',
      'A minister in Sudan stepped down after eight people were killed in protests about bread prices.',
      'A minister in Sudan stepped down after eighty people were killed in protests about bread prices.',
    ],
    [
      'en',
      'Chad steps down as mediator in Mali conflict',
      'Chad gave up its role as mediator in the conflict in Mali.',
      'Mali steps down as mediator in a conflict in Chad.',
    ],
  ],
};

for (const [what, rows] of Object.entries(cases))
  test.each(rows)(`${what}: %s %s`, (lang, title, truth, lie) => {
    expect(refused(lang, title, truth)).toBeNull();
    expect(refused(lang, title, lie)).not.toBeNull();
  });
