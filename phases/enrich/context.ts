// Takes a family, leaves sentences about it that stand on its titles: who writes what, which act several outlets tell, which figures they
// give, what they answer differently. Guards credit: what a sentence gives to an outlet stands in that outlet's own headline. Where the
// headlines say little the summary is short; nothing fills it up.

import { seenActInWords, withArticle } from '../../lib/family/act-words.js';
import { inQuotes } from '../../lib/family/in-quotes.js';
import { listing, outletName } from '../../lib/family/listing.js';
import { daysInWords, languageInWords } from '../../lib/family/record-words.js';
import type { StoredAct } from './acts.js';
import type { Course } from './courses.js';
import type { Dispute } from './disputed/answers.js';
import type { Family, Member } from './family.js';
import { figuresGiven } from './figures-given.js';
import type { PolicyStatus } from './policy.js';
import { excerpt, inWords } from './wording.js';

/** A sentence and the titles it stands on; no cites: it speaks of the family as a whole. */
export interface Sentence {
  text: string;
  cites: string[];
}

interface Findings {
  acts: readonly StoredAct[];
  courses: readonly Course[];
  disputes: readonly Dispute[];
  policy: { status: PolicyStatus; cites: readonly string[] };
}

const least = 50;
const most = 120;
const mostNamed = 5;

/** The sentences of the offline summary, in reading order, at most 120 words together. */
export function summarise(family: Family, { acts, courses, disputes, policy }: Findings): Sentence[] {
  const { members } = family;
  const lead = leadOf(family);
  const second = lead && contrastOf([lead], members, ({ lang }) => lang === lead.lang);
  const third = lead && second && contrastOf([lead, second], members, ({ lang }) => lang !== lead.lang);
  return fitWords(
    [
      opening(family),
      ...(lead && members.length > 1 ? [quoting(lead, members)] : []),
      ...(second ? [quoting(second, members)] : []),
      ...told(acts, family),
      ...figures(members, courses),
      ...disputes.slice(0, 1).map(disputed),
      ...(policy.status === 'none' ? [] : [measureAt(policy.status, policy.cites, members)]),
      ...(third ? [quoting(third, members)] : []),
    ],
    family,
  );
}

/** Cuts sentences beyond 120 words, and quotes further headlines below 50, as long as there are any; the summary has quoted an only one. */
export function fitWords(sentences: readonly Sentence[], { members }: Pick<Family, 'members'>): Sentence[] {
  const kept: Sentence[] = [];
  for (const sentence of sentences) if (countWords([...kept, sentence]) <= most) kept.push(sentence);
  for (const member of members.length > 1 ? members : []) {
    if (countWords(kept) >= least) break;
    const more = quoting(member, members);
    const isTold = kept.some(({ text }) => text.includes(inQuotes(excerpt(member.title, longestQuote).text)));
    if (!isTold && countWords([...kept, more]) <= most) kept.push(more);
  }
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
  const [only] = family.members.length === 1 ? family.members : [];
  const who = listing(outlets.length > 4 ? [...outlets.slice(0, 3), `${inWords(outlets.length - 3)} other outlets`] : outlets);
  const language = only === undefined || only.lang.startsWith('en') ? '' : `, in ${languageInWords(only.lang)},`;
  return {
    text: `${capital(daysInWords(family.members.map(({ publishedAt }) => publishedAt)))}, ${inWords(family.titleCount)} ${many ? 'headlines' : 'headline'} from ${who}${language} ${many ? 'are' : 'is'} gathered here.`,
    cites: [],
  };
}

/** The two acts that most outlets tell, two outlets at least: on their own word, or as somebody's. */
function told(acts: readonly StoredAct[], { actors, members }: Family): Sentence[] {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  return acts
    .filter(({ outlets, mode }) => outlets.length > 1 && mode !== 'denied' && mode !== 'demanded')
    .slice(0, 2)
    .map(({ cites, mode, saidBy, ...parties }) => {
      const act = seenActInWords(
        { ...parties, mode },
        nameOf,
        members.filter(({ titleId }) => cites.includes(titleId)).map(({ title }) => title),
      );
      const who = headlinesOf(cites, members);
      if (mode !== 'claimed') return { text: ended(`${who} tell of ${act}`), cites };
      const word = saidBy === null ? 'somebody’s word' : `the word of ${withArticle(nameOf(saidBy))}`;
      return { text: ended(`${who} give ${act} as ${word}`), cites };
    })
    .filter(({ text }, at, all) => all.findIndex((one) => one.text === text) === at);
}

/** "Headlines of A, B and C", of all the outlets that are cited or, of many, the first and others. */
function headlinesOf(cites: readonly string[], members: readonly Member[]): string {
  const outlets = [...new Set(members.filter(({ titleId }) => cites.includes(titleId)).map(outletName))];
  return `Headlines of ${listing(outlets.length > mostNamed ? [...outlets.slice(0, mostNamed - 1), 'others'] : outlets)}`;
}

function figures(members: readonly Member[], courses: readonly Course[]): Sentence[] {
  const given = figuresGiven(members, courses);
  if (given.length === 0) return [];
  return [
    { text: `Figures given last: ${given.map(({ text }) => text).join(', ')}.`, cites: [...new Set(given.map(({ titleId }) => titleId))] },
  ];
}

function disputed({ question, answers }: Dispute): Sentence {
  const said = answers
    .slice(0, 3)
    .map(({ answer, outlets }) => `${answer} (${listing(outlets.slice(0, 3).map((publisher) => outletName({ publisher })))})`);
  return { text: `${question} Headlines differ: ${said.join('; ')}.`, cites: [...new Set(answers.flatMap(({ cites }) => cites))] };
}

function measureAt(status: Exclude<PolicyStatus, 'none'>, cites: readonly string[], members: readonly Member[]): Sentence {
  const standing = { proposed: 'planned or proposed', in_force: 'in force' } as const;
  const words = status === 'proposed' || status === 'in_force' ? standing[status] : status;
  const who = headlinesOf(cites, members);
  return {
    text:
      cites.length > 1 ? `${who} word a measure as ${words}.` : `${who.replace('Headlines', 'The headline')} words a measure as ${words}.`,
    cites: [...cites],
  };
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

const longestQuote = 150;

/** A headline, with all outlets that wrote it so. */
function quoting(member: Member, members: readonly Member[]): Sentence {
  const { text, cut } = excerpt(member.title, longestQuote);
  const same = members.filter(({ title, lang }) => title === member.title && lang === member.lang);
  const outlets = [...new Set(same.map(outletName))];
  const named = listing(outlets.length > mostNamed ? [...outlets.slice(0, mostNamed - 1), 'others'] : outlets);
  const who = member.lang.startsWith('en') ? named : `${named}, in ${languageInWords(member.lang)},`;
  return {
    text: `${who} ${outlets.length > 1 ? 'write' : 'writes'}: ${inQuotes(text)}${cut ? ' ….' : /[.!?…]$/u.test(text) ? '' : '.'}`,
    cites: same.map(({ titleId }) => titleId),
  };
}

/** With the full stop that ends a sentence, where an abbreviation has not brought it. */
function ended(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
