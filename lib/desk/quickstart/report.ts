// What the quick start prints at its end: the phases, the brief of the sample, what to try next.
import { phases } from '../../config/phases.js';
import { briefOf } from '../brief/brief.js';
import { briefText } from '../brief/text.js';
import { heading, paragraph } from '../prose.js';
import type { Screen } from '../screen.js';
import { usualPlace } from '../serve.js';
import { type Column, table } from '../table.js';
import { counted } from '../words.js';
import type { SampleBrief } from './sample-brief.js';
import type { StepResult } from './step.js';
import type { SampleTrouble } from './troubles.js';

type Surface = Pick<Screen, 'columns' | 'colors'>;

const columns: readonly Column[] = [
  { title: 'phase', paint: (cell, _, colors) => colors.cyan(cell) },
  { title: 'took', align: 'right' },
  { title: 'took in', align: 'right' },
  { title: 'made', align: 'right' },
  { title: 'failed', align: 'right', paint: (cell, text, colors) => (text === '0' ? cell : colors.red(cell)) },
  { title: 'left', align: 'right' },
];

/** What each phase took, made and left; `left` is what is ready in `work`, by phase. */
export function resultTable(results: readonly StepResult[], left: ReadonlyMap<string, number>, surface: Surface): string {
  const rows = results.map(({ phase, seconds, claimed, made, failed }) => [
    phase,
    `${seconds.toFixed(1)} s`,
    counted(claimed, ...phases[phase].items),
    counted(made, ...phases[phase].makes),
    failed.toLocaleString('en'),
    (left.get(phase) ?? 0).toLocaleString('en'),
  ]);
  return table(columns, rows, surface);
}

/** What went wrong with items. They are kept, and tried again by the next run after a wait. */
export function troublesPart(troubles: readonly SampleTrouble[], surface: Surface): string {
  const lines = troubles.map(({ phase, items, error }) =>
    paragraph(`${phase}, ${counted(items, 'item')}: ${error}`, surface, { paint: surface.colors.red }),
  );
  return [heading('Not everything went well', surface), ...lines].join('\n');
}

/** The brief; a sentence where there is nothing to tell. */
export function briefPart(brief: SampleBrief | null, surface: Surface): string {
  if (brief === null)
    return `${heading('No event families yet', surface)}\n${paragraph('Nothing strategic was found in the titles.', surface)}`;
  return `\n${briefText(briefOf(brief.edition, null, {}), surface)}`;
}

/** Commands that work as printed from the project's folder. */
export function tryNext(brief: SampleBrief | null, embedded: boolean, surface: Surface): string {
  const [first] = brief?.edition.stories ?? [];
  const commands: [string, string][] = [
    ...(brief === null
      ? []
      : [
          [`npx sni --sample brief --since ${brief.since} --until ${brief.until}`, 'the whole brief; --format html for a page'] as [
            string,
            string,
          ],
        ]),
    ['npx sni --sample status', 'how each phase stands'],
    ...(first === undefined ? [] : [[`npx sni --sample show ${first.ef}`, 'the weightiest event family in full'] as [string, string]]),
    ['npx sni --sample list families', 'all event families'],
  ];
  const width = Math.max(...commands.map(([command]) => command.length)) + 3;
  const lines = commands.map(([command, what]) => `  ${command.padEnd(width)}${surface.colors.dim(what)}`);
  const stop = embedded ? `\nThe embedded Postgres goes on running; "npx sni db stop" stops it.` : '';
  const pages = `\nThe same to read in a browser: "npx sni --sample serve", then http://${usualPlace.host}:${usualPlace.port}/`;
  return [heading('Try next:', surface), ...lines, stop, pages].join('\n');
}
