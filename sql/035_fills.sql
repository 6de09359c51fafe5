-- Where title_search was filled by the text that 034 once had.
create table if not exists fills (name text primary key, up_to bigint not null default 0, filled_at timestamptz);
insert into fills (name, filled_at) values ('title_search', now()) on conflict (name) do nothing;
