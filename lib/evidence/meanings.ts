// What the words of a headline mean, in whatever language: names of rows of the tables of concepts, word by word. For who compares headlines,
// and asks for thousands of them.
import { conceptsOfTables } from './concept-tables.js';
import { foldedWordsOf, writtenWordsOf } from './words.js';

type Meanings = (title: { text: string; lang: string }) => string[];

/** So many words are remembered with what they mean; then all are forgotten. */
const mostWords = 200_000;

const perRoot = new Map<string, Meanings>();

/** Each meaning once; of a language without words of its own what they would mean in those that write as it does. `root` is the project's. */
export function meaningsIn(root: string): Meanings {
  const known = perRoot.get(root) ?? makeMeanings(root);
  perRoot.set(root, known);
  return known;
}

function makeMeanings(root: string): Meanings {
  const known = new Map<string, Map<string, readonly string[]>>();
  let count = 0;
  const meant = (text: string, lang: string): readonly string[] => {
    if (count++ >= mostWords) {
      known.clear();
      count = 0;
    }
    const rows = conceptsOfTables(root)
      .find(foldedWordsOf(text), lang)
      .map(({ row }) => row);
    const own = known.get(lang) ?? new Map<string, readonly string[]>();
    known.set(lang, own.set(text, rows));
    return rows;
  };
  return ({ text, lang }) => {
    const own = known.get(lang);
    return [...new Set(writtenWordsOf(text).flatMap((word) => own?.get(word) ?? meant(word, lang)))];
  };
}
