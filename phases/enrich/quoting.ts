// Which headlines of a family are quoted beside those that its summary quotes, and how.
import { inQuotes } from '../../lib/family/in-quotes.js';
import { listing, outletName } from '../../lib/family/listing.js';
import { languageInWords } from '../../lib/family/record-words.js';
import type { SeedMember } from './family.js';
import type { Sentence } from './sentence.js';
import { excerpt } from './wording.js';

const mostNamed = 5;

/** Of two titles that share more of their words one says hardly more than the other. */
const mostShared = 0.5;

/**
 * Headlines that the summary does not quote, at most two: of another outlet and in other words than those that are quoted, the one that shares
 * least with them first, one in another language second. None where all say what the summary quotes.
 */
export function furtherOf(members: readonly SeedMember[], summary: string): SeedMember[] {
  const quoted = members.filter((member) => isQuoted(member, summary));
  const first = contrastOf(quoted.length > 0 ? quoted : members.slice(0, 1), members, ({ lang }) => lang === members[0]?.lang);
  if (first === undefined) return quoted.length > 0 ? [] : members.slice(0, 1);
  const second = contrastOf([...quoted, first], members, ({ lang }) => lang !== first.lang);
  return second === undefined ? [first] : [first, second];
}

/** What the summary quotes of a headline is nearly all of it: it leaves out kickers and rubrics. */
const mostOfIt = 0.6;

/** Whether the summary quotes a headline, from whichever outlet. */
function isQuoted({ title }: SeedMember, summary: string): boolean {
  const whole = inQuotes(title);
  const quotes = [...summary.matchAll(/“([^”]+)”/gu)].map(([, quote = '']) => quote);
  return quotes.some((quote) => whole.includes(quote) && quote.length >= title.length * mostOfIt);
}

/** The title that has least in common with the chosen ones, of another outlet than any of them where there is one; a preferred one where there is any. */
function contrastOf(
  chosen: readonly SeedMember[],
  members: readonly SeedMember[],
  preferred: (member: SeedMember) => boolean,
): SeedMember | undefined {
  const others = members.filter((one) => chosen.every(({ title }) => title !== one.title && shared(title, one.title) <= mostShared));
  const pools = [({ publisher }: SeedMember) => chosen.every((one) => one.publisher !== publisher), preferred];
  const pool = pools.reduce((some, wanted) => (some.some(wanted) ? some.filter(wanted) : some), others);
  return best(pool, (member) => -chosen.reduce((sum, one) => sum + shared(member.title, one.title), 0));
}

/** The first of those with the highest score; undefined of none. */
function best(members: readonly SeedMember[], score: (member: SeedMember) => number): SeedMember | undefined {
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
export function quoting(member: SeedMember, members: readonly SeedMember[]): Sentence {
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
