// Spans of time in one measure: ninety days are three months, a year is twelve.
import type { Told } from './told.js';

const days: Readonly<Record<string, number>> = { hours: 1 / 24, days: 1, weeks: 7, months: 30, years: 365 };
/** How far two spans may lie apart: twelve months of thirty days are no year. */
const tolerance = 0.02;
/** One of a measure, in a word or two. */
const ones: readonly (readonly [RegExp, number])[] = [
  [
    /\b(?:a|one) year\b|\bun an\b|\bun año\b|\bein(?:em)? Jahr\b|(?<!\p{L})(?:на|за|один|целый) год(?!\p{L})|一年|(?<![\p{L}]|[\d٠-٩]\s)(?:عاما|سنة|لعام|عام)(?!\p{L})|d'un an\b/iu,
    365,
  ],
  [/\bhalf a year\b|半年|\bhalbes Jahr\b|\bmedio año\b|\bun semestre\b|полгода|نصف عام|نصف سنة/iu, 180],
  [
    /\b(?:a|one) month\b|\bun mois\b|\bun mes\b|\bein(?:em|en)? Monat\b|(?<!\p{L})(?:на|за) месяц(?!\p{L})|一个月|(?<![\p{L}]|[\d٠-٩]\s)(?:شهرا|لشهر)(?!\p{L})/iu,
    30,
  ],
  [
    /\b(?:a|one) week\b|\bune semaine\b|\buna semana\b|\beine(?:r)? Woche\b|(?<!\p{L})(?:на|за) неделю(?!\p{L})|一周|(?<![\p{L}]|[\d٠-٩]\s)(?:أسبوعا|لأسبوع)(?!\p{L})/iu,
    7,
  ],
  [/\b(?:a|one) day\b|\bun día\b|\bun jour\b|(?<!\p{L})сутки(?!\p{L})|一天/iu, 1],
];

function spansOf({ figures, text }: Told): number[] {
  const counted = figures.flatMap(({ value, unit }) => (days[unit] === undefined ? [] : [value * days[unit]]));
  return [...counted, ...ones.flatMap(([pattern, span]) => (pattern.test(text) ? [span] : []))];
}

/** The values of the sentence's spans that titles tell in another measure. */
export function sameSpans(own: Told, titles: readonly Told[]): ReadonlySet<number> {
  const spans = own.figures.filter(({ unit }) => days[unit] !== undefined);
  if (spans.length === 0) return sameWeights(own, titles);
  const told = titles.flatMap(spansOf);
  const isTold = (span: number): boolean => told.some((other) => Math.abs(span - other) <= tolerance * other);
  return new Set(spans.flatMap(({ value, unit }) => (isTold(value * (days[unit] ?? 0)) ? [value] : [])));
}

const thousand: Readonly<Record<string, string>> = { tonnes: 'kg', kg: 'tonnes' };

/** "300 tonnes" of 300,000 kilos, and the other way round. */
function sameWeights(own: Told, titles: readonly Told[]): ReadonlySet<number> {
  const told = titles.flatMap(({ figures }) => figures);
  return new Set(
    own.figures.flatMap(({ value, unit }) => {
      const factor = unit === 'tonnes' ? 1000 : 0.001;
      const other = thousand[unit];
      return other !== undefined && told.some((one) => one.unit === other && one.value === value * factor) ? [value] : [];
    }),
  );
}
