// "Осуждённый в Кении россиянин обменян": a Russian participle before its noun tells of him with whom, where and for whom. Nobody named there
// acts in the headline.
import { adverb } from './adverbs.js';
import { caseOf } from './cases.js';
import type { Policy } from './policy.js';
import { has } from './word-classes.js';
import type { Word } from './words.js';

/** Endings of full participles, active and passive. */
const participle = /(?:вш|ущ|ющ|ащ|ящ|нн)(?:ый|ий|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ую|юю|ым|им|ых|их|ой|ей|ом|ем)(?:ся)?$/;
const shortest = 8;
const furthest = 8;

/** Passes over the names between a participle and its noun; the words stay as they are where no such noun stands behind. */
export function passParticiples(words: readonly Word[], { cases }: Policy): void {
  if (!cases) return;
  for (const [at, { text, naming, entries }] of words.entries())
    if (naming === null && entries.length === 0 && text.length >= shortest && participle.test(text)) passBehind(words, at);
}

function passBehind(words: readonly Word[], at: number): void {
  const passed: Word[] = [];
  let governed = false;
  let ofNoun = false;
  for (let next = at + 1; next < words.length && next <= at + furthest; next++) {
    const word = words[next] as Word;
    if (word.mark !== '') return;
    if (word.entries.some(({ class: name }) => name === 'prep')) governed = true;
    else if (word.naming) {
      const kase = caseOf(word.text);
      const isHead = !governed && (kase === 'nom' || (kase === 'any' && next > at + 1 && !ofNoun));
      if (isHead) break;
      passed.push(word);
      // An adjective is governed with its noun.
      governed &&= word.naming.sort === 'adjective';
    } else if (has(word, 'noun')) {
      // "Обвиняемый в убийстве российского генерала": an act with its own parties.
      break;
    } else if (governed) [governed, ofNoun] = [false, true];
    else if (has(word, 'verb')) return;
    else break;
    if (next === words.length - 1) return;
  }
  for (const word of passed) Object.assign(word, { role: adverb, naming: null, entries: [] });
}
