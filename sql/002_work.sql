-- The state of work: one row an item and phase, and who worked when. Only Postgres's now() counts.

create table phases (
  name         text primary key,
  position     smallint not null,
  version      text,                                 -- what the newest run's outputs are made by; done work of another version is stale
  revision     bigint not null default 0,            -- grows with each settle of a phase that must see the settles before it
  paused_at    timestamptz,
  paused_until timestamptz,                          -- null while paused: until an operator resumes it
  pause_reason text
);
insert into phases (name, position) values ('ingest', 1), ('filter', 2), ('generate', 3), ('enrich', 4), ('narrate', 5);

create table work (
  phase            text not null references phases,
  item_id          bigint not null,
  state            text not null default 'ready' check (state in (
                     'ready',                        -- set by discover, release, recover, and fail when it may be tried again
                     'leased',                       -- set by claim, with a fresh lease_token
                     'done',                         -- set by settle, by the holder of the token only
                     'failed')),                     -- set by fail or recover when its attempts are used up: quarantined, for a human
  priority         integer not null default 0,       -- lower first
  attempts         integer not null default 0,       -- counted by claim, given back by release only
  not_before       timestamptz not null default now(),
  lease_token      uuid,
  worker           text,
  lease_expires_at timestamptz,
  error_class      text,
  error            text,
  version          text,
  discovered_at    timestamptz not null default now(),
  finished_at      timestamptz,
  primary key (phase, item_id),
  check ((state = 'leased') = (lease_token is not null))
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
create index work_ready on work (phase, priority, item_id) where state = 'ready';
create index work_lease on work (lease_token) where lease_token is not null;
create index work_failed on work (phase, item_id) where state = 'failed';

create table runs (
  run_id       uuid primary key,
  phase        text not null references phases,
  worker       text not null,                        -- host, boot, process: see lib/run/worker.ts
  host         text not null,
  pid          integer not null,
  batch        integer not null,
  started_at   timestamptz not null default now(),
  heartbeat_at timestamptz not null default now(),
  finished_at  timestamptz,
  total        integer not null default 0,
  claimed      integer not null default 0,
  done         integer not null default 0,
  failed       integer not null default 0,
  released     integer not null default 0,
  made         integer not null default 0,
  exit         text check (exit in ('done', 'nothing', 'paused', 'busy', 'stopped', 'failed'))
);
create index runs_recent on runs (phase, started_at desc);

create table model_calls (
  call_id        uuid primary key,
  at             timestamptz not null default now(),
  run_id         uuid,
  phase          text,
  task           text not null,
  engine         text not null,                      -- offline, ollama, gemini
  model          text not null,
  prompt_version text not null,
  shape_version  text not null,
  input_sha256   text not null,
  outcome        text not null check (outcome in ('answered', 'repaired', 'refused', 'failed')),
  problems       jsonb not null default '[]',        -- claims that did not stand on the titles
  tokens_in      integer not null default 0,
  tokens_out     integer not null default 0,
  cost_usd       numeric(12, 6) not null default 0,
  latency_ms     integer not null
);
create index model_calls_at on model_calls (at);
