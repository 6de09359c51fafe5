// One family with its strategic context: what its headlines say together, and what a model, or the rules, make of it.
import { mergeActs } from '../../lib/family/acts.js';
import { basisOf, byModel } from '../../lib/family/basis.js';
import type { Tools } from '../../lib/run.js';
import { outletCount, outletsOf } from './acts.js';
import type { SeedFamily } from './family.js';
import { findingsOf } from './findings.js';
import { magnitudesOf } from './magnitudes.js';
import { officialSources } from './official.js';
import { contextText, type Enrichment, enrichPrompt } from './prompt.js';
import { rolesOf } from './roles.js';
import type { BasedRole, Enriched } from './settle.js';

/** Asks once. Rejects with what asking rejects with: an answer that cannot be used fails this family alone. */
export async function enriched(family: SeedFamily, { ask, signal }: Tools): Promise<Enriched> {
  const { acts, courses, disputes, omissions, importance } = findingsOf(family);
  const { value, madeBy } = await ask(enrichPrompt(family), signal);
  return {
    ...value,
    canonical_actors: based(value.canonical_actors, family),
    ef_id: family.itemId,
    title_set: family.titleSet,
    context: contextText(value.context, family),
    magnitudes: magnitudesOf(family.members),
    acts,
    figures: courses,
    disputed: disputes,
    omissions,
    importance: importance.points,
    importance_why: importance.why,
    official_sources: officialSources(family.members),
    comparables: family.comparables,
    enriched_by: madeBy,
  };
}

/** Roles with the headlines that show them; one that no headline was read to show is the model's. */
function based(roles: Enrichment['canonical_actors'], { members }: SeedFamily): BasedRole[] {
  const read = rolesOf(mergeActs(members), members.length);
  return roles.map(({ actor, role }) => {
    const cites = read.find((one) => one.actor === actor && one.role === role)?.cites ?? [];
    return { actor, role, cites, basis: cites.length === 0 ? byModel : basisOf(outletsOf(cites, members), outletCount(members)) };
  });
}
