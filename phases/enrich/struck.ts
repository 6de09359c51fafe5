// What a headline says was hit: a place of civilians, or one of armed forces. Said only where one such word stands beside the words of the
// act; a headline that names several, or one beside whoever speaks for it, says nothing here.
import { patternOf } from '../../lib/language/word-rows.js';
import { conceptsIn } from '../../lib/matching/concepts.js';
import type { Act } from '../../lib/reading/reading.js';
import { besides, type StruckSite, sitePatterns, staff } from './sites.js';

export interface Struck extends Pick<StruckSite, 'site' | 'kind'> {
  /** Places that the headline names; may be none. */
  towns: ReadonlySet<string>;
  act: Act;
}

/** Between the act and what is hit: no other clause, and nothing from or near which it is hit. */
const apart = /[,;:–—|，；：]/u;
const beside = patternOf([besides]);
const speaking = patternOf([staff], 'start');
const possessive = /^['’]s/u;
const furthest = { words: 4, letters: 30 };

/** Null where it does not say so plainly. */
export function struckIn({ title, acts }: { title: string; acts: readonly Act[] }): Struck | null {
  const attacks = acts.filter(
    ({ action, mode, source }) => action === 'attack' && source !== null && (mode === 'done' || mode === 'claimed'),
  );
  const [act] = attacks;
  if (act === undefined || attacks.some(({ source }) => source !== act.source)) return null;
  const named = sitePatterns.flatMap(({ pattern, ...site }) =>
    [...title.matchAll(pattern)].map(({ 0: text, index }) => ({ ...site, start: index, end: index + text.length })),
  );
  const [only] = named;
  if (only === undefined || named.some(({ site }) => site !== only.site)) return null;
  const isStruck = named.some((one) => attacks.some((attack) => standsBeside(title, one, attack)));
  if (!isStruck) return null;
  return { site: only.site, kind: only.kind, towns: placesIn(title), act };
}

function standsBeside(title: string, site: { start: number; end: number }, act: Act): boolean {
  if (speaking.test(title.slice(site.end).replace(possessive, ''))) return false;
  const between = site.start >= act.end ? title.slice(act.end, site.start) : title.slice(site.end, act.start);
  if (between.length > furthest.letters || apart.test(between) || beside.test(between)) return false;
  return between.split(/\s+/u).filter(Boolean).length <= furthest.words;
}

/** Ids of the places that a headline names. */
export function placesIn(title: string): ReadonlySet<string> {
  const { ids } = conceptsIn(
    title
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  );
  return new Set(ids.filter((id) => id.startsWith('l')));
}
