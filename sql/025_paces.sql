-- How much each phase finished in each minute: how fast it goes, whether it moves at all. It takes the place of what the watchdog noted at its looks.
create table paces (
  phase   text not null references phases,
  minute  timestamptz not null,
  done    integer not null default 0,
  failed  integer not null default 0,                -- tries that failed, for good or not
  seconds real[] not null default '{}',              -- from an item's claim to its settle, of some of them
  primary key (phase, minute)
);
insert into paces (phase, minute, done, failed)
select phase, date_trunc('minute', coalesce(finished_at, heartbeat_at)) as minute, sum(done), sum(failed)
from runs
where coalesce(finished_at, heartbeat_at) > now() - interval '1 day' and done + failed > 0
group by 1, 2;
drop table pulses;

-- The life of a title is looked up by the titles that were moved.
create index family_log_titles on family_log using gin (title_ids);
