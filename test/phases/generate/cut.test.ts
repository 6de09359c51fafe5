import { expect, test } from 'vitest';
import { cutAtPhrase } from '../../../phases/generate/describe/cut.js';

test.each([
  ['Rescue teams search the harbour as officials fear as many as 12,000 people are missing', 63],
  ['Rescue teams search the harbour as officials fear as many as 3.5 million people are missing', 66],
  ['Rescue teams search the harbour as officials fear that 12 000 people are missing', 58],
])('a headline is never cut inside or right behind a number: %s', (title, most) => {
  const short = cutAtPhrase(title, most);
  expect(title.startsWith(short)).toBe(true);
  expect(short.length).toBeGreaterThan(30);
  expect(short).not.toMatch(/\d/);
});

test('a short headline stays as it is, a long one is cut between words', () => {
  expect(cutAtPhrase('Two words', 120)).toBe('Two words');
  expect(cutAtPhrase('Ministers agree on the long awaited package', 30)).toBe('Ministers agree on the long');
});

test.each([
  [
    'China shows nuclear triad for the first time in its history, debuts air-launched JL-1, submarine-launched JL-3, land-based DF-61, DF-31BJ',
    'China shows nuclear triad for the first time in its history',
  ],
  [
    'La número dos de Starmer y responsable de Vivienda admite no haber pagado los impuestos que debía al comprar un apartamento en la costa',
    'La número dos de Starmer y responsable de Vivienda admite no haber pagado los impuestos',
  ],
  [
    'El juez Alejandro Maraniello, que prohibió difundir los audios de Karina Milei, enfrenta nueve denuncias en su contra: de qué lo acusan',
    'El juez Alejandro Maraniello, que prohibió difundir los audios de Karina Milei, enfrenta nueve denuncias en su contra',
  ],
  [
    'China’s top legislator calls for accelerating building of China-Vietnam community with shared future that carries strategic significance',
    'China’s top legislator calls for accelerating building of China-Vietnam community with shared future',
  ],
  [
    'Knife attack in Marseille: its author wanted to “end his journey by dying”, the minister says, who does not see a motive in what he believed',
    'Knife attack in Marseille: its author wanted to “end his journey by dying”, the minister says',
  ],
  [
    '«Dans ce siècle, il y a une chance de vivre jusqu’à 150 ans» : l’étonnant et futuriste échange entre Xi Jinping et Vladimir Poutine',
    '«Dans ce siècle, il y a une chance de vivre jusqu’à 150 ans» : l’étonnant et futuriste échange',
  ],
])('a long headline is cut where a clause ends: %s', (title, short) => {
  expect(title.length).toBeGreaterThan(120);
  expect(cutAtPhrase(title, 120)).toBe(short);
});

test('a quotation that is cut is closed', () => {
  const title =
    'Julien Vitores, sociologue : « En tant que support éducatif, la nature est un révélateur de conflits de valeurs entre classes sociales »';
  expect(cutAtPhrase(title, 120)).toBe(
    'Julien Vitores, sociologue : « En tant que support éducatif, la nature est un révélateur de conflits de valeurs »',
  );
});
