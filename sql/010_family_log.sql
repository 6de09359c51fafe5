-- Why titles are in their families, what was moved since and by whom, and what operators have ruled for later runs.

create table family_log (
  log_id      bigint generated always as identity primary key,
  at          timestamptz not null default now(),
  act         text not null check (act in (
                'place',                             -- titles came into the family
                'merge',                             -- another family proved to be this one, or an operator said so: its titles came over
                'split',                             -- titles left for a family of their own
                'drop',                              -- titles left and are free again
                'undo')),                            -- an earlier act was undone
  ef_id       bigint not null references event_families on delete cascade,
  other_ef_id bigint references event_families on delete cascade,
  title_ids   bigint[] not null,                     -- the titles that moved
  why         jsonb not null,                        -- {madeBy, steps} of generate, see lib/matching/steps.ts; {said} of an operator
  by_whom     text not null,                         -- 'generate', or the operator's name
  undoes      bigint unique references family_log
);
create index family_log_family on family_log (ef_id);
create index family_log_other on family_log (other_ef_id) where other_ef_id is not null;
create index family_log_at on family_log (at);

-- What an operator parted or joined, by titles: those of the two sides never join again, those of one rule 'together' stay together.
create table title_rulings (
  log_id   bigint not null references family_log on delete cascade,
  title_id bigint not null references titles on delete cascade,
  rule     text not null check (rule in ('apart', 'together')),
  side     smallint not null check (side in (1, 2)),
  primary key (log_id, title_id)
);
create index title_rulings_title on title_rulings (title_id);

-- What the upkeep at the beginning of a run looks for.
create index event_families_recycled on event_families (ef_id) where status = 'recycled' and title_count > 0;
create index event_families_long on event_families (ef_id)
  where status in ('seed', 'active') and last_at - first_at > interval '72 hours';
