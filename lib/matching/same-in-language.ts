// How much of what two sides of one language say is the same, each word by how rare it is in that language and not among the headlines that
// are open.
import { type Counts, seek } from './counts.js';
import { isCounted } from './everyday.js';
import type { Frequencies } from './frequencies.js';
import { rarityOfWord } from './word-table.js';

/**
 * Neighbours that are not one happening have about so much in common, those of the same days more; beyond it speaks for one happening, less than
 * it against one.
 */
const usual = { timed: 0.25, untimed: 0.2 };
/** Where it counts for less it is not looked for. */
const leastWorth = 0.01;

/** By language, how many headlines of a side are in it. */
interface Spoken {
  langs: ReadonlyMap<string, number>;
}

/** The language of all headlines of a side; null where there are several, or nobody knows how rare the words of that language are. */
export function onlyLang({ langs }: Spoken): string | null {
  const [lang = ''] = langs.keys();
  return langs.size === 1 && isCounted(lang) ? lang : null;
}

/** The language of all headlines of both sides; null as for one. */
export function commonLang(one: Spoken, other: Spoken): string | null {
  const lang = onlyLang(one);
  return lang === onlyLang(other) ? lang : null;
}

interface Said {
  /** Words, each with how many of so many headlines hold it. */
  words: Counts;
  size: number;
  /** As `meanRarity` tells it. */
  said: number;
}

/** How rare a word is among the open headlines; 0 for what stands in a tenth of them. */
type Rarities = Pick<Frequencies, 'rarity'>;

interface Window {
  timed: number;
  isSmall: number;
}

/** How much a headline of a side says on the mean: the rarity in the language of all its words; 0 for none. */
export function meanRarity(words: Counts, size: number, lang: string): number {
  let sum = 0;
  for (let at = 0; at < words.length; at += 2) sum += rarityOfWord(words[at] as number, lang) * (words[at + 1] as number);
  return sum / size;
}

/**
 * What two sides of a language have in common beyond what is usual: of a headline of the one and one of the other on the mean the share of what
 * both say that is the same, 0 to 1, less what is usual. What stands in a tenth of all headlines is no word that two have in common. Among many
 * headlines without times it fades to 0, for there stories are large and told in many words. 0 where one side says nothing in words, and
 * without a language.
 */
export function sameInLanguage(lang: string | null, one: Said, other: Said, frequencies: Rarities, { timed, isSmall }: Window): number {
  const worth = Math.max(timed, isSmall);
  if (lang === null || worth < leastWorth || one.said === 0 || other.said === 0) return 0;
  const share = (2 * saidInBoth(lang, one, other, frequencies)) / (one.said + other.said);
  return worth * (share - (timed === 1 ? usual.timed : usual.untimed));
}

function saidInBoth(lang: string, one: Said, other: Said, frequencies: Rarities): number {
  const [few, many] = one.words.length <= other.words.length ? [one.words, other.words] : [other.words, one.words];
  let sum = 0;
  for (let at = 0, there = 0; at < few.length && there < many.length; at += 2) {
    there = seek(many, few[at] as number, there);
    if (many[there] === few[at] && frequencies.rarity(few[at] as number) > 0)
      sum += rarityOfWord(few[at] as number, lang) * (few[at + 1] as number) * (many[there + 1] as number);
  }
  return sum / one.size / other.size;
}
