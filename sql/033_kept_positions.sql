-- Positions (lib/search) as they were reckoned last, so that a page reads a row and groups nothing: for each of the usual spans one row of all
-- ('' as the outlet) and one of each outlet that has any. "sni serve" reckons them anew every hour; whoever does it first says so.
create table kept_positions (
  days      smallint not null,                       -- looking back so many days
  outlet    text not null,
  since     timestamptz,
  until     timestamptz,
  positions jsonb not null default '[]',
  wordings  jsonb not null default '[]',
  ground    jsonb,                                   -- what they stand on; null for an outlet that tells nothing
  begun_at  timestamptz not null,
  made_at   timestamptz,                             -- null while the first are under way
  primary key (days, outlet)
);
