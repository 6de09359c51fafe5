// Which headline of a family could stand for all: one that tells the main act, lies in the middle of the others, and is worded plainly,
// in English.
import { remembered } from '../../../lib/bounded-memo.js';
import { type MainAct, mainActOf } from '../../../lib/family/main-act.js';
import { type NewsTitle, termsOf } from '../../../lib/matching/features.js';
import type { Mode } from '../../../lib/reading/actions.js';
import { isContradicted } from './contradicted.js';
import { loadedWords } from './loaded-words.js';
import { isOvertaken } from './overtaken.js';

export interface RatedHeadline {
  title: NewsTitle;
  /** The headline without kickers and site names. */
  text: string;
  /** Share of its terms that other members have too, mean over the others, 0 to 1; 1 for the only member. */
  central: number;
  /** Higher stands better for the family. */
  fitness: number;
  terms: ReadonlySet<string>;
}

const kicker = new RegExp(
  `^(?:${'breaking exclusive live update updated watch video analysis opinion eil eilmeldung liveticker direct urgent срочно'
    .split(' ')
    .join('|')}|update \\d+|en direct)\\s*[:|–—-]\\s+`,
  'iu',
);
const opinion =
  /^(?:opinion|comment(?:ary)?|editorial|analysis|view|explainer|kommentar|meinung|tribune|éditorial|opinión|мнение)\s*[:|]/iu;
const personal = /(?<!\p{L})(?:we|our|us must|you|your|i|my|wir|unser\p{L}*|nous|notre|nos|мы|наш\p{L}*|нам)(?!\p{L})/iu;
const question = /\?|^(?:why|how|what|who|when|where|is|are|can|could|should|warum|wie|wer|pourquoi|comment|почему|как|зачем)\s/iu;
/** Who comments where others act. */
const commenting =
  /(?<!\p{L})(?:experts?|analysts?|critics?|pundits?|experte[ns]?|analyst\p{L}*|kritiker\p{L}*|expertos?|analistas?|analystes?|эксперт\p{L}*|аналитик\p{L}*)(?!\p{L})/iu;
const quotation = /[“”„«»"‘]|(?<!\p{L})'|'(?!\p{L})/u;

/** What is shorter is a rubric, and the rest of it the headline. */
const shortest = 12;

/** Marks of a news desk, at the beginning or the end: "(2nd LD)", "(WATCH IN FULL)". */
const deskMark =
  /^[([](?:(?:\d+(?:st|nd|rd|th) )?(?:LD|LEAD)|URGENT|UPDATED?(?: \d+)?|VIDEOS?|PHOTOS?|WATCH[^)\]]{0,20}|CORRECTED|EDITORIAL|NEWS FOCUS|ANALYSIS|OPINION)[)\]]\s*|\s*[([](?:(?:\d+(?:st|nd|rd|th) )?(?:LD|LEAD)|VIDEOS?|PHOTOS?|WATCH[^)\]]{0,20}|CORRECTED|updated?)[)\]]$/iu;
/** A rubric or a section of a site before a bar: "Column |", "Exclusive |". */
const section = /^[^|:,]{2,30}\s\|\s+/u;
/** What a live page is called before and behind its news. */
const livePage =
  /^(?:en direct|live|liveblog|newsblog)\s?[,:]\s[^:]{3,40}\s?:\s+|^(?:press review|a propos|en tête-à-tête|in brief|revue de presse)\s[-–—]\s+|^(?:\p{L}+ ){0,3}(?:live updates?|updates|newsblog|liveblog|liveticker)\s?:\s+|\s[-–—]\sas it happened$/iu;

/**
 * Drops kickers ("LIVE: ..."), marks of a desk, a site name after a bar or dash at the end, and two sections of a site; never leaves next to
 * nothing.
 */
function plainHeadline(text: string, publisher: string): string {
  const tail = tailOf(publisher);
  const whole = text.replace(/\s+/g, ' ').trim();
  const plain = [deskMark, tail, section, /\s*\|[^|]{2,40}$/u, /(?:\s-\s\p{Lu}[^-–—]{2,30}){2}$/u, livePage, kicker].reduce(
    (left, cutting) => {
      const rest = left.replace(cutting, '').trim();
      return rest.length < shortest ? left : rest;
    },
    whole,
  );
  return plain === '' ? whole : plain;
}

/** So many outlets are remembered; then all are forgotten. */
const mostTails = 5000;

/** An outlet's name behind a bar or a dash, at the end. */
const tailOf = remembered(
  mostTails,
  (publisher) => new RegExp(`\\s+[|–—-]\\s+${publisher.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`, 'iu'),
);

/** Kinds of terms a reader sees in the headline: words, numbers, places, things, actors, mechanisms; not what they make in pairs. */
const saidKinds: ReadonlySet<string> = new Set(['w', '#', 'l', 'c', 'a', 'm']);

