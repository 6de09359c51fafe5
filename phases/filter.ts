// P2 filter. Takes pending titles; leaves each gate_keep with a tier, or gate_drop, with the record of why. No model: rules and a
// vocabulary that stands as data beside this file.
import { isMain, type Outcome, type Phase, run, type Tools } from '../lib/run.js';
import type { Gate, GateRecord } from './filter/gate.js';
import { gateInUse, vocabularyInUse } from './filter/in-use.js';

interface PendingTitle {
  itemId: string;
  title: string;
  lang: string;
}

export const filter: Phase<PendingTitle, GateRecord> = {
  name: 'filter',
  madeBy: (config) => [vocabularyInUse(config.root).version],
  prepare: nameActors,
  food: (sql) => sql`
    select title_id as item_id, 0 as priority from titles where status = 'pending'`,
  load: (itemIds, { sql }) => sql<PendingTitle[]>`
    select title_id as "itemId", title_display as title, lang
    from titles where title_id = any(${itemIds as string[]}::bigint[]) and status = 'pending'`,
  work: async (titles, { config }) => titles.map((title) => decide(title, gateInUse(config.root))),
  settle: storeDecisions,
};

if (isMain(import.meta.url)) await run(filter);

function decide({ itemId, title, lang }: PendingTitle, gate: Gate): Outcome<GateRecord> {
  return { itemId, result: gate(title, lang) };
}

/** The vocabulary's actors, by id, for the phases and people that show their names. */
async function nameActors({ config, sql }: Pick<Tools, 'config' | 'sql'>): Promise<void> {
  const actors = [...vocabularyInUse(config.root).actors.values()].map(({ id, name, kind }) => ({ actor_id: id, name, kind }));
  await sql`
    insert into actors (actor_id, name, kind)
    select actor_id, name, kind from jsonb_to_recordset(${sql.json(actors)}) as n (actor_id text, name text, kind text)
    where not exists (select from actors a where (a.actor_id, a.name, a.kind) = (n.actor_id, n.name, n.kind))
    on conflict (actor_id) do update set name = excluded.name, kind = excluded.kind`;
}

/** The decision and its record on the title; canonical actors and mechanisms once each, in order of appearance. */
function storeDecisions(sql: Tools['sql'], results: readonly { itemId: string; result: GateRecord }[], { config }: Tools) {
  const { version } = vocabularyInUse(config.root);
  const rows = results.map(({ itemId, result }) => ({
    title_id: itemId,
    status: result.decision,
    strategic_tier: result.tier,
    gate_score: result.score,
    actors: [...new Set(result.actors.map((hit) => hit.id))],
    mechanisms: [...new Set(result.mechanisms.map((hit) => hit.id))],
    gate: {
      vocabulary: version,
      actors: result.actors.map((hit) => ({ ...hit })),
      mechanisms: result.mechanisms.map((hit) => ({ ...hit })),
      contexts: result.contexts.map((hit) => ({ ...hit })),
      arithmetic: result.arithmetic.map((entry) => ({ ...entry })),
    },
  }));
  return sql`
    made as (
      update titles t
      set status = r.status, strategic_tier = r.strategic_tier, gate_score = r.gate_score, gate = r.gate,
          actors = r.actors, mechanisms = r.mechanisms, gated_at = now()
      from jsonb_to_recordset(${sql.json(rows)}) as r (
        title_id bigint, status text, strategic_tier smallint, gate_score real, actors text[], mechanisms text[], gate jsonb)
      join closed on closed.item_id = r.title_id
      where t.title_id = r.title_id and t.status = 'pending'
      returning t.title_id
    )`;
}
