// The kinds of source there are, by the key that names them in sni.yaml. A new kind is a file beside this one, a line here, and its key
// in lib/config/sources.ts.
import type { Source, SourceKind } from '../../../lib/config/sources.js';
import { feed, sitemap } from './feed.js';
import { folder } from './folder.js';
import { googleNews } from './google-news.js';
import { jsonApi } from './json-api.js';
import type { SourceReader } from './kind.js';
import { opml } from './opml.js';
import { youtube } from './youtube.js';

export const sourceReaders: Record<SourceKind, SourceReader> = {
  feed,
  opml,
  sitemap,
  google_news: googleNews,
  youtube,
  json: jsonApi,
  folder,
};

/** Which kind a source of sni.yaml is: it has exactly one of the keys. */
export function kindOf(source: Source): SourceKind {
  return (Object.keys(sourceReaders) as SourceKind[]).find((kind) => source[kind] !== undefined) ?? 'feed';
}
