// Whom a headline refers to, whom it may refer to in words that no list knows, and whom it surely does not.
import type { ActiveMember } from './family.js';

/**
 * The words of the names by which any of the headlines names an actor: "Kim" alone is North Korea's where another writes "Kim Jong Un". A
 * name that a headline uses for something else, such as a sea, is none.
 */
export function namesUsedFor(actor: string, members: readonly ActiveMember[]): string[] {
  const naming = members.filter(({ actors }) => actors.includes(actor));
  const hits = naming.flatMap(({ hits, title }) => hits.flatMap(({ id, start, end }) => (id === actor ? [title.slice(start, end)] : [])));
  return [...new Set(hits.flatMap((hit) => hit.match(/\p{Lu}[\p{L}\p{M}]{2,}|\p{Script=Han}+/gu) ?? []))];
}

/** Whether a headline refers to an actor, by any name; `names` are those of `namesUsedFor`. */
function refersTo({ title, actors, acts, places, hits }: ActiveMember, actor: string, names: readonly string[]): boolean {
  const told = acts.some(({ source, target, saidBy }) => [source, target, saidBy].includes(actor));
  if (told || actors.includes(actor) || places.includes(actor)) return true;
  const left = withoutNames(
    title,
    hits.filter(({ id }) => id !== actor),
  );
  return names.some((name) => left.includes(name));
}

/** The headline without the names of others: the Korean of "North Korean" is no South Korean. */
function withoutNames(title: string, hits: ActiveMember['hits']): string {
  return hits.reduce((left, { start, end }) => `${left.slice(0, start)}${' '.repeat(end - start)}${left.slice(end)}`, title);
}

/** Short forms of states that are no words of the vocabulary: "N. Korean", "S.Korea", "NK". */
const shortForms: Readonly<Record<string, RegExp>> = {
  KP: /(?<!\p{L})(?:N\.\s?K\p{L}*|NK|DPRK|Nordkorea\p{L}*)(?!\p{L})/u,
  KR: /(?<!\p{L})(?:S\.\s?K\p{L}*|SK|ROK)(?!\p{L})/u,
  ZA: /(?<!\p{L})S\.\s?Africa\p{L}*/u,
  SA: /(?<!\p{L})(?:Saudis?|KSA)(?!\p{L})/u,
  AE: /(?<!\p{L})(?:Emirat\p{L}*|Dubai|Abu Dhabi)(?!\p{L})/u,
};

/** By these an organisation, a movement or a summit is called without its name. */
const bodies =
  /(?<!\p{L})(?:agenc\p{L}+|watchdog|bod(?:y|ies)|blocs?|groups?|groupings?|alliance|allies|unions?|courts?|judges|tribunal|council|commission|summits?|league|movement|militants?|rebels?|inspectors?|regulator|envoys?|members?|organi[sz]ations?|agence|sommet|cour|juges|conseil|alliés|organisation|gipfel|behörde|bündnis|gericht\p{L}*|agentur|cumbre|agencia|bloque|tribunal|corte|саммит\p{L}*|агентств\p{L}*|альянс\p{L}*|блок\p{L}*|суд\p{L}*|организаци\p{L}*)(?!\p{L})|峰会|机构|联盟|法院|组织|قمة|وكالة|تحالف|محكمة|منظمة/iu;

/** Unions of states have ids of two letters too. */
const unions: ReadonlySet<string> = new Set(['UN', 'EU', 'AU']);

function isBody(actor: string): boolean {
  return unions.has(actor) || !/^[A-Z]{2}$/.test(actor);
}

/** Whose parties, chambers, regions and offices are actors of their own: "Republicans" are of the United States. */
const organs: Readonly<Record<string, string>> = { US: 'US-', GB: 'UK-', DE: 'DE-', CN: 'CN-' };

/** Whether a headline may mean an actor whom it does not name: by one of its organs, the letters of a state, a short form, or what such a body is called. */
function mayReferTo({ title, actors }: ActiveMember, actor: string): boolean {
  const organ = organs[actor];
  if (organ !== undefined && actors.some((id) => id.startsWith(organ))) return true;
  if (isBody(actor)) return bodies.test(title) || actors.some((id) => id !== actor && isBody(id) && !id.startsWith('@'));
  return new RegExp(`(?<![\\p{L}.])${actor}(?![\\p{L}])`, 'u').test(title) || (shortForms[actor]?.test(title) ?? false);
}

/** Whether a headline refers to an actor, or may: only of others can be said that they do not. */
export function mayConcern(member: ActiveMember, actor: string, names: readonly string[]): boolean {
  return refersTo(member, actor, names) || mayReferTo(member, actor);
}

interface Parted<T> {
  actor: string;
  refer: T[];
  /** That surely do not. */
  not: T[];
}

/** Names too wide to part headlines by: offices without a state, sorts of people and bodies taken together ("US agencies", "rebels", "detained citizens"), and Europe, of which "European" may mean less. */
const tooWide = /^(?:@(?!opposition$)|[A-Z]{2}-|EU$|REBELS$|GANGS$|NGO$|GREINER$|TIMELINE-LEADERS$|GAZPROM-COMPANIES$|EPSTEIN-FILES$)/u;

/** The Hague stands for its courts, where a headline of the family names one. */
const hague = /^(?:the )?hague|^la haye|^la haya|^den haag|^гааг|^海牙|لاهاي/iu;
const courts: ReadonlySet<string> = new Set(['ICC', 'ICJ']);

function isSeatOfCourt(actor: string, members: readonly ActiveMember[]): boolean {
  if (actor !== 'NL' || !members.some(({ actors }) => actors.some((id) => courts.has(id)))) return false;
  return members.every(({ hits, title }) => hits.every(({ id, start, end }) => id !== actor || hague.test(title.slice(start, end))));
}

/**
 * The actors that some of the headlines refer to and others surely do not, the one that parts them most evenly first. Of a headline in a
 * language of which none refers to the actor nothing is sure: lists of names know more spellings in one language than in another.
 */
export function partingActors<T extends { member: ActiveMember }>(tellings: readonly T[]): Parted<T>[] {
  const members = tellings.map(({ member }) => member);
  const actors = [...new Set(members.flatMap((member) => member.actors))].filter((id) => !tooWide.test(id) && !isSeatOfCourt(id, members));
  const smaller = ({ refer, not }: Parted<T>): number => Math.min(refer.length, not.length);
  return actors
    .map((actor): Parted<T> => {
      const names = namesUsedFor(actor, members);
      const refer = tellings.filter(({ member }) => refersTo(member, actor, names));
      const languages = new Set(refer.map(({ member }) => member.lang));
      return { actor, refer, not: tellings.filter(({ member }) => languages.has(member.lang) && !mayConcern(member, actor, names)) };
    })
    .filter(({ not }) => not.length > 0)
    .sort((a, b) => smaller(b) - smaller(a));
}
