// Which headlines of a feed are new, and which are stored titles in other words. Feeds use GUIDs and links again for other stories, so
// neither is believed without the words.
import type { Sql } from 'postgres';
import type { FeedHeadline } from '../../lib/feeds/read/headline.js';
import { articleNumber, normalise } from '../../lib/feeds/read/identity.js';
import { isRewording } from '../../lib/feeds/read/wording.js';
import type { ItemId } from '../../lib/run.js';
import type { Feed } from './load.js';

/** What a headline is known by. */
type Identity = Pick<FeedHeadline, 'title_hash' | 'title_norm' | 'publisher_name' | 'guid' | 'url_canonical'>;

/** A stored title that its feed now words differently. */
export interface Reworded<One extends Identity> {
  title_id: ItemId;
  headline: One;
}

interface Stored extends Identity {
  title_id: ItemId;
  /** Of this feed: its GUIDs and links name nothing in another one. */
  own: boolean;
  /** What it was called later, as it was written; null where nothing else. */
  wordings: string[] | null;
}

/** Of the titles that share a GUID, a link or a number, so many of the newest are looked at. */
const sharedMost = 10;

/**
 * A headline is known by its hash (title and publisher). It is a stored title in other words where it has most of its words and its GUID
 * in this feed, or its link where no other headline of the feed has the same, or its publisher's number at the end of another link.
 */
export async function whatIsNew<One extends Identity>(
  sql: Sql,
  feed: Pick<Feed, 'itemId' | 'isNew'>,
  headlines: readonly One[],
): Promise<{ fresh: One[]; reworded: Reworded<One>[] }> {
  if (headlines.length === 0) return { fresh: [], reworded: [] };
  const stored = await storedAlike(sql, feed, headlines);
  if (stored.length === 0) return { fresh: [...headlines], reworded: [] };
  const byHash = new Map(stored.map((one) => [one.title_hash, one.title_id]));
  // What the feed still carries under its own words was not reworded into something else.
  const taken = new Set(headlines.flatMap((one) => byHash.get(one.title_hash) ?? []));
  const byTrait = groupedByTrait(stored);
  const counts = linkCounts(headlines);
  const fresh: One[] = [];
  const reworded: Reworded<One>[] = [];
  for (const headline of headlines) {
    if (byHash.has(headline.title_hash)) continue;
    const hasOwnLink = counts.get(headline.url_canonical ?? '') === 1;
    const alike = traitsOf(headline, true, hasOwnLink).flatMap((trait) => byTrait.get(trait) ?? []);
    const same = alike.find((one) => !taken.has(one.title_id) && wordsOf(one).some((words) => isRewording(words, headline.title_norm)));
    if (!same) fresh.push(headline);
    else {
      taken.add(same.title_id);
      reworded.push({ title_id: same.title_id, headline });
    }
  }
  return { fresh, reworded };
}

function groupedByTrait(stored: readonly Stored[]): Map<string, Stored[]> {
  const groups = new Map<string, Stored[]>();
  for (const one of stored) for (const trait of traitsOf(one, one.own)) groups.set(trait, [...(groups.get(trait) ?? []), one]);
  return groups;
}

/** By what a headline may be told again under other words, the surest first. */
function traitsOf(one: Identity, inThisFeed: boolean, hasOwnLink = true): string[] {
  const number = articleNumber(one);
  return [
    ...(inThisFeed && one.guid !== null ? [`guid ${one.guid}`] : []),
    ...(inThisFeed && hasOwnLink && one.url_canonical !== null ? [`link ${one.url_canonical}`] : []),
    ...(number === null ? [] : [`number ${number} ${one.publisher_name}`]),
  ];
}

function wordsOf({ title_norm, wordings }: Stored): string[] {
  return [title_norm, ...(wordings ?? []).map(normalise)];
}

/** A link that several headlines of the feed share names a page, not an item. */
function linkCounts(headlines: readonly Identity[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { url_canonical: link } of headlines) if (link !== null) counts.set(link, (counts.get(link) ?? 0) + 1);
  return counts;
}

/**
 * Stored titles with the hash of a headline, and those that have a trait of one whose hash is not stored. Of a new feed only publishers'
 * numbers can be known, and the others are not sent.
 */
async function storedAlike(
  sql: Sql,
  { itemId: feedId, isNew }: Pick<Feed, 'itemId' | 'isNew'>,
  headlines: readonly Identity[],
): Promise<Stored[]> {
  const hashes = headlines.map((one) => one.title_hash);
  const sought = headlines.map((one) => ({ ...one, number: articleNumber(one) })).filter(({ number }) => !isNew || number !== null);
  const guids = sought.map(({ guid }) => (isNew ? null : guid));
  const links = sought.map(({ url_canonical: link }) => (isNew ? null : link));
  const publishers = sought.map((one) => one.publisher_name);
  const numbers = sought.map(({ number }) => number);
  const soughtHashes = sought.map((one) => one.title_hash);
  return sql<Stored[]>`
    with known as materialized (
      select title_id, title_hash from titles where title_hash = any(${hashes}::text[])
    ), unknown as (
      select * from unnest(${guids}::text[], ${links}::text[], ${publishers}::text[], ${numbers}::text[],
        ${soughtHashes}::text[]) as h (guid, link, publisher, number, title_hash)
      where not exists (select from known k where k.title_hash = h.title_hash)
    ), alike as (
      select distinct t.title_id from unknown h cross join lateral (
        (select title_id from titles where feed_id = ${feedId} and guid = h.guid order by title_id desc limit ${sharedMost})
        union all
        (select title_id from titles where feed_id = ${feedId} and url_canonical = h.link order by title_id desc limit ${sharedMost})
        union all
        (select title_id from titles
         where publisher_name = h.publisher and substring(url_canonical from '(\\d{4,})\\D*$') = h.number
         order by title_id desc limit ${sharedMost})
      ) t
    )
    select title_id, title_hash, title_norm, publisher_name, guid, url_canonical, feed_id = ${feedId} as own,
           (select array_agg(title_original) from title_wordings w where w.title_id = t.title_id) as wordings
    from titles t join alike using (title_id)
    union all
    select title_id, title_hash, '', '', null, null, false, null from known`;
}
