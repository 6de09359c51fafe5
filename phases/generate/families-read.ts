// Families with their titles as they stand, whatever their status: what a move begins from.
import type { Sql } from 'postgres';
import type { ItemId } from '../../lib/run.js';
import { readMembers } from './candidates.js';
import type { FamilyState } from './rearrange.js';

/** In order of id; ids that no family has are left out. */
export async function readFamilyStates(sql: Sql, efIds: readonly ItemId[]): Promise<FamilyState[]> {
  const rows = await sql<{ ef_id: ItemId; status: string; title_set: string }[]>`
    select ef_id, status, title_set from event_families where ef_id = any(${efIds as ItemId[]}::bigint[]) order by ef_id`;
  // Read after the families: what has changed between the two is seen by its set when it is written.
  const members = await readMembers(
    sql,
    rows.map((row) => row.ef_id),
  );
  return rows.map(({ ef_id, status, title_set }) => ({ efId: ef_id, status, titleSet: title_set, members: members.get(ef_id) ?? [] }));
}
