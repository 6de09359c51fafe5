// One family with its strategic context: what its headlines say of magnitudes and sources, and what a model, or the rules, make of it.
import type { Tools } from '../../lib/run.js';
import type { Family } from './family.js';
import { magnitudesOf } from './magnitudes.js';
import { officialSources } from './official.js';
import { contextText, enrichPrompt } from './prompt.js';
import type { Enriched } from './settle.js';

export async function enriched(family: Family, { ask, signal }: Tools): Promise<Enriched> {
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
