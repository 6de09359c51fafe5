// Takes a family, leaves sentences about it that stand on its titles: what is told, who acts, which figures, what is open. Guards
// the 50 to 120 words of a summary, reached honestly: where the titles say little, the sentences say how little.
import type { Family, Member } from './family.js';
import type { Magnitude } from './magnitudes.js';
import type { PolicyStatus } from './policy.js';
import type { ActorRole } from './roles.js';
import { daysInWords, excerpt, inWords, languageInWords, listing, outletName } from './wording.js';

/** A sentence and the titles it stands on; no cites: it speaks of the family as a whole. */
export interface Sentence {
  text: string;
  cites: string[];
}

interface Findings {
  roles: readonly { name: string; role: ActorRole }[];
  magnitudes: readonly Magnitude[];
  policy: { status: PolicyStatus; cites: readonly string[] };
}

const least = 50;
const most = 120;

/** The sentences of the offline summary, in reading order, 50 to 120 words together. */
export function summarise(family: Family, findings: Findings): Sentence[] {
  const { members } = family;
  const lead = leadOf(family);
  const second = lead && contrastOf([lead], members, ({ lang }) => lang === lead.lang);
  const third = lead && second && contrastOf([lead, second], members, ({ lang }) => lang !== lead.lang);
  const { roles, magnitudes, policy } = findings;
  return fitWords(
    [
      opening(family),
      ...(lead ? [quoting(lead, 'reports:')] : []),
      ...(second ? [quoting(second, 'has it as:')] : []),
      ...(roles.length > 1 ? [{ text: cast(roles), cites: [] }] : []),
      ...figures(members, magnitudes),
      ...(policy.status === 'none' ? [] : [{ text: measureAt(policy.status), cites: [...policy.cites] }]),
      ...(third ? [quoting(third, 'words it:')] : []),
    ],
    family,
  );
}

/** Cuts sentences off the end beyond 120 words, and adds what is known of the record itself below 50. */
export function fitWords(sentences: readonly Sentence[], family: Family): Sentence[] {
  const kept: Sentence[] = [];
  for (const sentence of sentences) if (countWords([...kept, sentence]) <= most) kept.push(sentence);
  for (const sentence of record(family))
    if (countWords(kept) < least && !kept.some(({ text }) => text === sentence.text)) kept.push(sentence);
  return kept;
}

/** Words between white space, of all sentences together. */
function countWords(sentences: readonly Sentence[]): number {
  return sentences.reduce((sum, { text }) => sum + text.split(/\s+/u).filter((word) => word !== '').length, 0);
}

/** Words of the sentences above that are not in any title: names of languages, days, months. */
export function recordNames(family: Family): string[] {
  return [
    ...new Set(family.members.flatMap(({ lang }) => languageInWords(lang))),
    daysInWords(family.members.map(({ publishedAt }) => publishedAt)),
    family.theaterName,
    family.eventType,
  ];
}

function opening(family: Family): Sentence {
  const outlets = [...new Set(family.members.map(outletName))];
  const many = family.titleCount > 1;
  const who = listing(outlets.length > 4 ? [...outlets.slice(0, 3), `${inWords(outlets.length - 3)} other outlets`] : outlets);
  return {
    text: `${capital(daysInWords(family.members.map(({ publishedAt }) => publishedAt)))}, ${inWords(family.titleCount)} ${many ? 'headlines' : 'headline'} from ${who} told of this.`,
    cites: [],
  };
}

/** What can be said of any family; used only as far as it is needed to reach 50 words. */
function record(family: Family): Sentence[] {
  const outlets = new Set(family.members.map(({ publisher }) => publisher)).size;
  const languages = [...new Set(family.members.map(({ lang }) => languageInWords(lang)))];
  return [
    family.titleCount === 1
      ? 'Only one headline supports this so far; no second outlet confirms, details or disputes it.'
      : outlets === 1
        ? 'All of it comes from one outlet; no second one confirms, details or disputes it.'
        : 'More than one outlet carries it, so the happening itself does not rest on a single voice.',
    `It is filed under the theater ${family.theaterName}, as ${family.eventType}.`,
    `The ${family.titleCount === 1 ? 'headline is' : 'headlines are'} in ${listing(languages)}.`,
    'Causes, terms and consequences are left open by the wording, and nothing is added here from other knowledge.',
    'What was said stands above to the letter, so that a later headline can be held against it.',
  ].map((text) => ({ text, cites: [] }));
}

