// Whether a sentence counts things by a number that tells how often something is done: "14 trawlers entered" of "trawlers entered 14 times".
import { numberWord, spelledNumbers } from './spelled.js';
import type { Told } from './told.js';

/** A number and a word for "times" behind it, by language. */
const often: Readonly<Record<string, RegExp>> = {
  en: /(?<!\p{L})(\d+|\p{L}+)\s(?:separate\s)?times(?!\p{L})/giu,
  de: /(?<!\p{L})(\d+|\p{L}+?)(?:[\s-]?mal)(?!\p{L})/giu,
  fr: /(?<!\p{L})(\d+|\p{L}+)\sfois(?!\p{L})/giu,
  es: /(?<!\p{L})(\d+|\p{L}+)\sveces(?!\p{L})/giu,
  ru: /(?<!\p{L})(\d+|\p{L}+)\sраз(?:а)?(?!\p{L})/giu,
  zh: /(\d+|[一二两三四五六七八九十百]+)(?:余)?次/gu,
  ar: /(\d+)\sمر(?:ة|ات)(?!\p{L})/gu,
};
const occasions =
  /^(?:times|occasions?|instances?|incidents?|incursions?|violations?|breaches|attacks?|strikes?|attempts?|rounds?|entries|visits?|cases?|separate|more)$/;

/** The first number that counts things so, told as a reason; null where there is none. */
export function timesAsThings(own: Told, titles: readonly Told[]): string | null {
  for (const [at, word] of own.words.entries()) {
    const value = numberWord(word.plain) ?? Number(word.text);
    const next = own.words.slice(at + 1, at + 1 + mostBetween);
    if (!(value > 2) || next.length === 0) continue;
    if (next.some(({ plain }) => occasions.test(plain)) || /^(?:percent|per|of)$/.test(next[0]?.plain ?? '')) continue;
    const told = titles.filter(({ numbers }) => numbers.has(String(value)));
    if (told.length > 0 && told.every((title) => onlyOften(title, value)))
      return `counts by ${word.text} what the cited titles tell so many times of`;
  }
  return null;
}

const mostBetween = 3;

/** A title has the number nowhere but before a word for "times". */
function onlyOften({ text, lang }: Told, value: number): boolean {
  const pattern = often[lang];
  const found = pattern ? [...text.matchAll(pattern)].filter(([, written = '']) => valuesIn(written).includes(value)) : [];
  if (found.length === 0) return false;
  const rest = found.reduce((left, [whole]) => left.replace(whole, ' '), text);
  return !valuesIn(rest).includes(value);
}

/** The whole numbers of a text, in digits and in words of any language. */
function valuesIn(text: string): number[] {
  return [...[...text.matchAll(/\d[\d.,]*/g)].map(([digits]) => Number(digits)), ...spelledNumbers(text, false).map(({ value }) => value)];
}
