// What the words of a headline mean, in whatever language: names of rows of the tables of concepts, word by word. For who compares headlines,
// and asks for thousands of them.
import { conceptsOfTables } from './concept-tables.js';
import { foldedWordsOf } from './words.js';

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
  const known = new Map<string, readonly string[]>();
  const meant = (word: ReturnType<typeof foldedWordsOf>[number], lang: string): readonly string[] => {
    const key = `${lang} ${word.text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= mostWords) known.clear();
    const rows = conceptsOfTables(root)
      .find([word], lang)
      .map(({ row }) => row);
    known.set(key, rows);
    return rows;
  };
  return ({ text, lang }) => [...new Set(foldedWordsOf(text).flatMap((word) => meant(word, lang)))];
}
