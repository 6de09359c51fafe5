// What made a reading, told from the bytes of this room's tables: a run with nothing pending need not read their words.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Raised when the code reads the same headline otherwise. */
const revision = '15';

/**
 * First 12 hexadecimal digits of the SHA-256 of the tables below `folder`, of the code's revision, and of `beside`: what else a reading
 * depends on, such as the vocabulary's version. What is missing is told in words when the tables are read.
 */
export function readingVersion(folder: string, beside: readonly unknown[]): string {
  const hash = createHash('sha256').update(JSON.stringify([revision, ...beside]));
  for (const name of tablesIn(folder)) hash.update(`\n${name}\n`).update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 12);
}

function tablesIn(folder: string): string[] {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return names.filter((name) => name.endsWith('.tsv')).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return [];
    throw error;
  }
}
