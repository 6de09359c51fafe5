// The lexicons of acts of a folder, each parsed once for all who read the same title: what is done, and in which words.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LexiconTerm, readLexicon } from './lexicon-file.js';

/** The terms of a language's lexicon. Throws one sentence for all lines of it that are wrong. */
export type Lexicons = (lang: string) => readonly LexiconTerm[];

/** The last language is kept until nobody holds it: its readers ask one after another, and keep in their own way what they need. */
export function lexiconsIn(folder: string): Lexicons {
  let last: { lang: string; terms: WeakRef<readonly LexiconTerm[]> } | null = null;
  return (lang) => {
    const known = last?.lang === lang ? last.terms.deref() : undefined;
    if (known) return known;
    const file = `${lang}.tsv`;
    const terms = readLexicon(file, readFileSync(join(folder, file), 'utf8'), lang);
    last = { lang, terms: new WeakRef(terms) };
    return terms;
  };
}
