// P5 narrate: one to three framed narratives of each active family, in place of those told of fewer or other titles. A family that
// changed while it was worked on stays as it was and comes again.
import { reaches } from '../lib/family/threshold.js';
import { compileLate } from '../lib/late-compiling.js';
import { shippedPlaceStates } from '../lib/reading/place-states.js';
import { alone, isMain, type Phase, run, type Tools } from '../lib/run.js';
import { type ActiveFamily, loadActiveFamilies } from './narrate/family.js';
import type { Narrative } from './narrate/offline.js';
import { narratePrompt, narrateVersion, withEvidence } from './narrate/prompt.js';
import { type Narrated, type NarrativeRow, settleNarratives } from './narrate/settle.js';

export const narrate: Phase<ActiveFamily, Narrated> = {
  name: 'narrate',
  madeBy: () => [`narrate ${narrateVersion}`],

  food: (sql, { phases }) => sql`
    select ef_id as item_id, strategic_tier::integer as priority
    from event_families
    where status = 'active' and narrated_title_set is distinct from title_set and ${reaches(sql, phases.narrate.only)}`,

  load: (itemIds, { sql, config }) => loadActiveFamilies(sql, itemIds, shippedPlaceStates(config.root)),

  work: (families, tools) =>
    Promise.all(families.map(async (family) => ({ itemId: family.itemId, ...(await alone(tools.signal, () => narrated(family, tools))) }))),

  settle: settleNarratives,
};

async function narrated(family: ActiveFamily, { ask, signal }: Tools): Promise<Narrated> {
  const { value, madeBy } = await ask(narratePrompt(family), signal);
  const narratives = withEvidence(value.narratives, family).map((narrative, i) => rowOf(narrative, i + 1, family));
  if (narratives.length === 0) throw new Error(`No narrative of family ${family.itemId} has a title to stand on; ask again.`);
  return { ef_id: family.itemId, title_set: family.titleSet, narrated_by: madeBy, narratives };
}

function rowOf({ uses, ...narrative }: Narrative, position: number, { members }: ActiveFamily): NarrativeRow {
  const told = members.filter(({ titleId }) => uses.includes(titleId));
  return {
    ...narrative,
    position,
    outlets: [...new Set(told.map(({ publisher }) => publisher))],
    prevalence: told.length / members.length,
  };
}

/** How many times V8's own patience a function waits until it is compiled for speed. */
const patience = 8;

if (isMain(import.meta.url)) {
  compileLate(patience);
  await run(narrate);
}
