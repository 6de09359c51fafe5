-- What a model was asked about the grouping, so that it is not asked again.

-- Two families that were judged to be two happenings, each by one of its titles, for families come and go. They are asked about again when
-- they have twice the titles.
create table distinctions (
  one_title   bigint not null references titles on delete cascade,
  other_title bigint not null references titles on delete cascade,
  titles      integer not null,                      -- how many both had together
  said_by     text not null,                         -- the model
  said_at     timestamptz not null default now(),
  primary key (one_title, other_title)
);
create index distinctions_other on distinctions (other_title);

-- How many titles a family had when it was last looked at for doubts; 0: never, for nobody was there to be asked.
alter table event_families add column doubted_at_count integer not null default 0;
