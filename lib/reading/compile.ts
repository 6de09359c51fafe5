// Puts the words of all languages together for the build, as compiled.ts gives them to a run.
import { join } from 'node:path';
import { languages } from '../language/languages.js';
import { loadVocabulary } from '../vocabulary.js';
import { writeActIndex } from './act-index.js';
import { compiledName, compiledVersion } from './compiled.js';
import { makeFigureReader } from './figures/figures.js';
import { makeKindReader } from './kind/kind.js';
import { lexiconsIn } from './lexicons.js';
import { policyOf } from './policy.js';
import { actIndices } from './read.js';
import { makeEventWordReader } from './setting/event-words.js';
import { PackWriter } from './text/pack.js';
import { writeLook } from './text/packed-look.js';
import { WordLook } from './text/word-look.js';
import { makeWordingReader } from './wording/wording.js';

/** The files for the tables of this room's `folder` and those of a vocabulary, below a folder of their version. Throws what the readers of the tables throw. */
export function compileReading(terms: string, folder: string): { version: string; files: { name: string; bytes: Uint8Array }[] } {
  const vocabulary = loadVocabulary(terms);
  const lexicons = lexiconsIn(join(folder, 'lexicon'));
  const indexOf = actIndices(vocabulary, join(folder, 'lexicon'), lexicons);
  const looks = new Map<string, WordLook>();
  const lookOf = (lang: string): WordLook => {
    const look = looks.get(lang) ?? new WordLook();
    looks.set(lang, look);
    return look;
  };
  const readers = [
    makeKindReader(join(folder, 'kind/tables'), lookOf),
    makeEventWordReader(join(folder, 'setting/tables'), lookOf),
    makeFigureReader(join(folder, 'figures/tables'), lookOf),
    makeWordingReader(join(folder, 'wording/tables'), lexicons, lookOf),
  ];
  // Reading a title puts a language's lists together; one of no language has lists of its own.
  for (const { code } of [...languages, { code: '' }]) for (const read of readers) read('', code);
  const files = [...looks].flatMap(([lang, look]) => {
    if (look.all().lists.every(([, { parts }]) => parts.isEmpty)) return [];
    const writer = new PackWriter();
    writeLook(writer, look);
    if (policyOf(lang) !== null) writeActIndex(writer, indexOf(lang));
    return [{ name: compiledName(lang), bytes: writer.bytes() }];
  });
  return { version: compiledVersion(folder, vocabulary.version), files };
}
