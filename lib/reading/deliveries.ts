// "Dutch court halts export of jet parts to Israel": what a court keeps from another state is kept from it, and is no ruling upon its own.
import { withheld } from './chinese-objects.js';
import type { Draft } from './drafts.js';
import { isIn } from './groups.js';
import type { Entry } from './lexicon-file.js';
import type { Phrase } from './phrase.js';
import { isPlain } from './policy.js';
import type { State } from './state.js';
import { isPredicate } from './word-classes.js';
import type { Word } from './words.js';

/** Whether the verb at `at` of a court keeps wares from another state, which is then whom the draft meets. */
export function keepsBack(s: State, draft: Draft, at: number, court: Phrase): boolean {
  const from = keptFrom(s, at, court);
  if (from) Object.assign(draft, { action: 'restrict', target: from, filled: true, undo: false, instead: null });
  return from !== null || withheld.test((s.words[at] as Word).role?.written ?? '');
}

/** The state that wares or arms would have reached which the verb at `at` of a court keeps back; null where none is told. */
function keptFrom({ words, policy }: State, at: number, court: Phrase): readonly string[] | null {
  const verb = words[at] as Word;
  const [own, ...more] = court.actors;
  if (own === undefined || more.length > 0 || !verb.entries.some(stops)) return null;
  let wares = verb.entries.some((entry) => stops(entry) && entry.written.includes(' ') && entry.frame.includes('to'));
  for (let next = at + 1; next < words.length; next++) {
    const word = words[next] as Word;
    if ((word.mark !== '' && word.mark !== '"') || isPredicate(word.role)) return null;
    wares ||= isWare(word);
    const { naming } = word;
    if (!wares || naming?.state !== true || naming.ids.includes(own)) continue;
    if (naming.sort === 'adjective' && !(policy.idafa && words[next + 1] === undefined)) continue;
    if (leads(words, next, isPlain(policy) || policy.verbLast)) return naming.ids;
  }
  return null;
}

function stops({ class: name, action }: Entry): boolean {
  return action === 'restrict' || name === 'undo';
}

function isWare(word: Word): boolean {
  const { role } = word;
  return role?.class === 'goods' || isIn(word, 'exported') || (role?.class === 'noun' && role.action === 'supply_arms');
}

/** Whether a preposition that tells where something goes stands before a name, or before its article. */
function leads(words: readonly Word[], at: number, strict: boolean): boolean {
  const before = words[at - 1]?.role?.class === 'the' ? words[at - 2] : words[at - 1];
  const { class: name, frame = [] } = before?.role ?? {};
  return (
    name === 'prep' && (frame.includes('to') || (!strict && (frame.includes('in') || frame.includes('against')))) && !frame.includes('by')
  );
}
