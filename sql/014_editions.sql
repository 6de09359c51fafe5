-- Editions of the brief that were kept: numbered, and rendered again from what they held then.
create table editions (
  edition_id bigint generated always as identity primary key,
  since      timestamptz not null,
  until      timestamptz not null,
  theater    text,
  made_at    timestamptz not null default now(),
  edition    jsonb not null,
  unique nulls not distinct (since, until, theater)
);
-- What a brief counts of its span.
create index titles_published on titles using brin (published_at);
