// What rules say of groups of headlines: each statement stands on the headlines it cites, and says no more than can be seen in them.
import { describe, expect, it } from 'vitest';
import type { ActiveFamily } from '../../../phases/narrate/family.js';
import { type Narrative, narrateByRules } from '../../../phases/narrate/offline.js';
import { familyOf, strike } from './family-of.js';

const narrate = (family: ActiveFamily): Narrative[] => narrateByRules(family);

describe('statements', () => {
  it('name in each statement only the outlets of the headlines it cites', () => {
    const outlets = strike.members.map(({ publisher }) => publisher);
    for (const { statements } of narrate(strike)) {
      expect(statements.length).toBeGreaterThan(0);
      for (const { text, cites } of statements) {
        const cited = strike.members.filter(({ titleId }) => cites.includes(titleId));
        const named = outlets.filter((outlet) => text.includes(outlet));
        expect(named.filter((outlet) => !cited.some(({ publisher }) => publisher === outlet))).toEqual([]);
        for (const [, quote] of text.matchAll(/“([^”]+)”/gu))
          for (const piece of quote?.split(' ... ') ?? []) expect(cited.some(({ title }) => title.includes(piece))).toBe(true);
      }
    }
  });

  it('say who tells the act, in which words, who gives it as whose word, and who leaves the doer out', () => {
    const texts = narrate(strike).flatMap(({ statements }) => statements.map(({ text }) => text));
    expect(texts).toContain('The headline of Post writes “brutal” without quotation marks.');
    expect(texts).toContain('The headline of Agency puts “retaliatory” in quotation marks.');
    expect(texts).toContain('Headlines of Market and Agency do not refer to Russia.');
    expect(texts.some((text) => text.startsWith('Headlines of Wire, Post and Zeitung tell of an attack by Russia: “strikes” (Wire)'))).toBe(
      true,
    );
    expect(texts.some((text) => text.startsWith('Headlines of Kurier and Ledger give an attack by Russia as the word of Ukraine'))).toBe(
      true,
    );
  });

  it('say whose headline leaves open or doubts what it tells, by which words, and nothing of doubt inside quotation marks', () => {
    const narratives = narrate(
      familyOf([
        ['Wire', 'Rulers say they crushed a coup, but offer no proof'],
        ['Kurier', 'Offiziere nach angeblichem Putschversuch verhaftet', { lang: 'de' }],
        ['Post', 'Rulers speak of an “alleged” coup'],
        ['Agency', 'Rulers crush a coup'],
      ]),
    );
    const texts = narratives.flatMap(({ statements }) => statements.map(({ text }) => text));
    expect(texts.filter((text) => text.includes('doubt'))).toEqual([
      'Headlines of Wire and Kurier have words of doubt: “offer no proof” (Wire), “angeblichem” (Kurier).',
    ]);
    expect(narratives.flatMap(({ lexicon }) => lexicon.hedges)).toEqual(['offer no proof', 'angeblichem']);
  });

  it('name of words that plain headlines do not have only those of their own languages, for one of another may mean the same', () => {
    const narratives = narrate(
      familyOf([
        ['Wire', 'EU adopts package, lists 54 tankers', { acts: [] }],
        ['Kurier', 'EU sperrt Häfen für 54 Tanker', { lang: 'de', acts: [] }],
        ['Quotidien', 'L’UE s’attaque à la flotte fantôme russe', { lang: 'fr', acts: [] }],
        ['Ledger', 'EU lists 54 ‘shadow fleet’ vessels', { acts: [] }],
      ]),
    );
    const texts = narratives.flatMap(({ statements }) => statements.map(({ text }) => text));
    expect(texts.join(' ')).not.toContain('of the others');
    expect(texts).toContain('Headlines of Wire and Kurier have nothing in quotation marks.');
    expect(texts.join(' ')).not.toContain('do not have “flotte fantôme”');
    expect(narratives.find(({ title }) => title === 'Nothing in quotation marks')?.thesis).toBe(
      'Headlines of Wire and Kurier have nothing in quotation marks.',
    );
  });

  it('say of plain headlines that repeat a quoted word only that they quote nothing', () => {
    const texts = narrate(
      familyOf([
        ['Wire', 'Trump accuses Iran of conspiring against US', { acts: [], actors: ['IR'] }],
        ['Post', 'Iran denies conspiring against US', { acts: [], actors: ['IR'] }],
        ['Kurier', 'Iran ‘conspiring’ against US, Trump says', { acts: [], actors: ['IR'] }],
        ['Ledger', 'Iran is ‘conspiring against US’ – Trump', { acts: [], actors: ['IR'] }],
      ]),
    ).flatMap(({ title, why_different }) => [title, why_different ?? '']);
    expect(texts.filter((text) => /none of these words|Without the words/.test(text))).toEqual([]);
    expect(
      texts.some((text) => text.startsWith('These headlines have nothing in quotation marks; others have words in quotation marks')),
    ).toBe(true);
  });

  it('say of no outlet that it lacks a word, or a doer, that another of its headlines has', () => {
    const texts = narrate(
      familyOf([
        ['Wire', 'Scholars call it a massacre', { acts: [], actors: ['IR'] }],
        ['Wire', 'Scholars publish on Iran', { acts: [], actors: ['IR'] }],
        ['Post', 'A brutal massacre in Iran, and its scholars', { acts: [], actors: ['IR'] }],
        ['Agency', 'Iran and its scholars', { acts: [], actors: ['IR'] }],
        ['Kurier', 'Scholars of Iran meet', { acts: [], actors: ['IR'] }],
      ]),
    ).flatMap(({ statements }) => statements.map(({ text }) => text));
    const lacking = texts.filter((text) => text.includes('not have'));
    expect(lacking).toHaveLength(1);
    expect(lacking[0]).toContain('Headlines of Agency and Kurier do not have');
    const doers = narrate(
      familyOf([
        ['Wire', 'Russia strikes Kyiv with missiles'],
        ['Post', 'Russia pounds Kyiv'],
        ['Wire', 'Kyiv hit by missiles'],
        ['Agency', 'Kyiv hit again'],
      ]),
    ).flatMap(({ statements }) => statements.map(({ text }) => text));
    expect(doers.filter((text) => text.includes('not refer'))).toEqual(['The headline of Agency does not refer to Russia.']);
  });

  it('take a town for its state, and The Hague for its courts', () => {
    const texts = (...headlines: Parameters<typeof familyOf>[0]) =>
      narrate(familyOf(headlines)).flatMap(({ statements }) => statements.map(({ text }) => text));
    const refinery = texts(
      ['Wire', 'Ryazan refinery ablaze', { acts: [], places: ['RU'] }],
      ['Post', 'Russian refinery ablaze', { acts: [], actors: ['RU'] }],
    );
    expect(refinery.filter((text) => text.includes('refer'))).toEqual([]);
    const court = texts(
      ['Wire', 'The Hague turns to Sudan', { acts: [], actors: ['NL'], hits: [{ id: 'NL', start: 0, end: 9 }] }],
      ['Post', 'ICC turns to Sudan', { acts: [], actors: ['ICC'] }],
    );
    expect(court.filter((text) => text.includes('Netherlands'))).toEqual([]);
  });

  it('say of no outlet that it leaves out whom another of its headlines refers to', () => {
    const said = (...publishers: string[]) =>
      narrate(
        familyOf([
          [publishers[0] ?? '', 'Belgian deputy scolds Commission', { acts: [], actors: ['BE'] }],
          [publishers[1] ?? '', 'Commission clashes with deputies', { acts: [], actors: [] }],
          [publishers[2] ?? '', 'Taxes put talks under pressure', { acts: [], actors: [] }],
        ]),
      ).flatMap(({ statements }) => statements.map(({ text }) => text).filter((text) => text.includes('refer')));
    expect(said('Wire', 'Post', 'Agency')).toHaveLength(1);
    expect(said('Wire', 'Wire', 'Post')).toEqual([]);
  });

  it('say of two parties that do it to each other that both do', () => {
    const act = { action: 'attack', mode: 'done', saidBy: null, start: 17, end: 27 } as const;
    const fire = [
      { ...act, source: 'PK', target: 'IN' },
      { ...act, source: 'IN', target: 'PK' },
    ];
    const names = new Map([
      ['IN', 'India'],
      ['PK', 'Pakistan'],
    ]);
    const both = { acts: fire, actors: ['IN', 'PK'] };
    const narratives = narrate(
      familyOf(
        [
          ['A', 'India, Pakistan: trade fire', both],
          ['B', 'India, Pakistan, trade fire', both],
          ['C', 'Calm in Poonch', { acts: [{ ...act, action: 'demand', source: null, target: null }], actors: [] }],
        ],
        { names },
      ),
    );
    const texts = narratives.flatMap(({ statements }) => statements.map(({ text }) => text));
    expect(texts.filter((text) => text.includes('an attack by'))).toEqual([
      'Headlines of A and B tell of an attack by Pakistan and India on each other: “trade fire”.',
    ]);
  });

  it('name once who acts upon himself', () => {
    const ruling = {
      acts: [{ source: 'US', action: 'legislate_or_rule', target: 'US', mode: 'done', saidBy: null, start: 6, end: 11 }],
      actors: ['US'],
    } as const;
    const more = { ...ruling, acts: [...ruling.acts], actors: [...ruling.actors] };
    const narratives = narrate(
      familyOf([
        ['A', 'Judge rules against Washington', more],
        ['B', 'Court rules against White House', more],
        ['C', 'Farce in court', { acts: ruling.acts.map((act) => ({ ...act, action: 'condemn' })) }],
      ]),
    );
    const texts = narratives.flatMap(({ statements }) => statements.map(({ text }) => text));
    expect(texts.filter((text) => text.includes('ruling'))).toEqual([
      'Headlines of A and B tell of a law or ruling by the United States: “rules”.',
    ]);
  });

  it('say what headlines begin with, a party only where others begin with the other one', () => {
    const starting = (id: string, word: string) => ({ hits: [{ id, start: 0, end: word.length }] });
    const said = (family: ActiveFamily) => narrate(family).flatMap(({ statements }) => statements.map(({ text }) => text));
    const one = ['A', 'Russia strikes Kyiv', starting('RU', 'Russia')] as const;
    const other = ['B', 'Ukraine under fire as Russia attacks Kyiv', starting('UA', 'Ukraine')] as const;
    const both = said(familyOf([one, other, ['C', '‘It was hell’: Russia bombs Kyiv']]));
    expect(both).toContain('The headline of A begins with Russia: “Russia”.');
    expect(both).toContain('The headline of B begins with Ukraine: “Ukraine”.');
    expect(both).toContain('The headline of C begins with a quotation.');
    expect(said(familyOf([one, ['D', 'Russia attacks Kyiv', starting('RU', 'Russia')]])).filter((text) => text.includes('begin'))).toEqual(
      [],
    );
  });

  it('say that all of a group are media of one state where the settings say so, and not where an owner is not known', () => {
    const of = (owner: string | null) =>
      familyOf([
        ['A', 'Russia strikes Kyiv', { owner, country: 'GB' }],
        ['B', 'Russia attacks Kyiv', { owner, country: 'GB' }],
        ['C', 'Kyiv hit by missiles', { owner: 'state', country: 'RU' }],
        ['D', 'Explosions in Kyiv', { owner: 'state', country: 'RU' }],
      ]);
    const said = (family: ActiveFamily) => narrate(family).flatMap(({ statements }) => statements.map(({ text }) => text));
    expect(said(of('private'))).toContain('All of these are media of one state, and the other outlets are not.');
    expect(said(of(null)).filter((text) => text.includes('media of one state'))).toEqual([]);
  });
});
