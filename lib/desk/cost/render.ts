// What models have cost, as a person reads it.
import { dollars } from '../../spending/dollars.js';
import { heading, paragraph } from '../prose.js';
import type { Screen } from '../screen.js';
import { type Column, table } from '../table.js';
import { counted, listed } from '../words.js';
import type { Use, Used } from './read.js';
import { limitLines, type SpendingDay, type Today } from './today.js';

type Surface = Pick<Screen, 'columns' | 'colors'>;

interface Cost {
  today: Today;
  days: readonly SpendingDay[];
  use: Used;
  /** Days asked for. */
  count: number;
}

/** Says so in a sentence where no model was asked and nothing spent. */
export function renderCost({ today, days, use, count }: Cost, surface: Surface): string {
  const span = count === 1 ? 'today' : `in the last ${count} days`;
  const notes = [...setAside(days, today.day), ...rules(use, span)].map((text) => paragraph(text, surface, { indent: 0 }));
  if (use.models.length === 0 && days.every(({ usd }) => usd === 0)) {
    const nothing = `No model was asked ${span}, and nothing was spent: "sni models" shows which models may be asked.`;
    return [paragraph(nothing, surface, { indent: 0 }), ...notes].join('\n');
  }
  const title = `Calls ${span}: ${dollars(use.models.reduce((sum, { costUsd }) => sum + costUsd, 0))}`;
  const calls = use.models.length === 0 ? [] : [heading(title, surface), table(columns, rowsOf(use.models), surface)];
  return [limitLines(today, surface), ...calls, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
}

const number = (title: string, more: Omit<Column, 'title'> = {}): Column => ({ title, align: 'right', ...more });
const notable: Column['paint'] = (cell, text, colors) => (text === '0' ? cell : colors.yellow(cell));

const columns: readonly Column[] = [
  { title: 'day', least: 'whole' },
  { title: 'phase', least: 'whole', paint: (cell, _, colors) => colors.cyan(cell) },
  { title: 'model', least: 16 },
  number('calls', { spare: 6 }),
  number('refused', { spare: 4, paint: notable }),
  number('failed', { spare: 5, paint: notable }),
  number('in', { spare: 3 }),
  number('cached', { spare: 2 }),
  number('out', { spare: 3 }),
  number('thinking', { spare: 1 }),
  number('cost'),
];

/** The day stands at its first line only. */
function rowsOf(use: readonly Use[]): string[][] {
  return use.map((line, index) => [
    use[index - 1]?.day === line.day ? '' : line.day,
    line.phase || '-',
    `${line.engine}/${line.model}`,
    ...[line.calls, line.refused, line.failed, line.tokensIn, line.tokensCached, line.tokensOut, line.tokensThinking].map((count) =>
      count.toLocaleString('en'),
    ),
    dollars(line.costUsd),
  ]);
}

function setAside(days: readonly SpendingDay[], today: string): string[] {
  return days
    .filter(({ reservedUsd }) => reservedUsd > 0)
    .map(({ day, reservedUsd }) =>
      day === today
        ? `${dollars(reservedUsd)} of what is spent today is set aside for calls that are under way, or whose process was killed.`
        : `${day}: ${dollars(reservedUsd)} stayed set aside for calls that were never settled; their process was killed.`,
    );
}

function rules({ rules }: Used, span: string): string[] {
  if (rules.length === 0) return [];
  const total = rules.reduce((sum, { answers }) => sum + answers, 0);
  const each = rules.map(({ phase, answers }) => `${phase || 'no phase'} ${answers.toLocaleString('en')}`);
  return [`${counted(total, 'answer was', 'answers were')} made by rules ${span}, without a model and without cost (${listed(each)}).`];
}
