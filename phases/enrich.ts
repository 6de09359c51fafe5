// P4: takes event families with status `seed`, leaves them `active` with their strategic context. Guards a family that changed
// while it was worked on: it stays seed and comes again.
import type { JSONValue } from 'postgres';
import { alone } from '../lib/run/alone.js';
import type { Phase, Tools } from '../lib/run/phase.js';
import { isMain, run } from '../lib/run.js';
import { type Comparable, type Family, loadFamilies } from './enrich/family.js';
import { type Magnitude, magnitudesOf } from './enrich/magnitudes.js';
import { officialSources } from './enrich/official.js';
import { contextText, type Enrichment, enrichPrompt, enrichVersion } from './enrich/prompt.js';

/** One family's strategic context as its columns name it. */
interface Enriched extends Omit<Enrichment, 'context'> {
  ef_id: string;
  /** The titles it was made of: a family that has others by now is not written. */
  title_set: string;
  context: string;
  magnitudes: Magnitude[];
  official_sources: string[];
  comparables: Comparable[];
  enriched_by: object;
}

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

  settle: (sql, results) => sql`
    made as (
      update event_families ef
      set status = 'active', canonical_actors = r.canonical_actors, policy_status = r.policy_status, magnitudes = r.magnitudes,
          official_sources = r.official_sources, why_strategic = r.why_strategic, comparables = r.comparables, tags = r.tags,
          context = r.context, enriched_by = r.enriched_by, enriched_title_set = r.title_set, enriched_at = now()
      from jsonb_to_recordset(${sql.json(results.map(({ result }) => result) as unknown as JSONValue)}) as r (
        ef_id bigint, title_set text, canonical_actors jsonb, policy_status text, magnitudes jsonb, official_sources text[],
        why_strategic text, comparables jsonb, tags text[], context text, enriched_by jsonb
      )
      join closed on closed.item_id = r.ef_id
      where ef.ef_id = r.ef_id and ef.status = 'seed' and ef.title_set = r.title_set
      returning ef.ef_id
    )`,
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
