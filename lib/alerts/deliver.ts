// Sends what is due, to each notifier beside the others and to one after the other in order; what cannot be sent is tried again later,
// longer each time, for a day. Whoever takes a delivery moves it ahead first, so that two processes never send it both. What is wrong is told
// again where it is not known whether it was told, for a process was killed meanwhile; news of a watchlist is not, for it may not come twice.
import type { Sql } from 'postgres';
import type { Notifier, Notify } from '../config/notify.js';
import { redact } from '../errors/redact.js';
import { type Notice, send } from './notifiers.js';

/** Others leave a delivery that was taken for so long alone. */
const takenSeconds = 120;
const mostTries = 12;
const firstWaitSeconds = 60;
const longestWaitSeconds = 3 * 3600;
/** Taken together: each may take up to 20 seconds, and all are told before others may take them. */
const takenAtOnce = 4;
const mostInARound = 48;

interface Due {
  deliveryId: string;
  event: 'raised' | 'cleared' | 'watched';
  tries: number;
  name: string;
  subject: string;
  severity: string;
  what: string;
  todo: string;
  lines: string[];
  page: string;
  since: Date;
  clearedAt: Date | null;
}

interface Delivered {
  sent: number;
  /** Of each notifier that could not be told, why. */
  failed: { notifier: string; error: string }[];
}

/**
 * Sends what is due now, at most 48 to each. `failed` is a sentence for each delivery that could not be made; those are tried again later. Rejects only
 * with what the database says.
 */
export async function deliver(sql: Sql, { notifiers, pages }: Notify): Promise<Delivered> {
  const all = await Promise.all(notifiers.map((notifier) => deliverTo(sql, notifier, pages)));
  return { sent: all.reduce((sum, { sent }) => sum + sent, 0), failed: all.flatMap(({ failed }) => failed) };
}

async function deliverTo(sql: Sql, notifier: Notifier, pages: string | undefined): Promise<Delivered> {
  let sent = 0;
  while (sent < mostInARound) {
    const taken = await take(sql, notifier.name);
    const failed = await tell(sql, notifier, pages, taken);
    sent += failed === null ? taken.length : failed.sent;
    if (failed !== null) return { sent, failed: [{ notifier: notifier.name, error: failed.error }] };
    if (taken.length < takenAtOnce) break;
  }
  return { sent, failed: [] };
}

/** Null where all were told; else how many were before the one that could not be told, and why. */
async function tell(
  sql: Sql,
  notifier: Notifier,
  pages: string | undefined,
  taken: readonly Due[],
): Promise<{ sent: number; error: string } | null> {
  for (const [sent, due] of taken.entries()) {
    const error = await send(notifier, noticeOf(due, pages)).then(
      () => null,
      (cause: unknown) => redact(cause instanceof Error ? cause.message : String(cause)).slice(0, 500),
    );
    await sql`
      update alert_deliveries
      set sent_at = case when ${error}::text is null then now() end, error = ${error},
          due_at = case when tries >= ${mostTries} then 'infinity'
            else now() + make_interval(secs => least(${longestWaitSeconds}, ${firstWaitSeconds} * power(2, tries - 1))) end
      where delivery_id = ${due.deliveryId} and sent_at is null`;
    if (error !== null) {
      // The next would meet the same: they wait their turn.
      await giveBack(sql, taken.slice(sent + 1));
      return { sent, error };
    }
  }
  return null;
}

function take(sql: Sql, notifier: string): Promise<Due[]> {
  return sql<Due[]>`
    with taken as (
      update alert_deliveries d
      set due_at = case when event = 'watched' then 'infinity' else now() + make_interval(secs => ${takenSeconds}) end, tries = tries + 1
      from (
        select delivery_id from alert_deliveries
        where notifier = ${notifier} and sent_at is null and due_at <= now()
        order by alert_id, event desc limit ${takenAtOnce}
        for update skip locked
      ) next
      where d.delivery_id = next.delivery_id
      returning d.*
    )
    select t.delivery_id::text as "deliveryId", t.event, t.tries, a.name, a.subject, a.severity, a.what, a.todo, a.lines, a.page, a.since,
      a.cleared_at as "clearedAt"
    from taken t join alerts a using (alert_id)
    order by a.alert_id, t.event desc`;
}

/** What was taken and not tried is due again soon, news of a watchlist too: nobody was told of it. */
async function giveBack(sql: Sql, untried: readonly Due[]): Promise<void> {
  await sql`
    update alert_deliveries
    set due_at = now() + make_interval(secs => ${takenSeconds}), tries = tries - 1
    where delivery_id = any(${untried.map(({ deliveryId }) => deliveryId)}::uuid[]) and sent_at is null`;
}

function noticeOf({ tries: _, page, clearedAt, ...due }: Due, pages: string | undefined): Notice {
  return { ...due, clearedAt: due.event === 'watched' ? null : clearedAt, link: pages === undefined ? null : `${pages}${page}` };
}
