-- How many narratives there are, kept as they change like the counts of titles and families (029): sni status counted all of them each time.
create table narrative_counts (
  items bigint not null                              -- to be summed
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

create function count_narratives() returns trigger language plpgsql as $$
begin
  if tg_op = 'TRUNCATE' then
    delete from narrative_counts;
  elsif tg_op = 'INSERT' then
    insert into narrative_counts select count(*) from came having count(*) > 0;
  else
    insert into narrative_counts select -count(*) from went having count(*) > 0;
  end if;
  return null;
end $$;

create trigger narratives_counted_came after insert on framed_narratives referencing new table as came for each statement execute function count_narratives();
create trigger narratives_counted_went after delete on framed_narratives referencing old table as went for each statement execute function count_narratives();
create trigger narratives_counted_emptied after truncate on framed_narratives for each statement execute function count_narratives();

insert into narrative_counts select count(*) from framed_narratives;
