// What rules say of headlines that show no difference, and of those of one outlet.
import { describe, expect, it } from 'vitest';
import type { ActiveFamily } from '../../../phases/narrate/family.js';
import { type Narrative, narrateByRules } from '../../../phases/narrate/offline.js';
import { familyOf } from './family-of.js';

const narrate = (family: ActiveFamily): Narrative[] => narrateByRules(family);

describe('statements', () => {
  it('say of headlines that show no difference only what was compared in them', () => {
    const said = (...headlines: Parameters<typeof familyOf>[0]) =>
      narrate(familyOf(headlines)).flatMap(({ statements }) => statements.map(({ text }) => text));
    const start = 'As far as the rules can tell, the headlines of Wire and Post do not differ in';
    const plain = { acts: [], actors: ['IR'] };
    expect(said(['Wire', 'Iran tests a rocket', plain], ['Post', 'Iran’s new rocket', plain])).toEqual([
      `${start} whose word they give, loaded words or quotation marks.`,
    ]);
    for (const title of ['Iran has a new rocket – Lavrov', 'Iran has a new rocket: FO', 'Iran has a new rocket, Israel says'])
      expect(said(['Wire', title, plain], ['Post', 'Iran’s new rocket', plain])).toEqual([`${start} loaded words or quotation marks.`]);
  });

  it('say of one headline in several outlets that it is the same', () => {
    const family = familyOf([
      ['Wire', 'Merz demands ‘exhaustion’ of Russia', { acts: [] }],
      ['Post', 'Merz demands ‘exhaustion’ of Russia', { acts: [] }],
    ]);
    const [only, ...more] = narrate(family);
    expect(more).toEqual([]);
    expect(only?.title).toBe('No difference in wording found');
    expect(only?.statements[0]?.text).toBe('The headlines of Wire and Post are the same, word for word.');
  });

  it('say of a family of one outlet what is gathered, not who else tells it', () => {
    const [one] = narrate(familyOf([['Wire', 'Russia strikes Kyiv with missiles']]));
    expect(one?.statements[0]?.text).toBe('The one headline gathered here is of Wire, so there is nothing to compare.');
  });
});
