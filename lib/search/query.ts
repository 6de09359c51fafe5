// What a person types, as a query of Postgres: words that all stand there, a longer one also as the beginning of a word; "words in quotation
// marks" as they stand; -word not. Words are folded as the texts are, by the same function of the database.
import type { Sql } from 'postgres';

interface Term {
  text: string;
  isPhrase: boolean;
  isUnwanted: boolean;
}

const mostTerms = 20;
/** A word of so many letters also finds what begins with it: "sanction" finds "sanctions". */
const beginningLetters = 3;
/** Scripts without blanks between words, of which each letter is a word: it is no beginning of another. */
const unspaced =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]$/u;

/** The query as `to_tsquery('simple', ...)` reads it; null where no word is left, which finds nothing. */
export async function queryOf(sql: Sql, typed: string): Promise<string | null> {
  const parts = await partsOf(sql, typed);
  if (parts.every(({ isUnwanted }) => isUnwanted)) return null;
  return parts.map(({ said, isUnwanted }) => (isUnwanted ? `!(${said})` : `(${said})`)).join(' & ');
}

/** Each word or phrase that has to be there as a query of its own. */
export async function queryWordsOf(sql: Sql, typed: string): Promise<string[]> {
  return (await partsOf(sql, typed)).flatMap(({ said, isUnwanted }) => (isUnwanted ? [] : [`(${said})`]));
}

type Part = Pick<Term, 'isUnwanted'> & { said: string };

/** What is typed asks several lists at once: each text is folded once. */
const folded = new Map<string, Promise<Part[]>>();
const mostFolded = 200;

function partsOf(sql: Sql, typed: string): Promise<Part[]> {
  const known = folded.get(typed);
  if (known !== undefined) return known;
  const parts = readParts(sql, typed);
  parts.catch(() => folded.delete(typed));
  folded.set(typed, parts);
  for (const [oldest] of folded) {
    if (folded.size <= mostFolded) break;
    folded.delete(oldest);
  }
  return parts;
}

async function readParts(sql: Sql, typed: string): Promise<Part[]> {
  const terms = termsOf(typed);
  if (terms.every(({ isUnwanted }) => isUnwanted)) return [];
  const texts = await foldedTexts(
    sql,
    terms.map(({ text }) => text),
  );
  return terms.flatMap((term, at) => {
    const words = (texts[at] ?? '').split(/\s+/u).filter((word) => word !== '');
    const said = words.map((word, place) => (place === words.length - 1 && !term.isPhrase ? lastWord(word) : quoted(word))).join(' <-> ');
    return said === '' ? [] : [{ said, isUnwanted: term.isUnwanted }];
  });
}

/** What `search_fold` leaves of plain ASCII is known without asking it; but an I, which is another letter in a Turkish database. */
async function foldedTexts(sql: Sql, texts: readonly string[]): Promise<string[]> {
  if (texts.every((text) => /^[ -HJ-~]*$/.test(text))) return texts.map((text) => text.toLowerCase().replace(/[^a-z0-9]+/g, ' '));
  const rows = await sql<{ text: string }[]>`
    select search_fold(said) as text from unnest(${texts}::text[]) with ordinality as w (said, place) order by place`;
  return rows.map(({ text }) => text);
}

function lastWord(word: string): string {
  return [...word].length >= beginningLetters && !unspaced.test(word) ? `${quoted(word)}:*` : quoted(word);
}

function quoted(word: string): string {
  return `'${word.replaceAll('\\', '').replaceAll("'", "''")}'`;
}

function termsOf(typed: string): Term[] {
  const found = typed
    .slice(0, 1000)
    .toWellFormed()
    .replaceAll('\0', ' ')
    .matchAll(/(-?)(?:["“„«]([^"“”„«»]*)["”“»]|(\S+))/gu);
  return [...found].slice(0, mostTerms).map(([, minus, phrase, word]) => ({
    text: phrase ?? word ?? '',
    isPhrase: phrase !== undefined,
    isUnwanted: minus === '-',
  }));
}
