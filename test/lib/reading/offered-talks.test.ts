// Who offers talks to whom: never the one to whom they are offered alone.
import { expect, it } from 'vitest';
import { readHeadline } from '../../support/read-headline.js';

it.each([
  ['de', 'Südkorea bietet Nordkorea Gespräche an'],
  ['de', 'Südkorea schlägt Nordkorea Verhandlungen vor'],
  ['zh', '韩国提议与朝鲜举行军事会谈'],
  ['zh', '韩国提议同朝鲜会谈'],
])('reads in %s who offers talks, and to whom: %s', (lang, title) => {
  const told = readHeadline(title, lang).acts.map(({ source, action, target, mode }) => `${source} ${action} ${target} ${mode}`);
  expect(told).toEqual(['KR negotiate KP planned', 'KP negotiate KR planned']);
});
