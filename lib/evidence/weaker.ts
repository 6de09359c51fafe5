// English words that titles bear without holding them: they say less than what the titles tell, or how a headline tells it.
import { forceful } from '../reading/actions.js';
import type { Mention } from './actors.js';
import { isAdjective } from './lands.js';
import { speakersOf } from './mouths.js';
import { offices, ranks } from './plain-words.js';
import { marksIn, scopesOf } from './scopes.js';
import type { Told } from './told.js';
import type { FoldedWord } from './words.js';

/** Rows of concepts-*.tsv for one who may be a man. */
const somebody = 'suspect citizen spy hostage prisoner businessman convict terrorist smuggle tourist hacker'.split(' ');

const accusing = /^(?:accus(?:e|es|ed|ing)|alleg(?:e|es|ed|ing))$/;
const denying = /^(?:den(?:y|ies|ied|ying))$/;

/** Which words titles bear so; `rows` are theirs. */
export function weakerWords(titles: readonly Told[], rows: ReadonlySet<string>): (word: string) => boolean {
  const isMan = somebody.some((row) => rows.has(row)) && !rows.has('woman');
  // "Hamas: Israel breaks the truce" accuses; "Seoul: no shells were supplied" denies.
  const speaking = titles.filter((title) => speakersOf(title, ['says']).length > 0 || /[:：]/.test(title.text));
  const isDenial = speaking.some((title) => scopesOf(title).some((scope) => marksIn(scope, 'not').length > 0));
  const isSpoken = titles.some((title) => speakersOf(title, ['says']).length > 0);
  return (word) =>
    (word === 'man' && isMan) ||
    (isSpoken && accusing.test(word)) ||
    (isDenial && denying.test(word)) ||
    (word === 'federal' && titles.some(({ lang, words }) => lang === 'de' && words.some(({ plain }) => /^bundes\p{L}{4}/u.test(plain)))) ||
    titles.some(({ lang, text }) => isMonthOf(word, lang, text));
}

const months = 'january february march april may june july august september october november december'.split(' ');

/** Chinese counts months: "12月" is December. */
function isMonthOf(word: string, lang: string, text: string): boolean {
  const month = months.indexOf(word) + 1;
  return month > 0 && lang === 'zh' && new RegExp(`(?<!\\d)${month}月(?!内|前|来|底前)`, 'u').test(text);
}

/** By whom a state strikes. */
const forces: ReadonlySet<string> = new Set(['military', 'forces', 'army', 'troops']);

/** Words `behind` a name: "UN chief" of whoever heads it, for it has one head; "military" of a state that the titles tell to strike. */
export function isHeadOrForce({ ids }: Mention, behind: readonly FoldedWord[], titles: readonly Told[]): boolean {
  const isOrganisation = ids.every((id) => !/^[A-Z]{2}(?:-|$)/.test(id) || id === 'UN' || id === 'EU');
  if (isOrganisation && behind.every(({ stem }) => ranks.has(stem))) return true;
  const strikes = titles.some(({ acts }) => acts.some(({ action, source }) => forceful.has(action) && ids.includes(source ?? '')));
  return strikes && behind.every(({ plain }) => forces.has(plain));
}

/** "British prime minister": an office by its state, which whoever is told of the person may be told of. */
export function isOffice([first, ...behind]: readonly FoldedWord[]): boolean {
  if (behind.length === 0 || first === undefined) return false;
  return isAdjective(first.text) && behind.every(({ stem, plain }) => ranks.has(stem) || offices.has(plain));
}
