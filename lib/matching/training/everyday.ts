// Makes the tables of everyday stems, lib/matching/everyday/CODE.json, of lists of words.
import { englishStem, stemsOf } from '../stems.js';
import { tokens } from '../words.js';

const most = 10_000;
/** What is written otherwise is no word there; other lists hold words only. */
const plain: Readonly<Record<string, RegExp>> = { en: /^[a-z]{2,}$/ };

/**
 * The text of a table: the stems of the first words, each once, in their order. `words` are given in order of frequency, the most frequent
 * first; of fewer words than it holds stems the table is shorter.
 */
export function everydayTable(lang: string, words: Iterable<string>): string {
  const stems = new Set<string>();
  const isPlain = plain[lang];
  for (const word of words) {
    if (isPlain !== undefined && !isPlain.test(word)) continue;
    for (const token of tokens(word.toLowerCase())) {
      if (stems.size >= most) break;
      for (const stem of stemsIn(token, lang)) stems.add(stem);
    }
  }
  return `${JSON.stringify({ stems: [...stems].join(' ') }, null, 2)}\n`;
}

/** Stop words have their places too, under their own names. */
function stemsIn(token: string, lang: string): readonly string[] {
  if (lang === 'en') return [englishStem(token)];
  const stems = stemsOf(token, lang);
  return stems.length === 0 ? [token] : stems;
}
