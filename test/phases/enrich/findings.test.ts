// What is stored of a family beside its roles: what is answered differently, what is left out, how important it is.
import { describe, expect, it } from 'vitest';
import type { Act } from '../../../lib/reading/reading.js';
import { findingsOf } from '../../../phases/enrich/findings.js';
import { familyOf, memberOf } from './family-of.js';

const at = (hour: number): { publishedAt: string } => ({ publishedAt: `2026-03-10T${String(hour).padStart(2, '0')}:00:00.000Z` });

describe('an act without its doer', () => {
  it('is not listed beside the same with him', () => {
    const act = { source: 'IR', action: 'attack', target: 'SA', mode: 'done', saidBy: null, start: 0, end: 4 } as const;
    const acts = (other: object) =>
      findingsOf(familyOf([memberOf('A', 0, { acts: [act] }), memberOf('B', 1, { acts: [{ ...act, source: null, ...other }] })])).acts.map(
        ({ source, action, target }) => [source, action, target],
      );
    expect(acts({})).toEqual([['IR', 'attack', 'SA']]);
    expect(acts({ target: null })).toEqual([['IR', 'attack', 'SA']]);
    expect(acts({ target: 'US' })).toHaveLength(2);
  });
});

describe('what only state media tell', () => {
  it('is told by no other outlet, not even without its doer', () => {
    const act = { source: 'IR', action: 'arrest_or_try', target: null, mode: 'done', saidBy: null, start: 0, end: 4 } as const;
    const other = { ...act, action: 'condemn' } as const;
    const sole = (rest: { acts: (typeof act | typeof other | (Omit<typeof act, 'source'> & { source: null }))[] }) =>
      findingsOf(
        familyOf([
          memberOf('Iran jails an editor', 0, { acts: [act], owner: 'state', country: 'IR' }),
          memberOf('An editor in Tehran', 1, { acts: [other, ...rest.acts], owner: 'private', country: 'FR' }),
        ]),
      ).acts.find(({ action, source }) => action === 'arrest_or_try' && source === 'IR')?.onlyStateMediaOf;
    expect(sole({ acts: [] })).toBe('IR');
    expect(sole({ acts: [{ ...act, source: null }] })).toBeNull();
  });

  it('is no other word for what others tell between the same two', () => {
    const warns = { source: 'US', action: 'threaten', target: 'HAMAS', mode: 'done', saidBy: null, start: 0, end: 4 } as const;
    const sole = (other: Act) =>
      findingsOf(
        familyOf([
          memberOf('Trump warns Hamas to free hostages', 0, { acts: [warns], owner: 'state', country: 'QA' }),
          memberOf('Trump and Hamas', 1, { acts: [other], owner: 'private', country: 'FR' }),
        ]),
      ).acts.find(({ action }) => action === 'threaten')?.onlyStateMediaOf;
    expect(sole({ ...warns, action: 'demand' })).toBeNull();
    expect(sole({ ...warns, action: 'demand', target: 'IR' })).toBe('QA');
  });
});

describe('what is disputed', () => {
  it('is a toll that two outlets give differently at one time', () => {
    const { disputes } = findingsOf(familyOf([memberOf('Three dead in Odesa', 0, at(6)), memberOf('Four dead in Odesa', 1, at(7))]));
    expect(disputes).toEqual([
      {
        question: 'How many died?',
        answers: [
          { answer: '4', outlets: ['Outlet B'], cites: ['2'] },
          { answer: '3', outlets: ['Outlet A'], cites: ['1'] },
        ],
      },
    ]);
  });

  it('is not a toll that rises, nor one beside the toll of a war', () => {
    expect(findingsOf(familyOf([memberOf('Three dead in Odesa', 0, at(6)), memberOf('Five dead in Odesa', 1, at(18))])).disputes).toEqual(
      [],
    );
    expect(findingsOf(familyOf([memberOf('Three dead in Gaza', 0, at(6)), memberOf('63,500 dead in Gaza', 1, at(6))])).disputes).toEqual(
      [],
    );
  });

  it('is an act that one headline tells and another says is denied', () => {
    const act = { source: 'IR', action: 'attack', target: 'SA', saidBy: null, start: 0, end: 4 } as const;
    const { disputes } = findingsOf(
      familyOf([
        memberOf('Iran hit the port', 0, { acts: [{ ...act, mode: 'done' }] }),
        memberOf('Iran denies it hit the port', 1, { acts: [{ ...act, mode: 'denied', saidBy: 'IR' }] }),
      ]),
    );
    expect(disputes).toEqual([
      {
        question: 'Was there an attack by Iran?',
        answers: [
          { answer: 'yes', outlets: ['Outlet A'], cites: ['1'] },
          { answer: 'no, says Iran', outlets: ['Outlet B'], cites: ['2'] },
        ],
      },
    ]);
  });
});

