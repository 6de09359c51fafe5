// Whose claim or accusation a headline tells of by a noun: "Panama denies US claim that ...", "weist Moskaus Behauptung zurück".
import type { Mention } from './actors.js';
import type { Hit } from './concepts.js';
import type { Told } from './told.js';

/** Languages that name whose claim it is right before the noun. */
const before: Readonly<Record<string, RegExp>> = {
  en: /^(?:['’]s?)?\s$/,
  de: /^\s$/,
  zh: /^的?$/u,
};
/** What stands between the noun and whose it is behind it. */
const behind: Readonly<Record<string, RegExp>> = {
  en: /^s?\s(?:by|from|of)\s(?:the\s)?$/i,
  de: /^(?:en)?\s(?:(?:von|aus|der|des)\s)?$/i,
  es: /^\p{L}*\s(?:de|del|desde)\s(?:(?:la|el|los|las)\s)?(?:presidente\s|gobierno\s(?:de\s)?)?$/iu,
  fr: /^\p{L}*\s(?:de\s(?:la\s|l['’])?|des?\s|du\s|d['’])(?:président\s|gouvernement\s)?$/iu,
  ru: /^\p{L}*\s(?:со стороны\s|властей\s|из\s)?$/iu,
  ar: /^\p{L}*\s(?:من\s)?$/u,
};

/** Those named as whose assertion it is, in no order; empty where no noun of the kind has an owner. */
export function assertersIn(title: Told): Mention[] {
  return title.marks.filter(({ row }) => row === 'assertion').flatMap((noun) => ownerOf(title, noun) ?? []);
}

function ownerOf({ lang, text, actors }: Told, { start, end }: Hit): Mention | undefined {
  const owner = actors.findLast((mention) => mention.end <= start && before[lang]?.test(text.slice(mention.end, start)) === true);
  return owner ?? actors.find((mention) => mention.start >= end && behind[lang]?.test(text.slice(end, mention.start)) === true);
}
