// Brings what a German clause puts between its verb and its object to the clause's end: "liefert Kiew trotz Moskaus Warnung Raketen".
import { isNounClass, isPredicate } from './roles.js';
import type { Word } from './words.js';

/** The words with each background of one noun that stands behind a finite verb moved to the end of its clause; the same words where none does. */
export function backgroundsLast(words: readonly Word[]): readonly Word[] {
  const at = words.findIndex((_, place) => opens(words, place) && behindVerb(words, place));
  if (at < 0) return words;
  const last = whomItMet(words, nounOf(words, at));
  const end = clauseEnd(words, at);
  if (last < 0 || last + 1 >= end || !goesOn(words[last + 1])) return words;
  return [...words.slice(0, at), ...words.slice(last + 1, end), ...words.slice(at, last + 1), ...words.slice(end)];
}

/** "nach" before what was done is a background too; before a place it is where something goes. */
function opens(words: readonly Word[], at: number): boolean {
  const { role, text } = words[at] as Word;
  if (role?.class === 'after' || role?.class === 'despite') return true;
  if (text === 'unter') return words[at + 1]?.naming?.sort === 'adjective' && nounOf(words, at) === at + 2;
  return text === 'nach' && role?.class === 'prep' && words[nounOf(words, at)]?.role?.action === 'attack';
}

function behindVerb(words: readonly Word[], at: number): boolean {
  for (let before = at - 1; before >= 0; before--) {
    const { mark, role } = words[before] as Word;
    if (mark !== '') return false;
    if (isPredicate(role) && role?.form !== 'P' && role?.form !== 'B') return true;
  }
  return false;
}

/** Where the first noun behind a preposition stands that is no name; -1 where anything but names, articles and adverbs stands before it. */
function nounOf(words: readonly Word[], at: number): number {
  for (let place = at + 1; place < words.length; place++) {
    const { mark, role, naming, capital } = words[place] as Word;
    if (mark !== '') return -1;
    if (naming || role?.class === 'the' || role?.class === 'how') continue;
    return capital && (role === null || role.class === 'noun' || role.class === 'thing') ? place : -1;
  }
  return -1;
}

/** The last word of "Angriff auf Kiew", "Angriff auf russisches Schiff"; the noun where nobody is met, -1 where there is none. */
function whomItMet(words: readonly Word[], noun: number): number {
  const { text = '' } = words[noun + 1] ?? {};
  if (noun < 0 || !/^(?:auf|gegen|in)$/.test(text)) return noun;
  for (let at = noun + 2; at < words.length; at++) {
    const { mark, role, naming, capital } = words[at] as Word;
    if (mark !== '') return -1;
    if (naming && naming.sort !== 'adjective') return at;
    if (naming || role?.class === 'the' || role?.class === 'how') continue;
    return capital ? at : -1;
  }
  return -1;
}

function clauseEnd(words: readonly Word[], at: number): number {
  const end = words.findIndex(({ mark }, place) => place > at && mark !== '');
  return end < 0 ? words.length : end;
}

/** "trotz Warnung Moskaus", "nach Angriff auf Kiew" are not over; a capital noun, an adverb or a particle is the clause's again. */
function goesOn(next: Word | undefined): boolean {
  const { role = null, naming = null } = next ?? {};
  if (naming !== null) return naming.sort === 'adjective';
  if (role === null) return next?.capital === true || next?.number === true;
  return role.class === 'goods' || role.class === 'part' || role.class === 'how' || role.class === 'thing' || isNounClass(role);
}
