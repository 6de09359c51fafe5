// What crowds do: they protest where others strike, and cheer where a politician holds a rally.
import { isLeader } from './leaders.js';
import type { Phrase } from './phrase.js';
import type { Word } from './words.js';

const crowd =
  /^(?:protesters?|demonstrators?|crowds?|mobs?|rioters?|students|farmers|manifestants?|manifestantes|demonstranten|демонстранты|протестующие|示威者|抗议者|متظاهرون|محتجون)$/;

/** "Protesters storm parliament": they fight no war. */
export function isCrowd(words: readonly Word[], phrase: Phrase | null): boolean {
  return phrase?.head === 'people' && words.slice(phrase.from, phrase.to).some(({ text }) => crowd.test(text));
}

/** "Trump rally": one for him, and not against him. `at` is where the act of the phrase stands. */
export function isCheered(words: readonly Word[], { from }: Phrase, at: number): boolean {
  if (!/^rall(?:y|ies)$/.test(words[at]?.text ?? '')) return false;
  return words
    .slice(from, at)
    .some(({ naming, text }) => naming !== null && (isLeader(text) || naming.ids.some((id) => id.startsWith('US-'))));
}
