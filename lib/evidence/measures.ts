// Whether a sentence gives a number another measure than its titles: percentage points for percent, months for years; and whether it is exact
// where they are not.
import { sameSpans } from './durations.js';
import type { Told } from './told.js';

/** Units of time that figures are read in, and the rows of concepts-*.tsv for their words. */
const times: Readonly<Record<string, string>> = { hours: 'hour', days: 'day', weeks: 'week', months: 'month', years: 'year' };
const points = 'basis points';

/** The first number in another measure, told as a reason; null where there is none. */
export function otherMeasure(own: Told, titles: readonly Told[]): string | null {
  const found = own.hits.find(({ row, from, to }) => row === points && to - from > 1);
  if (found && titles.length > 0 && !titles.some(({ rows }) => rows.has(points)))
    return `says ${own.text.slice(found.start, found.end)}, of which no cited title tells`;
  const same = sameSpans(own, titles);
  for (const { value, unit, start, end } of own.figures) {
    const row = times[unit];
    if (row === undefined || same.has(value)) continue;
    const has = ({ rows, figures }: Told): boolean => rows.has(row) || figures.some((figure) => figure.unit === unit);
    const hasOther = ({ rows }: Told): boolean => Object.values(times).some((other) => rows.has(other));
    if (titles.some(hasOther) && !titles.some(has)) return `"${own.text.slice(start, end)}" is another span in the cited titles`;
  }
  return outright(own, titles) ?? otherSide(own, titles);
}

const exactly = /\b(?:exactly|precisely)\s(?:an?\s)?(\d[\d.,]*)/i;
const more = '(?:more than|over|at least|above|upwards? of|exceed(?:s|ed|ing)?|no (?:fewer|less) than)';
const less = '(?:nearly|almost|up to|as many as|under|(?<!no )fewer than|(?<!no )less than|below|close to|just short of)';

function isBefore(words: string, text: string, number: string): boolean {
  return new RegExp(`\\b${words}\\s(?:the\\s|an?\\s|[$€£])*${number.replace(/[.,]/g, '[.,]?')}(?![\\d])`, 'i').test(text);
}

/** "exactly 8" where every title that has the number says that it is not exact. */
function outright(own: Told, titles: readonly Told[]): string | null {
  const [shown = '', number = ''] = exactly.exec(own.text) ?? [];
  const value = Number(number.replace(/,(?=\d{3})/g, ''));
  const holders = titles.filter(({ numbers }) => numbers.has(String(value)));
  const isInexact = ({ figures, text, lang }: Told): boolean =>
    figures.some((figure) => figure.value === value && figure.qualifier !== 'exact') ||
    (lang === 'en' && (isBefore(more, text, number) || isBefore(less, text, number)));
  return shown !== '' && holders.length > 0 && holders.every(isInexact) ? `says "${shown}", which no cited title does` : null;
}

/** "more than 2,000" of "nearly 2,000", or the other way round. */
function otherSide(own: Told, titles: readonly Told[]): string | null {
  for (const [number] of own.text.matchAll(/(?<![\p{L}\d.,-])\d[\d.,]*(?<![.,])/gu))
    for (const [mine, other] of [
      [more, less],
      [less, more],
    ] as const) {
      const holders = titles.filter(({ text }) => text.includes(number));
      if (!isBefore(mine, own.text, number) || holders.length === 0) continue;
      if (holders.every(({ lang, text }) => lang === 'en' && isBefore(other, text, number)))
        return `"${number}" lies on the other side of it in the cited titles`;
    }
  return null;
}
