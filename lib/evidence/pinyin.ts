// Whether Chinese characters are read as an English sentence spells a name: 福建 is Fujian, and 马克龙 sounds like Macron.
import { rowsOf } from '../reading/text/table.js';
import { soundOf } from './sounds.js';
import { plainWord } from './words.js';

/** How a character may be read, without tones; none of a character that the table lacks. */
export type Pinyin = (character: string) => readonly string[];

/** How a character may be read, without tones; empty for one that the table does not have. Throws what reading the table throws. */
export function readPinyin(path: string): Pinyin {
  const known = new Map<string, string[]>();
  for (const { read, characters } of rowsOf(path, ['read', 'characters']))
    for (const character of characters) known.set(character, [...(known.get(character) ?? []), read]);
  return (character) => known.get(character) ?? [];
}

/** Characters that a name of another language has at most. */
const longestName = 7;

/** Whether some of the characters in a row are read as the name: letter for letter, or, three consonants at least, by how they sound. */
export function isReadAs(name: string, characters: string, pinyin: Pinyin): boolean {
  const wanted = plainWord(name).replace(/[^a-z]/g, '');
  const sounds = bySound(wanted);
  const frame = consonantsOf(wanted);
  const readings = [...characters].map(pinyin);
  for (let from = 0; from < readings.length; from++) {
    let spelt = [''];
    for (let to = from; to < Math.min(readings.length, from + longestName); to++) {
      spelt = spelt.flatMap((before) => (readings[to] ?? []).map((reading) => before + reading));
      if (spelt.length === 0) break;
      if (to === from) continue;
      if (spelt.some((one) => isSpelt(one, wanted) || (sounds.length >= 3 && bySound(one) === sounds))) return true;
      const isFirst = from === 0 && to === 1;
      if (spelt.some((one) => isFramedBy(frame, one) && (frame.length >= leastFrame || (isFirst && one[0] === wanted[0])))) return true;
    }
  }
  return false;
}

/** Chinese knows no "r" but for "l" in names, and ends syllables on "ng" where others have "n". */
function bySound(spelt: string): string {
  return soundOf(spelt.replace(/ng/g, 'n').replace(/r/g, 'l'));
}

/** Consonants that must agree, where each counts; of two characters that open a run two, and the first letter. */
const leastFrame = 3;

/** 奥利 is read "aoli": Oli. */
function isSpelt(spelt: string, wanted: string): boolean {
  return spelt === wanted || (wanted.length > 2 && spelt.length === wanted.length + 1 && /^[aeiou]/.test(wanted) && spelt.endsWith(wanted));
}

function isFramedBy(frame: string, spelt: string): boolean {
  return frame.length >= 2 && consonantsOf(spelt) === frame;
}

/** All consonants by their groups, also two of a group: 武契奇 is Vucic. An "r" that closes a syllable is not heard: 斯塔默 is Starmer. */
function consonantsOf(spelt: string): string {
  const bare = spelt
    .replace(/sch|[cszt]h|t[sz]|cz|dz/g, 's')
    .replace(/ng/g, 'n')
    .replace(/r(?![aeiouy])/g, '')
    .replace(/([^aeiou])\1/g, '$1')
    .replace(/r/g, 'l');
  return [...bare].map(soundOf).join('');
}

/** "Shanxi", "Guangdong": nothing but syllables of Chinese, and two of them. */
export function isPinyin(name: string): boolean {
  return /^(?:(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:i?ang|i?ong|u?ang|[aeiu]?eng|[ei]ng|u?an|ian|[eiu]n|i?ao|u?ai|ei|u?o|ou|iu|ui|ue|ie|u?a|ia|[aeiou])){2,4}$/.test(
    plainWord(name),
  );
}
