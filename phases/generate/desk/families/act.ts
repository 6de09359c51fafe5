// Carries out what an operator asks of families: reads them as they stand, plans, writes; again where a run was quicker.
import type { App } from '../../../../lib/app.js';
import { DeskError } from '../../../../lib/desk/end.js';
import type { FamilyLogEntry } from '../../../../lib/desk/families/read-log.js';
import type { Asker } from '../../../../lib/operator/log.js';
import type { ItemId } from '../../../../lib/run.js';
import { readFood } from '../../candidates.js';
import { readFamilyStates } from '../../families-read.js';
import { type FamilyState, type Move, rearrange } from '../../rearrange.js';
import { type Undoable, undo } from './undo.js';

type Place = Pick<App, 'sql' | 'config'>;
type States = ReadonlyMap<ItemId, FamilyState>;

const tries = 5;

/** The entry that was written; its other family was founded, merged or brought back. */
export type Done = Pick<FamilyLogEntry, 'logId' | 'act' | 'efId' | 'otherEfId' | 'titleIds' | 'undoes'>;

/** Does what `plan` makes of the families as they stand. */
export function act(place: Place, efIds: readonly ItemId[], plan: (states: States) => Move): Promise<Done> {
  return again(place, async () => plan(byId(await readFamilyStates(place.sql, efIds))));
}

/** Undoes an entry of the log. */
export function undoEntry(place: Place, logId: ItemId, asker: Asker): Promise<Done> {
  const { sql } = place;
  return again(place, async () => {
    const entry = await readEntry(sql, logId);
    const homes = [...entry.homes.values()].filter((home) => home !== null);
    const loose = entry.titleIds.filter((titleId) => entry.homes.get(titleId) === null);
    const families = [entry.efId, ...(entry.otherEfId === null ? [] : [entry.otherEfId]), ...homes];
    return undo(byId(await readFamilyStates(sql, [...new Set(families)])), entry, await readFood(sql, loose), asker);
  });
}

async function again({ sql, config }: Place, plan: () => Promise<Move>): Promise<Done> {
  for (let round = 1; round <= tries; round++) {
    const logId = await rearrange(sql, config, await plan());
    if (logId !== null) return readDone(sql, logId);
  }
  throw new DeskError('A run of P3 changed the families while they were read, again and again. Nothing was done; say it once more.');
}

async function readDone(sql: App['sql'], logId: ItemId): Promise<Done> {
  const [done] = await sql<Done[]>`
    select log_id::float8 as "logId", act, ef_id::float8 as "efId", other_ef_id::float8 as "otherEfId", title_ids::float8[] as "titleIds",
      undoes::float8 as undoes
    from family_log where log_id = ${logId}`;
  if (done === undefined) throw new TypeError(`Entry ${logId} of the log of families is not there although it was just written.`);
  return done;
}

async function readEntry(sql: App['sql'], logId: ItemId): Promise<Undoable> {
  const [row] = await sql<(Omit<Undoable, 'homes'> & { homes: { id: ItemId; home: ItemId | null }[] | null })[]>`
    select l.log_id as "logId", l.act, l.ef_id as "efId", l.other_ef_id as "otherEfId", l.title_ids::text[] as "titleIds", l.by_whom as "byWhom",
      (select u.log_id from family_log u where u.undoes = l.log_id) as "undoneBy",
      (select jsonb_agg(jsonb_build_object('id', t.title_id::text, 'home', t.ef_id::text)) from titles t where t.title_id = any(l.title_ids)) as homes
    from family_log l
    where l.log_id = ${logId}`;
  if (row === undefined) throw new DeskError(`The log of families has no entry ${logId}. "sni families log" lists them.`);
  return { ...row, homes: new Map((row.homes ?? []).map(({ id, home }) => [id, home])) };
}

function byId(families: readonly FamilyState[]): States {
  return new Map(families.map((family) => [family.efId, family]));
}
