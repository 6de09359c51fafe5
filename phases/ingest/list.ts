// Brings the feeds table in line with sni.yaml. New and corrected sources are due at once; those no longer named are kept for their
// titles but not read. What lists and hands added is left alone.
import { resolve } from 'node:path';
import type { Source } from '../../lib/config/sources.js';
import { jsonb } from '../../lib/jsonb.js';
import type { Tools } from '../../lib/run.js';
import type { FeedSettings } from './sources/kind.js';
import { kindOf, sourceReaders } from './sources/kinds.js';
import { feedsOfOpml } from './sources/opml.js';
import { isWeb, readWhole } from './sources/text.js';

/** A row of feeds as sni.yaml wants it. */
interface WantedFeed {
  url: string;
  kind: string;
  publisher_name: string;
  publisher_domain: string | null;
  country: string | null;
  owner: string | null;
  lang: string;
  settings: FeedSettings;
}

/** Idempotent; a list file that cannot be read is said in the log and leaves its feeds as they are. */
export async function listSources({ config, sql, log }: Pick<Tools, 'config' | 'sql' | 'log'>): Promise<void> {
  const named = config.sources.map(rowOf);
  let whole = true;
  for (const source of config.sources.filter(({ opml }) => opml !== undefined && !isWeb(opml))) {
    const { feeds, problem } = await feedsOfFile(resolve(config.folder, source.opml ?? ''), source);
    named.push(...feeds);
    if (problem) log.warn({ event: 'list not read', list: source.opml, error: problem });
    whole &&= problem === null;
  }
  const rows = [...new Map(named.reverse().map((row) => [row.url, row])).values()].reverse();
  await sql`
    with named as materialized (
      select * from jsonb_to_recordset(${jsonb(sql, rows)})
        as s (url text, kind text, publisher_name text, publisher_domain text, country text, owner text, lang text, settings jsonb)
    ), added as (
      insert into feeds (url, kind, publisher_name, publisher_domain, country, owner, lang, settings)
      select url, kind, publisher_name, publisher_domain, country, owner, lang, settings from named n
      where not exists (select from feeds f where f.url = n.url)
      on conflict (url) do nothing
    ), changed as (
      update feeds f
      set kind = n.kind, origin = 'settings', publisher_name = n.publisher_name, publisher_domain = n.publisher_domain,
          country = n.country, lang = n.lang, settings = n.settings, listed = true,
          next_fetch_at = now(), errors_in_row = 0, failing_since = null, gone = false,
          -- What was read by other words of sni.yaml is to be read again, though it be the same.
          etag = null, last_modified = null, body_sha256 = null
      from named n
      where f.url = n.url
        and (f.kind, f.origin, f.publisher_name, f.publisher_domain, f.country, f.lang, f.settings, f.listed)
          is distinct from (n.kind, 'settings', n.publisher_name, n.publisher_domain, n.country, n.lang, n.settings, true)
    )
    update feeds f set listed = false
    where listed and origin = 'settings' and ${whole} and not exists (select from named n where n.url = f.url)`;
  // Who owns an outlet changes nothing of what is read: it is no reason to read its feed again.
  await sql`
    update feeds f set owner = n.owner
    from jsonb_to_recordset(${jsonb(sql, rows)}) as n (url text, owner text)
    where f.url = n.url and f.owner is distinct from n.owner`;
}

function rowOf(source: Source): WantedFeed {
  const kind = kindOf(source);
  const url = sourceReaders[kind].address(source);
  const settings: FeedSettings = {
    ...(source.every === undefined ? {} : { everySeconds: source.every }),
    ...(source.allowPrivate === undefined ? {} : { allowPrivate: source.allowPrivate }),
    ...(source.tz === undefined ? {} : { tz: source.tz }),
    ...(source.json === undefined ? {} : { json: source.json }),
  };
  return {
    url,
    kind,
    publisher_name: source.publisher ?? (kind === 'google_news' ? 'Google News' : kind === 'youtube' ? 'YouTube' : url),
    publisher_domain: source.domain ?? null,
    country: source.country ?? null,
    owner: source.owner ?? null,
    lang: source.lang ?? 'en',
    settings,
  };
}

/** A list that stands in a file is read whenever a run begins: its feeds are as good as named in sni.yaml. */
async function feedsOfFile(path: string, source: Source): Promise<{ feeds: WantedFeed[]; problem: string | null }> {
  try {
    const list = rowOf(source);
    const found = feedsOfOpml((await readWhole(path)).toString('utf8'), { publisher: list.publisher_name, lang: list.lang });
    if (found === null) return { feeds: [], problem: `${path} is no OPML list: it has no <opml> element.` };
    // Who writes a list does not decide which machines of the private network are asked.
    const { allowPrivate: _, ...settings } = list.settings;
    const rows = found.feeds.map(({ url, publisher, lang }) => ({
      ...list,
      settings,
      url,
      kind: 'feed',
      publisher_name: publisher,
      publisher_domain: null,
      lang,
    }));
    return { feeds: rows, problem: null };
  } catch (error) {
    if (error instanceof Error && error.name === 'FeedUnread') return { feeds: [], problem: error.message };
    throw error;
  }
}
