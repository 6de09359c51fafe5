// What crowds do: they protest where others strike, and cheer where a politician holds a rally.
import type { Draft } from './drafts.js';
import { isIn } from './groups.js';
import type { Phrase } from './phrase.js';
import type { Word } from './words.js';

/** "Protesters storm parliament": they fight no war. */
export function isCrowd(words: readonly Word[], phrase: Phrase | null): boolean {
  return phrase?.head === 'people' && words.slice(phrase.from, phrase.to).some(isOfCrowd);
}

/** Whether a word names a crowd. */
export function isOfCrowd(word: Word): boolean {
  return isIn(word, 'crowd');
}

const stands = /^(?:protest|demonstr|rise|rose|protiest|manifest|protester|протест|митинг|抗议|示威|[يت]?(?:تظاهر|حتج))/;

/** "Thousands protest in Indonesia", "... against law": where nobody else is named his people stand up against who rules there. */
export function protestAtHome(draft: Draft, words: readonly Word[]): void {
  const { action, noun, place, source, target, via, filled } = draft;
  if (action !== 'protest' || noun || !place || via || source !== null || target !== null) return;
  // "march for peace in Vienna": who only marches may do so for anybody.
  if (!filled && !stands.test(words.find(({ start }) => start === draft.start)?.text ?? '')) return;
  if (words.some((word) => isIn(word, 'mission'))) return;
  if (words.every(({ naming }) => naming === null || naming.ids.every((id) => place.includes(id))))
    Object.assign(draft, { source: filled ? place : null, target: place, filled: true });
}

/** "Cuban exiles rally in Madrid": whoever left a land stands up against who rules there, where nobody else is told to be met. */
export function protestFromExile(draft: Draft, words: readonly Word[]): void {
  const { action, mode, source, target, via } = draft;
  if (action !== 'protest' || mode !== 'done' || source?.length !== 1 || target?.length || via) return;
  const from = words.findIndex((word, at) => isIn(word, 'exiled') && [words[at - 1], words[at + 1]].some(names));
  const against = words.some(({ naming, start }) => naming !== null && start > draft.end && naming.ids.includes(source[0] ?? ''));
  if (from >= 0 && !against) Object.assign(draft, { target: source, filled: true });

  function names(word: Word | undefined): boolean {
    return word?.naming?.ids.length === 1 && word.naming.ids[0] === source?.[0];
  }
}

/** "Trump rally": one for him, and not against him. `at` is where the act of the phrase stands. */
export function isCheered(words: readonly Word[], { from }: Phrase, at: number): boolean {
  if (!/^rall(?:y|ies)$/.test(words[at]?.text ?? '')) return false;
  return words
    .slice(from, at)
    .some((word) => word.naming !== null && (isIn(word, 'leader') || word.naming.ids.some((id) => id.startsWith('US-'))));
}

/** "Truppe russe arrivano in Bielorussia": they draw up, and pay nobody a visit; a commander of theirs may. */
export function areTroops(words: readonly Word[], subject: Phrase | null): boolean {
  return subject !== null && words.slice(subject.from, subject.from + 2).some((word) => isIn(word, 'troops'));
}
