-- What a model is asked about decisions of code, a few a day, and where it differs: labelled data about what the vocabulary lacks. Nothing
-- reads these tables but "sni observe" and "sni discrepancies"; no decision is changed by them.
create table observations (
  observation_id bigint generated always as identity primary key,
  day           date not null,                       -- whose sample it is of, in the operator's time zone
  kind          text not null check (kind in ('gate', 'reading', 'grouping', 'frame')),
  subject       text not null,                       -- title:34, narrative:7
  put           jsonb not null,                      -- {headlines, statements, decided}: what the model is shown, and what code decided
  state         text not null default 'ready' check (state in (
                  'ready',                           -- to be asked; claimed_by has it while its process lives
                  'judged',                          -- a model has answered, and agreed says how
                  'failed')),                        -- no answer could be used; error says why
  claimed_by    text,
  claimed_until timestamptz,
  tries         smallint not null default 0,
  agreed        boolean,
  made_by       jsonb,
  error         text,
  judged_at     timestamptz,
  unique (kind, subject)                             -- a decision is judged once
);
create index observations_day on observations (day, kind);
create index observations_ready on observations (observation_id) where state = 'ready';

create table discrepancies (
  discrepancy_id bigint generated always as identity primary key,
  observation_id bigint not null unique references observations on delete cascade,
  at         timestamptz not null default now(),
  judged     text not null,                          -- what the model says instead
  why        text not null,                          -- its reason, in its words: an opinion, not a fact
  lacking    jsonb not null,                         -- [{word, sort, known, changes}]: words of the headlines it goes by
  closed_at  timestamptz,
  closed_by  text,
  closed_why text
);
create index discrepancies_open on discrepancies (discrepancy_id) where closed_at is null;
