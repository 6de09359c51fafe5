-- What an operator is told without looking: what is wrong now, told once when it begins and once when it ends.
create table alerts (
  alert_id  bigint generated always as identity primary key,
  name      text not null,                           -- the condition, a row of lib/alerts/conditions.ts
  subject   text not null,                           -- of which phase, feed or disk; '' where there is only one
  severity  text not null,                           -- warning, critical
  what      text not null,
  todo      text not null,
  lines     text[] not null default '{}',            -- what the log said last
  page      text not null default '',                -- of `sni serve`
  since     timestamptz not null default now(),
  seen_at   timestamptz not null default now(),      -- the last look that found it
  cleared_at timestamptz
);
create unique index alerts_open on alerts (name, subject) where cleared_at is null;
create index alerts_since on alerts (since);

create table alert_deliveries (
  delivery_id uuid primary key default gen_random_uuid(),
  alert_id    bigint not null references alerts on delete cascade,
  notifier    text not null,                         -- its name in sni.yaml
  event       text not null check (event in ('raised', 'cleared')),
  due_at      timestamptz not null default now(),    -- moved ahead by whoever takes it, so that nobody else does
  tries       integer not null default 0,
  sent_at     timestamptz,
  error       text,
  unique (alert_id, notifier, event)
);
create index alert_deliveries_due on alert_deliveries (due_at) where sent_at is null;

-- How much each phase had finished at each look: whether it moves, and how fast it went.
create table pulses (
  phase text not null references phases,
  at    timestamptz not null default now(),
  done  bigint not null,                             -- of all its runs so far
  primary key (phase, at)
);
