// The lexicons of acts of a folder, each parsed once for all who read the same title: what is done, and in which words.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LexiconTerm, readLexicon } from './lexicon-file.js';

/** The terms of a language's lexicon. Throws one sentence for all lines of it that are wrong. */
export type Lexicons = (lang: string) => readonly LexiconTerm[];

/**
 * A lexicon is kept until nobody holds it, and at least as long as the titles that are read at once: of those in several languages all acts
 * are read first, and then their words. Its readers keep in their own way what they need.
 */
export function lexiconsIn(folder: string): Lexicons {
  const kept = new Map<string, WeakRef<readonly LexiconTerm[]>>();
  return (lang) => {
    const known = kept.get(lang)?.deref();
    if (known) return known;
    const file = `${lang}.tsv`;
    const terms = readLexicon(file, readFileSync(join(folder, file), 'utf8'), lang);
    kept.set(lang, new WeakRef(terms));
    return terms;
  };
}
