// Whose claim a headline speaks of, where he is not the one who speaks in it: "Panama denies US claim that ...", "rechaza la afirmación de Trump".
// And what is only reported, by nobody who is named.
import type { Mention } from './actors.js';
import type { Hit } from './concepts.js';
import { isAdjective } from './lands.js';
import type { Told } from './told.js';

/** What may stand between a noun of claiming and whose it is, behind it. */
const of: Readonly<Record<string, RegExp>> = {
  // "accusations of Russian meddling" are no claims of Russia.
  en: /^\s(?:by|from)\s(?:the\s)?$/i,
  de: /^\s(?:(?:von|aus|der|des)\s)?$/i,
  es: /^\s(?:de(?:\sla|l)?|por)\s$/i,
  fr: /^\s(?:de\s(?:la\s)?|du\s|des\s|d'|de\sl')$/i,
  ru: /^\s$/,
  ar: /^\s(?:من\s)?$/,
};
/** And before it; of Chinese with its sign. */
const whose: Readonly<Record<string, RegExp>> = {
  en: /^(?:'s?\s(?:['"“\p{Lu}][^\s,;:]*\s){0,2}|\s)(?:\p{Ll}+\s)?$/u,
  de: /^\s$/,
  zh: /^的?$/,
};

/** Whom a claim is against, and not whose it is: "对中国的指控", the dative of "обвинения Москве". */
function isAgainst({ text, lang }: Told, { start, end }: Mention): boolean {
  if (lang === 'zh') return /[对向就]$/u.test(text.slice(0, start));
  return lang === 'ru' && /[еую]$/u.test(text.slice(0, end));
}

function isOwner(title: Told, noun: Hit, mention: Mention): boolean {
  if (isAgainst(title, mention)) return false;
  const { text, lang } = title;
  if (mention.start >= noun.end) return of[lang]?.test(text.slice(noun.end, mention.start)) === true;
  // "Russia collusion claims" are about Russia.
  if (lang === 'en' && !isAdjective(mention.text) && !/^\p{Lu}+$/u.test(mention.text) && text[mention.end] !== "'") return false;
  return mention.end <= noun.start && whose[lang]?.test(text.slice(mention.end, noun.start)) === true;
}

/** Who is named as whose claim, accusation or allegation it is; empty for none. */
export function claimantsIn(title: Told): Mention[] {
  const nouns = title.marks.filter(({ row }) => row === 'claim');
  return nouns.length === 0 ? [] : title.actors.filter((mention) => nouns.some((noun) => isOwner(title, noun, mention)));
}

/** "will reportedly leave" of a title in which it is told by hearsay: nobody who is named in the sentence says so. */
export function areReported({ marks, text }: Told, titles: readonly Told[]): boolean {
  const isHearsay = ({ start, end }: Hit): boolean => /^reportedly$/i.test(text.slice(start, end));
  const says = marks.filter(({ row }) => row === 'says');
  return (
    says.length > 0 && says.every(isHearsay) && titles.some((title) => title.marks.some(({ row }) => row === 'says' || row === 'hedge'))
  );
}
