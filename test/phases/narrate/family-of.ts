// Families for the tests of narration: headlines in, the shape the rules read out.
import type { Family, Member } from '../../../phases/narrate/family.js';

export function memberOf(publisher: string, title: string, i: number, more: Partial<Member> = {}): Member {
  return { titleId: String(i + 1), title, publisher, lang: 'en', publishedAt: '2026-03-10T06:00:00.000Z', actors: [], ...more };
}

export function familyOf(
  headlines: readonly (readonly [publisher: string, title: string, more?: Partial<Member>])[],
  more: Partial<Family> = {},
): Family {
  return {
    itemId: '7',
    titleSet: 'set',
    title: 'Russia strikes Kyiv',
    theater: 'UKRAINE',
    eventType: 'Strategy/Tactics',
    names: new Map([
      ['RU', 'Russia'],
      ['UA', 'Ukraine'],
    ]),
    roles: [
      { actor: 'RU', role: 'initiator' },
      { actor: 'UA', role: 'target' },
    ],
    members: headlines.map(([publisher, title, extra], i) => memberOf(publisher, title, i, extra)),
    ...more,
  };
}

const both = { actors: ['RU', 'UA'] };

/** One strike as six outlets in three languages tell it. */
export const strike = familyOf([
  ['Wire', 'Missiles hit Kyiv, officials say', both],
  ['Post', 'Russia pounds Kyiv in brutal assault', both],
  ['Zeitung', 'Russischer Raketenterror: brutaler Angriff auf Kiew', { ...both, lang: 'de' }],
  ['Kurier', 'Удар по Киеву стал ответом на провокации', { ...both, lang: 'ru' }],
  ['Vestnik', 'Москва нанесла удар в ответ на атаки', { ...both, lang: 'ru' }],
  ['Ledger', 'Wheat prices jump as traders fear for grain', { actors: [] }],
  ['Market', 'Grain futures soar after Kyiv strike', { actors: ['UA'] }],
  ['Agency', 'Explosions heard in Kyiv', { actors: ['UA'] }],
]);
