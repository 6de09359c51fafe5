// How headlines are grouped: by what can be seen of who does it, on whose word, and in which words.
import { describe, expect, it } from 'vitest';
import { groupByTelling } from '../../../phases/narrate/grouping.js';
import { familyOf, strike } from './family-of.js';

const groupsOf = (members: (typeof strike)['members']): Record<string, string[]> =>
  Object.fromEntries(groupByTelling(members).groups.map(({ kind, tellings }) => [kind, tellings.map(({ member }) => member.publisher)]));

/** Nothing done by anybody is read in it. */
const quiet = { acts: [], actors: ['BY'] };

describe('grouping', () => {
  it('parts headlines that tell the act on their own word, those that give it as somebody’s, and those that do not name the doer', () => {
    expect(groupsOf(strike.members)).toEqual({
      own: ['Wire', 'Post', 'Zeitung'],
      word: ['Kurier', 'Ledger'],
      unnamed: ['Market', 'Agency'],
    });
  });

  it('makes at most three groups, each of two titles at least, no title in two', () => {
    const { groups } = groupByTelling(strike.members);
    const told = groups.flatMap(({ tellings }) => tellings.map(({ member }) => member.titleId));
    expect(groups.length).toBeLessThanOrEqual(3);
    for (const { tellings } of groups) expect(tellings.length).toBeGreaterThanOrEqual(2);
    expect(new Set(told).size).toBe(told.length);
  });

  it('knows a doer by part of the name that another headline gives in full', () => {
    const names = (title: string, words: string) => ({
      actors: ['KP'],
      hits: [{ id: 'KP', start: title.indexOf(words), end: title.indexOf(words) + words.length }],
    });
    const full = 'North Korea’s Kim Jong Un arrives in Beijing';
    const again = 'North Korean leader Kim Jong Un travels to Beijing';
    const { groups, main } = groupByTelling(
      familyOf([
        ['A', full, names(full, 'Kim Jong Un')],
        ['B', again, names(again, 'Kim Jong Un')],
        ['C', 'Putin and Kim to share the stage', { actors: ['RU'] }],
        ['D', 'Train of Kim reaches China', { actors: ['CN'] }],
        ['E', 'Beijing parade: what to know', { actors: ['CN'] }],
      ]).members,
    );
    expect(main?.source).toBe('KP');
    expect(groups.filter(({ kind, party }) => kind === 'unnamed' && party === 'KP')).toEqual([]);
  });

  it('parts loaded words from words of others where nobody differs in the doer', () => {
    const found = groupsOf(
      familyOf([
        ['A', 'Parliament in Minsk votes on budget', quiet],
        ['B', 'Parliament in Minsk passes budget', quiet],
        ['C', 'A shameful farce in Minsk parliament', quiet],
        ['D', 'Brutal farce: Minsk votes on budget', quiet],
        ['E', 'Minsk parliament passes ‘people’s budget’', quiet],
        ['F', 'Minsk: ‘nothing new’ in the budget', quiet],
      ]).members,
    );
    expect(found).toEqual({ plain: ['A', 'B'], loaded: ['C', 'D'], quoted: ['E', 'F'] });
  });

  it('says of no headline that it has no loaded words where none of its language has one', () => {
    const foreign = (title: string) => ['E', title, { ...quiet, lang: 'pl' }] as const;
    const members = familyOf([
      ['C', 'A shameful farce in Minsk parliament', quiet],
      ['D', 'Brutal farce: Minsk votes on budget', quiet],
      foreign('Haniebna farsa w parlamencie w Minsku'),
      foreign('Farsa: Mińsk głosuje nad budżetem'),
    ]).members;
    expect(groupsOf(members)).not.toHaveProperty('plain');
  });

  it('puts no headline among those without loaded words that holds one of them as somebody’s word', () => {
    const { groups } = groupByTelling(
      familyOf([
        ['A', 'The farce in Minsk', quiet],
        ['B', 'Another farce in Minsk', quiet],
        ['C', 'Minsk vote a farce, observers say', quiet],
        ['D', 'Minsk votes', quiet],
        ['E', 'Voting in Minsk', quiet],
      ]).members,
    );
    const plain = groups.find(({ kind }) => kind === 'plain');
    expect(plain?.tellings.map(({ member }) => member.publisher)).toEqual(['D', 'E']);
  });

  it('puts no headline that tells what somebody calls another among those that quote nothing', () => {
    const { groups } = groupByTelling(
      familyOf([
        ['A', 'Governor calls deployment an invasion', quiet],
        ['B', 'Deployment is ‘an invasion’, governor says', quiet],
        ['C', 'Governor: deployment an ‘invasion by force’', quiet],
        ['D', 'Deployment begins', quiet],
        ['E', 'Troops arrive', quiet],
      ]).members,
    );
    const plain = groups.find(({ kind }) => kind === 'plain');
    expect(plain?.tellings.map(({ member }) => member.publisher)).toEqual(['D', 'E']);
  });

  it('parts headlines by whom they refer to, where nothing else parts them', () => {
    const { groups } = groupByTelling(
      familyOf([
        ['A', 'Hospitals cancel surgery after attack', { acts: [], actors: ['NL'] }],
        ['B', 'Attack on hospitals', { acts: [], actors: ['NL'] }],
        ['C', 'The Hague sees Moscow behind hospital attack', { acts: [], actors: ['NL', 'RU'] }],
        ['D', 'Moscow rejects blame for hospital attack', { acts: [], actors: ['RU', 'NL'] }],
      ]).members,
    );
    expect(groups.map(({ kind, party, tellings }) => [kind, party, tellings.length])).toEqual([
      ['named', 'RU', 2],
      ['unnamed', 'RU', 2],
    ]);
  });

  it('parts none by a name where an outlet stands on both sides, where one outlet is alone, or where they differ in whose word it is', () => {
    const named = (ids: string[]) => ({ acts: [], actors: ids });
    const both = familyOf([
      ['A', 'Envoys gather', named(['NL', 'RU'])],
      ['B', 'Envoys gather again', named(['NL', 'RU'])],
      ['A', 'A day of talks', named(['NL'])],
      ['C', 'Day of talks ends', named(['NL'])],
    ]);
    expect(groupsOf(both.members)).toEqual({ mixed: ['A', 'B', 'A', 'C'] });
    const alone = familyOf([
      ['A', 'Envoys gather', named(['NL', 'RU'])],
      ['B', 'Envoys gather again', named(['NL', 'RU'])],
      ['C', 'A day of talks', named(['NL'])],
      ['C', 'Day of talks ends', named(['NL'])],
    ]);
    expect(groupsOf(alone.members)).toEqual({ mixed: ['A', 'B', 'C', 'C'] });
    const { groups } = groupByTelling(
      familyOf([
        ['A', 'Russia struck the port, Ukraine says', { places: ['RO'] }],
        ['B', 'Ukraine says Russia attacked the port', { places: ['RO'], actors: ['RU', 'UA', 'RO'] }],
        ['C', 'Russia strikes the port', { actors: ['RU'] }],
        ['D', 'Strike on port: Russia attacked by night, Ukraine says', { actors: ['RU'] }],
      ]).members,
    );
    expect(groups.map(({ kind }) => kind)).toEqual(['mixed']);
  });

  it('counts an outlet that names the doer elsewhere to none that leave him out', () => {
    const { groups } = groupByTelling(
      familyOf([
        ['A', 'Russia strikes Kyiv'],
        ['B', 'Russia attacked Kyiv'],
        ['A', 'Toll of strike on Kyiv rises', { actors: ['UA'] }],
        ['C', 'Kyiv hit by missiles', { actors: ['UA'] }],
      ]).members,
    );
    expect(groups.some(({ kind }) => kind === 'unnamed')).toBe(false);
  });

  it('compares nothing where one outlet speaks', () => {
    expect(
      groupsOf(
        familyOf([
          ['A', 'Russia strikes Kyiv'],
          ['A', 'Brutal assault on Kyiv'],
        ]).members,
      ),
    ).toEqual({ single: ['A', 'A'] });
  });

  it('tells alike what shows no difference, and single differences as such', () => {
    expect(
      groupsOf(
        familyOf([
          ['A', 'Kyiv hit'],
          ['B', 'Kyiv hit'],
        ]).members,
      ),
    ).toEqual({ alike: ['A', 'B'] });
    expect(
      groupsOf(
        familyOf([
          ['A', 'Vote in Minsk'],
          ['B', 'A farce in Minsk'],
        ]).members,
      ),
    ).toEqual({ mixed: ['A', 'B'] });
    const named = (ids: string[]) => ({ acts: [], actors: ids });
    const apart = familyOf([
      ['A', 'Van swept away in Iran', named(['IR'])],
      ['B', 'Floods in India', named(['IN'])],
    ]);
    expect(groupsOf(apart.members)).toEqual({ mixed: ['A', 'B'] });
  });
});
