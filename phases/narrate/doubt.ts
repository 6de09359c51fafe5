// Words by which a headline leaves open, or doubts, what it tells; inside quotation marks they are somebody else's.
import { tokensOf } from '../../lib/reading/text/tokens.js';
import { quotesOf } from '../../lib/reading/wording/quotes.js';
import type { ActiveMember } from './family.js';

const spaced =
  'alleged|allegedly|so-called|purported|purportedly|supposed|supposedly|unproven|unconfirmed|unverified|dubious|offers? no (?:proof|evidence)|without (?:giving |offering |any )?(?:proof|evidence)|no (?:proof|evidence)|' +
  'angeblich\\p{L}*|mutma(?:ß|ss)lich\\p{L}*|vermeintlich\\p{L}*|sogenannt\\p{L}*|unbestätigt\\p{L}*|ohne (?:Belege|Beweise)|' +
  'prétendue?s?|présumée?s?|supposée?s?|soi-disant|sans preuves?|' +
  'presunt[oa]s?|supuest[oa]s?|sin (?:aportar )?pruebas|' +
  'якобы|предполагаем\\p{L}*|так называем\\p{L}*|без доказательств|' +
  'المزعوم\\p{L}*|مزعوم\\p{L}*|المفترض\\p{L}*|ما يسمى|دون (?:دليل|أدلة)|بلا أدلة';
const doubt = new RegExp(`(?<![\\p{L}\\p{M}])(?:${spaced})(?![\\p{L}\\p{M}])|所谓|涉嫌|据称|未经证实`, 'giu');

/** To the letter, in order, each once; empty for most headlines. */
export function doubtsIn(title: string): string[] {
  const tokens = tokensOf(title);
  const quoted = quotesOf(tokens).map(({ from, to }) => ({ start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 }));
  const found = [...title.matchAll(doubt)].filter(({ index }) => !quoted.some(({ start, end }) => start <= index && index < end));
  return [...new Set(found.map(([word]) => word))];
}

/** A colon, or a dash between blanks or before the last words: what may set off a speaker. */
const setOff = /[:：]|\s[-–—]{1,2}\s|——/u;

/** Whether a headline may give what it tells as somebody's word: it attributes or doubts something, or sets words off as it would a speaker. */
export function mayGiveAWord({ title, wording }: Pick<ActiveMember, 'title' | 'wording'>): boolean {
  return wording === null || wording.hedged || setOff.test(title);
}
