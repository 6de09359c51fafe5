// Sentences about a family that its summary does not have: when and by whom it is told, which act several outlets tell, which figures
// they give, what they answer differently, whom else they name. What a sentence gives to an outlet stands in that outlet's own headline.
// Where the headlines say little the context is short; nothing fills it up.

import { seenActInWords, withArticle } from '../../lib/family/act-words.js';
import { byKey } from '../../lib/family/by-key.js';
import { listing, outletName } from '../../lib/family/listing.js';
import { daysInWords, languageInWords } from '../../lib/family/record-words.js';
import { isToldBySure } from '../../lib/family/told-by.js';
import type { StoredAct } from './acts.js';
import type { Course } from './courses.js';
import type { Dispute } from './disputed/answers.js';
import type { SeedFamily, SeedMember } from './family.js';
import { figuresGiven } from './figures-given.js';
import type { Findings } from './findings.js';
import { alsoNamed, outletsAtHome } from './outlets.js';
import type { PolicyStatus } from './policy.js';
import { furtherOf, quoting } from './quoting.js';
import type { Sentence } from './sentence.js';
import { countInWords } from './wording.js';

interface ContextFindings extends Pick<Findings, 'acts' | 'courses' | 'disputes'> {
  policy: { status: PolicyStatus; cites: readonly string[] };
}

const enough = 80;
const most = 120;
const mostNamed = 5;

/** The sentences of the offline context, in reading order, at most 120 words together. */
export function contextOf(family: SeedFamily, { acts, courses, disputes, policy }: ContextFindings): Sentence[] {
  const { members } = family;
  return fitWords(
    [
      opening(family),
      ...outletsAtHome(family),
      ...told(acts, family),
      ...figures(members, courses),
      ...disputes.slice(0, 1).map(disputed),
      ...(policy.status === 'none' ? [] : [measureAt(policy.status, policy.cites, members)]),
      ...alsoNamed(family),
    ],
    family,
  );
}

/** Cuts sentences beyond 120 words, and quotes below 80 at most two headlines that say what the summary does not; the summary has quoted an only one. */
export function fitWords(sentences: readonly Sentence[], { members, summary }: Pick<SeedFamily, 'members' | 'summary'>): Sentence[] {
  const kept: Sentence[] = [];
  for (const sentence of sentences) if (countWords([...kept, sentence]) <= most) kept.push(sentence);
  for (const member of members.length > 1 ? furtherOf(members, summary) : []) {
    if (countWords(kept) >= enough) break;
    const more = quoting(member, members);
    const isTold = kept.some(({ text }) => text === more.text);
    if (!isTold && countWords([...kept, more]) <= most) kept.push(more);
  }
  return kept;
}

/** Words between white space, of all sentences together. */
function countWords(sentences: readonly Sentence[]): number {
  return sentences.reduce((sum, { text }) => sum + text.split(/\s+/u).filter((word) => word !== '').length, 0);
}

/** Words of the sentences above that are not in any title: names of languages, days, months, the countries of outlets. */
export function recordNames(family: SeedFamily): string[] {
  return [
    ...new Set(family.members.flatMap(({ lang }) => languageInWords(lang))),
    daysInWords(family.members.map(({ publishedAt }) => publishedAt)),
    family.theaterName,
    family.eventType,
    ...family.countries.values(),
  ];
}

function opening(family: SeedFamily): Sentence {
  const outlets = [...new Set(family.members.map(outletName))];
  const many = family.titleCount > 1;
  const [only] = family.members.length === 1 ? family.members : [];
  const who = listing(outlets.length > 4 ? [...outlets.slice(0, 3), `${countInWords(outlets.length - 3)} other outlets`] : outlets);
  const language = only === undefined || only.lang.startsWith('en') ? '' : `, in ${languageInWords(only.lang)},`;
  return {
    text: `${capital(daysInWords(family.members.map(({ publishedAt }) => publishedAt)))}, ${countInWords(family.titleCount)} ${many ? 'headlines' : 'headline'} from ${who}${language} ${many ? 'are' : 'is'} gathered here.`,
    cites: [],
  };
}

/** The two acts that most outlets tell, two outlets at least, where others surely do not: on their own word, or as somebody's. */
function told(acts: readonly StoredAct[], { actors, members }: SeedFamily): Sentence[] {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const worded = acts
    .filter(({ outlets, mode, cites }) => {
      const telling = members.filter(({ titleId }) => cites.includes(titleId));
      return outlets.length > 1 && mode !== 'denied' && mode !== 'demanded' && isToldBySure(telling, members);
    })
    .map(({ cites, mode, saidBy, ...parties }) => {
      const titles = members.filter(({ titleId }) => cites.includes(titleId)).map(({ title }) => title);
      const act = seenActInWords({ ...parties, mode }, nameOf, titles);
      if (mode !== 'claimed') return { cites, words: `tell of ${act}` };
      return { cites, words: `give ${act} as ${saidBy === null ? 'somebody’s word' : `the word of ${withArticle(nameOf(saidBy))}`}` };
    });
  // What differs only in whom it hits is worded alike: it is one act of all who tell it.
  return [...byKey(worded, ({ words }) => words)].slice(0, 2).map(([words, those]) => {
    const cites = [...new Set(those.flatMap((one) => one.cites))];
    return { text: ended(`${headlinesOf(cites, members)} ${words}`), cites };
  });
}

/** "Headlines of A, B and C", of all the outlets that are cited or, of many, the first and others. */
function headlinesOf(cites: readonly string[], members: readonly SeedMember[]): string {
  const outlets = [...new Set(members.filter(({ titleId }) => cites.includes(titleId)).map(outletName))];
  return `Headlines of ${listing(outlets.length > mostNamed ? [...outlets.slice(0, mostNamed - 1), 'others'] : outlets)}`;
}

function figures(members: readonly SeedMember[], courses: readonly Course[]): Sentence[] {
  const given = figuresGiven(members, courses);
  if (given.length === 0) return [];
  return [
    {
      text: `Figures given last: ${given.map(({ text }) => text).join('; ')}.`,
      cites: [...new Set(given.flatMap(({ titleIds }) => titleIds))],
    },
  ];
}

function disputed({ question, answers }: Dispute): Sentence {
  const said = answers
    .slice(0, 3)
    .map(({ answer, outlets }) => `${answer} (${listing(outlets.slice(0, 3).map((publisher) => outletName({ publisher })))})`);
  return { text: `${question} Answers differ: ${said.join('; ')}.`, cites: [...new Set(answers.flatMap(({ cites }) => cites))] };
}

function measureAt(status: Exclude<PolicyStatus, 'none'>, cites: readonly string[], members: readonly SeedMember[]): Sentence {
  const standing = { proposed: 'planned or proposed', passed: 'passed or imposed', in_force: 'in force' } as const;
  const words = status === 'proposed' || status === 'passed' || status === 'in_force' ? standing[status] : status;
  const who = headlinesOf(cites, members);
  return {
    text:
      cites.length > 1 ? `${who} word a measure as ${words}.` : `${who.replace('Headlines', 'The headline')} words a measure as ${words}.`,
    cites: [...cites],
  };
}

/** With the full stop that ends a sentence, where an abbreviation has not brought it. */
function ended(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
