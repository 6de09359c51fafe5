// Whether two sides hold together in their words: a family that grows by what each new headline shares with some of it comes to be several.
// The models see how alike two sides are beside many other things, and a shared country, office or topic may outweigh it; here it cannot.
import { languageOf } from '../language/languages.js';
import type { Packed, Vectors } from './cluster.js';
import type { Headline } from './headline.js';
import { smallness } from './shared.js';
import { product } from './vectors.js';

/** What a side tells, each with the number of its headlines. */
type Counts = ReadonlyMap<string, number>;

interface Side {
  size: number;
  /** Sum of its headlines' vectors, of what tells them from others of the same actors, and the mean likeness within, each with itself too. */
  peculiar: Packed;
  peculiarCohesion: number;
  langs: Counts;
  acts: Counts;
  numbers: Counts;
}

/**
 * Least mean likeness of two headlines of one language, across both sides and in what they would be together. Of merges below it on three
 * single days of real headlines, two of which are in the rows, 83 of 118 were wrong.
 */
const leastLikeness = 0.14;
/** Of two headlines, for no other bears them out: 16 of 31 pairs between the two bounds were wrong there, and in most they shared an actor and a topic. */
const leastOfTwo = 0.2;
/**
 * So many headlines a family, by what holds together: there stories are few and told in many words, and the loose are as likely of one as
 * others. With fewer most headlines are alone, and the loose share a topic. Single days of real news have 1.2 to 1.7, the sample 2 to 2.7.
 */
const dense = 2;
/** For each headline a family that is missing to that, the loose must be surer by so many logits. */
const logitsAHeadline = 15;
/** The more headlines are open, the more have as little in common by chance: from so many on, and with each so many more, it is a logit. */
const headlinesALogit = 250;
/** By so much more than with any other, unlikeness may be overlooked: nothing else is there that it might be. */
const clearLead = 0.45;

/**
 * True where their words say too little, no act and no figure is told by a third of both, and others are nearly as close. `lead` is how
 * much more they have in common than with any other, 0 to 1; it is asked for only where it decides.
 */
export function isLoose(one: Side, other: Side, lead: () => number): boolean {
  const likeness = likenessIn(one, other);
  const isOfTwo = one.size + other.size === 2;
  const least = isOfTwo ? leastOfTwo : leastLikeness;
  if (likeness === null || Math.min(likeness.together, likeness.across) >= least) return false;
  return (
    !bothTell(one.acts, one.size, other.acts, other.size) &&
    !bothTell(one.numbers, one.size, other.numbers, other.size) &&
    (isOfTwo || lead() < clearLead)
  );
}

/** By how many logits more than is asked of others what is loose must be sure, where so many headlines are open in so many families. */
export function askedOfLoose(headlines: number, families: number): number {
  return Math.max(0, headlines / headlinesALogit - 1, askedByDensity(headlines, families));
}

/**
 * As `askedOfLoose`, where headlines have no times: what is asked fades with the window, for large ones hold stories of hundreds of headlines, most
 * of which have little in common.
 */
export function askedOfUndated(headlines: number, families: number): number {
  return Math.max(0, askedByDensity(headlines, families) * smallness(headlines));
}

function askedByDensity(headlines: number, families: number): number {
  return (dense - headlines / Math.max(1, families)) * logitsAHeadline;
}

/** What of two sides decides whether their words must hold together: their languages, and the time of the first headline, infinite where none is known. */
interface Dated {
  langs: Counts;
  first: number;
}

/**
 * Whether it matters that words say too little: where times are known always. Without times not where English is in it, for such stories may be of
 * hundreds of headlines; and not among words of many forms, for there headlines of one happening hardly share any.
 */
export function mustHoldTogether(one: Dated, other: Dated): boolean {
  if (Number.isFinite(one.first)) return true;
  return [one, other].every(({ langs }) => [...langs.keys()].every((lang) => lang !== 'en' && languageOf(lang)?.forms === 'few'));
}

/** A headline as a side of its own. */
export function sideOf({ lang, acts, numbers }: Headline, { peculiar }: Vectors): Side {
  const once = (keys: readonly string[]): Counts => new Map(keys.map((key) => [key, 1]));
  const peculiarCohesion = peculiar.length === 0 ? 0 : 1;
  return { size: 1, peculiar, peculiarCohesion, langs: once([lang]), acts: once(acts), numbers: once(numbers) };
}

/** Of pairs of headlines that are of one language, for words say nothing between languages; null where there is none. */
function likenessIn(one: Side, other: Side): { together: number; across: number } | null {
  let [pairs, pairsAcross] = [-one.size - other.size, 0];
  for (const lang of new Set([...one.langs.keys(), ...other.langs.keys()])) {
    const [here, there] = [one.langs.get(lang) ?? 0, other.langs.get(lang) ?? 0];
    pairs += (here + there) ** 2;
    pairsAcross += here * there;
  }
  if (pairs <= 0) return null;
  const across = product(one.peculiar, other.peculiar);
  const within = one.peculiarCohesion * one.size ** 2 + other.peculiarCohesion * other.size ** 2 - one.size - other.size;
  return { together: (within + 2 * across) / pairs, across: pairsAcross === 0 ? 1 : across / pairsAcross };
}

/** Whether a third of each side's headlines tell the same. */
function bothTell(ones: Counts, size: number, others: Counts, sizeOfOthers: number): boolean {
  for (const [key, times] of ones) if (times * 3 >= size && (others.get(key) ?? 0) * 3 >= sizeOfOthers) return true;
  return false;
}
