// Sentences that speak of the headlines themselves: which words stand in them, whose word they give, in which language they are. They
// claim nothing of the world, so they are not asked whether it is done or only said; what they name and quote must stand all the same.
import { join } from 'node:path';
import { rowsOf } from '../reading/text/table.js';
import type { CreditedTitle } from './credits.js';
import { even, piecesOf, quotationsOf } from './quotes.js';
import { isSaid } from './said.js';
import { scopesOf } from './scopes.js';
import { evened, tidied } from './tidied.js';
import type { Told } from './told.js';

export interface OfHeadlines {
  /** The text with turns of speech about headlines blanked, and with "in Spanish" where a title is Spanish. */
  withoutTurns: (text: string, titles: readonly Told[]) => string;
  /** Whether it says no more than which words stand in the headlines, or that they give somebody's word, where they do. `text` is without names of outlets. */
  isOfWording: (text: string, titles: readonly Told[]) => boolean;
  /** Why it gives as somebody's word what the titles tell on their own; null where they do not, or it does not. */
  unsaid: (text: string, titles: readonly Told[]) => string | null;
}

/** Reads the table in a folder. */
export function readOfHeadlines(folder: string): OfHeadlines {
  const rows = rowsOf(join(folder, 'headlines.tsv'), ['kind', 'phrases']);
  const phrases = (wanted: string): string[] => rows.flatMap(({ kind, phrases: some }) => (kind === wanted ? some.split('|') : []));
  const borne = anyOf(phrases('borne'));
  const languages = new Map(rows.filter(({ kind }) => kind.length === 2).map(({ kind }) => [kind, anyOf(phrases(kind))]));
  const given = anyOf(phrases('given'));
  const wording = new RegExp(`^(?:[\\s,]|(?:${subjects})\\b)*(?:${longestFirst(phrases('wording')).join('|')})\\b`, 'iu');
  return {
    withoutTurns: (text, titles) => {
      const own = [...new Set(titles.map(({ lang }) => lang))].flatMap((lang) => languages.get(lang) ?? []);
      return [borne, ...own].reduce((left, phrase) => left.replace(phrase, blank), text);
    },
    isOfWording: (text, titles) => {
      const plain = text.replace(given, blank);
      return (plain === text ? wording.test(text) : titles.every(saysSo)) && !further.test(plain);
    },
    unsaid: (text, titles) =>
      text.replace(given, blank) === text || titles.some(saysSo)
        ? null
        : 'gives as somebody’s word what the cited titles tell on their own',
  };
}

function saysSo(title: Told): boolean {
  return scopesOf(title).some(isSaid);
}

/** The first quoted piece that is said to stand in quotation marks, or without any, where no title has it so, told as a reason; null where all have. */
export function mismarked(
  text: string,
  quoted: ReturnType<typeof quotationsOf>,
  titles: readonly (CreditedTitle & { raw?: string })[],
): string | null {
  const isBare = /\bwithout (?:quotation marks|quotes)\b/i.test(text);
  if (!isBare && !/\bin (?:quotation marks|quotes)\b/i.test(text)) return null;
  for (const piece of quoted.flatMap(piecesOf)) {
    const isMarked = ({ raw = '' }: { raw?: string }): boolean =>
      quotationsOf(tidied(evened(raw))).some((one) => even(one.text).includes(piece));
    if (titles.every((title) => isMarked(title) === isBare))
      return `says that "${piece}" stands ${isBare ? 'without' : 'in'} quotation marks, and in no cited title it does`;
  }
  return null;
}

/** What stands before the verb beside names of outlets. */
const subjects = 'only|both|also|and|the|all|headlines?|outlets?|titles?|of|two|three|four|five|six|most|one';
/** What begins a clause that tells more. */
const further =
  /\b(?:that|which|who|whom|whose|because|after|before|when|while|where|why|how|if|unless|although|though|so|but|as(?! (?:\d|two|three|four|five|six|seven|eight|nine|ten|at least|more than|over|about)))\b/iu;

function anyOf(phrases: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst(phrases).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

function longestFirst(phrases: readonly string[]): string[] {
  return [...phrases].sort((one, other) => other.length - one.length);
}

function blank(found: string): string {
  return ' '.repeat(found.length);
}
