// Whether a sentence tells of those above an age or a number what its titles tell of those below it: "older than fifteen" of "under-15s".
import { numberWord } from './spelled.js';
import type { Told } from './told.js';

type Side = 'below' | 'above';

/** What tells the side of a limit, right before the number or, in Chinese, behind it. */
const before: Readonly<Record<string, Record<Side, RegExp>>> = {
  en: { below: /\b(?:under|younger than|below)[\s-](?:the age of\s)?$/i, above: /\b(?:over|older than|above)[\s-](?:the age of\s)?$/i },
  de: { below: /\b(?:unter|jünger als)[\s-]$/i, above: /(?<!\p{L})(?:über|älter als|ab)[\s-]$/iu },
  es: { below: /\bmenores de\s$/i, above: /\bmayores de\s$/i },
  fr: { below: /\b(?:moins de|mineurs de)\s$/i, above: /\b(?:plus de|âgés de plus de)\s$/i },
  ru: { below: /(?:младше|моложе)\s$/iu, above: /старше\s$/iu },
  ar: { below: /(?:دون|تحت)\s(?:سن\s)?(?:ال)?$/u, above: /(?:فوق|أكبر من)\s(?:سن\s)?(?:ال)?$/u },
};
const behind: Readonly<Record<Side, RegExp>> = { below: /^\s?岁(?:以下|之下)/u, above: /^\s?岁以上/u };

/** The first limit told from the other side than in every title that has its number, as a reason; null where there is none. */
export function otherSideOfAge(own: Told, titles: readonly Told[]): string | null {
  for (const { value, side, text } of limitsIn(own)) {
    const theirs = titles.flatMap(limitsIn).filter((limit) => limit.value === value);
    if (theirs.length > 0 && theirs.every((limit) => limit.side !== side))
      return `tells of "${text}" what the cited titles tell of the other side of it`;
  }
  return null;
}

function limitsIn({ words, text, lang }: Told): { value: number; side: Side; text: string }[] {
  return words.flatMap((word) => {
    const value = /^\d/.test(word.text) ? Number.parseInt(word.text, 10) : numberWord(word.plain);
    const [ahead, rest] = [text.slice(0, word.start), text.slice(word.start).replace(/^\d+/, '')];
    const side = sides.find((one) => before[lang]?.[one].test(ahead) === true || (lang === 'zh' && behind[one].test(rest)));
    return value === null || Number.isNaN(value) || side === undefined
      ? []
      : [{ value, side, text: `${ahead.split(/\s+/).slice(-3).join(' ')}${word.text}`.trim() }];
  });
}

const sides = ['below', 'above'] as const;
