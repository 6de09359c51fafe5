// Takes back what operators did beside marks and moves, each only where nobody has changed it again meanwhile.
import type { Sql } from 'postgres';
import { putBack } from '../../audit/put-back.js';
import { type Asker, note } from '../../operator/log.js';
import type { Correction } from './corrections.js';

/** False where what it changed has changed since. */
export async function takeBack(sql: Sql, { id, sort, number }: Correction, asker: Asker): Promise<boolean> {
  const done =
    sort === 'fix'
      ? await putBack(sql, number, asker.byWhom)
      : sort === 'class'
        ? await unsay(sql, number)
        : (
            await sql`update discrepancies set closed_at = null, closed_by = null, closed_why = null where discrepancy_id = ${number} and closed_at is not null`
          ).count > 0;
  if (done) await note(sql, { act: 'undo', phase: null, said: id, ...asker }, 0);
  return done;
}

/** What was known of the error before holds again; where nothing was, it is judged anew when it is next seen. */
async function unsay(sql: Sql, logId: string): Promise<boolean> {
  const { count } = await sql`
    with said as materialized (
      select before ->> 'signature' as signature, before ->> 'errorClass' as error_class, before -> 'was' as was
      from operator_log where log_id = ${logId} and undone_at is null
    ), again as (
      update diagnoses d
      set error_class = s.was ->> 'error_class', decided_by = s.was ->> 'decided_by', reason = s.was ->> 'reason'
      from said s
      where d.signature = s.signature and d.decided_by = 'operator' and d.error_class = s.error_class and jsonb_typeof(s.was) = 'object'
      returning d.signature
    ), gone as (
      delete from diagnoses d using said s
      where d.signature = s.signature and d.decided_by = 'operator' and d.error_class = s.error_class and jsonb_typeof(s.was) = 'null'
      returning d.signature
    )
    update operator_log set undone_at = now()
    where log_id = ${logId} and (exists (select from again) or exists (select from gone))`;
  return count > 0;
}
