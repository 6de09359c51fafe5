// Makes the table of English stems, lib/matching/english.json, of a list of words.
import { englishStem } from '../headline.js';

const most = 10_000;

/**
 * The text of the table: the stems of the first words of plain letters, each once, in their order. `words` are given in order of frequency, the
 * most frequent first; of fewer words than it holds stems the table is shorter.
 */
export function englishTable(words: Iterable<string>): string {
  const stems = new Set<string>();
  for (const word of words) {
    if (stems.size >= most) break;
    if (/^[a-z]{2,}$/.test(word)) stems.add(englishStem(word));
  }
  return `${JSON.stringify({ stems: [...stems].join(' ') }, null, 2)}\n`;
}
