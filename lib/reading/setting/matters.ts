// What an agreement, a ban or a refusal is about, by the words of its title: each speaks for a type of event and how much.
import type { EventWords } from './event-words.js';

type Matter = readonly [type: string, points: number];

/** What is signed is signed about something: these, where a word names them. */
const subjects = ['Energy/Infrastructure', 'Sanctions/Economy', 'Procurement/Force-gen', 'Alliances/Geopolitics', 'Tech/Cyber/OSINT'];
const matters = ['Information/Media/Platforms', 'Energy/Infrastructure', 'Sanctions/Economy'];
const refusable = ['Procurement/Force-gen', 'Energy/Infrastructure'];
const named = 1.2;
const surely = 2;

/** What most words name of that which may be signed; null where none does so well. */
export function subjectOf(words: EventWords): Matter | null {
  const most = Math.max(...subjects.map((type) => words.get(type) ?? 0));
  const subject = most < named ? undefined : subjects.find((type) => words.get(type) === most);
  return subject === undefined ? null : [subject, 2.6];
}

/** What is kept from somebody says what it is about: goods, power, what may be said. */
export function matterOf(words: EventWords): Matter | null {
  const matter = matters.find((type) => (words.get(type) ?? 0) >= named);
  return matter === undefined ? null : [matter, 2];
}

/** What somebody refuses to sell or to buy: arms, gas. To refuse talks or an extradition is about these. */
export function refusedOf(words: EventWords): Matter | null {
  if ((words.get('Legal/ICC') ?? 0) >= surely || words.has('Diplomacy/Negotiations')) return null;
  const refused = refusable.find((type) => (words.get(type) ?? 0) >= surely);
  return refused === undefined ? null : [refused, 2];
}
