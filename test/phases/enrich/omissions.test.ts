// What most outlets of a family tell and which do not.
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../phases/enrich/findings.js';
import { familyOf, memberOf } from './family-of.js';

const at = (hour: number): { publishedAt: string } => ({ publishedAt: `2026-03-10T${String(hour).padStart(2, '0')}:00:00.000Z` });

describe('what is left out', () => {
  const most = ['Russia strikes Kyiv', 'Russia attacks Kyiv', 'Russia bombs Kyiv'].map((title, i) => memberOf(title, i));

  it('is what most outlets tell and an outlet with several headlines does not', () => {
    const quiet = [memberOf('Kyiv metro closes', 3, { publisher: 'Quiet' }), memberOf('Grain prices jump', 4, { publisher: 'Quiet' })];
    const { omissions } = findingsOf(familyOf([...most, ...quiet]));
    expect(omissions).toEqual([{ told: 'an attack by Russia', outlets: ['Outlet A', 'Outlet B', 'Outlet C'], missing: ['Quiet'] }]);
  });

  it('is never said of an outlet with one headline, nor of one that names the doer', () => {
    const one = memberOf('Kyiv metro closes', 3, { publisher: 'Quiet' });
    expect(findingsOf(familyOf([...most, one])).omissions).toEqual([]);
    const naming = memberOf('Moscow says nothing', 4, { publisher: 'Quiet', actors: ['RU'] });
    expect(findingsOf(familyOf([...most, one, naming])).omissions).toEqual([]);
  });
});

describe('what is left out of several acts of one doer', () => {
  const both = ['Iran recognises Oman, imposes sanctions on Turkey', 'Iran to recognise Oman, impose sanctions on Turkey'];
  const most = [0, 1, 2].map((i) => memberOf(both[i % 2] ?? '', i, at(6 + i)));
  const quiet = (title: string, i: number, hour: number, more = {}) => memberOf(title, i, { publisher: 'Quiet', ...at(hour), ...more });

  it('is the act upon whom none of an outlet’s headlines names, though each names the doer', () => {
    const { omissions } = findingsOf(familyOf([...most, quiet('Iran recognises Oman', 3, 8), quiet('Iran to recognise Oman soon', 4, 9)]));
    expect(omissions).toEqual([
      { told: 'sanctions or duties by Iran on Turkey', outlets: ['Outlet A', 'Outlet B', 'Outlet C'], missing: ['Quiet'] },
    ]);
  });

  it('is nothing where one of them names him by a town, or all came before the others told it', () => {
    const town = quiet('Iran to recognise Oman, shun Ankara', 4, 9, { places: ['TR'] });
    expect(findingsOf(familyOf([...most, quiet('Iran recognises Oman', 3, 8), town])).omissions).toEqual([]);
    expect(findingsOf(familyOf([...most, quiet('Iran recognises Oman', 3, 2), quiet('Iran to recognise Oman', 4, 3)])).omissions).toEqual(
      [],
    );
  });
});
