// The terms of the tables of what words mean, a column a language, by what they begin with. A column read takes ten times what its lines do: the
// build puts each into one text, of which a term is taken apart when a word comes that begins as it does.
import { plainWord, plainWordsOf, stemOf } from './words.js';

export const columns = ['en', 'de', 'es', 'fr', 'ru', 'zh', 'ar'] as const;
export type ConceptColumn = (typeof columns)[number];

/** The terms of a column by what they begin with, see `keyOf`. */
export interface ConceptTerms {
  get: (key: string) => readonly ConceptTerm[] | undefined;
  values: () => Iterable<readonly ConceptTerm[]>;
}

/** A row of the tables with its name. */
export interface ConceptRow {
  name: string;
  cells: Readonly<Record<ConceptColumn, string>>;
}

export interface ConceptTerm {
  row: string;
  parts: readonly string[];
  /** The last part may stand some words later: "called its envoy back". */
  parted: boolean;
  whole: boolean;
  narrower: boolean;
  wider: boolean;
}

/** What German parts from its verb: it stands at the end of the clause, "schließt Lieferung weiter aus". */
const parting = new Set('ab an auf aus bei ein fest frei her hin los mit nach statt teil um unter vor weg wieder zu zuruck'.split(' '));
const particles = new Set('dead away back down out off up over on in for go free guilti forward'.split(' '));

/** The terms of a column of these rows. */
export function conceptTermsOf(rows: readonly ConceptRow[], column: ConceptColumn): ReadonlyMap<string, readonly ConceptTerm[]> {
  const terms = new Map<string, ConceptTerm[]>();
  for (const { name, cells } of rows) for (const written of cells[column].split('|')) addTerm(terms, column, written.trim(), name);
  return terms;
}

function addTerm(terms: Map<string, ConceptTerm[]>, column: ConceptColumn, written: string, row: string): void {
  const [narrower, wider] = [written.startsWith('<'), written.startsWith('>')];
  const whole = written.includes('=');
  const text = /[<>=]/.test(written) ? written.replace(/[<>=]\s*/g, '').trim() : written;
  if (text === '') return;
  const plains = column === 'zh' ? [plainWord(text)] : plainWordsOf(text);
  const parts = column === 'en' && !whole ? plains.map(stemOf) : plains;
  const [firstPart = text] = parts;
  const parted = parts.length === 2 && (column === 'en' ? particles : column === 'de' ? parting : new Set()).has(parts[1] ?? '');
  const key = keyOf(column, column === 'en' && whole ? stemOf(firstPart) : firstPart);
  const term = { row, parts: parts.length > 0 ? parts : [text], parted, whole, narrower, wider };
  const equals = terms.get(key);
  if (equals) equals.push(term);
  else terms.set(key, [term]);
}

/** Under what a word is looked for: an English one whole, a Chinese one nowhere, for it is found inside, others by their first two letters. */
export function keyOf(column: ConceptColumn, part: string): string {
  return column === 'zh' ? '' : column === 'en' ? part : part.slice(0, 2);
}

/** What a cell can hold of neither stands between: a key and its terms, and the parts of a term. */
const [betweenTerms, betweenParts] = ['\t', '|'];

/** A column as one text, a line a key. */
export function packed(terms: ReadonlyMap<string, readonly ConceptTerm[]>): string {
  return [...terms].map(([key, equals]) => [key, ...equals.map(packedTerm)].join(betweenTerms)).join('\n');
}

const marks = ['parted', 'whole', 'narrower', 'wider'] as const;

function packedTerm({ row, parts, ...marked }: ConceptTerm): string {
  return [marks.map((mark) => (marked[mark] ? '1' : '0')).join(''), row, ...parts].join(betweenParts);
}

/** The terms of a text that `packed` made. */
export function unpacked(text: string): ConceptTerms {
  const lines = new Map<string, string>();
  for (const line of text.split('\n')) lines.set(line.slice(0, line.indexOf(betweenTerms)), line);
  const known = new Map<string, readonly ConceptTerm[]>();
  let all: readonly (readonly ConceptTerm[])[] | undefined;
  const get = (key: string): readonly ConceptTerm[] | undefined => {
    const before = known.get(key);
    if (before) return before;
    const line = lines.get(key);
    if (line === undefined) return undefined;
    const terms = line.split(betweenTerms).slice(1).map(unpackedTerm);
    known.set(key, terms);
    return terms;
  };
  const values = (): readonly (readonly ConceptTerm[])[] => {
    all ??= [...lines.keys()].map((key) => get(key) ?? []);
    return all;
  };
  return { get, values };
}

function unpackedTerm(text: string): ConceptTerm {
  const [marked = '', row = '', ...parts] = text.split(betweenParts);
  const [parted, whole, narrower, wider] = [...marked].map((mark) => mark === '1');
  return { row, parts, parted: parted === true, whole: whole === true, narrower: narrower === true, wider: wider === true };
}
