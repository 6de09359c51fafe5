import { expect, test } from 'vitest';
import { sentencesIn } from '../../../lib/audit/sentences.js';

test('a text falls into its sentences, and marks within quotations, initials and numbers end none', () => {
  expect(sentencesIn('Two headlines tell of it. “Is it war? No. Not yet” asks Harbour Post.')).toEqual([
    'Two headlines tell of it.',
    '“Is it war? No. Not yet” asks Harbour Post.',
  ]);
  expect(sentencesIn('J. Smith leaves. It gives 2.5 billion to “Дружба”. Новый берег writes.')).toEqual([
    'J. Smith leaves.',
    'It gives 2.5 billion to “Дружба”.',
    'Новый берег writes.',
  ]);
  expect(sentencesIn('He writes: “It ends.” Others do not')).toEqual(['He writes: “It ends.”', 'Others do not']);
  expect(sentencesIn('  ')).toEqual([]);
  const america = 'BBC tells of a ruling by the U.S. Dawn writes: “No”.';
  expect(sentencesIn(america)).toEqual([america]);
  expect(sentencesIn(america, { initials: true })).toHaveLength(2);
});
