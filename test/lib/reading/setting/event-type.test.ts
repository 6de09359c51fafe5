// Of what type a happening is: what is done first, and the words beside it.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { defaultEventTypes } from '../../../../lib/config/lists.js';
import { eventTypeOf } from '../../../../lib/reading/setting/event-type.js';
import { makeEventWordReader } from '../../../../lib/reading/setting/event-words.js';

const words = makeEventWordReader(join(fileURLToPath(new URL('../../../../', import.meta.url)), 'lib/reading/setting/tables'));
const attack = { source: 'IL', action: 'attack' as const, target: 'PS', mode: 'done' as const, saidBy: null };

test.each([
  ['Families of journalists killed in Israeli strike sue in Paris', [attack], 'Legal/ICC'],
  ['Israel strikes Gaza school', [attack], 'Strategy/Tactics'],
  ['Peru votes in runoff', [], 'Domestic Politics'],
  ['Jordan Peele film tops box office', [], 'Information/Media/Platforms'],
  ['Earthquake shakes northern Chile', [], 'Humanitarian'],
  ['Hackers leak data of Danish rail operator', [], 'Tech/Cyber/OSINT'],
  ['Nothing of the kind', [], 'Diplomacy/Negotiations'],
])('%s', (title, acts, type) => {
  expect(eventTypeOf({ acts, mechanisms: [], kind: 'news', words: words(title, 'en') }, defaultEventTypes)).toBe(type);
});

test('a language without words of its own is told by its acts', () => {
  expect(words('Gericht verurteilt Minister', 'xx').size).toBe(0);
});
