// What is answered differently: whether it is true, who did it, how many. As headlines have it, read as P2 reads them.
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../phases/enrich/findings.js';
import { familyOf, memberOf } from './family-of.js';

const named = [
  ['RU', 'Russia'],
  ['UA', 'Ukraine'],
  ['US', 'United States'],
  ['IR', 'Iran'],
  ['SD', 'Sudan'],
  ['AE', 'United Arab Emirates'],
].map(([id = '', name = '']) => ({ id, name }));

type Row = readonly [title: string, hour?: number, lang?: string, actors?: string[]];

/** "question: answer (outlets) | answer (outlets)" of headlines, each of an outlet of its own. */
function disputes(...rows: Row[]): string[] {
  const members = rows.map(([title, hour = 6, lang = 'en', actors], i) => {
    const publishedAt = `2026-03-10T${String(hour).padStart(2, '0')}:00:00.000Z`;
    return memberOf(title, i, { lang, publishedAt, ...(actors === undefined ? {} : { actors }) });
  });
  return findingsOf(familyOf(members, { actors: named })).disputes.map(
    ({ question, answers }) =>
      `${question} ${answers.map(({ answer, outlets }) => `${answer} (${outlets.map((outlet) => outlet.slice(-1)).join('')})`).join(' | ')}`,
  );
}

describe('an accusation and its denial', () => {
  it('are one question, whoever else tells the accusation', () => {
    expect(
      disputes(
        ['US accuses Russia of conspiring with China', 4],
        ['Moscow denies US accusations of conspiring with China', 8],
        ['US accuses Russia of plot with China', 9],
      ),
    ).toEqual(['Is it true what the United States accuses Russia of? yes, says the United States (AC) | no, says Russia (B)']);
  });

  it.each([
    [
      ['Sudan accuses UAE of arming RSF', 'UAE denies arming Sudan’s RSF'],
      'Were there arms from the United Arab Emirates? yes, says Sudan (A) | no, says the United Arab Emirates (B)',
    ],
    [
      ['US accuses Iran of attacking tanker in Gulf', 'Tehran rejects US accusations'],
      'Is it true what the United States accuses Iran of? yes, says the United States (A) | no, says Iran (B)',
    ],
    [
      ['US accuses Iran of attacking tanker in Gulf', 'Iran denies involvement in attack on tanker'],
      'Was there an attack by Iran? yes, says the United States (A) | no, says Iran (B)',
    ],
  ] as const)('%j', ([accusing, denying], expected) => {
    expect(disputes([accusing, 6], [denying, 9])).toEqual([expected]);
  });

  it('is one where whoever is accused calls the accusation groundless', () => {
    const accusing: Row = ['US accuses Russia of cyberattack', 6];
    for (const denial of ['Russian embassy: accusations of cyberattack are groundless', 'Moscow calls accusations of cyberattack baseless'])
      expect(disputes(accusing, [denial, 9, 'en', ['@envoy', 'RU']])).toEqual([
        'Is it true what the United States accuses Russia of? yes, says the United States (A) | no, says Russia (B)',
      ]);
    for (const [other, actors] of [
      ['US: accusations of Russia are groundless', ['US', 'RU']],
      ['Russia: economy is no fake', ['RU']],
      ['Russian accusations over cyberattack still false', ['RU']],
    ] as const)
      expect(disputes(accusing, [other, 9, 'en', [...actors]])).toEqual([]);
  });

  it('is one where a single headline tells both', () => {
    expect(disputes(['Sudan accuses UAE of arming RSF, UAE denies accusations', 6])[0]).toMatch(
      /yes, says Sudan \(A\) \| no, says the United Arab/u,
    );
  });

  it('is one across languages', () => {
    expect(disputes(['США обвинили Иран в атаке на танкер', 6, 'ru'], ['伊朗否认指控', 9, 'zh'])).toHaveLength(1);
  });

  it.each([
    ['an offer that is rejected', ['US accuses Iran of attacking tanker', 6], ['Iran rejects US offer of talks', 9]],
    ['a denial of what a third party says', ['Sudan accuses UAE of arming RSF', 6], ['UAE denies US accusations', 9, 'en', ['AE', 'US']]],
    ['who denies something else two days before', ['US accuses Russia of plot', 23], ['Moscow says it will answer', 1]],
    ['one who accuses himself of nothing', ['Russia accuses Ukraine of shelling', 6], ['Russia denies delay', 8]],
  ] as [string, Row, Row][])('is not made of %s', (_, ...rows) => {
    expect(disputes(...rows)).toEqual([]);
  });
});

