-- What P4 and P5 say of a family, each with the titles it stands on and its basis; see lib/family and phases/enrich/settle.ts.
alter table feeds add column owner text check (owner in ('public', 'private', 'state'));  -- who owns the outlet, as sni.yaml says; null: not said
alter table event_families
  add column acts jsonb,                             -- [{source, action, target, mode, saidBy, outlets, cites, basis, onlyStateMediaOf}], most told first
  add column figures jsonb,                          -- [{what, unit, course: [{value, upper, qualifier, at, outlets, cites}], basis}], latest first
  add column disputed jsonb,                         -- [{question, answers: [{answer, outlets, cites}]}]
  add column omissions jsonb,                        -- [{told, outlets, missing}]: what most outlets tell, and which do not
  add column importance smallint check (importance between 0 and 100),
  add column importance_why jsonb;                   -- [{what, points}], which add up to importance
alter table framed_narratives add column statements jsonb not null default '[]';        -- [{text, cites}]: each names only outlets of the titles it cites
create table earlier_narratives (                    -- narratives as they were before they were told anew; the newest versions of each place
  ef_id     bigint not null references event_families on delete cascade,
  position  smallint not null,
  narrative jsonb not null,                          -- the row of framed_narratives as it was
  told_until timestamptz not null default now()
);
create index earlier_narratives_family on earlier_narratives (ef_id, position, told_until);
create index event_families_acts on event_families using gin (acts jsonb_path_ops) where acts is not null;  -- who did the same to the same before
