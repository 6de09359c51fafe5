-- Watchlists: what operators look out for, a row a line; a family is on a list when it fits one of its lines. See lib/search/watch.ts.
create table watches (
  watch_id bigint generated always as identity primary key,
  name     text not null check (name <> '' and length(name) <= 60),
  filter   jsonb not null,                           -- as lib/search/filter.ts: {search, theater, actor, type, act, ...}
  at       timestamptz not null default now(),
  unique (name, filter)
);
-- An edition may be of one watchlist alone.
alter table editions add column watch text;
alter table editions drop constraint editions_since_until_theater_key;
alter table editions add constraint editions_of unique nulls not distinct (since, until, theater, watch);
