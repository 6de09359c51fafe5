// Whether a sentence tells of another quarter of the compass than its titles: "southern Mexico" of a headline about the north.
import type { Told } from './told.js';

const bearing = /^(north|south)?-?(east|west)?(?:ern)?$/;
/** Rows of concepts-*.tsv. */
const rows: readonly string[] = ['northern', 'southern', 'eastern', 'western'];

/** The quarters that a word of a sentence names; empty where it names none. */
function quartersOf(plain: string): string[] {
  const [found = '', ...parts] = bearing.exec(plain) ?? [];
  return found === '' ? [] : parts.flatMap((part) => (part ? [`${part}ern`] : []));
}

/** Quarters of a title; those of names ("South Korea", "West Bank") tell of no quarter. */
function quartersIn({ words, hits, actors, lang }: Told): Set<string> {
  const inName = (start: number, end: number): boolean => actors.some((one) => one.start <= start && end <= one.end);
  const longer = (start: number, end: number): boolean =>
    hits.some((one) => one.start <= start && end <= one.end && one.end - one.start > end - start && !rows.includes(one.row));
  const found = hits.flatMap(({ row, start, end }) =>
    rows.includes(row) && (lang !== 'zh' || end - start > 1) && !inName(start, end) && !longer(start, end) ? [row] : [],
  );
  const written = lang === 'en' ? words.flatMap(({ plain, start, end }) => (inName(start, end) ? [] : quartersOf(plain))) : [];
  return new Set([...found, ...written]);
}

const opposite: Readonly<Record<string, string>> = { northern: 'southern', southern: 'northern', eastern: 'western', western: 'eastern' };

/** The first quarter that the titles exclude, told as a reason; null where there is none. */
export function otherQuarter(own: Told, titles: readonly Told[]): string | null {
  const told = new Set(titles.flatMap((title) => [...quartersIn(title)]));
  if (told.size === 0) return null;
  for (const { plain, text, start, end } of own.words) {
    if (/^\p{Lu}/u.test(text) && start > 0) continue;
    if (own.actors.some((one) => one.start <= start && end <= one.end)) continue;
    const wrong = quartersOf(plain).find((quarter) => !told.has(quarter) && told.has(opposite[quarter] ?? ''));
    if (wrong) return `says ${text} where the cited titles tell of another quarter`;
  }
  return null;
}