function cast(roles: readonly { name: string; role: ActorRole }[]): string {
  const named = (role: ActorRole): string[] => roles.filter((one) => one.role === role).map(({ name }) => name);
  const parts = [
    [named('initiator'), 'as acting'],
    [named('target'), 'as acted upon'],
    [named('beneficiary'), 'as receiving'],
    [named('mediator'), 'as mediating'],
  ] as const;
  return `The wording shows ${listing(parts.flatMap(([names, as]) => (names.length > 0 ? [`${listing(names)} ${as}`] : [])))}.`;
}

/** The figures as the titles write them, and whether they agree. */
function figures(members: readonly Member[], magnitudes: readonly Magnitude[]): Sentence[] {
  if (magnitudes.length === 0) return [];
  const named = magnitudes.slice(0, 3).flatMap(({ cites: [id], value, unit }) => {
    const member = members.find(({ titleId }) => titleId === id);
    const found = member?.figures.find((one) => one.value === value && one.unit === unit);
    return member && found ? [{ text: `“${member.title.slice(found.start, found.end)}” (${outletName(member)})`, id: member.titleId }] : [];
  });
  const disputed = magnitudes.find(({ unit, what, value }) =>
    magnitudes.some((one) => one.unit === unit && one.what === what && one.value !== value && unit === 'people'),
  );
  const plain = { text: `Figures given: ${listing(named.map(({ text }) => text))}.`, cites: named.map(({ id }) => id) };
  return named.length === 0
    ? []
    : disputed
      ? [plain, { text: `Counts of ${disputed.what} differ between headlines.`, cites: [] }]
      : [plain];
}

function measureAt(status: Exclude<PolicyStatus, 'none'>): string {
  const standing = { proposed: 'proposed, not decided', in_force: 'in force' } as const;
  return `The measure is worded as ${status === 'proposed' || status === 'in_force' ? standing[status] : status}.`;
}

/**
 * The title that speaks for most others: shares their words and the family's, names the leading actors, and quotes nobody. English before other
 * languages, the earlier of two equals.
 */
function leadOf({ members, actors, title }: Family): Member | undefined {
  const leading = actors.slice(0, 3);
  const english = members.filter(({ lang }) => lang.startsWith('en'));
  const pool = english.length > 0 ? english : members;
  const score = (member: Member): number => {
    const common = pool.reduce((sum, other) => sum + (other === member ? 0 : shared(member.title, other.title)), 0) / pool.length;
    const named = leading.filter(({ id }) => member.actors.includes(id)).length;
    return (
      common +
      0.3 * shared(member.title, title) +
      0.15 * named -
      0.1 * (members.indexOf(member) / members.length) -
      (/["“”„«»‘?]|(?<!\p{L})'/u.test(member.title) ? 0.2 : 0)
    );
  };
  return best(pool, score);
}

/** The title of another outlet that has least in common with the chosen ones, a preferred one where there is any. */
function contrastOf(chosen: readonly Member[], members: readonly Member[], preferred: (member: Member) => boolean): Member | undefined {
  const others = members.filter((one) => !chosen.some(({ publisher, title }) => publisher === one.publisher || title === one.title));
  const pool = others.some(preferred) ? others.filter(preferred) : others;
  return best(pool, (member) => -chosen.reduce((sum, one) => sum + shared(member.title, one.title), 0));
}

/** The first of those with the highest score; undefined of none. */
function best(members: readonly Member[], score: (member: Member) => number): Member | undefined {
  const scored = members.map((member) => ({ member, points: score(member) }));
  return scored.reduce<(typeof scored)[number] | undefined>(
    (top, one) => (top === undefined || one.points > top.points ? one : top),
    undefined,
  )?.member;
}

/** Share of common words of two titles, 0 to 1 (Jaccard). */
function shared(a: string, b: string): number {
  const words = (title: string): Set<string> => new Set(title.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
  const [left, right] = [words(a), words(b)];
  const common = [...left].filter((word) => right.has(word)).length;
  return common === 0 ? 0 : common / (left.size + right.size - common);
}

function quoting(member: Member, reports: string): Sentence {
  const { text, cut } = excerpt(member.title, 150);
  const who = member.lang.startsWith('en') ? outletName(member) : `${outletName(member)}, in ${languageInWords(member.lang)},`;
  return { text: `${who} ${reports} “${text}”${cut ? ' …' : ''}.`, cites: [member.titleId] };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
