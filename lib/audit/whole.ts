// What shows only over all that is stored: families that are one, and strategic titles that no family has taken.
import type { Sql } from 'postgres';
import type { Finding } from './finding.js';

const mostOfARule = 1000;

/** Of each rule at most a thousand, the newest first. */
export async function wholeFindings(sql: Sql): Promise<Finding[]> {
  const duplicates = await sql<{ ef_id: string; other: string; title: string; same: string }[]>`
    select a.ef_id::text, b.ef_id::text as other, a.title, case when a.title_set = b.title_set then 'titles' else 'title and time' end as same
    from event_families a
    join event_families b on b.title = a.title and b.theater = a.theater and b.ef_id < a.ef_id and b.status in ('seed', 'active')
      and (b.title_set = a.title_set or (b.first_at <= a.last_at and a.first_at <= b.last_at))
    where a.status in ('seed', 'active')
    order by a.ef_id desc
    limit ${mostOfARule}`;
  const unplaced = await sql<{ title_id: string; title: string; waits: string | null }[]>`
    select t.title_id::text, t.title_display as title, w.state || coalesce(': ' || w.error, '') as waits
    from titles t
    left join work w on w.phase = 'generate' and w.item_id = t.title_id
    where t.status = 'gate_keep' and t.strategic_tier is not null and t.ef_id is null and t.gated_at < now() - interval '1 day'
    order by t.title_id desc
    limit ${mostOfARule}`;
  return [
    ...duplicates.map(
      ({ ef_id, other, title, same }): Finding => ({
        of: `ef:${ef_id}`,
        ef: ef_id,
        rule: 'duplicate',
        field: 'title',
        text: title,
        reason: `has the same ${same} as ef:${other}`,
      }),
    ),
    ...unplaced.map(
      ({ title_id, title, waits }): Finding => ({
        of: `title:${title_id}`,
        ef: null,
        rule: 'unplaced',
        field: '',
        text: title,
        reason: waits === null ? 'was never taken by generate' : `stands as ${waits}`,
      }),
    ),
  ];
}
