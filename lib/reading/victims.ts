// Whom a blow met long before the clause began: "heridos en un bombardeo de Israel llegan a Egipto", "Opfer eines Angriffs in Ägypten
// behandelt". Where they are now was not struck.

import { isIn } from './groups.js';
import type { Entry } from './lexicon-file.js';
import { isPlain, type Policy } from './policy.js';
import { has } from './word-classes.js';
import type { Word } from './words.js';

const end: Entry = { class: 'stop', form: null, action: null, frame: ['none'], written: '', particle: null };
/** Endings of verbs of which several are the subject, and of participles that tell of several. */
const plural = /(?:an|en|on|am|em|no|nt|ées?|és|[ai]d[oa]s?|[aiu]t[ie])$/;
const farthest = 6;

/** Ends the blow at the verb that tells what becomes of its victims, where nobody listed it; in German at the place before such a verb. */
export function partVictims(words: readonly Word[], policy: Policy): void {
  if (isPlain(policy) || !policy.spaced || policy.cases || policy.idafa) return;
  const first = words.findIndex((word) => isIn(word, 'survivor'));
  if (first < 0) return;
  const blow = words.findIndex(
    (word, at) => at > first && at - first <= farthest && word.entries.some((entry) => entry.class === 'noun' && entry.action === 'attack'),
  );
  if (blow < 0 || words.slice(first, blow).some(({ mark }) => mark !== '')) return;
  for (let at = blow + 1; at < words.length && words[at]?.mark === ''; at++) {
    const word = words[at] as Word;
    const ends = policy.verbLast ? isPlaceBeforeVerb(words, at) : isStranger(word) && plural.test(word.text);
    if (ends) {
      Object.assign(word, { entries: [end], role: end });
      return;
    }
  }
}

function isStranger({ entries, naming, capital, number }: Word): boolean {
  return entries.length === 0 && naming === null && !capital && !number;
}

/** "in Ägypten behandelt": a participle that nobody listed ends the clause. */
function isPlaceBeforeVerb(words: readonly Word[], at: number): boolean {
  if (!has(words[at], 'prep')) return false;
  const close = words.findIndex((word, next) => next > at && word.mark !== '');
  const last = words[(close < 0 ? words.length : close) - 1];
  return last !== undefined && isStranger(last) && /(?:t|en)$/.test(last.text);
}
