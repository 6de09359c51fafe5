// The ways of titles and the entries of the log, as a person reads them.
import type { Explained } from '../../../../lib/desk/families/explain.js';
import { gradeInWords } from '../../../../lib/desk/families/grade-in-words.js';
import { entryInWords, howInWords } from '../../../../lib/desk/families/in-words.js';
import type { FamilyLogEntry } from '../../../../lib/desk/families/read-log.js';
import { fields, heading, paragraph } from '../../../../lib/desk/prose.js';
import type { Screen } from '../../../../lib/desk/screen.js';
import { table } from '../../../../lib/desk/table.js';
import { moment } from '../../../../lib/desk/words.js';

/** The family, then a line a title. */
export function renderExplained(
  { id, title, status, continues, mergedInto, grade, titles }: Explained,
  screen: Screen,
  timeZone: string,
): string {
  const head = fields(
    [
      ['Family', `${id}, ${status}: ${title}`],
      ['Continues', continues === null ? '' : `family ${continues}`],
      ['Merged into', mergedInto === null ? '' : `family ${mergedInto}; "sni families explain ${mergedInto}" tells of its titles`],
      ['Graded', gradeInWords(grade)],
      ['Titles', String(titles.length)],
    ],
    screen,
  );
  const told = titles.flatMap((one) => [
    heading(`title:${one.id}  ${one.title}`, screen),
    paragraph(`${one.publisher}, ${moment(one.publishedAt, timeZone)}`, screen),
    ...(one.how.length === 0 ? ['It came in before reasons were kept.'] : one.how.map(howInWords)).map((line) => paragraph(line, screen)),
  ]);
  return [head, ...told].join('\n');
}

/** A line an entry, in the order given. */
export function renderLog(entries: readonly FamilyLogEntry[], screen: Screen, timeZone: string): string {
  const columns = [
    { title: 'entry', align: 'right' },
    { title: 'at', spare: 3 },
    { title: 'family', align: 'right' },
    { title: 'what', least: 24 },
    { title: 'by', spare: 2 },
    { title: 'why', least: 16, spare: 1 },
  ] as const;
  const rows = entries.map((entry) => [
    String(entry.logId),
    moment(entry.at, timeZone),
    String(entry.efId),
    entryInWords(entry) + (entry.undoneBy === null ? '' : ` (undone by ${entry.undoneBy})`),
    entry.byWhom,
    entry.why.said ?? '',
  ]);
  return table(columns, rows, screen);
}
