// Reads headlines: the names of the vocabulary and the words of the lexicon are found in one pass, then the acts are read off them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldTerm } from '../../phases/filter/fold.js';
import { makeMatcher, type MatchTerm } from '../../phases/filter/matcher.js';
import type { Vocabulary } from '../../phases/filter/vocabulary.js';
import { actsOf } from './acts.js';
import { type Entry, readLexicon } from './lexicon-file.js';
import type { Act } from './reading.js';
import { type Naming, wordsOf } from './words.js';

type Term = MatchTerm & { naming: Naming | null; entry: Entry | null };

const languages = ['en'];
const adjective = /(?:an|ish|ese|i|ian|ic|ch|ean|ch|elsh|ench|erman|reek|wiss|anish|taliban)$/;
const capitals = /^(?:paris)$/;

/** Builds the reader: some tens of milliseconds once. */
export function makeReader(vocabulary: Vocabulary, folder: string): (title: string, lang: string) => Act[] {
  const names: Term[] = vocabulary.terms
    .filter(({ sort }) => sort === 'actors')
    .map((term) => ({ ...term, entry: null, naming: namingOf(term.ids, term.words, vocabulary) }));
  const lexicon = languages.flatMap((lang) =>
    readLexicon(`${lang}.tsv`, readFileSync(join(folder, `${lang}.tsv`), 'utf8')).map(
      (term): Term => ({ ...term, folded: foldTerm(term.words), lang, naming: null }),
    ),
  );
  const match = makeMatcher([...names, ...lexicon]);
  return (title, lang) => {
    const found = match(title, lang).map(({ term, start, end }) => ({ start, end, naming: term.naming, entry: term.entry }));
    return actsOf(wordsOf(title, found, lang !== 'zh'));
  };
}

function namingOf(ids: readonly string[], words: string, vocabulary: Vocabulary): Naming {
  const kind = vocabulary.actors.get(ids[0] ?? '')?.kind ?? 'state';
  const last = words.split(' ').at(-1) ?? '';
  return { ids, kind, adjective: kind === 'state' && adjective.test(last) && !capitals.test(words), place: false };
}
