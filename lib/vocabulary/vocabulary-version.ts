// What made the gate's decisions, told from the bytes of its files alone: a run with nothing pending need not read the words.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VocabularyChanges } from './vocabulary-changes.js';

/** First 12 hexadecimal digits of the SHA-256 of all `.tsv` files of a folder and the operator's changes; a folder that is not there is empty. */
export function vocabularyVersion(folder: string, changes: VocabularyChanges): string {
  const hash = createHash('sha256');
  for (const name of vocabularyFiles(folder))
    hash
      .update(`${name}\n`)
      .update(readFileSync(join(folder, name)))
      .update('\n');
  if (changes.add.length + changes.remove.length > 0) hash.update(JSON.stringify(changes));
  return hash.digest('hex').slice(0, 12);
}

function vocabularyFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.tsv'))
      .sort();
  } catch (error) {
    // What is missing is told in words when the vocabulary is read.
    if (error instanceof Error && 'code' in error) return [];
    throw error;
  }
}
