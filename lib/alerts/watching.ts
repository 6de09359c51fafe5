// Families that are new on a watchlist: each is told once to every notifier, however often it is looked and whenever a process is killed. What
// is told is written down in the statement that puts down the deliveries.
import type { Sql } from 'postgres';
import { fitsAny } from '../search/families.js';
import { readWatches, type Watch } from '../search/watch.js';

/** A family is new on a list for so long after a headline of it came in. */
const newDays = 2;
/** Of a list in one look: told one by one, and in one notice together. */
const most = { single: 10, together: 500 };

interface Fresh {
  id: string;
  title: string;
  titles: number;
  outlets: number;
}

interface Notice {
  families: string[];
  subject: string;
  what: string;
  todo: string;
  page: string;
}

/** Puts down what is to be told; returns of how many families. Without notifiers nothing counts as told. */
export async function tellWatched(sql: Sql, notifiers: readonly string[]): Promise<number> {
  if (notifiers.length === 0) return 0;
  let told = 0;
  for (const watch of await readWatches(sql)) {
    if (!watch.notifies) continue;
    const notices = noticesOf(watch.name, await readFresh(sql, watch));
    if (notices.length > 0) told += await putDown(sql, watch.name, notices, notifiers);
  }
  return told;
}

/** On the list, with a headline that came in since it notifies, and never told: neither itself nor as one that was merged into it. */
async function readFresh(sql: Sql, { name, filters }: Watch): Promise<Fresh[]> {
  const { where } = await fitsAny(sql, filters);
  return await sql<Fresh[]>`
    select ef.ef_id::text as id, ef.title, ef.title_count as titles, s.outlet_count as outlets
    from event_families ef join family_search s using (ef_id)
    where ef.status in ('seed', 'active') and ${where}
      and exists (
        select from titles t
        where t.ef_id = ef.ef_id
          and t.ingested_at >= greatest((select n.since from watch_notifies n where n.name = ${name}), now() - make_interval(days => ${newDays})))
      and not exists (select from watch_told w where w.name = ${name} and w.ef_id = ef.ef_id)
      and not exists (select from event_families m join watch_told w using (ef_id) where m.merged_into = ef.ef_id and w.name = ${name})
    order by ef.importance desc nulls last, ef.ef_id
    limit ${most.single + most.together}`;
}

function noticesOf(name: string, fresh: readonly Fresh[]): Notice[] {
  const list = plain(name);
  const single = fresh.slice(0, most.single).map(({ id, title, titles, outlets }) => ({
    families: [id],
    subject: `${list}, ef:${id}`,
    what: `On the watchlist ${list}: ${plain(title)}`,
    todo: `Told in ${titles === 1 ? 'one headline' : `${titles} headlines`} of ${outlets === 1 ? 'one outlet' : `${outlets} outlets`}.`,
    page: `families/${id}`,
  }));
  const rest = fresh.slice(most.single);
  const [first] = rest;
  if (first === undefined) return single;
  const together = {
    families: rest.map(({ id }) => id),
    subject: `${list}, ef:${first.id} and more`,
    what: `On the watchlist ${list}: ${rest.length === 1 ? '' : `${rest.length} further families, among them `}${plain(first.title)}`,
    todo: 'The page of the list has all.',
    page: `watchlists/${encodeURIComponent(name)}`,
  };
  return [...single, together];
}

/** What another process told meanwhile is left to it. */
async function putDown(sql: Sql, name: string, notices: readonly Notice[], notifiers: readonly string[]): Promise<number> {
  const [row] = await sql<{ told: number }[]>`
    with notices as materialized (
      select n.* from jsonb_to_recordset(${sql.json(JSON.parse(JSON.stringify(notices)))})
        as n (families bigint[], subject text, what text, todo text, page text)
    ), told as (
      insert into watch_told (name, ef_id) select ${name}, e.ef_id from event_families e where e.ef_id in (select unnest(families) from notices)
      on conflict do nothing returning ef_id
    ), written as (
      insert into alerts (name, subject, severity, what, todo, page, cleared_at)
      select 'watchlist', subject, 'warning', what, todo, page, now() from notices where families[1] in (select ef_id from told)
      returning alert_id
    ), put as (
      insert into alert_deliveries (alert_id, notifier, event) select alert_id, notifier, 'watched' from written, unnest(${[...notifiers]}::text[]) notifier
    )
    select count(*)::int as told from told`;
  return row?.told ?? 0;
}

/** One line, without what moves or hides letters. */
function plain(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