describe('who did it', () => {
  it('is asked where each of two sides says that the other did it at one place', () => {
    expect(
      disputes(['Ukraine accuses Russia of blowing up dam in Kherson', 6], ['Russia accuses Ukraine of blowing up dam in Kherson', 9])[0],
    ).toBe('Who is behind the attack? Russia, says Ukraine (A) | Ukraine, says Russia (B)');
  });

  it('is asked of two sides that accuse each other, with who tells which', () => {
    expect(disputes(['Ukraine accuses Russia of violating truce', 6], ['Russia accuses Ukraine of violating truce', 9])).toEqual([
      'Who accuses whom? Ukraine accuses Russia (A) | Russia accuses Ukraine (B)',
    ]);
  });

  it('is not asked of two who both did it, nor of what each does to the other', () => {
    expect(disputes(['US strikes Iran', 6], ['Israel says it struck Iran', 7])).toEqual([]);
    expect(disputes(['Russia strikes Kyiv', 6], ['Ukraine strikes Belgorod', 7])).toEqual([]);
  });
});

describe('a toll', () => {
  it('is one where two count the same people at one time, with the words for how exactly', () => {
    expect(disputes(['At least 20 killed in Kharkiv', 6], ['15 killed in Kharkiv strike', 7])).toEqual([
      'How many died? 15 (B) | at least 20 (A)',
    ]);
    expect(disputes(['11 soldiers killed in Odesa', 6], ['19 soldiers killed in Odesa attack', 6])).toEqual([
      'How many soldiers died? 11 (A) | 19 (B)',
    ]);
  });

  it('is one in whatever language the same people are counted', () => {
    const found = disputes(
      ['60 soldiers killed in ambush in Mali', 6],
      ['30 soldiers killed in Mali ambush', 7],
      ['Mali : trente soldats tués dans une embuscade', 7, 'fr'],
      ['Mali: 30 Soldaten bei Angriff getötet', 7, 'de'],
    );
    expect(found).toEqual(['How many soldiers died? 30 (BCD) | 60 (A)']);
  });

  it('is not disputed by who is counted in a language that has no word for them here', () => {
    expect(disputes(['60 sailors killed in Odesa', 6], ['Odessa: 40 Matrosen getötet', 6, 'de'])).toEqual([]);
  });

  it.each([
    ['of others', ['11 soldiers killed in Odesa', 6], ['19 children killed in Odesa', 6]],
    ['of another town', ['11 killed in Odesa', 6], ['19 killed in Kharkiv', 6]],
    ['of a longer time', ['11 killed in Odesa', 6], ['19 killed in Odesa since Monday', 6]],
    ['of those who came to it', ['11 killed in Odesa', 6], ['Five more killed in Odesa', 6]],
    ['that one number leaves open', ['At least 11 killed in Odesa', 6], ['19 killed in Odesa', 6]],
    ['that rises', ['11 killed in Odesa', 6], ['19 killed in Odesa', 18]],
  ] as [string, Row, Row][])('is not disputed by one %s', (_, ...rows) => {
    expect(disputes(...rows)).toEqual([]);
  });

  it('is not disputed by an outlet that corrects itself', () => {
    const at = (hour: number) => `2026-03-10T0${hour}:00:00.000Z`;
    const members = [
      memberOf('11 killed in Odesa', 0, { publishedAt: at(6) }),
      memberOf('9 killed in Odesa', 1, { publishedAt: at(7) }),
      memberOf('9 killed in Odesa, not 11', 2, { publisher: 'Outlet A', publishedAt: at(8), figures: memberOf('9 killed').figures }),
    ];
    expect(findingsOf(familyOf(members)).disputes).toEqual([]);
  });
});
