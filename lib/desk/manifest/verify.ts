// Proves each line of a manifest by what stands in the database: that it was dispatched, worked since, and that what was missing is there.
import type { Sql } from 'postgres';
import { type PhaseName, phases } from '../../config/phases.js';
import { systemTest } from '../../config/stages.js';
import type { Config } from '../../config.js';
import { foodFor } from '../../food.js';
import { byPhase, idOf, isTest, type Line } from './line.js';
import { isPhase } from './plan.js';

export type Proof = 'done' | 'waiting' | 'failed' | 'missing';

export interface Proved {
  line: Line;
  state: Proof;
  /** Of what is not done: what is known of it; of a test that is: its receipt. */
  said: string;
}

/** Lines of one statement. */
const atOnce = 2000;

/** In the order of the lines. */
export async function verify(sql: Sql, config: Pick<Config, 'phases'>, lines: readonly Line[]): Promise<Proved[]> {
  const proved = new Map<string, Omit<Proved, 'line'>>();
  for (const [phase, of] of byPhase(lines, (line) => (isTest(line) ? systemTest : line.phase))) {
    for (let at = 0; at < of.length; at += atOnce) {
      const rows = await (phase === systemTest ? ofTests : ofWork)(sql, config, phase, of.slice(at, at + atOnce).map(idOf));
      for (const { id, state, said } of rows) proved.set(id, { state, said });
    }
  }
  return lines.map((line) => ({ line, ...(proved.get(idOf(line)) ?? { state: 'missing' as const, said: 'never dispatched' }) }));
}

interface Row {
  id: string;
  state: Proof;
  said: string;
}

/** A test is done when its receipt says all that its kind does. */
function ofTests(sql: Sql, _config: unknown, phase: string, ids: string[]): Promise<Row[]> {
  return sql<Row[]>`
    select t.line_id as id,
      case when t.receipt is not null and t.receipt ?& (case t.kind
          when 'echo' then array['said'] when 'sleep' then array['slept'] when 'crud' then array['created', 'read', 'updated', 'deleted']
          else array['created', 'read', 'updated', 'deleted', 'held'] end)
          and not jsonb_path_exists(t.receipt, '$.* ? (@ == false)') and (t.kind <> 'echo' or t.receipt ->> 'said' = coalesce(t.input ->> 'text', ''))
        then 'done' when w.state = 'failed' then 'failed' when w.state is null or w.state = 'done' then 'missing' else 'waiting' end as state,
      coalesce(t.receipt::text, w.error, w.state, 'no work') as said
    from system_tests t left join work w on w.phase = ${phase} and w.item_id = t.test_id
    where t.line_id = any(${ids})`;
}

/** An item is done when it is there, was worked since the line came, and is no food. */
function ofWork(sql: Sql, { phases: settings }: Pick<Config, 'phases'>, phase: string, ids: string[]): Promise<Row[]> {
  const name = phase as PhaseName;
  const food = isPhase(phase) ? foodFor(sql, name, settings) : sql`select null::bigint as item_id where false`;
  return sql<Row[]>`
    with lines as materialized (
      select line_id, item_id, at from dispatched where line_id = any(${ids}) and phase = ${phase}
    ), food as materialized (
      select f.item_id from (${food}) f where f.item_id in (select item_id from lines)
    )
    select l.line_id as id,
      case when not there.is then 'missing' when w.state = 'failed' then 'failed'
        when w.state in ('ready', 'leased') or f.item_id is not null or not worked.is then 'waiting' else 'done' end as state,
      case when not there.is then 'there is no such item any more' when w.state = 'failed' then coalesce(w.error, 'failed')
        when w.state in ('ready', 'leased') then w.state when f.item_id is not null then 'still missing' else coalesce(w.state, 'not worked yet') end as said
    from lines l
    left join work w on w.phase = ${phase} and w.item_id = l.item_id
    left join food f on f.item_id = l.item_id
    cross join lateral (select ${thereOf(sql, phase)} as is) there
    cross join lateral (select coalesce(w.state = 'done' and w.finished_at >= l.at, false) as is) worked`;
}

/** Whether the item is still in the table of its phase, over `l.item_id`. */
function thereOf(sql: Sql, phase: string) {
  if (!isPhase(phase))
    return sql`exists (select from stage_answers a where a.stage = ${phase} and a.item_id = l.item_id) or not coalesce(w.state = 'done', false)`;
  const shown = phases[phase as PhaseName].shownAs;
  if (shown === 'title') return sql`exists (select from titles t where t.title_id = l.item_id)`;
  if (shown === 'ef') return sql`exists (select from event_families e where e.ef_id = l.item_id and e.status in ('seed', 'active'))`;
  return sql`exists (select from feeds d where d.feed_id = l.item_id and d.listed)`;
}
