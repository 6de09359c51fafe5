// A kind of error by what an operator typed.
import type { Sql } from 'postgres';
import { DeskError } from '../end.js';
import { signatureNamed } from './read.js';

/** The whole signature. Throws a sentence where no such error is known. */
export async function knownSignature(sql: Sql, typed: string): Promise<string> {
  const signature = await signatureNamed(sql, typed);
  if (signature !== null) return signature;
  throw new DeskError(`No error is known as ${typed}. "sni failures" shows which there are, each with its eight characters.`);
}
