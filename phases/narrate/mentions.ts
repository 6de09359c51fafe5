// Whom headlines refer to, and whom those of other outlets nowhere do.
import { withArticle } from '../../lib/family/act-words.js';
import type { MainAct } from '../../lib/family/main-act.js';
import { partingActors } from './referring.js';
import { headlinesSay, outletsInWords, type Statement } from './sentence.js';
import type { Telling } from './telling.js';

/** Whom headlines of some outlets refer to and none of others does, at most three; where an outlet does both, two outlets each way must not. */
export function parting(tellings: readonly Telling[], main: MainAct | null, nameOf: (id: string) => string): Statement[] {
  return partingActors(tellings)
    .filter(({ actor }) => actor !== main?.source)
    .map(({ actor, refer: those, not: all }) => ({ actor, refer: those, not: ofOwnOutlets(all, those), all }))
    .filter(({ refer: those, not, all }) => not.length === all.length || (isOfSeveral(those) && isOfSeveral(not)))
    .slice(0, 3)
    .map(({ actor, refer: those, not }) => {
      const { text, cites } = headlinesSay(those, refer(withArticle(nameOf(actor))));
      const others = not.length > 1 ? `headlines of ${outletsInWords(not)} do not` : `the headline of ${outletsInWords(not)} does not`;
      return { text: `${text.replace(/\.$/u, '')}; ${others}.`, cites: [...cites, ...not.map(({ member }) => member.titleId)] };
    });
}

/** Those whose outlets have none of the others: an outlet that also does it does not leave it out. */
export function ofOwnOutlets(tellings: readonly Telling[], others: readonly Telling[]): Telling[] {
  const outlets = new Set(others.map(({ member }) => member.publisher));
  return tellings.filter(({ member }) => !outlets.has(member.publisher));
}

function isOfSeveral(tellings: readonly Telling[]): boolean {
  return new Set(tellings.map(({ member }) => member.publisher)).size > 1;
}

/** The words for one headline and for several. */
export function refer(party: string): readonly [string, string] {
  return [`refers to ${party}`, `refer to ${party}`];
}

/** The words for one headline and for several. */
export function doNotRefer(party: string): readonly [string, string] {
  return [`does not refer to ${party}`, `do not refer to ${party}`];
}
