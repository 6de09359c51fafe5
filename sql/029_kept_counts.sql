-- How many titles and event families there are by where they are, kept as they change like work_counts (024): counting a million titles takes
-- a tenth of a second, summing these none.
create table title_counts (
  status   text not null,
  tiered   boolean not null,                         -- has a strategic tier
  placed   boolean not null,                         -- is in a family
  items    bigint not null                           -- to be summed
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

create table family_counts (
  status text not null,
  items  bigint not null                             -- to be summed
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

create function count_titles() returns trigger language plpgsql as $$
begin
  if tg_op = 'TRUNCATE' then
    delete from title_counts;
  elsif tg_op = 'INSERT' then
    insert into title_counts select status, strategic_tier is not null, ef_id is not null, count(*) from came group by 1, 2, 3;
  elsif tg_op = 'DELETE' then
    insert into title_counts select status, strategic_tier is not null, ef_id is not null, -count(*) from went group by 1, 2, 3;
  else
    insert into title_counts
    select status, tiered, placed, sum(n)
    from (select status, strategic_tier is not null as tiered, ef_id is not null as placed, 1 as n from came
          union all select status, strategic_tier is not null, ef_id is not null, -1 from went) c
    group by status, tiered, placed
    having sum(n) <> 0;
  end if;
  return null;
end $$;

create function count_families() returns trigger language plpgsql as $$
begin
  if tg_op = 'TRUNCATE' then
    delete from family_counts;
  elsif tg_op = 'INSERT' then
    insert into family_counts select status, count(*) from came group by status;
  elsif tg_op = 'DELETE' then
    insert into family_counts select status, -count(*) from went group by status;
  else
    insert into family_counts
    select status, sum(n) from (select status, 1 as n from came union all select status, -1 from went) c group by status having sum(n) <> 0;
  end if;
  return null;
end $$;

insert into title_counts select status, strategic_tier is not null, ef_id is not null, count(*) from titles group by 1, 2, 3;
insert into family_counts select status, count(*) from event_families group by status;

create trigger titles_counted_came after insert on titles referencing new table as came for each statement execute function count_titles();
create trigger titles_counted_changed after update on titles referencing old table as went new table as came for each statement execute function count_titles();
create trigger titles_counted_went after delete on titles referencing old table as went for each statement execute function count_titles();
create trigger titles_counted_emptied after truncate on titles for each statement execute function count_titles();
create trigger families_counted_came after insert on event_families referencing new table as came for each statement execute function count_families();
create trigger families_counted_changed after update on event_families referencing old table as went new table as came for each statement execute function count_families();
create trigger families_counted_went after delete on event_families referencing old table as went for each statement execute function count_families();
create trigger families_counted_emptied after truncate on event_families for each statement execute function count_families();
