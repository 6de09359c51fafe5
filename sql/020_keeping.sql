-- What is kept, and for how long: "sni prune" lets go of the rest.
alter table titles drop constraint titles_status_check;
alter table titles add constraint titles_status_check check (status in (
  'pending',                                         -- set by ingest; food of filter
  'gate_keep',                                       -- set by filter: strategic; food of generate while ef_id is null
  'gate_drop',                                       -- set by filter: not strategic; the end of its way
  'forgotten'));                                     -- set by prune: dropped long ago; only what it is known again by is left

-- How far a rule has come in the order of title ids: what lies behind is not looked at again.
create table pruned (
  rule  text primary key,
  up_to bigint not null,
  at    timestamptz not null default now()
);

-- A family that goes is looked for in those that name it.
create index event_families_merged_into on event_families (merged_into) where merged_into is not null;
create index event_families_continues on event_families (continues) where continues is not null;
create index event_families_ended on event_families (last_at) where status in ('merged', 'recycled');
create index title_wordings_seen on title_wordings (seen_at);
