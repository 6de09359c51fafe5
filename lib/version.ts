// What made an output, and is it stale: a short hash of all that shapes a phase's outputs. Equal makers, equal version.
import { createHash } from 'node:crypto';
import type { Sql } from 'postgres';
import { type PhaseName, phases } from './config/phases.js';

/** The version of a phase's outputs: code revision, then a hash of its other makers (prompts, vocabulary, engine). */
export function versionOf(phase: PhaseName, makers: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(makers)).digest('hex').slice(0, 10);
  return `${phases[phase].revision}.${hash}`;
}

/**
 * Notes what the newest run of a phase makes, and the words that version is made of; done work of another version counts as stale from
 * then on. Returns the version.
 */
export async function noteVersion(sql: Sql, phase: PhaseName, makers: readonly string[]): Promise<string> {
  const version = versionOf(phase, makers);
  await sql`
    with known as (
      insert into versions (phase, version, makers) select name, ${version}, ${sql.json([...makers])} from phases where name = ${phase}
      on conflict (phase, version) do nothing
    )
    update phases set version = ${version} where name = ${phase} and version is distinct from ${version}`;
  return version;
}
