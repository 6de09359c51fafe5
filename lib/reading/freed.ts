// "lässt zwei Franzosen frei", "libera a tres rehenes indios": whoever is set free is so as one of his people.
import { isIn } from './groups.js';
import type { Act } from './reading.js';
import { has } from './word-classes.js';
import type { Word } from './words.js';

/** Who is set free is named within so many words. */
const furthest = 5;

/** The acts, with whose people are set free where the verb had no place for them. */
export function withFreed(acts: readonly Act[], words: readonly Word[]): readonly Act[] {
  return acts.map((act) => {
    if (act.action !== 'withdraw_or_yield' || act.source === null || act.target !== null) return act;
    const verb = words.findIndex(({ start }) => start === act.start);
    if (!isIn(words[verb], 'freeing')) return act;
    const target = peopleBehind(words, verb + 1);
    return target === null || target === act.source ? act : { ...act, target };
  });
}

/** The one state whose people stand behind the verb, before any other name; null for nobody certain. */
function peopleBehind(words: readonly Word[], from: number): string | null {
  for (let at = from; at < Math.min(words.length, from + furthest); at++) {
    const word = words[at] as Word;
    if (word.mark !== '' || has(word, 'after')) return null;
    const { naming } = word;
    if (naming === null) continue;
    const [id = '', ...more] = naming.ids;
    const besides = [words[at - 1], words[at + 1]].some((one) => isIn(one, 'hostage'));
    const own =
      naming.sort === 'folk' || (naming.sort === 'adjective' && besides) || (naming.sort === 'name' && isIn(words[at + 1], 'citizen'));
    return own && naming.state && more.length === 0 ? id : null;
  }
  return null;
}
