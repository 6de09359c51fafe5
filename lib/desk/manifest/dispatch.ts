// Loads a manifest into the backlogs. Each line once, however often it is dispatched: what was, is known by the line itself.
import type { Sql } from 'postgres';
import type { PhaseName } from '../../config/phases.js';
import { systemTest } from '../../config/stages.js';
import type { Asker } from '../../operator/log.js';
import { knownInDatabase } from '../../work/known.js';
import { byPhase, idOf, isTest, type Line, type TestLine, type WorkLine } from './line.js';

/** Lines of one statement. */
const atOnce = 1000;

/** How a phase does again what is done. */
export type DoAgain = (phase: PhaseName, ids: string[], asker: Asker) => Promise<void>;

/** Returns how many lines are new. */
export async function dispatch(sql: Sql, given: readonly Line[], asker: Asker, doAgain: DoAgain): Promise<number> {
  const lines = [...new Map(given.map((line) => [idOf(line), line])).values()];
  const tests = lines.filter(isTest);
  const works = lines.filter((line): line is WorkLine => !isTest(line));
  if (tests.length > 0) await knownInDatabase(sql, [systemTest]);
  let added = 0;
  for (const part of parts(tests)) added += await addTests(sql, part);
  for (const part of parts(works.filter((line) => line.do === 'gap-fill'))) added += await addWork(sql, part);
  for (const [phase, of] of byPhase(
    works.filter((line) => line.do === 'reprocess'),
    (line) => line.phase,
  )) {
    for (const part of parts(of)) added += await addAgain(sql, phase as PhaseName, part, asker, doAgain);
  }
  return added;
}

async function addTests(sql: Sql, lines: readonly TestLine[]): Promise<number> {
  const rows = lines.map((line) => ({ id: idOf(line), plan: line.plan, kind: line.do, input: { text: line.text, ms: line.ms } }));
  const added = await sql`
    with given as (
      select * from jsonb_to_recordset(${sql.json(JSON.parse(JSON.stringify(rows)))}) as g (id text, plan text, kind text, input jsonb)
    ), tests as (
      insert into system_tests (line_id, kind, input) select id, kind, input from given
      on conflict (line_id) do nothing
      returning test_id, line_id
    ), queued as (
      insert into work (phase, item_id) select ${systemTest}, test_id from tests
    )
    insert into dispatched (line_id, manifest, phase, item_id)
    select t.line_id, g.plan, ${systemTest}, t.test_id from tests t join given g on g.id = t.line_id
    returning line_id`;
  return added.count;
}

/** What failed, or is done and missing all the same, is ready again; what waits or is being worked stays as it is. */
async function addWork(sql: Sql, lines: readonly WorkLine[]): Promise<number> {
  const rows = lines.map((line) => ({ id: idOf(line), plan: line.plan, phase: line.phase, item: line.item }));
  const added = await sql`
    with given as (
      select * from jsonb_to_recordset(${sql.json(rows)}) as g (id text, plan text, phase text, item bigint)
    ), lines as (
      insert into dispatched (line_id, manifest, phase, item_id) select id, plan, phase, item from given
      on conflict (line_id) do nothing
      returning line_id, phase, item_id
    ), queued as (
      insert into work (phase, item_id) select distinct phase, item_id from lines
      on conflict (phase, item_id) do update
      set state = 'ready', attempts = 0, deaths = 0, company = null, not_before = now(), error_class = null, error = null, error_signature = null, finished_at = null
      where work.state in ('failed', 'done')
    )
    select line_id from lines`;
  return added.count;
}

/** Made food again first, then written down: should this process die between the two, they are made food once more, which changes nothing. */
async function addAgain(sql: Sql, phase: PhaseName, lines: readonly WorkLine[], asker: Asker, doAgain: DoAgain): Promise<number> {
  const known = await sql<{ id: string }[]>`select line_id as id from dispatched where line_id = any(${lines.map(idOf)})`;
  const before = new Set(known.map(({ id }) => id));
  const fresh = lines.filter((line) => !before.has(idOf(line)));
  if (fresh.length === 0) return 0;
  const [clock] = await sql<{ at: Date }[]>`select clock_timestamp() as at`;
  await doAgain(phase, [...new Set(fresh.map(({ item }) => item))], asker);
  const rows = fresh.map((line) => ({ id: idOf(line), plan: line.plan, item: line.item }));
  const added = await sql`
    insert into dispatched (line_id, manifest, phase, item_id, at)
    select id, plan, ${phase}, item, ${clock?.at.toISOString() ?? null}::timestamptz
    from jsonb_to_recordset(${sql.json(rows)}) as g (id text, plan text, item bigint)
    on conflict (line_id) do nothing
    returning line_id`;
  return added.count;
}

function* parts<Of>(all: readonly Of[]): Generator<readonly Of[]> {
  for (let at = 0; at < all.length; at += atOnce) yield all.slice(at, at + atOnce);
}
