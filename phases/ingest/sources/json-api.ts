// A JSON API as a source: paths of keys say where the items stand and where each item has its title, link, date and so on.
import type { Source } from '../../../lib/config/sources.js';
import { shownAddress } from '../../../lib/feeds/fetch/problem.js';
import type { FeedItem, ReadFeed } from '../../../lib/feeds/read/item.js';
import { published } from '../../../lib/feeds/read/item-date.js';
import { resolveLink } from '../../../lib/feeds/read/link.js';
import { plainTitle } from '../../../lib/feeds/read/plain-text.js';
import { rawOf } from '../../../lib/feeds/read/raw.js';
import { type Around, type FeedRow, FeedUnread, type SourceReader, type SourceReading } from './kind.js';
import { readText } from './text.js';

type JsonApi = NonNullable<Source['json']>;

export const jsonApi: SourceReader = { address: (source) => source.json?.url ?? '', read };

async function read(row: FeedRow, around: Around): Promise<SourceReading> {
  const api = row.settings.json;
  if (!api)
    throw new FeedUnread(
      `${shownAddress(row.url)} is kept as a JSON API without its paths. Name it in sni.yaml as json: with url, items and title.`,
      'no paths',
    );
  const got = await readText(row, around);
  if (got.kind === 'unchanged') return got;
  const { version, freshForSeconds, bytes } = got;
  return { kind: 'read', read: itemsOf(got.text, api, row), version, freshForSeconds, bytes };
}

function itemsOf(text: string, api: JsonApi, row: FeedRow): ReadFeed {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch (cause) {
    throw new FeedUnread(
      `${shownAddress(row.url)} did not answer with JSON: ${cause instanceof Error ? cause.message : String(cause)}.`,
      'no JSON',
      null,
      cause,
    );
  }
  const items = at(answer, api.items);
  if (!Array.isArray(items))
    throw new FeedUnread(`${shownAddress(row.url)} has no list at ${api.items}. Correct items in sni.yaml.`, `no list at ${api.items}`);
  const feed = { title: row.publisher, link: null, lang: row.lang, ttlSeconds: null, skipHours: [], skipDays: [] };
  return { format: 'json', feed, items: items.map((item) => itemOf(item, api, row.url)), dropped: [] };
}

function itemOf(item: unknown, api: JsonApi, base: string): FeedItem {
  const text = (path: string | undefined): string | null => {
    const value = path === undefined ? undefined : at(item, path);
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() || null : null;
  };
  const publisher = text(api.publisher);
  const date = text(api.date);
  const link = text(api.link);
  return {
    title: plainTitle(text(api.title) ?? ''),
    link: link === null ? null : resolveLink(link, base),
    guid: text(api.id),
    ...published(date ?? ''),
    description: text(api.description),
    lang: null,
    source: publisher === null ? null : { name: publisher, url: null },
    raw: rawOf(item),
  };
}

/** The value at a path of own keys, `data.articles.0`; undefined where there is none. */
function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => {
    return inner !== null && typeof inner === 'object' && Object.hasOwn(inner, key) ? (inner as Record<string, unknown>)[key] : undefined;
  }, value);
}
