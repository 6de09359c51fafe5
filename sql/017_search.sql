-- Search: what families are found by, narrow and in one table, kept up by Postgres itself whoever writes a family; and words of titles.

-- Words as they are searched: lower case, without accents, points of vowels and punctuation; where a script has no blanks between words, each
-- letter is a word, and a word of the query a phrase. Names only what stands in pg_catalog, for indexes are made of it when a dump is restored.
create function search_fold(said text) returns text language sql immutable strict parallel safe as $$
  select case when said ~ '^[ -~]*$' then regexp_replace(lower(said), '[^a-z0-9]+', ' ', 'g')
  else regexp_replace(
    regexp_replace(
      normalize(regexp_replace(normalize(lower(said), NFKD), '[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670]', '', 'g'), NFKC),
      '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u2000-\u206f\u20a0-\u20cf\u2100-\u2bff\u3000-\u3004\u3008-\u3020\u30fb\ufe00-\ufe6f\uff00-\uff0f]+',
      ' ', 'g'),
    '([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])', ' \1 ', 'g')
  end
$$;

create table family_search (
  ef_id        bigint primary key references event_families on delete cascade,
  status       text not null,
  theater      text not null,
  event_type   text not null,
  tier         smallint not null,
  actors       text[] not null,                     -- ids
  langs        text[] not null,
  outlets      text[] not null,
  countries    text[] not null,                      -- of the outlets' feeds
  owners       text[] not null,
  outlet_count integer not null,
  title_count  integer not null,
  weight       smallint not null,                    -- importance; -1 before the family is enriched
  first_at     timestamptz not null,
  last_at      timestamptz not null,
  day          date not null,                        -- of last_at, UTC
  words        tsvector not null                     -- of its title, summary, actors and headlines
);

-- Writes anew what families are found by: those named, or with null all. For who writes titles by hand behind the back of the families.
create function index_for_search(families bigint[]) returns void language sql as $$
  insert into family_search (ef_id, status, theater, event_type, tier, actors, langs, outlets, countries, owners, outlet_count, title_count,
    weight, first_at, last_at, day, words)
  select e.ef_id, e.status, e.theater, e.event_type, e.strategic_tier, e.key_actors, m.langs, m.outlets, m.countries, m.owners,
    cardinality(m.outlets), e.title_count, coalesce(e.importance, -1), e.first_at, e.last_at, (e.last_at at time zone 'UTC')::date,
    to_tsvector('simple', left(search_fold(concat_ws(' ', e.title, e.summary,
      (select string_agg(a.name, ' ') from actors a where a.actor_id = any(e.key_actors)), m.said)), 200000))
  from event_families e
  cross join lateral (
    select coalesce(array_agg(distinct t.lang), '{}') as langs, coalesce(array_agg(distinct t.publisher_name), '{}') as outlets,
      coalesce(array_agg(distinct f.country) filter (where f.country is not null), '{}') as countries,
      coalesce(array_agg(distinct f.owner) filter (where f.owner is not null), '{}') as owners,
      left(string_agg(distinct t.title_norm, ' '), 100000) as said
    from titles t join feeds f using (feed_id)
    where t.ef_id = e.ef_id
  ) m
  where families is null or e.ef_id = any(families)
  on conflict (ef_id) do update set status = excluded.status, theater = excluded.theater, event_type = excluded.event_type,
    tier = excluded.tier, actors = excluded.actors, langs = excluded.langs, outlets = excluded.outlets, countries = excluded.countries,
    owners = excluded.owners, outlet_count = excluded.outlet_count, title_count = excluded.title_count, weight = excluded.weight,
    first_at = excluded.first_at, last_at = excluded.last_at, day = excluded.day, words = excluded.words
$$;

create function families_written() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform index_for_search(array(select ef_id from written));
  else
    perform index_for_search(ids) from (
      select array_agg(w.ef_id) as ids
      from written w join before b using (ef_id)
      where (w.status, w.title, w.summary, w.theater, w.event_type, w.key_actors, w.strategic_tier, w.first_at, w.last_at, w.title_count,
          w.title_set, w.importance)
        is distinct from (b.status, b.title, b.summary, b.theater, b.event_type, b.key_actors, b.strategic_tier, b.first_at, b.last_at,
          b.title_count, b.title_set, b.importance)
    ) changed
    where ids is not null;
  end if;
  return null;
end
$$;
create trigger families_founded after insert on event_families referencing new table as written
  for each statement execute function families_written();
create trigger families_changed after update on event_families referencing new table as written old table as before
  for each statement execute function families_written();

select index_for_search(null);

create index family_search_words on family_search using gin (words);
create index family_search_lists on family_search using gin (actors, langs, outlets, countries, owners);
create index family_search_day on family_search (day, title_count, ef_id) where status in ('seed', 'active');
create index family_search_time on family_search (last_at, ef_id) where status in ('seed', 'active');
create index family_search_size on family_search (title_count, ef_id) where status in ('seed', 'active');
create index family_search_weight on family_search (weight, ef_id) where status in ('seed', 'active');
create index family_search_theater on family_search (theater, last_at, ef_id) where status in ('seed', 'active');

create index titles_words on titles using gin (to_tsvector('simple', search_fold(title_norm)));
create index titles_at on titles (published_at, title_id);
create index titles_publisher on titles (publisher_name, published_at);

-- Words that are only like those of the query: where Postgres has pg_trgm and this account may have it. Search says where it is missing.
do $$
begin
  create extension if not exists pg_trgm;
  execute 'create index event_families_like on event_families using gin (title gin_trgm_ops) where status in (''seed'', ''active'')';
exception when undefined_file or insufficient_privilege or feature_not_supported or undefined_object then
  raise notice 'pg_trgm is not there: search finds words and their beginnings, and nothing that is only like them';
end
$$;
