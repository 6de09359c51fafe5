// Families for the tests of enrichment: titles in, read as P2 reads them, the shape the rules read out.
import { mainActOf } from '../../../lib/family/main-act.js';
import type { SeedFamily, SeedMember } from '../../../phases/enrich/family.js';
import { readHeadline } from '../../support/read-headline.js';

const names: Record<string, string> = {
  RU: 'Russia',
  UA: 'Ukraine',
  EU: 'European Union',
  US: 'United States',
  IR: 'Iran',
  OM: 'Oman',
  TR: 'Turkey',
};

export function memberOf(title: string, i = 0, more: Partial<SeedMember> = {}): SeedMember {
  const lang = more.lang ?? 'en';
  const { acts, figures } = readHeadline(title, lang);
  const parties = acts.flatMap(({ source, target }) => [source, target]).filter((id) => id !== null);
  return {
    titleId: String(i + 1),
    title,
    publisher: `Outlet ${'ABCDEFGH'.charAt(i)}`,
    owner: null,
    country: null,
    domain: null,
    publishedAt: '2026-03-10T06:00:00.000Z',
    lang,
    url: null,
    actors: [...new Set(parties)],
    places: [],
    mechanisms: [],
    acts,
    figures,
    read: true,
    ...more,
  };
}

export function familyOf(titles: readonly (string | SeedMember)[], more: Partial<SeedFamily> = {}): SeedFamily {
  const members = titles.map((title, i) => (typeof title === 'string' ? memberOf(title, i) : title));
  const ids = [...new Set(members.flatMap(({ actors }) => actors))];
  return {
    itemId: '7',
    titleSet: 'set',
    title: members[0]?.title ?? '',
    summary: '',
    titleCount: members.length,
    strategicTier: 1,
    theater: 'UKRAINE',
    theaterName: 'Ukraine',
    eventType: 'Strategy/Tactics',
    actors: ids.map((id) => ({ id, name: names[id] ?? id })),
    countries: new Map(),
    mechanisms: ['strike'],
    members,
    main: mainActOf(members),
    comparables: [],
    ...more,
  };
}
