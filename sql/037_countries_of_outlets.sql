-- A feed that gathers headlines of others says nothing of these: its country and owner are none of theirs.

-- Writes anew what families are found by: those named, or with null all. For who writes titles by hand behind the back of the families.
create or replace function index_for_search(families bigint[]) returns void language sql as $$
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
    from titles t left join feeds f on f.feed_id = t.feed_id and f.publisher_name = t.publisher_name
    where t.ef_id = e.ef_id
  ) m
  where families is null or e.ef_id = any(families)
  on conflict (ef_id) do update set status = excluded.status, theater = excluded.theater, event_type = excluded.event_type,
    tier = excluded.tier, actors = excluded.actors, langs = excluded.langs, outlets = excluded.outlets, countries = excluded.countries,
    owners = excluded.owners, outlet_count = excluded.outlet_count, title_count = excluded.title_count, weight = excluded.weight,
    first_at = excluded.first_at, last_at = excluded.last_at, day = excluded.day, words = excluded.words
$$;

select index_for_search(array(
  select distinct t.ef_id from titles t join feeds f using (feed_id)
  where t.ef_id is not null and f.publisher_name is distinct from t.publisher_name and (f.country is not null or f.owner is not null)));
