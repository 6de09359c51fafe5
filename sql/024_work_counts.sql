-- How many work rows there are of each phase, state and version, kept as they change: counting three million takes a second, summing these
-- takes none. Each statement on work leaves what it changed as rows of its own, so that no two writers wait for each other; whoever reads
-- many puts them together (lib/work-counts.ts).
create table work_counts (
  phase   text not null,
  state   text not null,
  version text,
  items   bigint not null                            -- to be summed: what was added, less what went
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

create function count_work() returns trigger language plpgsql as $$
begin
  if tg_op = 'TRUNCATE' then
    delete from work_counts;
  elsif tg_op = 'INSERT' then
    insert into work_counts select phase, state, version, count(*) from came group by phase, state, version;
  elsif tg_op = 'DELETE' then
    insert into work_counts select phase, state, version, -count(*) from went group by phase, state, version;
  else
    insert into work_counts
    select phase, state, version, sum(n)
    from (select phase, state, version, 1 as n from came union all select phase, state, version, -1 from went) c
    group by phase, state, version
    having sum(n) <> 0;
  end if;
  return null;
end $$;

insert into work_counts select phase, state, version, count(*) from work group by phase, state, version;

create trigger work_came after insert on work referencing new table as came for each statement execute function count_work();
create trigger work_changed after update on work referencing old table as went new table as came for each statement execute function count_work();
create trigger work_went after delete on work referencing old table as went for each statement execute function count_work();
create trigger work_emptied after truncate on work for each statement execute function count_work();

-- What has waited longest.
create index work_waiting on work (phase, discovered_at) where state = 'ready';
