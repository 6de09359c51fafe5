// Writes down what the doctor did, in one statement now and then: ten thousand items that fail alike are not ten thousand rows. What is
// not yet written when the process is killed is lost.
import type { Sql } from 'postgres';
import { jsonb } from '../jsonb.js';
import type { DiagnosedError } from './diagnoses.js';

type Action = 'retry_later' | 'fail_item' | 'end_run' | 'pause_phase' | 'call_human';

interface Actions {
  note: (seen: DiagnosedError, action: Action, items: number) => void;
  /** Writes what was noted, at most once a second unless it is the last time. Throws what the database says. */
  write: (sql: Sql, of: { runId: string; phase: string | null }, last?: boolean) => Promise<void>;
}

const everySeconds = 1;
/** Of a sentence, kept in the tables. */
const longest = 500;

type Noted = Pick<DiagnosedError, 'signature' | 'errorClass' | 'decidedBy' | 'why' | 'sentence'> & { action: Action; items: number };

/** Nothing is noted at first; one is made a run. */
export function makeActions(): Actions {
  let noted = new Map<string, Noted>();
  let writtenAt = Number.NEGATIVE_INFINITY;
  return {
    note: ({ signature, errorClass, decidedBy, why, sentence }, action, items) => {
      const key = JSON.stringify([signature, action]);
      const before = noted.get(key)?.items ?? 0;
      noted.set(key, { signature, errorClass, decidedBy, why, sentence: sentence.slice(0, longest), action, items: before + items });
    },
    write: async (sql, { runId, phase }, last = false) => {
      if (noted.size === 0 || (!last && performance.now() - writtenAt < everySeconds * 1000)) return;
      const rows = [...noted.values()];
      noted = new Map();
      writtenAt = performance.now();
      await sql`
        with noted as materialized (
          select r.*
          from jsonb_to_recordset(${jsonb(sql, rows)}) as r (
            signature text, "errorClass" text, "decidedBy" text, why text, action text, items integer, sentence text
          )
        ), seen as (
          insert into diagnoses as d (signature, example, error_class, decided_by, reason, seen)
          select signature, min(sentence), min("errorClass"), min("decidedBy"), nullif(min(why), ''), sum(items)
          from noted
          group by signature
          order by signature
          on conflict (signature) do update
          set seen = d.seen + excluded.seen, last_at = now(),
              error_class = case when d.decided_by in ('rules', 'default') and excluded.decided_by = 'rules' then excluded.error_class else d.error_class end,
              reason = case when d.decided_by in ('rules', 'default') and excluded.decided_by = 'rules' then excluded.reason else d.reason end,
              decided_by = case when d.decided_by = 'default' then excluded.decided_by else d.decided_by end
        )
        insert into doctor_actions (run_id, phase, signature, error_class, action, items, sentence)
        select ${runId}, ${phase}, signature, "errorClass", action, items, sentence
        from noted
        on conflict (run_id, signature, action) do update
        set items = doctor_actions.items + excluded.items, at = now(), sentence = excluded.sentence, error_class = excluded.error_class`;
    },
  };
}
