// What operators did: each act writes its entry in the statement that does it, and "sni log" shows them beside marks, moves and closed
// discrepancies, which have logs of their own.
import type { Fragment, Sql } from 'postgres';
import { jsonb } from '../jsonb.js';

/** Whoever gives an order, and the reason; an empty one for none. */
export interface Asker {
  byWhom: string;
  why: string;
}

interface Entry extends Asker {
  act: 'undo' | 'pause' | 'resume' | 'wake' | 'retry' | 'reset' | 'priority' | 'reprocess' | 'clear-errors' | 'dispatch' | 'class' | 'user';
  /** Null where it is of none. */
  phase: string | null;
  said?: string;
  /** What was before, for undoing it. */
  before?: object;
}

/** Ids kept of an act's items: enough to find them, where they were named. */
const idsKept = 200;

/** An insert to stand as a CTE behind one named `changed (item_id)`: an entry where that has rows, none where nothing changed. */
export function noted(sql: Sql, { act, phase, said = '', byWhom, why }: Entry): Fragment {
  return sql`
    insert into operator_log (act, phase, items, item_ids, said, by_whom, why)
    select ${act}, ${phase}, count(*)::integer, coalesce((array_agg(item_id order by item_id))[1:${idsKept}], '{}'), ${said}, ${byWhom}, ${why}
    from changed
    having count(*) > 0`;
}

/** The same for an act that changes a phase and no item: `changed` has any rows. */
export function notedOfPhase(sql: Sql, { act, phase, said = '', byWhom, why }: Entry): Fragment {
  return sql`
    insert into operator_log (act, phase, said, by_whom, why)
    select ${act}, ${phase}, ${said}, ${byWhom}, ${why} from changed limit 1`;
}

/** An entry for what was done in several statements. */
export async function note(sql: Sql, { act, phase, said = '', before, byWhom, why }: Entry, items: number): Promise<void> {
  await sql`
    insert into operator_log (act, phase, items, said, before, by_whom, why)
    values (${act}, ${phase}, ${items}, ${said}, ${before === undefined ? null : jsonb(sql, before)}, ${byWhom}, ${why})`;
}

interface Act {
  at: Date;
  act: string;
  phase: string | null;
  /** Of what: "3 items", "ef:12 context"; empty for the phase as a whole. */
  of: string;
  said: string;
  byWhom: string;
  why: string;
}

interface Wanted {
  /** Null: of all, and of none. */
  phase: string | null;
  limit: number;
}

/** The newest first. */
export function readOperatorActs(sql: Sql, { phase, limit }: Wanted): Promise<Act[]> {
  return sql<Act[]>`
    select at, act, phase, of, said, by_whom as "byWhom", why
    from (
      select at, log_id as place, act, phase,
        case when items = 0 then '' when items = 1 and cardinality(item_ids) = 1 then 'item ' || item_ids[1]
             when items = 1 then '1 item' else items || ' items' end as of,
        said, by_whom, why
      from operator_log
      union all
      select at, mark_id, 'mark ' || verdict, null, 'ef:' || ef_id || ' ' || replace(field, '_', ' '), '', by_whom, why from marks
      union all
      select undone_at, mark_id, 'undo', null, 'mark:' || mark_id, '', coalesce(undone_by, 'unknown'), coalesce(undone_why, '')
      from marks where undone_at is not null
      union all
      select at, log_id, act, 'generate', 'ef:' || ef_id || case when other_ef_id is null then '' else ' and ef:' || other_ef_id end,
        cardinality(title_ids) || case when cardinality(title_ids) = 1 then ' title' else ' titles' end, by_whom, coalesce(why ->> 'said', '')
      from family_log where by_whom <> 'generate'
      union all
      select closed_at, discrepancy_id, 'close', null, 'discrepancy ' || discrepancy_id, '', coalesce(closed_by, 'unknown'), coalesce(closed_why, '')
      from discrepancies where closed_at is not null
    ) acts
    where ${phase}::text is null or phase = ${phase}
    order by at desc, place desc
    limit ${limit}`;
}
