// Whether a sentence calls a person by another office than its titles do: "Senator Kemp" of "Gov. Kemp".
import type { Told } from './told.js';

/** Rows of concepts-*.tsv for offices of which hardly anybody holds two. */
const titlesOfPersons: ReadonlySet<string> = new Set([
  ...['governor', 'senator', 'congressman', 'general', 'mayor', 'king', 'queen', 'judge', 'ambassador', 'pope', 'chancellor'],
]);

/** The first person who has another office in every title that gives him one, told as a reason; null where there is none. */
export function otherTitle(own: Told, titles: readonly Told[]): string | null {
  if (titles.some(({ lang }) => lang !== 'en')) return null;
  for (const [at, name] of own.words.entries()) {
    const mine = officeBefore(own, at);
    if (mine.rows.length === 0 || own.actors.some(({ from, to }) => from <= at && at < to)) continue;
    const theirs = titles.flatMap((title) =>
      title.words.flatMap((word, there) => {
        const { rows } = word.plain === name.plain && word.capital ? officeBefore(title, there) : { rows: [] };
        return rows.length > 0 ? [rows] : [];
      }),
    );
    const isSame = (rows: readonly string[]): boolean => rows.some((row) => mine.rows.includes(row));
    if (theirs.length > 0 && !theirs.some(isSame)) return `calls ${name.text} ${mine.text}, whom the cited titles give another office`;
  }
  return null;
}

/** Between an office and the last name stands a given name at most. */
const mostGiven = 2;

/** The offices that stand before a name, with given names between at most. */
function officeBefore({ words, hits, text }: Told, at: number): { rows: string[]; text: string } {
  if (words[at]?.capital !== true) return { rows: [], text: '' };
  for (let before = at - 1; before >= Math.max(0, at - 1 - mostGiven); before--) {
    const word = words[before];
    if (!word?.capital || /[,;:]/.test(text.slice(word.end, words[before + 1]?.start))) break;
    const rows = hits.filter(({ row, to, wider }) => to === before + 1 && !wider && titlesOfPersons.has(row)).map(({ row }) => row);
    if (rows.length > 0) return { rows, text: word.text };
  }
  return { rows: [], text: '' };
}
