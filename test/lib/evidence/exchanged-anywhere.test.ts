// Lies that keep the words of their titles: another mouth, another title's speaker or doer, yet to come of what is done, another measure, another
// order in time, and what is said told as so. Each beside a truth of the same words.
import { describe, expect, test } from 'vitest';
import { checkClaims } from '../../support/evidence.js';

type Title = readonly [lang: string, text: string];

function refused(titles: readonly Title[], sentence: string): string | null {
  const sources = titles.map(([lang, text], at) => ({ id: `t${at}`, text, outlets: [`Post ${at}`], lang }));
  return checkClaims([{ field: 'summary', text: sentence, cites: sources.map(({ id }) => id) }], sources)[0]?.reason ?? null;
}

/** Titles, what they bear, and what they do not. */
type Case = readonly [titles: readonly Title[], truth: string, lie: string];

const cases: Record<string, readonly Case[]> = {
  'a mouth that no title has': [
    [
      [['en', 'Explosion at Lagos depot kills four, police say']],
      'Police say an explosion at a depot in Lagos killed four people.',
      'Witnesses say an explosion at a depot in Lagos killed four people.',
    ],
    [
      [['fr', "Vingt morts dans l'incendie d'un marché à Dakar, selon le maire"]],
      'According to the mayor, twenty people died in a fire at a market in Dakar.',
      'According to a union, twenty people died in a fire at a market in Dakar.',
    ],
    [
      [['de', 'Laut Experten wächst das Ozonloch weiter']],
      'Experts say the ozone hole is still growing.',
      'Villagers say the ozone hole is still growing.',
    ],
  ],
  "another title's speaker": [
    [
      [
        ['en', 'Oslo says it will not host the winter games'],
        ['en', 'Peru miners block highway for third week over permit law'],
      ],
      'Oslo says it will not host the winter games.',
      'Oslo says Peru miners block a highway for a third week over a permit law.',
    ],
  ],
  "another title's doer": [
    [
      [
        ['de', 'Lettland schließt seine Botschaft in Damaskus'],
        ['en', 'Kenya buys wheat from Ukraine'],
      ],
      'Latvia is closing its embassy in Damascus.',
      'Kenya is closing its embassy in Damascus.',
    ],
  ],
  'yet to come of what is done': [
    [
      [['en', 'Rwanda releases two Ugandan traders']],
      'Rwanda has released two Ugandan traders.',
      'Rwanda will release two Ugandan traders.',
    ],
    [
      [['es', 'Chile expulsa a dos diplomáticos de Nicaragua']],
      'Chile has expelled two diplomats from Nicaragua.',
      'Chile plans to expel two diplomats from Nicaragua.',
    ],
    [[['ru', 'Папа Римский посетил Ливан']], 'The pope visited Lebanon.', 'The pope will visit Lebanon.'],
  ],
  'another measure': [
    [
      [['en', 'Inflation in Ghana falls to 12 percent']],
      'Inflation in Ghana has fallen to twelve percent.',
      'Inflation in Ghana has fallen to twelve percentage points.',
    ],
    [
      [['ar', 'تونس: الحكم بالسجن 12 عاما على وزير سابق']],
      'A former minister was sentenced to twelve years in prison in Tunisia.',
      'A former minister was sentenced to twelve months in prison in Tunisia.',
    ],
    [
      [['en', 'Nearly 2,000 displaced by floods in Malawi']],
      'Nearly 2,000 people were displaced by floods in Malawi.',
      'More than 2,000 were displaced by floods in Malawi.',
    ],
    [
      [['en', 'Market blast in Niger kills at least 8']],
      'A market blast in Niger killed at least 8.',
      'A market blast in Niger killed exactly 8.',
    ],
  ],
  'another order': [
    [
      [['en', 'Norway closes its embassy in Bamako after attack on convoy']],
      'Norway closed its embassy in Bamako after an attack on a convoy.',
      'Norway closed its embassy in Bamako before an attack on a convoy.',
    ],
    [
      [['de', 'Kenia zieht Truppen ab vor Wahl in Somalia']],
      'Kenya is withdrawing troops before an election in Somalia.',
      'Kenya is withdrawing troops after an election in Somalia.',
    ],
  ],
  'the same verb behind another': [
    [
      [['de', 'Norwegen stoppt Gaslieferungen an die Schweiz']],
      'Norway is stopping deliveries of gas to Switzerland.',
      'Switzerland stops deliveries of gas to Norway.',
    ],
    [
      [['ru', 'Финляндия подняла истребители из-за удара по Одессе']],
      'Finland scrambled fighter jets because of a strike on Odesa.',
      'Ukraine scrambled fighter jets because of a strike on Finland.',
    ],
  ],
  'a negation that nothing bears': [
    [
      [['zh', '泰国国王赦免前总理']],
      'A former prime minister has been pardoned by the king of Thailand.',
      'A former prime minister has not been pardoned by the king of Thailand.',
    ],
    [
      [['en', 'Greek coast guard rescues 30 migrants off Crete, three missing']],
      'Off Crete three are still missing.',
      'The Greek coast guard has not rescued 30 migrants off Crete.',
    ],
    [
      [['en', 'Oslo rules out sending troops to Ukraine']],
      'Oslo rules out sending troops to Ukraine.',
      'Oslo does not rule out sending troops to Ukraine.',
    ],
    [
      [['ru', 'Макрон не исключил отправку солдат в Молдавию']],
      'Macron has not ruled out sending soldiers to Moldova.',
      'Macron has ruled out sending soldiers to Moldova.',
    ],
  ],
  'another fate of some': [
    [
      [['en', 'Nepal quake toll rises to 40; hundreds homeless']],
      'Hundreds are homeless after a quake in Nepal.',
      'Hundreds of people died in a quake in Nepal.',
    ],
    [
      [['fr', 'Séisme au Chili : douze morts, des dizaines de blessés']],
      'Dozens were injured in a quake in Chile.',
      'Dozens were killed in a quake in Chile.',
    ],
  ],
  'what is said told as so': [
    [
      [['en', 'Army committing crimes against Rohingya, scholars group says']],
      'The army is committing crimes against Rohingya, a scholars group says.',
      'Army committing crimes against Rohingya.',
    ],
    [
      [['en', 'Zelensky says Hungary offered to reopen the pipeline']],
      'Zelensky says Hungary offered to reopen the pipeline.',
      'Hungary offered to reopen the pipeline.',
    ],
  ],
};

describe.each(Object.entries(cases))('%s', (_, some) => {
  test.each(some)('%j bear "%s"', (titles, truth) => {
    expect(refused(titles, truth)).toBeNull();
  });

  test.each(some)('%j, "%s" is one thing, "%s" is another', (titles, _truth, lie) => {
    expect(refused(titles, lie)).not.toBeNull();
  });
});

test('a headline may be cut where a "…" says so, and not before who says it', () => {
  const title = 'Soldiers fired on a crowd of unarmed people who were queueing for flour at a gate, UN says';
  const cut = 'Soldiers fired on a crowd of unarmed people who were queueing for flour at a gate';
  expect(refused([['en', title]], cut)).not.toBeNull();
  expect(refused([['en', title]], `${cut}…`)).toBeNull();
});
