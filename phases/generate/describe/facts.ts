// The discrete facts that a family tells, and sentences that attribute them. Every fact is a headline as an outlet wrote it, and only
// those who wrote that very headline are named with it.
import { inQuotes } from '../../../lib/family/in-quotes.js';
import { listing, outletName } from '../../../lib/family/listing.js';
import { overlap, type RatedHeadline } from './headline.js';

interface Fact {
  /** When the first of the citing titles was published. */
  at: string;
  fact: string;
  /** Ids of the titles that are worded so. */
  cites: string[];
}

/** Headlines of one content, and those of them that are worded as the best one is. */
interface Saying {
  best: RatedHeadline;
  headlines: RatedHeadline[];
  same: RatedHeadline[];
}

/** From this overlap on, two headlines say the same; measured on paraphrases of one wire item. */
const saysTheSame = 0.45;
const mostFacts = 8;
/** Of the outlets with the same wording. */
const mostNamed = 4;

/** The facts in order of time, at most eight: what most outlets say, and of each day the fittest. `rated` is best first. */
export function factsOf(rated: readonly RatedHeadline[]): Fact[] {
  const sayings = sayingsOf(rated);
  const days = new Set<string>();
  const ofDay = sayings.filter(({ best }) => {
    const day = best.title.at.toISOString().slice(0, 10);
    return !days.has(day) && days.add(day).size > 0;
  });
  const chosen = [...new Set([...ofDay, ...sayings])].slice(0, mostFacts);
  return chosen.map(factOf).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** From so many milliseconds on it is told what came earlier, and what later. */
const apart = 12 * 3_600_000;

/**
 * Two to four sentences, each quoting a headline and naming who wrote it; one where the family says only one thing. What was written long before
 * the first, or long after it, is told as that.
 */
export function sentencesOf(rated: readonly RatedHeadline[]): string {
  const sayings = sayingsOf(rated);
  const first = sayings.find(({ best }) => best === rated[0]);
  if (first === undefined) return '';
  const others = sayings
    .filter((saying) => saying !== first)
    .slice(0, 3)
    .sort((a, b) => earliest(a) - earliest(b));
  const after = (saying: Saying): number => earliest(saying) - earliest(first);
  const [earlier, later] = [others.find((saying) => after(saying) < -apart), others.find((saying) => after(saying) > apart)];
  const when = (saying: Saying): string => (saying === earlier ? 'Earlier, ' : saying === later ? 'Later, ' : '');
  return [first, ...others].map((saying) => `${when(saying)}${outletsOf(saying)}: ${quoted(saying.best.text)}`).join(' ');
}

/** Headlines of one content, gathered around the fittest of them; what more outlets tell comes first. */
function sayingsOf(rated: readonly RatedHeadline[]): Saying[] {
  const sayings: Saying[] = [];
  for (const headline of rated) {
    const known = sayings.find(({ best }) => says(headline, best));
    if (known === undefined) sayings.push({ best: headline, headlines: [headline], same: [headline] });
    else known.headlines.push(headline);
    if (known !== undefined && wordsOf(headline) === wordsOf(known.best)) known.same.push(headline);
  }
  return sayings
    .map((saying, rank) => ({ saying, worth: outlets(saying.headlines).length + saying.best.fitness * 2, rank }))
    .sort((a, b) => b.worth - a.worth || a.rank - b.rank)
    .map(({ saying }) => saying);
}

/** Whether a headline says what the other says, with all its numbers: near enough not to be told twice. */
function says(headline: RatedHeadline, other: RatedHeadline): boolean {
  const figures = [...other.terms].filter((term) => term.startsWith('#'));
  return figures.every((figure) => headline.terms.has(figure)) && overlap(other.terms, headline.terms) >= saysTheSame;
}

/** Its letters and digits alone. */
function wordsOf({ text }: RatedHeadline): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function factOf({ best, same }: Saying): Fact {
  return {
    at: new Date(earliest({ same })).toISOString(),
    fact: best.text,
    cites: same.map(({ title }) => title.titleId),
  };
}

function earliest({ same }: Pick<Saying, 'same'>): number {
  return Math.min(...same.map(({ title }) => title.at.getTime()));
}

function outlets(headlines: readonly RatedHeadline[]): string[] {
  return [...new Set(headlines.map(({ title }) => outletName(title)))];
}

/** "Wire writes", "Wire, Post and Courier write". */
function outletsOf({ same }: Saying): string {
  const names = outlets(same);
  return `${listing(names.slice(0, mostNamed))} ${names.length === 1 ? 'writes' : 'write'}`;
}

/** In quotation marks, closed by a full stop; an abbreviation keeps its own: “talks with U.S.” */
function quoted(text: string): string {
  const isAbbreviated = /(?<!\p{L})(?:\p{L}\.){2,}$/u.test(text.trim());
  return isAbbreviated ? inQuotes(text.trim()) : `${inQuotes(text.replace(/[.…\s]+$/u, ''))}.`;
}
