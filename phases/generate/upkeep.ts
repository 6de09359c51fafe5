// What is put in order before a run looks for titles: titles of rejected families are free again, and a family that has come to span more than
// 72 hours is cut, its later part going on as a family that continues it. Families are found by small indexes, never by a look at all.
import type { Sql } from 'postgres';
import type { Config } from '../../lib/config.js';
import type { NewsTitle } from '../../lib/matching/features.js';
import { cutBetween } from '../../lib/matching/parting.js';
import { longestEventHours } from '../../lib/matching/span.js';
import type { ItemId } from '../../lib/run.js';
import { readFamilyStates } from './families-read.js';
import { groupedBy } from './family.js';
import { rearrange } from './rearrange.js';

/** Families cut in one run at most: one that is cut costs some milliseconds, and the next run is a minute away. */
const mostCut = 50;
/** A silence from which on a story has paused. */
const leastSilenceHours = 12;

const hourMs = 3_600_000;

/** Once a run, before titles are claimed; a run cuts only so many families. */
export async function keepUp(sql: Sql, config: Pick<Config, 'theaters' | 'eventTypes'>): Promise<void> {
  await freeRecycled(sql);
  for (let cuts = 0; cuts < mostCut; cuts++) {
    const efId = await readTooLong(sql);
    if (efId === undefined || !(await cut(sql, config, efId))) return;
  }
}

async function freeRecycled(sql: Sql): Promise<void> {
  await sql`
    with rejected as (
      select ef_id from event_families where status = 'recycled' and title_count > 0 order by ef_id for update
    ), freed as (
      update titles t set ef_id = null, generated_at = null from rejected r where t.ef_id = r.ef_id returning t.title_id, r.ef_id
    ), emptied as (
      update event_families e set title_count = 0 from rejected r where e.ef_id = r.ef_id returning e.ef_id
    )
    insert into family_log (act, ef_id, title_ids, why, by_whom)
    select 'drop', ef_id, array_agg(title_id order by title_id), '{"said": "The family was recycled."}', 'generate'
    from freed
    group by ef_id`;
}

/** One that spans too much; what an operator has joined stays as it is. */
async function readTooLong(sql: Sql): Promise<ItemId | undefined> {
  const [row] = await sql<{ ef_id: ItemId }[]>`
    select e.ef_id
    from event_families e
    where e.status in ('seed', 'active') and e.last_at - e.first_at > interval '72 hours' and not exists (
      select from titles t join title_rulings r on r.title_id = t.title_id where t.ef_id = e.ef_id and r.rule = 'together')
    order by e.ef_id
    limit 1`;
  return row?.ef_id;
}

/** False where it is no longer as it was read: the next run looks again. */
async function cut(sql: Sql, config: Pick<Config, 'theaters' | 'eventTypes'>, efId: ItemId): Promise<boolean> {
  const [family] = await readFamilyStates(sql, [efId]);
  if (family === undefined) return false;
  const [earlier, later] = partsAtSilence(family.members);
  const logId = await rearrange(sql, config, {
    ...{ act: 'split', efId, otherEfId: later.length === 0 ? null : 'new', titleIds: later.map(({ titleId }) => titleId) },
    ...{ why: whyOf(earlier, later), byWhom: 'generate', loose: [], freed: [], rulings: [] },
    wanted: [{ read: family, members: earlier }, ...(later.length === 0 ? [] : [{ read: null, members: later, continues: efId }])],
  });
  return logId !== null;
}

function whyOf(earlier: readonly NewsTitle[], later: readonly NewsTitle[]): object {
  if (later.length === 0) return { said: 'Its dates told of more hours than its titles do.' };
  const step = cutBetween(earlier, later);
  const { spanHours = 0, silenceHours = 0 } = step.features;
  const where = silenceHours >= leastSilenceHours ? `at a silence of ${Math.round(silenceHours)}` : `behind the first ${longestEventHours}`;
  const said = `It spanned ${Math.ceil(spanHours)} hours, more than ${longestEventHours}, and was cut ${where}.`;
  return { said, madeBy: groupedBy, steps: [step] };
}

/**
 * Cut at the longest silence of half a day or more, of equals the first; where there is none, behind the last title of the first 72 hours.
 * The later part is empty only where the titles do not span too much, whatever the family says.
 */
export function partsAtSilence(members: readonly NewsTitle[]): [earlier: NewsTitle[], later: NewsTitle[]] {
  const inOrder = [...members].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.titleHash < b.titleHash ? -1 : 1));
  const times = inOrder.map(({ at }) => at.getTime());
  const first = times[0] ?? 0;
  if ((times.at(-1) ?? 0) - first <= longestEventHours * hourMs) return [inOrder, []];
  const silences = times.map((time, index) => (index === 0 ? 0 : time - (times[index - 1] ?? time)));
  const longest = Math.max(...silences);
  const at =
    longest >= leastSilenceHours * hourMs
      ? silences.indexOf(longest)
      : times.findIndex((time) => time - first > longestEventHours * hourMs);
  return [inOrder.slice(0, at), inOrder.slice(at)];
}
