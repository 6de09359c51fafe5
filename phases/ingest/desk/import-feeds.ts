// Adds the feeds of an OPML list, in one statement, and says what was done.
import type { Sql } from 'postgres';
import { clean } from '../../../lib/desk/clean.js';
import { DeskError, exitCodes } from '../../../lib/desk/end.js';
import { counted } from '../../../lib/desk/words.js';
import { shownAddress } from '../../../lib/feeds/fetch/problem.js';
import { jsonb } from '../../../lib/jsonb.js';
import { feedsOfOpml, type List, listedMost } from '../sources/opml.js';
import { isWeb } from '../sources/text.js';

/** So many outlines that name no feed are told. */
const droppedMost = 20;

/** `lang` is for feeds that say none. Throws where the text is no list. */
export async function importFeeds(sql: Sql, text: string, file: string, lang: string): Promise<string> {
  const list = feedsOfOpml(text, { publisher: file, lang });
  if (list === null)
    throw new DeskError(
      `${shownAddress(file)} is no OPML list: it has no <opml> element. Name an OPML file.`,
      exitCodes.wrongConfiguration,
    );
  const feeds = isWeb(file) ? list.feeds.slice(0, listedMost) : list.feeds;
  const notes = notesOf(list, shownAddress(file), list.feeds.length - feeds.length);
  if (feeds.length === 0) return `${shownAddress(file)} names no feed: none of its outlines has an http(s) address as xmlUrl.${notes}`;
  const [done] = await sql<{ added: number; again: number }[]>`
    with named as materialized (
      select distinct on (url) * from jsonb_to_recordset(${jsonb(sql, feeds)}) as r (url text, publisher text, lang text)
    ), added as (
      insert into feeds (url, kind, origin, publisher_name, lang)
      select url, 'feed', 'hand', publisher, lang from named n
      where not exists (select from feeds f where f.url = n.url or f.moved_to = n.url)
      on conflict (url) do nothing
      returning 1
    ), again as (
      update feeds f set listed = true, origin = 'hand', next_fetch_at = now()
      from named n where f.url = n.url and not f.listed and f.kind <> 'hand'
      returning 1
    )
    select (select count(*)::int from added) as added, (select count(*)::int from again) as again`;
  const { added = 0, again = 0 } = done ?? {};
  const known = feeds.length - added - again;
  return [
    `${counted(feeds.length, 'feed')} in ${shownAddress(file)}: ${added.toLocaleString('en')} added, ${known.toLocaleString('en')} already there`,
    ...(again > 0 ? [`, ${again.toLocaleString('en')} read again that were not read any more`] : []),
    added + again > 0 ? '. "sni run ingest" reads them.' : '.',
    notes,
  ].join('');
}

/** Each on a line of its own: what was left out, with file and line. */
function notesOf({ dropped }: List, file: string, tooMany: number): string {
  const lines = dropped.slice(0, droppedMost).map(({ line, reason }) => `${file}:${line}: ${reason}`);
  const more = dropped.length - lines.length;
  return [
    ...lines,
    ...(more > 0 ? [`... and ${more.toLocaleString('en')} more outlines without a feed`] : []),
    ...(tooMany > 0
      ? [
          `${counted(tooMany, 'feed')} beyond the ${listedMost.toLocaleString('en')} a remote list may add: left out. Save it as a file to take all.`,
        ]
      : []),
  ]
    .map((line) => `\n  ${clean(line)}`)
    .join('');
}