/** Rates all members, best first; ties by title id as given. */
export function rateHeadlines(members: readonly NewsTitle[]): RatedHeadline[] {
  const byTime = [...members].sort((a, b) => a.at.getTime() - b.at.getTime());
  const main = mainActOf(members);
  const terms = members.map((title) => new Set(termsOf(title).filter((term) => saidKinds.has(term.slice(0, 1)))));
  const overlaps = eachWithEach(terms);
  return members
    .map((title, index) => {
      const own = terms[index] ?? new Set<string>();
      const near = overlaps[index] ?? [];
      const central = members.length === 1 ? 1 : near.reduce((sum, one) => sum + one, 0) / (members.length - 1);
      const text = plainHeadline(title.text, title.publisher);
      return {
        title,
        text,
        central,
        fitness:
          central +
          backing(index, members, near) +
          plainness(title, text) +
          tellsMain(title, main, members) +
          (isContradicted(title, members) ? -contradicted : 0) +
          (isOvertaken(title, members) ? -overtaken : 0) +
          firstness(byTime.indexOf(title), members.length),
        terms: own,
      };
    })
    .sort((a, b) => b.fitness - a.fitness);
}

/** Overlap of two headlines' terms, 0 to 1 (Dice's coefficient). */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const term of a) if (b.has(term)) both += 1;
  return a.size + b.size === 0 ? 0 : (2 * both) / (a.size + b.size);
}

/** The overlap of each with each; none with itself. */
function eachWithEach(terms: readonly ReadonlySet<string>[]): number[][] {
  const all = terms.map(() => new Array<number>(terms.length).fill(0));
  terms.forEach((own, at) => {
    for (let other = 0; other < at; other++) {
      const both = overlap(own, terms[other] ?? new Set());
      (all[at] as number[])[other] = both;
      (all[other] as number[])[at] = both;
    }
  });
  return all;
}

/** From this overlap on two headlines are of one part of a family, and so they are where they tell one act. */
const ofOnePart = 0.3;

/** A headline of the larger part of a family stands better for it: the share of the others that are of its part, by points. `near` is its overlap with each. */
function backing(at: number, members: readonly NewsTitle[], near: readonly number[]): number {
  const own = members[at];
  if (own === undefined || members.length < 3) return 0;
  const isOfPart = (other: NewsTitle, index: number): boolean =>
    index !== at && ((near[index] ?? 0) >= ofOnePart || tellOneAct(own, other));
  return (0.4 * members.filter(isOfPart).length) / (members.length - 1);
}

function tellOneAct(one: NewsTitle, other: NewsTitle): boolean {
  return one.acts.some(({ source, action }) => source !== null && other.acts.some((act) => act.source === source && act.action === action));
}

/** The first to report mostly tell; those who follow comment. */
function firstness(rank: number, of: number): number {
  return of < 2 ? 0 : 0.15 * (1 - rank / (of - 1));
}

/** A number that others contradict counts against a headline as a word does that takes a side, and so does what has happened since. */
const contradicted = 0.35;
const overtaken = 0.35;

/**
 * A headline that tells the main act says what the family is about: the more, the more of the headlines tell it. It does so by half where most
 * of them tell it otherwise: as a claim what it tells as done, as done what it only plans.
 */
function tellsMain({ acts }: NewsTitle, main: MainAct | null, members: readonly NewsTitle[]): number {
  if (main === null) return 0;
  const told = acts.filter((act) => act.action === main.action && act.mode !== 'denied' && act.mode !== 'demanded');
  const own = told.find((act) => act.source === main.source);
  if (own === undefined) return 0;
  const points = main.target !== null && own.target === main.target ? 0.4 : 0.3;
  return ((own.mode === usualMode(main, members) ? points : points / 2) * main.tellers) / members.length;
}

/** How most headlines tell the main act; done where as many tell it so as in any other way. */
function usualMode({ source, action }: MainAct, members: readonly NewsTitle[]): Mode {
  const counts = new Map<Mode, number>([['done', 0.5]]);
  for (const { acts } of members) {
    const mode = acts.find((act) => act.source === source && act.action === action)?.mode;
    if (mode !== undefined) counts.set(mode, (counts.get(mode) ?? 0) + 1);
  }
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

/** What counts for and against a headline beside its place in the middle: the sizes are chosen so that a judging word outweighs it. */
function plainness(title: NewsTitle, text: string): number {
  const { ascribed = [] } = title;
  let points = title.lang === 'en' ? 0.65 : 0;
  points -= 0.35 * Math.min(Math.max(loadedWords(text, ascribed), title.loaded.length), 3);
  if (title.kind !== 'news') points -= 0.4;
  if (question.test(text)) points -= 0.3;
  if (opinion.test(title.text) || personal.test(text)) points -= 0.3;
  if (quotation.test(text) || ascribed.length > 0) points -= 0.12;
  if (commenting.test(text)) points -= 0.2;
  if (text.endsWith('!')) points -= 0.2;
  if (/\p{L}:\s/u.test(text)) points -= 0.15;
  if (title.actors.length > 0 && title.mechanisms.length > 0) points += 0.12;
  if (text.length > 120) points -= 0.35;
  if (text.length < 25) points -= 0.15;
  return points;
}
