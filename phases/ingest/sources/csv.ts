// Records of a CSV file (RFC 4180), line by line. A quote that never closes costs the line it stands in, not those after it.

export interface CsvRecord {
  /** The line it begins on, from 1. */
  line: number;
  /** Null for a line whose quote is never closed. */
  cells: string[] | null;
}

/** A quoted cell may hold so many line breaks. */
const linesMost = 50;

/** The records in order, the header first; a semicolon or a tab separates the cells of a file whose header has no comma. */
export async function* csvRecords(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<CsvRecord> {
  let separator: string | null = null;
  let number = 0;
  let open: string[] = [];
  for await (const line of lines) {
    number++;
    separator ??= separatorOf(line);
    open.push(line);
    if (open.length > 1 && open.length <= linesMost && !line.includes('"')) continue;
    if (open.length === 1 && line.trim() === '') open = [];
    const { records, rest } = closed(open, separator, number, linesMost);
    yield* records;
    open = rest;
  }
  yield* closed(open, separator ?? ',', number, 0).records;
}

/** The whole records of the lines up to line `last`, and the lines of one that may go on. */
function closed(lines: readonly string[], separator: string, last: number, mayStayOpen: number): { records: CsvRecord[]; rest: string[] } {
  const records: CsvRecord[] = [];
  let from = 0;
  while (from < lines.length) {
    const line = last - lines.length + from + 1;
    let to = from + 1;
    let cells = cellsOf(lines[from] ?? '', separator);
    while (cells === null && to < lines.length) cells = cellsOf(lines.slice(from, ++to).join('\n'), separator);
    if (cells === null && lines.length - from <= mayStayOpen) return { records, rest: lines.slice(from) };
    records.push({ line, cells });
    from = cells === null ? from + 1 : to;
  }
  return { records, rest: [] };
}

/** A quote opens a cell only at its start; elsewhere it is a letter like others. Null where the record ends within quotes. */
function cellsOf(record: string, separator: string): string[] | null {
  if (!record.includes('"')) return record.split(separator);
  const cells: string[] = [];
  for (let at = 0; at <= record.length; ) {
    if (record[at] !== '"') {
      const end = record.indexOf(separator, at);
      cells.push(record.slice(at, end === -1 ? undefined : end));
      at = end === -1 ? record.length + 1 : end + 1;
      continue;
    }
    const end = closingQuote(record, at + 1);
    if (end === -1) return null;
    const next = record.indexOf(separator, end);
    const after = record.slice(end + 1, next === -1 ? undefined : next).trim();
    cells.push(record.slice(at + 1, end).replaceAll('""', '"') + after);
    at = next === -1 ? record.length + 1 : next + 1;
  }
  return cells;
}

/** Where the quote closes; two in a row stand for one. -1 where it does not. */
function closingQuote(record: string, from: number): number {
  let at = record.indexOf('"', from);
  while (at !== -1 && record[at + 1] === '"') at = record.indexOf('"', at + 2);
  return at;
}

function separatorOf(header: string): string {
  const bare = header.replace(/"(?:[^"]|"")*"/g, '');
  return [',', ';', '\t'].find((mark) => bare.includes(mark)) ?? ',';
}
