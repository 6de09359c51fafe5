// P2 filter. Takes pending titles; leaves each gate_keep with a tier, or gate_drop, with the record of why. No model: rules and a
// vocabulary that stands as data beside this file.
import { isMain, type Phase, run, type Tools } from '../lib/run.js';
import { currentGate, currentVocabulary } from './filter/current-gate.js';
import type { GateRecord } from './filter/gate.js';
import { sectionOf } from './filter/section.js';

interface PendingTitle {
  itemId: string;
  title: string;
  lang: string;
  url: string | null;
}

/** A decision as the row it is written as, in JSON: a fifth of what the record takes in memory until its group is settled. */
type Row = string;

export const filter: Phase<PendingTitle, Row> = {
  name: 'filter',
  madeBy: (config) => [currentVocabulary(config).version],
  prepare: nameActors,
  food: (sql) => sql`
    select title_id as item_id, 0 as priority from titles where status = 'pending'`,
  load: (itemIds, { sql }) => sql<PendingTitle[]>`
    select title_id as "itemId", title_display as title, lang, url
    from titles where title_id = any(${itemIds as string[]}::bigint[]) and status = 'pending'`,
  work: async (titles, { config }) => {
    const gate = currentGate(config);
    const { version, weights } = currentVocabulary(config);
    return titles.map(({ itemId, title, lang, url }) => ({
      itemId,
      result: rowOf(itemId, gate(title, lang, sectionOf(url, weights)), version),
    }));
  },
  settle: storeDecisions,
};

if (isMain(import.meta.url)) await run(filter);

/** The vocabulary's actors, by id, for the phases and people that show their names. */
async function nameActors({ config, sql }: Pick<Tools, 'config' | 'sql'>): Promise<void> {
  const actors = [...currentVocabulary(config).actors.values()].map(({ id, name, kind }) => ({ actor_id: id, name, kind }));
  await sql`
    insert into actors (actor_id, name, kind)
    select actor_id, name, kind from jsonb_to_recordset(${sql.json(actors)}) as n (actor_id text, name text, kind text)
    where not exists (select from actors a where (a.actor_id, a.name, a.kind) = (n.actor_id, n.name, n.kind))
    on conflict (actor_id) do update set name = excluded.name, kind = excluded.kind`;
}

/** The decision and its record; canonical actors and mechanisms once each, in order of appearance. */
function rowOf(itemId: string, { decision, tier, score, actors, mechanisms, contexts, arithmetic }: GateRecord, version: string): Row {
  return JSON.stringify({
    title_id: itemId,
    status: decision,
    strategic_tier: tier,
    gate_score: score,
    actors: [...new Set(actors.map((hit) => hit.id))],
    mechanisms: [...new Set(mechanisms.map((hit) => hit.id))],
    gate: { vocabulary: version, actors, mechanisms, contexts, arithmetic },
  });
}

/** By way of text, because the driver would encode a string for jsonb once more. */
function storeDecisions(sql: Tools['sql'], results: readonly { result: Row }[]) {
  return sql`
    made as (
      update titles t
      set status = r.status, strategic_tier = r.strategic_tier, gate_score = r.gate_score, gate = r.gate,
          actors = r.actors, mechanisms = r.mechanisms, gated_at = now()
      from jsonb_to_recordset(${`[${results.map(({ result }) => result).join(',')}]`}::text::jsonb) as r (
        title_id bigint, status text, strategic_tier smallint, gate_score real, actors text[], mechanisms text[], gate jsonb)
      join closed on closed.item_id = r.title_id
      where t.title_id = r.title_id and t.status = 'pending'
      returning t.title_id
    )`;
}
