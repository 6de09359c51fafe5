// `sni gate stats`: what the gate keeps and drops by language, feed and term, and the terms that never hit: dead wood of the vocabulary,
// or languages whose feeds are missing.
import type { Command } from 'commander';
import { withoutSecrets } from '../../../lib/addresses.js';
import { withApp } from '../../../lib/desk/app.js';
import { fields, heading, paragraph } from '../../../lib/desk/prose.js';
import type { Screen } from '../../../lib/desk/screen.js';
import { type Column, table } from '../../../lib/desk/table.js';
import type { VocabularySort } from '../../../lib/vocabulary/vocabulary-file.js';
import type { Vocabulary } from '../../../lib/vocabulary.js';
import { wholeNumber } from '../../../lib/whole-number.js';
import { currentGate } from '../current-gate.js';
import { type ByTerm, type Decided, readDecided } from './decided.js';

const standardLast = 100_000;
/** Lines of each table on the screen; --json has them all. */
const listed = 15;

/** A term of the vocabulary that hit no title; the countries' plain names are not counted. */
interface Unused {
  sort: VocabularySort;
  lang: string;
  ids: readonly string[];
  term: string;
}

type Stats = Decided & { vocabulary: string; neverHit: { count: number; terms: Unused[] } } & Awaited<ReturnType<typeof readDecided>>;

export function addGateStats(gate: Command, screen: Screen): void {
  gate
    .command('stats')
    .description('Show what the gate keeps and drops, by language, feed and term, and which terms never hit.')
    .option('--last <n>', 'look at the n newest gated titles', wholeNumber(10_000_000), standardLast)
    .option('--json', 'print one JSON object, with all feeds and terms', false)
    .addHelpText('after', "\nExamples:\n  sni gate stats\n  sni gate stats --last 5000 --json | jq '.neverHit.count'")
    .action(async (options: { last: number; json: boolean }, command: Command) => {
      await withApp(command, async ({ sql, config }) => {
        const { vocabulary } = await currentGate(config);
        const decided = await readDecided(sql, options.last, vocabulary.version);
        const stats = statsOf(decided, vocabulary);
        if (options.json) screen.json(stats);
        else if (stats.titles === 0) screen.print('The gate has decided nothing yet. "sni run filter" does.');
        else screen.print(render(stats, options.last, screen));
      });
    });
}

function statsOf(decided: Awaited<ReturnType<typeof readDecided>>, vocabulary: Vocabulary): Stats {
  const sum = (of: (part: Decided) => number): number => decided.languages.reduce((total, part) => total + of(part), 0);
  const terms = neverHit(vocabulary, decided.terms);
  return {
    titles: sum(({ titles }) => titles),
    kept: sum(({ kept }) => kept),
    dropped: sum(({ dropped }) => dropped),
    vocabulary: vocabulary.version,
    ...decided,
    neverHit: { count: terms.length, terms },
  };
}

/** A record does not say of which language a term was, so a spelling that hit counts for every language that has it. */
function neverHit(vocabulary: Pick<Vocabulary, 'terms'>, hits: readonly ByTerm[]): Unused[] {
  const keyOf = (sort: VocabularySort, id: string, term: string): string => `${sort} ${id} ${term}`;
  const hit = new Set(hits.map(({ sort, id, term }) => keyOf(sort, id, term)));
  return vocabulary.terms
    .filter(({ sort, ids, written, line }) => line > 0 && !ids.some((id) => hit.has(keyOf(sort, id, written))))
    .map(({ sort, lang, ids, written }) => ({ sort, lang, ids, term: written }));
}

function render(stats: Stats, last: number, screen: Screen): string {
  const number = (title: string): Column => ({ title, align: 'right' });
  const counts = [number('titles'), number('kept'), number('dropped'), number('kept %')];
  const cells = (part: Decided): string[] => [...[part.titles, part.kept, part.dropped].map(shown), share(part)];
  const terms = (heads: string, list: readonly ByTerm[]): string[] => [
    heading(heads, screen),
    table(
      [...counts, { title: 'kind', least: 'whole', spare: 1 }, { title: 'id', least: 10 }, { title: 'term', least: 16 }],
      list.slice(0, listed).map((term) => [...cells(term), term.sort, term.id, term.term]),
      screen,
    ),
  ];
  const { languages, feeds, stale, vocabulary } = stats;
  return [
    fields(
      [
        [
          'Titles',
          `the ${shown(stats.titles)} gated last${stats.titles < last ? ' (all)' : ''}: ${shown(stats.kept)} kept, ${shown(stats.dropped)} dropped`,
        ],
        ['Vocabulary', vocabulary],
        ['Stale', stale === 0 ? '' : `${shown(stale)} by another vocabulary; "sni reprocess filter --stale" lets them be gated again`],
      ],
      screen,
    ),
    heading('By language', screen),
    table(
      [{ title: 'lang' }, ...counts, number('tier 1'), number('tier 2'), number('tier 3')],
      languages.map((part) => [part.lang, ...cells(part), ...[part.tier1, part.tier2, part.tier3].map(shown)]),
      screen,
    ),
    heading('By feed, the largest', screen),
    table(
      [...counts, { title: 'publisher', least: 12 }, { title: 'feed', least: 20, spare: 1 }],
      feeds.slice(0, listed).map((part) => [...cells(part), part.publisher, withoutSecrets(part.feed)]),
      screen,
    ),
    ...terms(
      'Terms of kept titles',
      [...stats.terms].sort((a, b) => b.kept - a.kept),
    ),
    ...terms(
      'Terms of dropped titles',
      [...stats.terms].sort((a, b) => b.dropped - a.dropped),
    ),
    heading(`Terms that never hit: ${shown(stats.neverHit.count)}`, screen),
    unused(stats.neverHit.terms, screen),
  ].join('\n');
}

function unused(terms: readonly Unused[], screen: Screen): string {
  const byLanguage = new Map<string, number>();
  for (const { lang } of terms) byLanguage.set(lang, (byLanguage.get(lang) ?? 0) + 1);
  const counts = [...byLanguage].sort((a, b) => b[1] - a[1]).map(([lang, count]) => `${lang} ${shown(count)}`);
  return paragraph(`${counts.join(', ')}; "sni gate stats --json" lists them.`, screen, { indent: 0 });
}

function shown(count: number): string {
  return count.toLocaleString('en');
}

function share({ titles, kept }: Decided): string {
  return `${Math.round((100 * kept) / Math.max(1, titles))}`;
}
