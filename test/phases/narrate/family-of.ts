// Families for the tests of narration: headlines in, read as P2 reads them, the shape the rules read out.
import type { ActiveFamily, ActiveMember } from '../../../phases/narrate/family.js';
import { readHeadline } from '../../support/read-headline.js';

function memberOf(publisher: string, title: string, i: number, more: Partial<ActiveMember> = {}): ActiveMember {
  const lang = more.lang ?? 'en';
  const { acts, figures, wording } = readHeadline(title, lang);
  return {
    titleId: String(i + 1),
    title,
    publisher,
    owner: null,
    country: null,
    lang,
    publishedAt: '2026-03-10T06:00:00.000Z',
    actors: [...new Set(acts.flatMap(({ source, target }) => [source, target]))].filter((id) => id !== null),
    hits: [],
    places: [],
    acts,
    figures,
    wording,
    ...more,
  };
}

export function familyOf(
  headlines: readonly (readonly [publisher: string, title: string, more?: Partial<ActiveMember>])[],
  more: Partial<ActiveFamily> = {},
): ActiveFamily {
  return {
    itemId: '7',
    titleSet: 'set',
    title: 'Russia strikes Kyiv',
    theater: 'UKRAINE',
    eventType: 'Strategy/Tactics',
    names: new Map([
      ['RU', 'Russia'],
      ['UA', 'Ukraine'],
      ['IR', 'Iran'],
      ['NL', 'Netherlands (Kingdom of the)'],
      ['US', 'United States'],
    ]),
    roles: [
      { actor: 'RU', role: 'initiator' },
      { actor: 'UA', role: 'target' },
    ],
    members: headlines.map(([publisher, title, extra], i) => memberOf(publisher, title, i, extra)),
    ...more,
  };
}

/** One strike as seven outlets tell it: four on their own word, two as Ukraine's, two without Russia. */
export const strike = familyOf([
  ['Wire', 'Russia strikes Kyiv with missiles'],
  ['Post', 'Russia pounds Kyiv in brutal assault'],
  ['Zeitung', 'Russland greift Kiew mit Drohnen an', { lang: 'de' }],
  ['Kurier', 'Ukraine says Russia attacked Kyiv'],
  ['Ledger', 'Russia attacked Kyiv again, Ukraine says'],
  ['Market', 'Kyiv hit by missiles, grain prices jump'],
  ['Agency', 'Explosions heard in Kyiv after ‘retaliatory’ strike'],
]);
