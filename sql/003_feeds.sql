-- P1 for the real world: what a source is, how its feed is read, how often, and what it said under other words.

alter table feeds
  add column kind text not null default 'feed' check (kind in ('feed', 'opml', 'sitemap', 'google_news', 'youtube', 'json', 'folder', 'hand')),
  add column origin text not null default 'settings' check (origin in (
    'settings',                                      -- named in sni.yaml, or in a list file that it names
    'list',                                          -- named by the remote list in listed_by
    'hand')),                                        -- added by sni add-feed, add-url or import
  add column listed_by bigint references feeds,
  add column settings jsonb not null default '{}',   -- of its source: everySeconds, allowPrivate, paths of a JSON API
  add column moved_to text,                          -- where permanent redirects have led; null: the source's address holds
  add column interval_seconds real,                  -- between two readings, as often as it really changes; null: never read
  add column failing_since timestamptz,              -- first failure since the last whole reading
  add column last_problem text,                      -- in a few words, for a table; last_error is the sentence
  add column gone boolean not null default false,    -- the server says it is gone for good; still tried once a day
  add column wishes jsonb;                           -- what the feed asks for: {ttlSeconds, skipHours, skipDays}
create index feeds_of_list on feeds (listed_by) where listed_by is not null;

-- A title that came again under other words once it was decided about: what it was called then.
create table title_wordings (
  title_id       bigint not null references titles on delete cascade,
  title_hash     text not null,
  title_original text not null,
  seen_at        timestamptz not null default now(),
  primary key (title_id, title_hash)
);

create index titles_url on titles (feed_id, url_canonical) where url_canonical is not null;
create index titles_ingested on titles using brin (ingested_at);
