import { describe, expect, it } from 'vitest';
import type { NewsTitle } from '../../../lib/matching/features.js';
import { Rulings } from '../../../lib/matching/rulings.js';
import { companyOf, groupTitles, ids } from './grouped.js';
import { otherNews, title } from './titles.js';

describe('why titles came together', () => {
  it('is told of each: it founded the family, or joined it through which member, how surely, and what the two share', () => {
    const first = title('Russian drones hit Odesa port, three killed', 'RU UA | strike casualties');
    const second = title('Three killed as Russian drones hit Odesa port', 'RU UA | strike casualties', { at: 1 });
    const [group] = groupTitles([second, first, ...otherNews()], []).filter(({ titles }) => titles.includes(first));
    expect(group?.steps).toMatchObject([
      { act: 'found', title: first.titleId },
      { act: 'join', title: second.titleId, model: 'join', through: [second.titleId, first.titleId] },
    ]);
    const [, step] = group?.steps ?? [];
    if (step?.act !== 'join') throw new Error('The second title did not join.');
    expect(step.score).toBeGreaterThan(step.asked);
    expect(step.shared).toContain('Odesa');
    expect(step.shared).toEqual(expect.arrayContaining(['odesa', 'RU with port', 'UA with port']));
    expect(step.spoke).toHaveLength(5);
  });

  it('is told of families that prove to be one: by which pair, and which sides', () => {
    const [english] = [title('Finland boards cargo ship over Baltic gas pipeline leak', 'FI | energy-supply')];
    const russian = title('Утечка на газопроводе в Финляндии: задержано судно', 'FI | energy-supply', { lang: 'ru', at: 1 });
    const bridge = title('Finland detains ship after gas pipeline leak in Baltic Sea', 'FI | energy-supply', { at: 2 });
    const families = [
      { efId: '3', members: [english] },
      { efId: '5', members: [russian] },
    ];
    const group = groupTitles([bridge, ...otherNews()], families).find(({ titles }) => titles.includes(bridge));
    const merges = group?.steps.filter((step) => step.act === 'merge') ?? [];
    expect(merges.flatMap(({ one, other }) => [...one.families, ...other.families]).sort()).toEqual(expect.arrayContaining(['3', '5']));
    expect(merges.every(({ through, score, asked }) => through[0] !== through[1] && score > asked)).toBe(true);
  });
});

describe('what operators have ruled', () => {
  const port = title('Russian drones hit Odesa port, three killed', 'RU UA | strike casualties');
  const again = title('Three killed as Russian drones hit Odesa port', 'RU UA | strike casualties', { at: 1 });
  const samoa = title('Samoa drafts a law on coral reefs', 'WS | legislation', { at: 2 });
  const ruling = (rule: 'apart' | 'together', one: NewsTitle[], other: NewsTitle[] = []) =>
    new Rulings([{ rule, one: new Set(ids(...one)), other: new Set(ids(...other)) }]);

  it('keeps apart what is as like as can be, as titles and as families', () => {
    const apart = ruling('apart', [port], [again]);
    expect(companyOf(port, groupTitles([port, again, ...otherNews()], []))).toEqual(ids(port, again));
    expect(companyOf(port, groupTitles([port, again, ...otherNews()], [], apart))).toEqual(ids(port));
    const bridge = title('Russian drones hit Odesa port, killing three', 'RU UA | strike casualties', { at: 2 });
    const families = [
      { efId: '1', members: [port] },
      { efId: '2', members: [again] },
    ];
    const group = (rulings?: Rulings) =>
      groupTitles([bridge, ...otherNews()], families, rulings).find(({ titles }) => titles.includes(bridge));
    expect(group()?.absorbs).toHaveLength(1);
    expect(group(apart)).toMatchObject({ absorbs: [] });
  });

  it('keeps together what is not alike at all, and says so', () => {
    const together = ruling('together', [port, samoa]);
    const groups = groupTitles([port, samoa, ...otherNews()], [], together);
    expect(companyOf(port, groups)).toEqual(ids(port, samoa));
    expect(groups.find(({ titles }) => titles.includes(port))?.steps).toContainEqual({
      act: 'ruled',
      title: samoa.titleId,
      through: port.titleId,
    });
  });
});
