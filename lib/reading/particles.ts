// The second part of a verb in two parts, later in its clause: "wirft ... vor", "takes ... offline".
import { has } from './word-classes.js';
import type { Word } from './words.js';

/** Finds the second part of a verb at the end of its clause and takes it. */
export function claimPart(words: readonly Word[], at: number, particle: string, plain: boolean): boolean {
  for (let later = at + 1; later < words.length; later++) {
    const word = words[later] as Word;
    if (word.mark === ':' || word.mark === ';' || word.mark === '.') return false;
    if (word.text !== particle) continue;
    const next = words[later + 1];
    // "wants Kenya to return art": what he is to do stands behind it.
    const asks = plain && particle === 'to';
    if (asks && !mayBeDone(next)) return false;
    // "deepen defence ties with": English goes on behind the second part.
    const goesOn = plain && has(next, 'prep');
    // "sieht Teheran hinter Anschlag": a preposition stands before its noun.
    if (next !== undefined && next.mark === '' && !has(next, 'and') && !has(next, 'after') && particle !== 'hinter' && !goesOn && !asks)
      continue;
    word.role = { class: 'part', form: null, action: null, frame: [], written: particle, particle: null };
    return true;
  }
  return false;
}

/** Whether a word may be an infinitive behind "to": a verb in its base form, or a word in small letters that nobody knows. */
function mayBeDone(word: Word | undefined): boolean {
  if (word === undefined || word.mark !== '' || word.naming || word.number) return false;
  return word.entries.length === 0 ? !word.capital : word.entries.some(({ form, class: name }) => form === 'B' || name === 'be');
}
