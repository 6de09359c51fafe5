// What a headline puts first: how many died, somebody's words, or one of the two parties of the act. Only what stands at its very beginning counts.
import { withArticle } from '../../lib/family/act-words.js';
import { byKey } from '../../lib/family/by-key.js';
import type { MainAct } from '../../lib/family/main-act.js';
import type { ActiveMember } from './family.js';
import { eachWithOutlet, headlinesSay, type Statement, some } from './sentence.js';
import type { Telling } from './telling.js';

/** What headlines of a group begin with. A party is told where of all headlines of the family some begin with one and some with the other. */
export function beginnings(
  tellings: readonly Telling[],
  members: readonly ActiveMember[],
  main: MainAct | null,
  nameOf: (id: string) => string,
): Statement[] {
  const dead = tellings.filter(({ member: { title, figures } }) =>
    figures.some(({ what, start }) => what === 'killed' && title.slice(0, start).trim() === ''),
  );
  const quoting = tellings.filter(({ member: { title }, quoted }) => {
    const at = title.indexOf(quoted[0] ?? title);
    return at > 0 && /^\P{L}+$/u.test(title.slice(0, at));
  });
  const parties = main === null || main.target === null ? [] : [main.source, main.target];
  const first = (member: ActiveMember): string | null =>
    parties.find((party) => member.hits.some(({ id, start }) => id === party && start === 0)) ?? null;
  const isParted = parties.length > 0 && parties.every((party) => members.some((member) => first(member) === party));
  const byParty = byKey(isParted ? tellings.filter(({ member }) => first(member) !== null) : [], ({ member }) => first(member) ?? '');
  return [
    ...some(dead, (those) => headlinesSay(those, ['begins with how many died', 'begin with how many died'])),
    ...some(quoting, (those) => headlinesSay(those, ['begins with a quotation', 'begin with a quotation'])),
    ...[...byParty].map(([party, those]) => {
      const name = withArticle(nameOf(party));
      return headlinesSay(those, [`begins with ${name}`, `begin with ${name}`], namesIn(those, party));
    }),
  ];
}

/** The names by which headlines begin with a party, each with an outlet that writes it. */
function namesIn(tellings: readonly Telling[], party: string): string {
  return eachWithOutlet(tellings, ({ member: { title, hits } }) =>
    title.slice(0, hits.find(({ id, start }) => id === party && start === 0)?.end).trim(),
  );
}
