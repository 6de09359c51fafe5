// Names that say whose somebody is, or beside whom somebody acts, brought to where the reader expects them: "hackers linked to Moscow",
// "joins Warsaw in condemning".
import { adverb } from './adverbs.js';
import { isPlain, type Policy } from './policy.js';
import { has } from './word-classes.js';
import type { Word } from './words.js';

const linked = /^(?:linked|tied|connected|loyal|close)(?: to)?$/;
const joins = /^(?:joins?|joined|joining|follows?|followed|following)$/;

/** Puts such names in their places; only in English, where the order of words tells who acts. */
export function placeNames(words: Word[], policy: Policy): void {
  if (!isPlain(policy)) return;
  for (let at = 1; at < words.length - 1; at++) {
    const text = words[at]?.text ?? '';
    if (linked.test(text) && words[at - 1]?.entries.some(({ action, class: name }) => name === 'armed' && action === 'cyber'))
      own(words, at);
    else if (joins.test(text)) beside(words, at);
  }
}

/** "hackers linked to Moscow" as "Moscow hackers". */
function own(words: Word[], at: number): void {
  const name = words[at]?.text.endsWith(' to') ? at + 1 : at + 2;
  const word = words[name];
  if (word?.naming?.ids.length !== 1 || (name === at + 2 && words[at + 1]?.text !== 'to')) return;
  const owner: Word = { ...word, naming: { ...word.naming, sort: 'adjective' } };
  words.splice(at, name - at + 1);
  words.splice(at - 1, 0, owner);
}

/** "joins Warsaw in condemning Minsk": what follows is done by who joins. */
function beside(words: Word[], at: number): void {
  const gerund = words[at + 3]?.entries.some(({ form }) => form === 'G');
  const [name, prep] = [words[at + 1], words[at + 2]];
  if (!name?.naming || prep?.text !== 'in' || !gerund || has(words[at - 1], 'prep')) return;
  for (const word of [words[at], name, prep]) Object.assign(word as Word, { role: adverb, naming: null });
}
