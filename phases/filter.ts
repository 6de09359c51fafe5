// P2 filter. Takes pending titles; leaves each gate_keep with a tier, or gate_drop, with the record of why. No model: rules and a
// vocabulary that stands as data beside this file.
import { type ItemId, isMain, type Phase, run, type Tools } from '../lib/run.js';
import { currentGate, currentVocabulary } from './filter/current-gate.js';
import { sectionOf } from './filter/section.js';
import { type DecisionJson, jsonOf, settleDecisions } from './filter/settle.js';

interface PendingTitle {
  itemId: ItemId;
  title: string;
  lang: string;
  url: string | null;
}

export const filter: Phase<PendingTitle, DecisionJson> = {
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
      result: jsonOf(itemId, gate(title, lang, sectionOf(url, weights)), version),
    }));
  },

  settle: settleDecisions,
};

/** The vocabulary's actors, by id, for the phases and people that show their names. */
async function nameActors({ config, sql }: Pick<Tools, 'config' | 'sql'>): Promise<void> {
  const actors = [...currentVocabulary(config).actors.values()].map(({ id, name, kind }) => ({ actor_id: id, name, kind }));
  await sql`
    insert into actors (actor_id, name, kind)
    select actor_id, name, kind from jsonb_to_recordset(${sql.json(actors)}) as n (actor_id text, name text, kind text)
    where not exists (select from actors a where (a.actor_id, a.name, a.kind) = (n.actor_id, n.name, n.kind))
    on conflict (actor_id) do update set name = excluded.name, kind = excluded.kind`;
}

if (isMain(import.meta.url)) await run(filter);