describe('what was hit', () => {
  const hit = (...titles: [title: string, hour: number, lang?: string][]) =>
    findingsOf(familyOf(titles.map(([title, hour, lang = 'en'], i) => memberOf(title, i, { ...at(hour), lang })))).disputes.filter(
      ({ question }) => question.startsWith('What did'),
    );

  it.each([
    [
      ['Russian missile hits hospital in Kharkiv', 6],
      ['Russia says it struck command centre in Kharkiv', 7],
    ],
    [
      ['Israeli strike on Gaza school kills 12', 6],
      ['Israel says it hit Hamas command centre in Gaza', 9],
    ],
    [
      ['Russische Rakete trifft Krankenhaus in Charkiw', 6, 'de'],
      ['Российская армия поразила командный пункт в Харькове', 8, 'ru'],
    ],
    [
      ['俄罗斯袭击哈尔科夫医院', 6, 'zh'],
      ['Rusia bombardea una base militar en Járkov', 8, 'es'],
    ],
  ] as [string, number, string?][][])('is disputed where one tells of civilians and another of armed forces: %j', (...titles) => {
    const [dispute, ...more] = hit(...titles);
    expect(more).toEqual([]);
    expect(dispute?.answers.map(({ cites }) => cites).sort()).toEqual([['1'], ['2']]);
  });

  it('is one question, its answers by outlet, with who says so', () => {
    expect(
      hit(
        ['Russian missile hits hospital in Kharkiv', 6],
        ['Russia says it struck command centre in Kharkiv', 7],
        ['Hospital hit by Russian missile in Kharkiv', 8],
      ),
    ).toEqual([
      {
        question: 'What did Russia hit?',
        answers: [
          { answer: 'a hospital', outlets: ['Outlet A', 'Outlet C'], cites: ['1', '3'] },
          { answer: 'a command centre, says Russia', outlets: ['Outlet B'], cites: ['2'] },
        ],
      },
    ]);
  });

  it.each([
    ['two places of civilians', ['Russian missile hits hospital in Kharkiv', 6], ['Russian missile hits school in Kharkiv', 7]],
    ['another place', ['Russian missile hits hospital in Kharkiv', 6], ['Russia strikes air base in Poltava', 7]],
    ['another day', ['Russian missile hits hospital in Kharkiv', 1], ['Russia strikes air base', 20]],
    ['another doer', ['Russian missile hits hospital in Kharkiv', 6], ['Ukraine strikes air base', 7]],
    ['both in one headline', ['Russia hits hospital and air base in Kharkiv', 6], ['Russia strikes air base in Kharkiv', 7]],
    ['who only speaks', ['Israeli strike kills 12, hospital officials say', 6], ['Israel hits Hamas command centre', 7]],
    ['from where it is struck', ['Russia strikes Kharkiv from air base', 6], ['Russian missile hits hospital in Kharkiv', 7]],
    ['what is planned', ['Russia threatens to strike air base in Kharkiv', 6], ['Russian missile hits hospital in Kharkiv', 7]],
  ] as [string, ...[string, number][]][])('is not disputed by %s', (_, ...titles) => {
    expect(hit(...titles)).toEqual([]);
  });
});

describe('an act', () => {
  const owned = (title: string, i: number, owner: string | null, country: string) => memberOf(title, i, { owner, country });
  const onlyBy = (...members: ReturnType<typeof owned>[]) =>
    findingsOf(familyOf(members)).acts.map(({ source, onlyStateMediaOf }) => [source, onlyStateMediaOf]);

  it('that state media of one side alone tell is marked so', () => {
    expect(onlyBy(owned('Russia strikes Kyiv', 0, 'private', 'GB'), owned('Ukraine shells Belgorod', 1, 'state', 'RU'))).toEqual([
      ['RU', null],
      ['UA', 'RU'],
    ]);
  });

  it('is not marked where nothing was read of who does what in the headline of another outlet: it may tell the same', () => {
    expect(
      onlyBy(owned('Sami herders pay hidden price of war game', 0, 'private', 'GB'), owned('Ukraine shells Belgorod', 1, 'state', 'RU')),
    ).toEqual([['UA', null]]);
  });

  it('says of how many outlets it was read, and "at least" where the family has others', () => {
    const basis = (...titles: string[]) => findingsOf(familyOf(titles.map((title, i) => memberOf(title, i)))).acts.map((act) => act.basis);
    expect(basis('Russia strikes Kyiv', 'Russia attacks Kyiv')).toEqual(['said by 2 outlets']);
    expect(basis('Russia strikes Kyiv', 'Russia attacks Kyiv', 'Three dead in Kyiv')).toEqual(['said by at least 2 outlets']);
    expect(basis('Russia strikes Kyiv', 'Three dead in Kyiv')).toEqual(['read in one outlet']);
    expect(basis('Russia strikes Kyiv')).toEqual(['one outlet']);
  });

  it('is not marked where an owner is not known, or another outlet tells it too', () => {
    expect(onlyBy(owned('Russia strikes Kyiv', 0, null, 'GB'), owned('Ukraine shells Belgorod', 1, 'state', 'RU'))[1]).toEqual([
      'UA',
      null,
    ]);
    const both = [owned('Ukraine shells Belgorod', 0, 'private', 'GB'), owned('Ukraine attacks Belgorod', 1, 'state', 'RU')];
    expect(onlyBy(...both)).toEqual([['UA', null]]);
  });
});

describe('importance', () => {
  it('adds up what stands beside it, and never exceeds 100', () => {
    const many = Array.from({ length: 60 }, (_, i) =>
      memberOf('Russia strikes Kyiv, 900 dead', i, { publisher: `Outlet ${i}`, lang: ['en', 'de', 'fr', 'ru', 'es'][i % 5] ?? 'en' }),
    );
    for (const family of [familyOf(['Kyiv hit']), familyOf(['Russia strikes Kyiv', 'Three dead in Kyiv']), familyOf(many)]) {
      const { importance } = findingsOf(family);
      expect(importance.why.reduce((sum, { points }) => sum + points, 0)).toBe(importance.points);
      expect(importance.points).toBeGreaterThan(0);
      expect(importance.points).toBeLessThanOrEqual(100);
    }
  });
});
