// A title as a person reads it: where it came from, its way, why the gate decided so, what it says.
import { withoutSecrets } from '../../addresses.js';
import { readingOf } from '../../reading/stored.js';
import { fields, heading, paragraph } from '../prose.js';
import { readingRows } from '../reading.js';
import type { Screen } from '../screen.js';
import { table } from '../table.js';
import { moment } from '../words.js';
import { forgotten, type GateReason, reasonOf, type ShownTitle } from './title.js';
import { troubles } from './work.js';

type Surface = Pick<Screen, 'columns' | 'colors'>;

/** The record, then why the gate decided so, then what the title says. */
export function renderTitle(title: ShownTitle, surface: Surface, timeZone: string): string {
  const when = (at: Date | null): string => (at ? moment(at, timeZone) : '');
  const state = [title.status, ...(title.strategicTier === null ? [] : [`tier ${title.strategicTier}`])].join(', ');
  const record = fields(
    [
      ['Title', `title:${title.id}, ${state}`],
      ['Publisher', `${title.publisher}${title.publisherDomain ? ` (${title.publisherDomain})` : ''}, ${title.lang}`],
      ['Feed', withoutSecrets(title.feed)],
      ['Link', withoutSecrets(title.url ?? '')],
      ['As given', title.titleOriginal === title.title ? '' : title.titleOriginal],
      ['Text', title.description ?? ''],
      [
        'Published',
        `${when(title.publishedAt)} (${timeZone})${title.publishedAtFrom === 'fetch' ? ', the time it was read: the feed gives none' : ''}`,
      ],
      ['Ingested', when(title.ingestedAt)],
      ['Filtered', when(title.gatedAt)],
      ['Grouped', when(title.generatedAt)],
      ['Family', title.family ? `ef:${title.family.id}, ${title.family.title}` : ''],
      ...troubles(title.work),
    ],
    surface,
  );
  return [
    paragraph(title.title, surface, { indent: 0, paint: surface.colors.bold }),
    '',
    record,
    reason(title, surface),
    whatItSays(title, surface),
  ]
    .filter(Boolean)
    .join('\n');
}

function reason(title: ShownTitle, surface: Surface): string {
  if (title.status === 'forgotten') return paragraph(forgotten, surface, { indent: 0 });
  if (title.gate === null) return paragraph('The gate has not seen it yet; "sni run filter" decides.', surface, { indent: 0 });
  const head = heading(`Why it was ${title.status === 'gate_drop' ? 'dropped' : 'kept'}: score ${title.gateScore ?? 'unknown'}`, surface);
  const gate = reasonOf(title.gate);
  if (!gate) return `${head}\n${paragraph(JSON.stringify(title.gate), surface)}`;
  return [
    head,
    arithmetic(gate, surface),
    hits(gate, title.title, surface),
    fields(
      [
        ['Tier', gate.because ?? ''],
        ['Vocabulary', gate.vocabulary],
      ],
      surface,
    ),
  ]
    .filter(Boolean)
    .join('\n');
}

function whatItSays({ id, status, reading: stored, actorNames }: ShownTitle, surface: Surface): string {
  if (status !== 'gate_keep') return '';
  const head = heading('What it says', surface);
  const reading = readingOf(stored);
  if (reading !== null)
    return `${head}\n${fields(
      readingRows(reading, (actorId) => actorNames[actorId] ?? actorId),
      surface,
    )}`;
  const why =
    stored === null
      ? 'It is read by the next run ("sni run filter").'
      : `What is stored of it cannot be used, so it is passed over. To have it read anew, set "reading" of title_id ${id} to null in "titles", then "sni run filter".`;
  return `${head}\n${paragraph(why, surface, { indent: 0 })}`;
}

function arithmetic(gate: GateReason, surface: Surface): string {
  if (gate.arithmetic.length === 0) return paragraph('Nothing in it speaks for or against it.', surface, { indent: 0 });
  return table(
    [
      { title: 'points', align: 'right', paint: (cell, text, colors) => (text.startsWith('-') ? colors.red(cell) : colors.green(cell)) },
      { title: 'for' },
    ],
    gate.arithmetic.map(({ what, points }) => [points > 0 ? `+${points}` : String(points), what]),
    surface,
  );
}

function hits(gate: GateReason, title: string, surface: Surface): string {
  const found = [
    ...gate.actors.map((hit) => ({ ...hit, sort: 'actor' })),
    ...gate.mechanisms.map((hit) => ({ ...hit, sort: 'action' })),
    ...gate.contexts.map((hit) => ({ ...hit, sort: 'context' })),
  ].sort((a, b) => a.start - b.start);
  if (found.length === 0) return '';
  const rows = found.map(({ sort, id, term, start, end, reading, beside }) => [
    sort,
    id,
    title.slice(start, end),
    reading === undefined ? term : `${term}, read as ${reading} beside "${beside ?? ''}"`,
  ]);
  return `\n${table([{ title: 'hit' }, { title: 'id' }, { title: 'in the title' }, { title: 'as the vocabulary has it' }], rows, surface)}\n`;
}
