// P4 enrich. Takes event families, status `seed`; leaves them `active` with their strategic context. A family that changed while it was
// worked on stays seed and comes again.
import { alone, isMain, type Phase, run, type Tools } from '../lib/run.js';
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
    Promise.all(families.map(async (family) => ({ itemId: family.itemId, ...(await alone(tools.signal, () => enriched(family, tools))) }))),

  settle: settleContexts,
};

async function enriched(family: Family, { ask, signal }: Tools): Promise<Enriched> {
  const magnitudes = magnitudesOf(family.members);
  const { value, madeBy } = await ask(enrichPrompt(family, magnitudes), signal);
  return {
    ...value,
    ef_id: family.itemId,
    title_set: family.titleSet,
    context: contextText(value.context, family),
    magnitudes,
    official_sources: officialSources(family.members),
    comparables: family.comparables,
    enriched_by: madeBy,
  };
}

if (isMain(import.meta.url)) await run(enrich);
