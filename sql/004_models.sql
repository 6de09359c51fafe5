-- Models: what each call was and cost, what a day may cost, how each lane stands, what the doctor has seen and done.

alter table model_calls
  add column tokens_cached   integer not null default 0,   -- of tokens_in, those billed at the price of cached ones
  add column tokens_thinking integer not null default 0,   -- beside tokens_out
  add column load_ms         integer not null default 0,   -- what the server took to bring the model into memory: a swap
  add column waited_ms       integer not null default 0,   -- in our own queue, before it was put
  add column error           text,                         -- why it failed or was refused, in a sentence
  add column raw             text;                         -- the answer as it came, kept where it was not simply accepted
create index model_calls_kept on model_calls (at) where raw is not null;

-- One row a day of the operator's time zone. Money is set aside before a call and corrected after it, by one update each, so that
-- no number of processes together passes a limit. What a killed process had set aside stays counted: it may have been spent.
create table spending (
  day      date primary key,
  usd      numeric(14, 6) not null default 0,
  reserved numeric(14, 6) not null default 0,              -- of usd, what is set aside and not yet settled
  by_phase jsonb not null default '{}'                     -- phase -> dollars, of the above
);

-- How a lane stands, as the process saw it that met it last: shared, so that the next process need not learn it again.
create table lanes (
  engine       text not null,                              -- ollama, gemini
  model        text not null,                              -- '' for the whole server
  state        text not null check (state in (
                 'closed',                                 -- it answers
                 'open',                                   -- it failed several times in a row: left alone until paused_until, then probed
                 'paused')),                               -- it told us to wait until paused_until: a rate limit, a daily quota
  paused_until timestamptz,
  reason       text,
  changed_at   timestamptz not null default now(),
  primary key (engine, model)
);

alter table runs add column lanes jsonb;                   -- what waits and is under way at each lane, while the run lives

-- What the doctor knows of errors it has seen: one row a signature (the error without its numbers, names and addresses).
create table diagnoses (
  signature   text primary key,
  example     text not null,                               -- the sentence it was first seen as
  error_class text not null check (error_class in ('transient', 'item_specific', 'temporal', 'systemic', 'code_bug')),
  decided_by  text not null check (decided_by in ('rules', 'model', 'default', 'operator')),
  reason      text,
  seen        integer not null default 0,                  -- items that failed so
  asked_until timestamptz,                                 -- a process asks a model about it; no other does before this
  first_at    timestamptz not null default now(),
  last_at     timestamptz not null default now()
);

alter table work add column error_signature text;         -- with error: what `diagnoses` knows it by

-- One row for all that one run did alike about one signature.
create table doctor_actions (
  action_id   bigint generated always as identity primary key,
  at          timestamptz not null default now(),          -- the last time
  run_id      uuid,
  phase       text references phases,
  signature   text,
  error_class text not null,
  action      text not null check (action in (
                'retry_later',                             -- the items wait, longer each time
                'fail_item',                               -- the items are quarantined
                'end_run',                                 -- the items are given back; the next run tries
                'pause_phase',                             -- the same, and no run starts until phases.paused_until
                'call_human')),                            -- the same, and only an operator resumes it
  items       integer not null default 0,
  sentence    text not null,
  unique (run_id, signature, action)
);
create index doctor_actions_at on doctor_actions (phase, at desc);
