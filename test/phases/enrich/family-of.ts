// Families for the tests of enrichment: titles in, the shape the rules read out. Actors are found by the names given.
import type { Family, Member } from '../../../phases/enrich/family.js';

const actors: Record<string, RegExp> = {
  RU: /russ\p{L}*|moscow|kremlin|росс\p{L}*/giu,
  UA: /ukrain\p{L}*|kyiv|kiew|украин\p{L}*/giu,
  EU: /\beu\b|brussels/giu,
  US: /\bus\b|washington/giu,
  IR: /iran|tehran/giu,
  OM: /oman/giu,
  TR: /turkey|türkei/giu,
};
const names: Record<string, string> = {
  RU: 'Russia',
  UA: 'Ukraine',
  EU: 'European Union',
  US: 'United States',
  IR: 'Iran',
  OM: 'Oman',
  TR: 'Turkey',
};

export function memberOf(title: string, i = 0, more: Partial<Member> = {}): Member {
  const mentions = Object.entries(actors)
    .flatMap(([actor, pattern]) => [...title.matchAll(pattern)].map((hit) => ({ actor, start: hit.index, end: hit.index + hit[0].length })))
    .sort((a, b) => a.start - b.start);
  return {
    titleId: String(i + 1),
    title,
    publisher: `Outlet ${'ABCDEFGH'.charAt(i)}`,
    domain: null,
    publishedAt: '2026-03-10T06:00:00.000Z',
    lang: 'en',
    url: null,
    mentions,
    mechanisms: [],
    ...more,
  };
}

export function familyOf(titles: readonly (string | Member)[], more: Partial<Family> = {}): Family {
  const members = titles.map((title, i) => (typeof title === 'string' ? memberOf(title, i) : title));
  const ids = [...new Set(members.flatMap(({ mentions }) => mentions.map(({ actor }) => actor)))];
  return {
    itemId: '7',
    titleSet: 'set',
    title: members[0]?.title ?? '',
    titleCount: members.length,
    theater: 'UKRAINE',
    theaterName: 'Ukraine',
    eventType: 'Strategy/Tactics',
    actors: ids.map((id) => ({ id, name: names[id] ?? id })),
    mechanisms: ['strike'],
    members,
    comparables: [],
    ...more,
  };
}
