-- Words of titles that are decided about, in a narrow table of their own: a word that many titles have is looked for in the newest, one after the
-- other, without folding each again. Kept up by Postgres itself whoever writes a title. It takes the place of the index of folded words (032).
-- Titles that were there before come into it by lib/search/fill.ts, in steps: all at once they kept whoever writes titles waiting for minutes.
-- It takes the place of a text that did so and left the same tables: 47d55c3f8695062ed5ca5a01a97f0898c6a4133d16741a2c339365b6396c2bf7
create table title_search (
  title_id     bigint primary key references titles on delete cascade,
  published_at timestamptz not null,
  words        tsvector not null
);

-- The words that are frequent, for whoever looks for them.
alter table title_search alter column words set statistics 300;
alter table family_search alter column words set statistics 300;

create function titles_decided() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into title_search select title_id, published_at, to_tsvector('simple', search_fold(title_norm)) from came where status <> 'pending';
  else
    delete from title_search s using came c, went w
    where s.title_id = c.title_id and w.title_id = c.title_id and c.status = 'pending' and w.status <> 'pending';
    insert into title_search
    select c.title_id, c.published_at, to_tsvector('simple', search_fold(c.title_norm))
    from came c join went w using (title_id)
    where c.status <> 'pending' and (w.status = 'pending' or (c.title_norm, c.published_at) is distinct from (w.title_norm, w.published_at))
    on conflict (title_id) do update set published_at = excluded.published_at, words = excluded.words;
  end if;
  return null;
end $$;
create trigger titles_decided_came after insert on titles referencing new table as came for each statement execute function titles_decided();
create trigger titles_decided_changed after update on titles referencing old table as went new table as came for each statement execute function titles_decided();

-- How far tables are filled that were made for rows which were there before.
create table fills (
  name      text primary key,                        -- the table
  up_to     bigint not null default 0,               -- ids of titles
  filled_at timestamptz                              -- null: there is more
);
insert into fills (name, filled_at) select 'title_search', case when not exists (select from titles) then now() end;
create index title_search_at on title_search (published_at, title_id);
-- What waits to be sorted in is read by each search.
create index title_search_words on title_search using gin (words) with (gin_pending_list_limit = 1024);
drop index titles_words;
analyze title_search;
analyze family_search;
