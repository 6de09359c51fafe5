// P2 filter. Takes pending titles; leaves each gate_keep with a tier, or gate_drop, with the record of why. No model: rules and a
// vocabulary that stands as data beside this file.
import { type ItemId, isMain, type Phase, run } from '../lib/run.js';
import { currentGate, gateMakers } from './filter/current-gate.js';
import { nameActors } from './filter/name-actors.js';
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
  madeBy: gateMakers,

  food: (sql) => sql`
    select title_id as item_id, 0 as priority from titles where status = 'pending'`,

  load: (itemIds, { sql }) => sql<PendingTitle[]>`
    select title_id as "itemId", title_display as title, lang, url
    from titles where title_id = any(${itemIds as string[]}::bigint[]) and status = 'pending'`,

  work: async (titles, { config, sql }) => {
    const { gate, vocabulary } = await currentGate(config);
    const { version, weights, actors } = vocabulary;
    await nameActors(sql, actors);
    return titles.map(({ itemId, title, lang, url }) => ({
      itemId,
      result: jsonOf(itemId, gate(title, lang, sectionOf(url, weights)), version),
    }));
  },

  settle: settleDecisions,
};

if (isMain(import.meta.url)) await run(filter);
