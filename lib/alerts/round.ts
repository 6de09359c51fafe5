// One look at all conditions: what is new is raised, what is over is cleared, and for each notifier a delivery is put down in the same
// statement. A condition that cannot be looked at changes nothing: its alerts neither begin nor end.
import type { Sql } from 'postgres';
import { sentenceOf } from '../errors/doctor.js';
import type { AlertScene, Condition, Trouble } from './condition.js';
import { conditions } from './conditions.js';

/** Cleared alerts older than this go. */
const alertDays = 90;

export interface Looked {
  condition: Condition;
  troubles: Trouble[];
  /** Why it could not be looked at; null where it could. */
  error: string | null;
}

/** All conditions, one after the other: a statement at a time is no burden to what runs beside it. */
export async function lookAtAll(scene: AlertScene): Promise<Looked[]> {
  const looked: Looked[] = [];
  for (const condition of conditions) {
    try {
      looked.push({ condition, troubles: await condition.find(scene), error: null });
    } catch (error) {
      looked.push({ condition, troubles: [], error: sentenceOf(error) });
    }
  }
  return looked;
}

/** Writes down what was found; returns how many alerts began and ended. */
export async function recordAlerts(
  sql: Sql,
  looked: readonly Looked[],
  notifiers: readonly string[],
): Promise<{ raised: number; cleared: number }> {
  const seen = looked.filter(({ error }) => error === null);
  const found = seen.flatMap(({ condition: { name, severity, page }, troubles }) =>
    troubles.map(({ subject, what, todo, since, lines = [] }) => ({ name, severity, page, subject, what, todo, since, lines: [...lines] })),
  );
  const [row] = await sql<{ raised: number; cleared: number }[]>`
    with found as (
      select * from jsonb_to_recordset(${sql.json(JSON.parse(JSON.stringify(found)))}) as f (
        name text, severity text, page text, subject text, what text, todo text, since timestamptz, lines text[])
    ), kept as (
      insert into alerts (name, subject, severity, what, todo, lines, page, since)
      select name, subject, severity, what, todo, lines, page, coalesce(since, now()) from found
      on conflict (name, subject) where cleared_at is null
      do update set what = excluded.what, todo = excluded.todo, severity = excluded.severity, lines = excluded.lines, seen_at = now()
      returning alert_id, xmax = 0 as fresh
    ), cleared as (
      update alerts a set cleared_at = now()
      where a.cleared_at is null and a.name = any(${seen.map(({ condition }) => condition.name)})
        and not exists (select from found f where f.name = a.name and f.subject = a.subject)
      returning alert_id
    ), forgotten as (
      delete from alerts where cleared_at < now() - make_interval(days => ${alertDays})
    ), beginnings as (
      insert into alert_deliveries (alert_id, notifier, event)
      select alert_id, notifier, 'raised' from kept, unnest(${[...notifiers]}::text[]) notifier where fresh
    ), endings as (
      insert into alert_deliveries (alert_id, notifier, event)
      select d.alert_id, d.notifier, 'cleared' from cleared join alert_deliveries d using (alert_id)
      where d.event = 'raised' and d.sent_at is not null
      on conflict (alert_id, notifier, event) do nothing
    ), unsent as (
      delete from alert_deliveries d using cleared where d.alert_id = cleared.alert_id and d.event = 'raised' and d.sent_at is null
    )
    select (select count(*) from kept where fresh)::int as raised, (select count(*) from cleared)::int as cleared`;
  return row ?? { raised: 0, cleared: 0 };
}

export interface Alert {
  name: string;
  subject: string;
  severity: string;
  what: string;
  todo: string;
  since: Date;
  clearedAt: Date | null;
}

/** Those that stand, the most severe and oldest first; with `all` also those that are over, the newest first. */
export function readAlerts(sql: Sql, all: boolean, limit: number): Promise<Alert[]> {
  return sql<Alert[]>`
    select name, subject, severity, what, todo, since, cleared_at as "clearedAt"
    from alerts
    where ${all} or cleared_at is null
    order by cleared_at desc nulls first, severity, since
    limit ${limit}`;
}
