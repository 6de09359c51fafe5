// Who speaks for no state: doctors, witnesses, an NGO. What they say is not the word of whoever a headline names.
import type { Hit } from './concepts.js';
import { marksIn, scopesOf, within } from './scopes.js';
import type { Told } from './told.js';

/** "Indonésie : une ONG dénonce": behind the colon another speaks, who has no name. */
export function speaksItself(told: Told, index: number): boolean {
  const scope = scopesOf(told)[index];
  const mark = scope && marksIn(scope, 'says')[0];
  if (!scope || !mark || told.lang === 'en') return false;
  const before = within(scope, told.hits).filter(({ end }) => end <= mark.start);
  return before.some(({ row }) => privates.has(row)) && within(scope, told.actors).every(({ start }) => start > mark.start);
}

/** Who speaks for no state: "shells a market, doctors say" is not the word of the army that shells it. */
export function isPrivateMouth({ hits }: Told, { start }: Hit): boolean {
  return hits.some((hit) => hit.start === start && privates.has(hit.row));
}

const privates: ReadonlySet<string> = new Set([
  'doctor',
  'medic',
  'hospital',
  'witness',
  'union',
  'expert',
  'lawyer',
  'family',
  'activist',
  'ngo',
]);
