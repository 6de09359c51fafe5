-- What operators did to phases and their items, and what each version of a phase's outputs was made by.
create table operator_log (
  log_id   bigint generated always as identity primary key,
  at       timestamptz not null default now(),
  act      text not null,                            -- pause, resume, wake, retry, reset, priority, reprocess, clear-errors, class
  phase    text references phases,                   -- null where it is of none
  items    integer not null default 0,               -- how many it changed
  item_ids bigint[] not null default '{}',           -- the first of them, as far as they were named
  said     text not null default '',                 -- what of it: the class, the priority, until when
  by_whom  text not null,
  why      text not null default ''
);
create index operator_log_at on operator_log (at);

-- A version is a hash; these are the words it was made of, so that "sni stale" can say what differs.
create table versions (
  phase    text not null references phases,
  version  text not null,
  makers   jsonb not null,                           -- prompts, vocabulary, models, as `madeBy` of the phase and its roles name them
  first_at timestamptz not null default now(),
  primary key (phase, version)
);
