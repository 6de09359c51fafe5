// How a language model sums up headlines, one, two or three at once: what it may say that no headline says in these words, and what not.
import { expect, test } from 'vitest';
import { checkClaims } from '../../support/evidence.js';

function reasons(titles: readonly (string | [string, string])[], text: string): string[] {
  const sources = titles.map((title, at) => {
    const [lang, written] = typeof title === 'string' ? ['en', title] : title;
    return { id: String(at + 1), text: written, lang, outlets: [`Outlet ${at + 1}`] };
  });
  return checkClaims([{ field: 'sentence', text, cites: sources.map(({ id }) => id) }], sources).map(({ reason }) => reason);
}

test.each([
  [['Kenya sends 105 tons of flour to Somalia'], 'Kenya sent more than 100 tons of flour to Somalia.'],
  [['Death toll of Nepal flood climbs to 1,411'], 'The death toll of the flood in Nepal has passed 1,400.'],
  [["Ghana's economy grows 7.8%"], "Ghana's economy grew by almost 8 percent."],
  [['80% of Greek voters distrust Mitsotakis – poll'], 'According to a poll, four out of five Greek voters distrust Mitsotakis.'],
  [['Customs seize 300,000 kilos of cocaine in Peru'], 'Customs seized 300 tonnes of cocaine in Peru.'],
  [
    ['Leaders extend congratulations to Ghana on Independence Day'],
    'Foreign leaders sent their congratulations to Ghana on Independence Day.',
  ],
  [['Kenya loses influence in Somalia, says Ruto'], 'Ruto argued that Kenya is losing influence in Somalia.'],
  [['Nigeria calls up 60,000 reservists'], 'Nigeria is mobilising 60,000 reservists.'],
  [['Uganda broke law when it dismissed judges, lawyers say'], 'Lawyers say Uganda broke the law by dismissing judges.'],
  [['Sarkissian tells Armenia to expect talks'], 'Armen Sarkissian told Armenia to expect talks.'],
  [
    ['Kenyan suspected of killing Ugandan student in Poland', 'Ugandan student, 19, killed in Poland'],
    'A student from Uganda was killed in Poland and a Kenyan is under suspicion.',
  ],
  [[['ru', 'Казахстан передаст Афганистану 20 тысяч тонн муки']], 'Kazakhstan will give Afghanistan 20,000 tonnes of flour.'],
  [[['de', 'Luxemburg erkennt Palästina noch in diesem Jahr an']], 'Luxembourg will recognise Palestine this year.'],
  [['Ruto willing to meet Museveni if he comes to Nairobi'], 'Ruto said he would meet Museveni if he came to Nairobi.'],
  [['Kenya buries soldiers returned by Somalia'], 'Kenya buried soldiers that Somalia had returned.'],
] as const)('of %j a summary may say: %s', (titles, text) => {
  expect(reasons(titles as unknown as (string | [string, string])[], text)).toEqual([]);
});

test.each([
  [['Kenya sends 105 tons of flour to Somalia'], 'Kenya sent more than 200 tons of flour to Somalia.'],
  [['Kenya sends 105 tons of flour to Somalia'], 'Kenya sent more than 50 tons of flour to Somalia.'],
  [['Death toll of Nepal flood climbs to 1,411'], 'The death toll of the flood in Nepal has passed 1,500.'],
  [['80% of Greek voters distrust Mitsotakis – poll'], 'According to a poll, three out of five Greek voters distrust Mitsotakis.'],
  [['Leaders extend congratulations to Ghana on Independence Day'], 'Foreign leaders sent soldiers to Ghana on Independence Day.'],
  [['Police plan to arrest general over coup'], 'Police arrested a general over a coup.'],
  [['Danish intelligence: Russia sees itself at war with West'], 'Russia declared war on the West.'],
  [['Uganda frees judges dismissed by Kenya'], 'Kenya was dismissed by Uganda.'],
] as const)('of %j no summary may say: %s', (titles, text) => {
  expect(reasons(titles as unknown as (string | [string, string])[], text)).not.toEqual([]);
});
