-- The indexes of words also know the day: of a word that many have, titles and families of the last days are found without fetching all.
drop index title_search_words;
create index title_search_words on title_search using gin (words, (array[(published_at at time zone 'UTC')::date])) with (gin_pending_list_limit = 1024);
drop index family_search_words;
create index family_search_words on family_search using gin (words, (array[day]));

-- Outlets of titles with their names as they are searched, so that no search steps through and folds them all. One whose titles are all gone may stay.
create table outlet_search (
  outlet text primary key,
  words  tsvector not null
);

create function outlets_came() returns trigger language plpgsql as $$
begin
  insert into outlet_search
  select c.outlet, to_tsvector('simple', search_fold(c.outlet))
  from (select distinct publisher_name as outlet from came) c
  where not exists (select from outlet_search o where o.outlet = c.outlet)
  order by c.outlet
  on conflict do nothing;
  return null;
end $$;
create trigger outlets_came after insert on titles referencing new table as came for each statement execute function outlets_came();

insert into outlet_search
select publisher_name, to_tsvector('simple', search_fold(publisher_name)) from (select distinct publisher_name from titles) t
order by 1;
create index outlet_search_words on outlet_search using gin (words);
analyze title_search;
analyze family_search;
analyze outlet_search;
