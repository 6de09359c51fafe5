// `sni gate explain`: what the gate decides about a title and why: each hit under its place in the title, the sum, what the title says,
// and why it has its tier. No database is needed.
import type { Command } from 'commander';
import stringWidth from 'string-width';
import { settingsOf } from '../../../lib/desk/app.js';
import { clean } from '../../../lib/desk/clean.js';
import { fields, heading } from '../../../lib/desk/prose.js';
import { readingRows } from '../../../lib/desk/reading.js';
import type { Screen } from '../../../lib/desk/screen.js';
import { table } from '../../../lib/desk/table.js';
import { languageOf } from '../../../lib/language/languages.js';
import type { Reading } from '../../../lib/reading/whole.js';
import { currentGate, currentReader } from '../current-gate.js';
import type { GateHit, GateRecord } from '../gate.js';
import { withTier } from '../tier.js';
import { knownLanguage } from './known-language.js';

type Surface = Pick<Screen, 'columns' | 'colors'>;
type Sort = 'actor' | 'action' | 'context';

interface NamedHit extends GateHit {
  sort: Sort;
  /** English name of an actor; '' for others. */
  name: string;
}

export function addExplain(gate: Command, screen: Screen): void {
  gate
    .command('explain')
    .description('Show what the gate decides about a title, and why: hits with their places, arithmetic, decision, tier, and what it says.')
    .argument('<title...>', 'the title')
    .option('--lang <code>', 'its language, such as en or zh-CN (default: terms of all languages)', knownLanguage, '')
    .option('--section <name>', 'the section its address names, such as sport or world', '')
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      '\nExamples:\n  sni gate explain "EU agrees new sanctions on Iran" --lang en\n  sni gate explain --lang zh "俄军空袭基辅" --json',
    )
    .action(async (words: string[], options: { lang: string; section: string; json: boolean }, command: Command) => {
      const config = settingsOf(command);
      const title = words.join(' ');
      const [{ gate, vocabulary }, { read }] = await Promise.all([currentGate(config), currentReader(config)]);
      const gated = gate(title, options.lang, options.section);
      const reading = read(title, options.lang, gated);
      const { version, actors, mechanisms } = vocabulary;
      const record = withTier(gated, reading, mechanisms);
      if (options.json) screen.json({ title, lang: options.lang, ...record, vocabulary: version, reading });
      else screen.print(explanation(title, reading, record, (id) => actors.get(id)?.name ?? '', version, screen));
    });
}

/** What the gate reads a title with. */
function languageRead(code: string): string {
  const language = languageOf(code);
  if (language === undefined || language.role === 'told') return `${language?.name ?? (code || 'not given')}: the words of all languages`;
  return `${language.name}: its own words`;
}

/** The whole answer for a person. Pure. */
function explanation(
  title: string,
  reading: Reading,
  record: GateRecord,
  nameOf: (actorId: string) => string,
  vocabulary: string,
  surface: Surface,
): string {
  const hits = hitsOf(record, nameOf);
  return [
    ...placed(title, hits, surface),
    heading('Why', surface),
    record.arithmetic.length === 0 ? 'Nothing in it speaks for or against it.' : sum(record, surface),
    '',
    fields(
      [
        ['Decision', `${record.decision === 'gate_keep' ? 'keep' : 'drop'}${record.tier === null ? '' : `, tier ${record.tier}`}`],
        ['Tier', record.because ?? ''],
        ['Language', languageRead(reading.lang)],
        ['Vocabulary', vocabulary],
      ],
      surface,
    ),
    heading('What it says', surface),
    fields(
      readingRows(reading, (id) => nameOf(id) || id),
      surface,
    ),
  ].join('\n');
}

function hitsOf({ actors, mechanisms, contexts }: GateRecord, nameOf: (actorId: string) => string): NamedHit[] {
  const named = (sort: Sort, hits: readonly GateHit[]): NamedHit[] =>
    hits.map((hit) => ({ ...hit, sort, name: sort === 'actor' ? nameOf(hit.id) : '' }));
  return [...named('actor', actors), ...named('action', mechanisms), ...named('context', contexts)].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
}

/** The title, and under it a line a hit: the mark under its place, where the title fits one line of the screen, then what it stands for. */
function placed(title: string, hits: readonly NamedHit[], surface: Surface): string[] {
  const shown = clean(title);
  const width = stringWidth(shown);
  const fits = width + 30 <= (surface.columns ?? 200);
  const lines = hits.map((hit) => {
    const found = clean(title.slice(hit.start, hit.end));
    const id = hit.name === '' || hit.name === hit.id ? hit.id : `${hit.id} (${clean(hit.name)})`;
    const read = hit.reading === undefined ? '' : `, read as ${hit.reading} beside "${clean(hit.beside ?? '')}"`;
    const meaning = `${paint(hit.sort, surface)(hit.sort)} ${id}, as "${clean(hit.term)}"${read}`;
    if (!fits) return `  ${found}: ${meaning}`;
    const before = stringWidth(clean(`${title.slice(0, hit.start)}|`)) - 1;
    const mark = '^'.repeat(Math.max(1, stringWidth(found)));
    return `${' '.repeat(before)}${paint(hit.sort, surface)(mark)}${' '.repeat(Math.max(1, width - before - mark.length + 2))}${meaning}`;
  });
  return [surface.colors.bold(shown), ...lines];
}

function sum({ arithmetic, score }: GateRecord, surface: Surface): string {
  const signed = (points: number): string => (points > 0 ? `+${points}` : String(points));
  return table(
    [
      { title: 'points', align: 'right', paint: (cell, text, colors) => (text.startsWith('-') ? colors.red(cell) : colors.green(cell)) },
      { title: 'for' },
    ],
    [...arithmetic.map(({ what, points }) => [signed(points), what]), [signed(score), 'together']],
    surface,
  );
}

function paint(sort: Sort, { colors }: Surface): (text: string) => string {
  return { actor: colors.cyan, action: colors.green, context: colors.red }[sort];
}
