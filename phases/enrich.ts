// P4 enrich. Takes event families, status `seed`; leaves them `active` with their strategic context. A family that changed while it was
// worked on stays seed and comes again.
import { isMain, type Phase, run } from '../lib/run.js';
import { type Family, loadFamilies } from './enrich/family.js';
import { magnitudesOf } from './enrich/magnitudes.js';
import { officialSources } from './enrich/official.js';
import { contextText, enrichPrompt, enrichVersion } from './enrich/prompt.js';
import { type Enriched, settleContexts } from './enrich/settle.js';

export const enrich: Phase<Family, Enriched> = {
  name: 'enrich',
  madeBy: () => [`enrich ${enrichVersion}`],

  food: (sql) => sql`
    select ef_id as item_id, strategic_tier::integer as priority
    from event_families
    where status = 'seed'`,

  load: (itemIds, { sql, config }) => loadFamilies(sql, itemIds, config.theaters),

  work: (families, tools) =>
    Promise.all(
      families.map(async (family) => {
        try {
          const magnitudes = magnitudesOf(family.members);
          const { value, madeBy } = await tools.ask(enrichPrompt(family, magnitudes), tools.signal);
          return {
            itemId: family.itemId,
            result: {
              ...value,
              ef_id: family.itemId,
              title_set: family.titleSet,
              context: contextText(value.context, family),
              magnitudes,
              official_sources: officialSources(family.members),
              comparables: family.comparables,
              enriched_by: madeBy,
            },
          };
        } catch (error) {
          return { itemId: family.itemId, error: error instanceof Error ? error : new Error(String(error)) };
        }
      }),
    ),

  settle: settleContexts,
};

if (isMain(import.meta.url)) await run(enrich);
