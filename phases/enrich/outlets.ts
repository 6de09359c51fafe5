// Who tells of a family: where the outlets are at home, which of them are a state's, and whom they name beside those the summary names.
import { withArticle } from '../../lib/family/act-words.js';
import { byKey } from '../../lib/family/by-key.js';
import { listing, outletName } from '../../lib/family/listing.js';
import type { SeedFamily, SeedMember } from './family.js';
import type { Sentence } from './sentence.js';

const mostCountries = 5;
const mostNamed = 4;

/** From which countries the outlets are where that is known of each, and they are of several; and which of several outlets are media of a state. */
export function outletsAtHome({ members, countries }: SeedFamily): Sentence[] {
  const outlets = [...byKey(members, ({ publisher }) => publisher).values()].flatMap(([first]) => (first === undefined ? [] : [first]));
  const homes = [...byKey(outlets, ({ country }) => country ?? '')].sort(([, a], [, b]) => b.length - a.length).map(([home]) => home);
  if (outlets.length < 2) return [];
  if (homes.length < 2 || homes.some((home) => !countries.has(home))) return ofStates(outlets, countries);
  const names = homes.map((home) => withArticle(countries.get(home) ?? home));
  const where = listing(names.length > mostCountries ? [...names.slice(0, mostCountries), 'other countries'] : names);
  return [{ text: `The outlets are at home in ${where}.`, cites: [] }, ...ofStates(outlets, countries)];
}

function ofStates(outlets: readonly SeedMember[], countries: ReadonlyMap<string, string>): Sentence[] {
  const own = outlets.filter(({ owner, country }) => owner === 'state' && country !== null && countries.has(country));
  if (own.length === 0 || own.length > mostNamed) return [];
  const named = own.map((member) => `${outletName(member)} (${countries.get(member.country ?? '') ?? ''})`);
  const text = own.length === 1 ? `${named[0]} is a medium of a state.` : `${listing(named)} are media of states.`;
  return [{ text, cites: own.map(({ titleId }) => titleId) }];
}

/** Whom headlines of two outlets or more name and neither the title nor a headline that the summary quotes does, at most two. */
export function alsoNamed({ members, actors, title, summary }: SeedFamily): Sentence[] {
  const told = members.filter((member) => member.title === title || summary.includes(member.title));
  const known = new Set(told.flatMap((member) => [...member.actors, ...member.places]));
  if (told.length === 0) return [];
  return actors
    .filter(({ id }) => !id.startsWith('@') && !known.has(id))
    .map(({ id, name }) => ({ name, naming: members.filter((member) => member.actors.includes(id)) }))
    .map(({ name, naming }) => ({ name, naming, outlets: [...new Set(naming.map(outletName))] }))
    .filter(({ outlets }) => outlets.length > 1)
    .sort((a, b) => b.outlets.length - a.outlets.length)
    .slice(0, 2)
    .map(({ name, naming, outlets }) => {
      const who = listing(outlets.length > mostNamed ? [...outlets.slice(0, mostNamed), 'others'] : outlets);
      return { text: `Headlines of ${who} also refer to ${withArticle(name)}.`, cites: naming.map(({ titleId }) => titleId) };
    });
}
