// Whether a sentence gives the whole of a count to what its titles tell of a part of it: "25 killed at a rally" of "25 killed in attacks, including
// 14 at a rally", "downed 60 drones" of "downed 40 of 60 drones".
import type { Hit } from './concepts.js';
import type { Told } from './told.js';

/** What stands before the part of a count, in each language. */
const including: Readonly<Record<string, RegExp>> = {
  en: /\b(?:including|among them|of whom|of which|of them)\b/iu,
  de: /(?<!\p{L})(?:darunter|davon)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:dont|parmi lesquels)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:entre ell[oa]s|incluid[oa]s?|de los cuales)(?!\p{L})/iu,
  ru: /(?<!\p{L})(?:в том числе|из них|среди них)(?!\p{L})/iu,
  ar: /(?:بينهم|منهم)/u,
  zh: /(?:其中|包括)/u,
};

const digits = /\d[\d.,]*/gu;

function numbersIn(text: string): string[] {
  return [...text.matchAll(digits)].map(([found]) => found.replace(/[.,]+$/, ''));
}

/** The first count that every title which has it gives otherwise, told as a reason; null where there is none. */
export function partForWhole(own: Told, titles: readonly Told[]): string | null {
  return ofIncluded(own, titles) ?? ofOutOf(own, titles);
}

/** Words behind the part stand in the sentence, the whole does and the part does not. */
function ofIncluded(own: Told, titles: readonly Told[]): string | null {
  const mine = numbersIn(own.text);
  const turned = titles.map((title) => {
    const found = including[title.lang]?.exec(title.text);
    if (!found) return null;
    const [whole, part] = [numbersIn(title.text.slice(0, found.index)), numbersIn(title.text.slice(found.index))];
    const said = whole.find((one) => mine.includes(one));
    if (!said || part.length === 0 || part.some((one) => mine.includes(one)) || including.en?.test(own.text)) return null;
    const before = new Set(title.hits.filter(({ start }) => start < found.index).map(({ row }) => row));
    const behind = new Set(title.hits.filter(({ start, row }) => start > found.index && !before.has(row)).map(({ row }) => row));
    const first = title.lang === 'en' ? new Set(title.words.filter(({ start }) => start < found.index).map(({ stem }) => stem)) : null;
    const isOfPart = ({ row, from, wider }: Hit): boolean =>
      behind.has(row) &&
      !wider &&
      first?.has(own.words[from]?.stem ?? '') !== true &&
      /\b(?:at|in|on|inside)\s(?:an?\s|the\s)?(?:\p{L}+\s)?$/iu.test(own.text.slice(0, own.words[from]?.start));
    return own.hits.some(isOfPart) ? said : null;
  });
  const [said] = turned;
  return said && turned.every((one) => one !== null)
    ? `gives to a part the number ${said}, which the cited titles give to the whole`
    : null;
}

/** "40 of 60": behind the same word the sentence has the whole and not the part. */
function ofOutOf(own: Told, titles: readonly Told[]): string | null {
  const turned = titles.map(({ words, text, lang }) => {
    const found = /\b(\p{L}+)\s(\d[\d.,]*) (?:out )?of (?:the )?(\d[\d.,]*)\b/iu.exec(text);
    if (lang !== 'en' || !found) return null;
    const [, , part = '', whole = ''] = found;
    const verb = words.find(({ start }) => start === found.index)?.stem;
    const mine = numbersIn(own.text);
    if (!mine.includes(whole) || mine.includes(part)) return null;
    return own.words.some(({ stem }, at) => stem === verb && own.words.slice(at + 1, at + 3).some((one) => one.text === whole))
      ? whole
      : null;
  });
  const [whole] = turned;
  return whole && turned.every((one) => one !== null) ? `says of ${whole} what the cited titles say of a part of them` : null;
}
