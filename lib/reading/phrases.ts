// What is named in one go, from its article to its last noun: "the Russian oil depot", "Israel's army", "Israeli strike". Who it stands for
// is certain only where the actor itself, or what speaks and acts for it, is the last noun.
import type { Entry } from './lexicon-file.js';
import { isPredicate } from './roles.js';
import type { Word } from './words.js';

/** What the last noun is. `thing`: a noun nobody knows. */
export type Head = 'actor' | 'people' | 'private' | 'armed' | 'nature' | 'act' | 'thing';

export interface Phrase {
  /** Actor ids in order; offices without a state only where no state is named. */
  actors: string[];
  head: Head;
  /** The act that the last noun names, with the place of its word. */
  act: { entry: Entry; at: number } | null;
  /** Joined by a hyphen or "and": they act together. */
  joined: boolean;
  /** Only a city, a region or the like is named. */
  place: boolean;
  from: number;
  /** Past the last word. */
  to: number;
}

const ends = new Set(['prep', 'after', 'who', 'be', 'not', 'may', 'plan', 'stop']);

/** Reads the phrase that begins at a word; null where none does. */
export function readPhrase(words: readonly Word[], roles: readonly (Entry | null)[], from: number, end: number): Phrase | null {
  let head: Head | null = null;
  let act: Phrase['act'] = null;
  let joined = false;
  let place = true;
  let to = from;
  const states: string[] = [];
  const offices: string[] = [];
  for (let at = from; at < end; at++) {
    const word = words[at] as Word;
    const role = roles[at] ?? null;
    if (word.mark !== '') {
      const joins = (word.mark === '–' && isTight(words, at)) || word.mark === "'s" || word.mark === '"' || word.mark === '.';
      const lists = word.mark === ',' && head === 'actor' && words[at + 1]?.naming && isListed(words, roles, at + 1, end);
      if (!joins && !lists) break;
      if (word.mark === '"' && head !== null) break;
      joined ||= word.mark === '–' || lists === true;
      continue;
    }
    if (isPredicate(role) || (role && ends.has(role.class))) break;
    if (role?.class === 'and') {
      if (head !== 'actor' || !words[at + 1]?.naming) break;
      joined = true;
      continue;
    }
    to = at + 1;
    if (word.naming) {
      if (act && !word.naming.adjective) {
        to = at;
        break;
      }
      place &&= word.naming.place;
      (word.naming.kind === 'office' ? offices : states).push(...word.naming.ids);
      head = word.naming.adjective ? (head ?? 'thing') : 'actor';
      act = null;
      continue;
    }
    if (role?.class === 'the' || role?.class === 'how') {
      if (role.class === 'the' && head !== null) {
        to = at;
        break;
      }
      continue;
    }
    if (role?.class === 'noun') {
      act = { entry: role, at };
      head = 'act';
    } else if (role?.class === 'official') head = states.length > 0 ? 'actor' : 'thing';
    else if (role?.class === 'people' || role?.class === 'private' || role?.class === 'armed' || role?.class === 'nature') {
      head = role.class;
      act = null;
    } else if (/^\p{N}/u.test(word.text)) head ??= 'thing';
    else {
      head = 'thing';
      act = null;
    }
  }
  if (head === null) return null;
  const named = states.length > 0 ? states : offices;
  return { actors: [...new Set(named)], head, act, joined, place: states.length > 0 && place, from, to };
}

/** A hyphen without spaces: "US-China". */
function isTight(words: readonly Word[], at: number): boolean {
  return words[at - 1]?.end === words[at]?.start && words[at]?.end === words[at + 1]?.start;
}

/** "US, Iran sign" and "Russia, China and Iran": a verb or "and" follows the next name. */
function isListed(words: readonly Word[], roles: readonly (Entry | null)[], at: number, end: number): boolean {
  for (let next = at; next < end; next++) {
    const role = roles[next] ?? null;
    if (role?.class === 'and' || isPredicate(role) || role?.class === 'plan') return true;
    if (!words[next]?.naming && role?.class !== 'official' && words[next]?.mark !== ',') return false;
  }
  return false;
}
