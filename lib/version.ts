// What made an output, and is it stale: a short hash of all that shapes a phase's outputs. Equal makers, equal version.
import { createHash } from 'node:crypto';
import type { Sql } from 'postgres';
import { type PhaseName, phases } from './config/phases.js';

/** The version of a phase's outputs: code revision, then a hash of its other makers (prompts, vocabulary, engine). */
export function versionOf(phase: PhaseName, makers: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(makers)).digest('hex').slice(0, 10);
  return `${phases[phase].revision}.${hash}`;
}

/** Notes what the newest run of a phase makes; done work of another version counts as stale from then on. */
export async function noteVersion(sql: Sql, phase: string, version: string): Promise<void> {
  await sql`update phases set version = ${version} where name = ${phase} and version is distinct from ${version}`;
}
