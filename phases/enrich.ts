// P4 enrich: gives event families of status `seed` their strategic context and makes them `active`. A family that changed while it was
// worked on stays seed and comes again.
import { reaches } from '../lib/family/threshold.js';
import { compileLate } from '../lib/late-compiling.js';
import { shippedPlaceStates } from '../lib/reading/place-states.js';
import { alone, isMain, type Phase, run } from '../lib/run.js';
import { loadSeedFamilies, type SeedFamily } from './enrich/family.js';
import { type Enriched, settleContexts } from './enrich/settle.js';
import { enrichVersion } from './enrich/version.js';

export const enrich: Phase<SeedFamily, Enriched> = {
  name: 'enrich',
  madeBy: () => [`enrich ${enrichVersion}`],

  food: (sql, { phases }) => sql`
    select ef_id as item_id, strategic_tier::integer as priority
    from event_families
    where status = 'seed' and ${reaches(sql, phases.enrich.only)}`,

  load: (itemIds, { sql, config }) => loadSeedFamilies(sql, itemIds, config.theaters, shippedPlaceStates(config.root)),

  work: async (families, tools) => {
    // Its many patterns are made where there is a family to enrich, not at each start.
    const { enriched } = await import('./enrich/enriched.js');
    return Promise.all(
      families.map(async (family) => ({ itemId: family.itemId, ...(await alone(tools.signal, () => enriched(family, tools))) })),
    );
  },

  settle: settleContexts,
};

/** How many times V8's own patience a function waits until it is compiled for speed. */
const patience = 8;

if (isMain(import.meta.url)) {
  compileLate(patience);
  await run(enrich);
}
