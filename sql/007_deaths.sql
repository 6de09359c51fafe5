-- What is held of items whose worker died. One death says nothing; after the second one of them may be what kills, and they are halved death
-- by death until the culprit stands alone. Tries of work that failed are counted apart, in `attempts`.

alter table work
  add column deaths  integer not null default 0,     -- workers that died while they held it, since `company` was set anew
  add column company integer;                        -- suspected: at most so many are claimed together, with nothing else under way; null: not

create index work_suspected on work (phase, company desc, deaths, priority, item_id) where state = 'ready' and company is not null;

-- Runs that never ended, for their process was killed (who a worker is: lib/worker.ts): the next run of the phase says so in their row.
alter table runs drop constraint runs_exit_check;
alter table runs add constraint runs_exit_check check (exit in ('done', 'nothing', 'paused', 'busy', 'stopped', 'failed', 'outage', 'died'));
create index runs_open on runs (phase) where finished_at is null;
