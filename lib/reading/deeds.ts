// Deeds that one is accused of, denies, or is asked for, by the words that tell them where a clause has no place for the act: two tables.
import { join } from 'node:path';
import { type Action, actions } from './actions.js';
import type { Policy } from './policy.js';
import { rowsOf } from './text/table.js';
import { isPredicate } from './word-classes.js';
import type { Word } from './words.js';

export interface Deed {
  action: Action;
  /** Where nobody is named as met: the accuser was, or nobody. */
  upon: 'accuser' | 'named' | 'none';
  words: RegExp;
}

/** The deeds of a language in the order of their rows: what one may be accused of, and what one may be asked for. */
export interface Deeds {
  charges: readonly Deed[];
  requests: readonly Deed[];
}

/** The deeds of a language. Throws a sentence on a wrong row of the tables. */
export function deedsOf(folder: string, wanted: string): Deeds {
  return { charges: tableOf(folder, 'charges.tsv', wanted), requests: tableOf(folder, 'requests.tsv', wanted) };
}

function tableOf(folder: string, file: string, wanted: string): readonly Deed[] {
  return rowsOf(join(folder, file), ['action', 'upon', 'lang', 'terms']).flatMap(({ action, upon, lang, terms }) => {
    const known = actions.find((one) => one === action);
    if (!known || (upon !== 'accuser' && upon !== 'named' && upon !== 'none'))
      throw new Error(`${file}: "${action}" upon "${upon}" is not known; correct it.`);
    if (lang !== wanted) return [];
    return [{ action: known, upon, words: new RegExp(`${bound(lang)}(?:${terms.split('|').map(expressionOf).join('|')})`, 'u') }];
  });
}

/** Where a term may begin: at the beginning of a word, and in Arabic behind the letters that are written together with it. */
function bound(lang: string): string {
  if (lang === 'zh') return '';
  return lang === 'ar' ? '(?<!\\p{L})[وف]?[بل]?(?:ال)?' : '(?<!\\p{L})';
}

/** "поставк… дрон" is the beginning of one word and that of a next; "… " stands for up to three words. */
function expressionOf(term: string): string {
  return term
    .replace(/[.*+?()[\]{}\\]/g, '\\$&')
    .replaceAll(' … ', ' (?:\\S+ ){0,3}?')
    .replaceAll('… ', '\\p{L}* (?:\\S+ ){0,2}?');
}

/** What belongs to an accusation or a denial: up to the next strong mark, background or clause of another; a German infinitive stands behind a comma. */
export function accusationReach(words: readonly Word[], from: number, { verbLast }: Policy): readonly Word[] | null {
  let to = from;
  while (to < words.length) {
    const { mark, role } = words[to] as Word;
    if (/[:;?!.–]/.test(mark) && words[to - 1]?.end !== words[to]?.start) break;
    if (/[:;?!.]/.test(mark) || role?.class === 'after' || role?.class === 'despite') break;
    if (mark === ',' && !(verbLast && isInfinitive(words, to + 1))) break;
    to++;
  }
  return to > from ? words.slice(from, to) : null;
}

function isInfinitive(words: readonly Word[], from: number): boolean {
  for (let at = from; at < words.length; at++) {
    const { text, role, mark } = words[at] as Word;
    if (mark === ',' || (isPredicate(role) && role?.form === 'F' && words[at + 1]?.text !== 'zu')) return false;
    if (text === 'zu' || /zu[a-zäöü]+(?:e|er|el)n$/.test(text)) return true;
  }
  return false;
}

/** The deed that is named first; null for none. */
export function deedIn(part: readonly Word[], { spaced }: Policy, deeds: readonly Deed[]): Deed | null {
  const text = part.map((word) => word.text).join(spaced ? ' ' : '');
  let first: Deed | null = null;
  let at = text.length;
  for (const deed of deeds) {
    const found = text.search(deed.words);
    if (found >= 0 && found < at) [first, at] = [deed, found];
  }
  return first;
}
