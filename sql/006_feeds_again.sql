-- P1 and what feeds, servers and operators do to it: GUIDs that are used again, servers that say 304 for ever, outages.

-- A GUID or link that is used again for another story is another title: several titles may have one.
drop index titles_guid;
create index titles_guid on titles (feed_id, guid, title_id) where guid is not null;
drop index titles_url;
create index titles_url on titles (feed_id, url_canonical, title_id) where url_canonical is not null;
-- The number of an article, at the end of its address: what stays when the words before it change with the headline.
create index titles_number on titles (publisher_name, substring(url_canonical from '(\d{4,})\D*$'), title_id)
  where substring(url_canonical from '(\d{4,})\D*$') is not null;

alter table feeds
  add column whole_at timestamptz,                   -- last time its server gave a whole body; null: not since this was noted
  add column unmodified_in_row integer not null default 0, -- 304s since then
  add column news_at timestamptz;                    -- last time it had a headline that was new to us, else when it was first read
update feeds f set news_at = t.at
from (select feed_id, max(ingested_at) as at from titles group by feed_id) t where t.feed_id = f.feed_id;

update feeds set settings = settings - 'allowPrivate' where origin = 'list' and settings ? 'allowPrivate';
update feeds set next_fetch_at = now() where kind = 'folder' and next_fetch_at > now();

alter table runs drop constraint runs_exit_check;
alter table runs add constraint runs_exit_check
  check (exit in ('done', 'nothing', 'paused', 'busy', 'stopped', 'failed',
    'outage'));                                      -- P1: this machine reaches none of its feeds
alter table runs add column reason text;             -- what an operator should know of how it ended, in a sentence
