// How models stand, as a person reads it: roles with their models, servers, what is under way, the budget.
import { limitLines, type Today } from '../cost/today.js';
import { heading, paragraph } from '../prose.js';
import type { Screen } from '../screen.js';
import { type Column, table } from '../table.js';
import { counted, listed, moment, spanOf } from '../words.js';
import type { RoleModel, ShownModels } from './rows.js';

type Surface = Pick<Screen, 'columns' | 'colors'>;

interface Around {
  /** The database's time. */
  at: Date;
  timeZone: string;
  today: Today;
  /** The settings file. */
  file: string;
}

/** Names of models a server has that are printed. */
const mostNames = 8;

/** Without a configured model it says how one is named. */
export function renderModels(view: ShownModels, around: Around, surface: Surface): string {
  const { at, today, file } = around;
  // A limit of what nobody can spend says nothing.
  if (view.roles.length === 0) return [notConfigured(file, surface), ...(today.usd > 0 ? ['', limitLines(today, surface)] : [])].join('\n');
  const rows = view.roles.map((one, index) => [
    view.roles[index - 1]?.role === one.role ? '' : one.role,
    one.place === null ? 'second opinion' : String(one.place),
    `${one.engine}/${one.model}`,
    atServer(one),
    lane(one, at),
  ]);
  const parts = [table(columns, rows, surface), heading('Servers', surface), ...view.servers.map((server) => serverLine(server, surface))];
  const ways = [...new Set(view.roles.flatMap((one) => inTheWay(one, around)))];
  if (ways.length > 0)
    parts.push(heading('In the way', surface), ...ways.map((text) => paragraph(text, surface, { indent: 4, lead: '  ' })));
  if (view.loads.length > 0) parts.push(heading('Under way', surface), loadTable(view, surface));
  const notes = notesOf(view);
  if (notes.length > 0) parts.push('', ...notes.map((text) => paragraph(text, surface, { indent: 0 })));
  return [...parts, '', limitLines(today, surface)].join('\n');
}

const columns: readonly Column[] = [
  { title: 'role', paint: (cell, _, colors) => colors.cyan(cell) },
  { title: 'order', spare: 1 },
  { title: 'model', least: 16 },
  {
    title: 'at its server',
    least: 'whole',
    paint: (cell, text, colors) =>
      text === 'there' ? colors.green(cell) : text === 'not reached' ? colors.yellow(cell) : colors.red(cell),
  },
  { title: 'lane', least: 'whole', paint: (cell, text, colors) => (/^(ready|answers)/.test(text) ? cell : colors.yellow(cell)) },
];

function atServer({ lacks, present }: RoleModel): string {
  if (lacks === 'key' || lacks === 'price') return `no ${lacks}`;
  return present === null ? 'not reached' : present ? 'there' : 'missing';
}

function lane({ state, until }: RoleModel, at: Date): string {
  const more = until ? `, ${spanOf((until.getTime() - at.getTime()) / 1000)} more` : '';
  if (state === 'paused') return `paused${more}`;
  if (state === 'open') return until ? `left alone${more}` : 'is tried next';
  return state === 'closed' ? 'answers' : 'ready';
}

/** Whole sentences, where the table has words; the servers say for themselves why they cannot be reached. */
function inTheWay({ engine, model, missing, state, until, reason }: RoleModel, { timeZone }: Around): string[] {
  const why = reason ? `: ${reason}` : '';
  const end = until ? ` until ${moment(until, timeZone)}` : '';
  const failed = until
    ? `failed several times in a row and is left alone${end}${why}`
    : `failed several times in a row; the next question tries it${why}`;
  const standing = state === 'paused' ? [`is paused${end}${why}`] : state === 'open' ? [failed] : [];
  return [...(missing ? [`: ${missing}`] : []), ...standing.map((text) => ` ${text}`)].map((text) => `${engine}/${model}${text}`);
}

function serverLine({ engine, where, models, error, keySet }: ShownModels['servers'][number], surface: Surface): string {
  const { colors } = surface;
  const key = keySet === null ? '' : `, key ${keySet ? 'set' : 'not set'}`;
  const more = models && models.length > mostNames ? ` and ${models.length - mostNames} more` : '';
  const names = models && models.length > 0 ? `: ${models.slice(0, mostNames).join(', ')}${more}` : '';
  const said = models ? `answers, has ${counted(models.length, 'model')}${names}` : (error ?? 'did not answer');
  return paragraph(`${engine}, ${where}${key}: ${said}`, surface, { indent: 4, lead: '  ', paint: models ? String : colors.red });
}

function loadTable({ loads }: ShownModels, surface: Surface): string {
  return table(
    [
      { title: 'phase', paint: (cell, _, colors) => colors.cyan(cell) },
      { title: 'lane' },
      { title: 'under way', align: 'right' },
      { title: 'at once', align: 'right' },
      { title: 'waiting in the run', align: 'right' },
    ],
    loads.map(({ phase, engine, model, underWay, atOnce, waiting }) => [
      phase,
      model ? `${engine}/${model}` : engine,
      underWay.toLocaleString('en'),
      atOnce === null ? '' : String(atOnce),
      waiting.toLocaleString('en'),
    ]),
    surface,
  );
}

function notesOf({ lanesOfPhases, offlineWhenDown }: ShownModels): string[] {
  return [
    ...lanesOfPhases.map(({ phase, lanes }) => `${phase} may ask ${listed(lanes)} models only (phases.${phase}.lanes).`),
    offlineWhenDown
      ? 'Where no model can be reached, rules answer (models.offline: when_down).'
      : 'Where no model can be reached, the work waits (models.offline: never).',
  ];
}

function notConfigured(file: string, surface: Surface): string {
  const told = `No model is configured: every phase answers by its own rules. To ask models, name them under "models" in ${file}, the preferred first:`;
  const example = [
    'models:',
    '  roles:',
    '    describe: { models: [ollama/qwen2.5:7b] }',
    '    enrich:   { models: [ollama/qwen2.5:7b, gemini/gemini-2.5-flash] }',
    '    narrate:  { models: [gemini/gemini-2.5-flash] }',
  ];
  const then =
    'Ollama is asked at OLLAMA_HOST (default http://127.0.0.1:11434), Gemini with the key in GEMINI_API_KEY, any server of the OpenAI chat API (openai/NAME) at models.openai.url. "sni models" then shows whether they can be asked.';
  return [
    paragraph(told, surface, { indent: 0 }),
    '',
    ...example.map((line) => `  ${line}`),
    '',
    paragraph(then, surface, { indent: 0 }),
  ].join('\n');
}
