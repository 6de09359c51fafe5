// A dry look at a feed, as a person reads it: what it is, what would be stored of it, what was dropped and why.
import { clean } from '../../../lib/desk/clean.js';
import { fields, heading, paragraph } from '../../../lib/desk/prose.js';
import type { Screen } from '../../../lib/desk/screen.js';
import { type Column, headlineLeast, table } from '../../../lib/desk/table.js';
import { counted, listed, moment } from '../../../lib/desk/words.js';
import { spanInWords } from '../../../lib/feeds/fetch/health.js';
import { shownAddress } from '../../../lib/feeds/fetch/problem.js';
import type { Dropped } from '../../../lib/feeds/read/item.js';
import type { Look, Seen } from './look.js';

type Surface = Pick<Screen, 'columns' | 'colors'>;

/** Of one feed, so many headlines are shown. */
const shownMost = 30;

/** An input that is no feed gives its address and the reason. */
export function renderLook(look: Look, timeZone: string, screen: Surface): string {
  const title = heading(shownAddress(look.input), screen);
  if (look.read === null) return [title, paragraph(look.error, screen, { paint: screen.colors.red })].join('\n');
  const { read, seen, dropped, isCut } = look;
  const { feed, format } = read;
  const about = fields(
    [
      ['Feed', feed.title ?? ''],
      ['Format', formats[format]],
      ['Site', feed.link ? shownAddress(feed.link) : ''],
      ['Language', languages(feed.lang, seen)],
      ['Asks', wishes(feed)],
      ['Note', isCut ? 'its server announced more than it sent; the feed had ended, so nothing is missing' : ''],
      ['Stored', counted(seen.length, 'title')],
      ['Dropped', dropped.length === 0 ? '' : reasons(dropped)],
    ],
    screen,
  );
  const rows = seen.slice(0, shownMost).map(({ headline }) => rowOf(headline, timeZone));
  const more =
    seen.length > shownMost ? `\n${screen.colors.dim(`  ... and ${counted(seen.length - shownMost, 'more title', 'more titles')}`)}` : '';
  return [title, about, ...(rows.length > 0 ? [`\n${table(columns, rows, screen)}${more}`] : [])].join('\n');
}

const formats = { rss: 'RSS', rdf: 'RSS 1.0 (RDF)', atom: 'Atom', json: 'JSON Feed', sitemap: 'news sitemap' };

const columns: readonly Column[] = [
  { title: 'published', least: 'whole' },
  { title: 'lang' },
  { title: 'publisher', least: 8, spare: 1, paint: (cell, _, colors) => colors.cyan(cell) },
  { title: 'title', least: headlineLeast },
];

function rowOf(headline: Seen['headline'], timeZone: string): string[] {
  const { published_at, published_at_from, lang, publisher_name, title_display } = headline;
  return [published_at_from === 'item' ? moment(new Date(published_at), timeZone) : 'none given', lang, publisher_name, title_display];
}

/** "says de; titles are de (28), en (2)". */
function languages(said: string | null, seen: readonly Seen[]): string {
  const found = countedBy(seen.map(({ headline }) => headline.lang)).map(([lang, count]) => `${lang} (${count})`);
  const says = said ? `says ${said}` : 'says none';
  return found.length === 0 ? says : `${says}; its titles: ${found.slice(0, 5).join(', ')}`;
}

/** "4: 3 without a title, 1 twice in the feed". */
function reasons(dropped: readonly Dropped[]): string {
  const counts = countedBy(dropped.map(({ reason }) => reason)).map(([reason, count]) => `${count} ${clean(reason)}`);
  return `${dropped.length}: ${listed(counts.slice(0, 8))}`;
}

function countedBy(values: readonly string[]): [value: string, count: number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}

function wishes({ ttlSeconds, skipHours, skipDays }: { ttlSeconds: number | null; skipHours: number[]; skipDays: number[] }): string {
  return listed([
    ...(ttlSeconds === null ? [] : [`to be read every ${spanInWords(ttlSeconds)} at most`]),
    ...(skipHours.length === 0 ? [] : [`not at ${skipHours.join(', ')} h UTC`]),
    ...(skipDays.length === 0 ? [] : [`not on ${skipDays.map((day) => days[day]).join(', ')}`]),
  ]);
}

const days = ['Sundays', 'Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays'];
