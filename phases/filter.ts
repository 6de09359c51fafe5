// P2 filter: decides which pending titles are kept, and reads what those say. What was kept before and has no reading is read anew. No
// model is asked: rules and vocabulary stand as data in lib/vocabulary and lib/reading.
import { compileLate } from '../lib/late-compiling.js';
import { type ItemId, isMain, type Phase, run } from '../lib/run.js';
import { currentGate, currentReader, gateMakers } from './filter/current-gate.js';
import { decideAll } from './filter/decide.js';
import type { GateRecord } from './filter/gate.js';
import { nameActors } from './filter/name-actors.js';
import { manyToDecide } from './filter/read-all.js';
import { sectionOf } from './filter/section.js';
import { type Decision, decisionOf, readAnew, settleDecisions } from './filter/settle.js';
import { keepHeapSmall } from './filter/small-heap.js';
import { withTier } from './filter/tier.js';

interface UnreadTitle {
  itemId: ItemId;
  title: string;
  lang: string;
  url: string | null;
  /** Kept before: only its reading is missing. */
  kept: boolean;
}

export const filter: Phase<UnreadTitle, Decision> = {
  name: 'filter',
  madeBy: gateMakers,

  food: (sql) => sql`
    select title_id as item_id, 0 as priority from titles where status = 'pending'
    union all
    select title_id as item_id, 1 as priority from titles where status = 'gate_keep' and reading is null`,

  ahead: async ({ sql, config }) => {
    const pending = await sql`select from titles where status = 'pending' limit ${manyToDecide}`;
    if (pending.count < manyToDecide) return;
    await currentReader(config, pending.count);
    const { gate } = await currentGate(config);
    // The first title puts the terms of all served languages in order.
    gate('', 'en');
  },

  load: (itemIds, { sql }) => sql<UnreadTitle[]>`
    select title_id as "itemId", title_display as title, lang, url, status = 'gate_keep' as kept
    from titles
    where title_id = any(${itemIds as string[]}::bigint[]) and (status = 'pending' or (status = 'gate_keep' and reading is null))`,

  work: async (titles, { config, sql }) => {
    const { readAll } = await currentReader(config, titles.length);
    const { gate, vocabulary } = await currentGate(config);
    const { version, weights, actors, mechanisms } = vocabulary;
    await nameActors(sql, actors);
    const ask = ({ title, lang, url }: UnreadTitle): GateRecord => gate(title, lang, sectionOf(url, weights));
    return decideAll(titles, ask, readAll, ({ itemId, kept }, record, reading) => {
      if (reading === null) return { itemId, result: decisionOf(record, version, null) };
      if (kept) return { itemId, result: readAnew(reading.stored) };
      return { itemId, result: decisionOf(withTier(record, reading, mechanisms), version, reading.stored) };
    });
  },

  settle: settleDecisions,
};

/** How many times V8's own patience a function waits until it is compiled for speed. */
const patience = 8;

if (isMain(import.meta.url)) {
  keepHeapSmall();
  compileLate(patience);
  await run(filter);
}
