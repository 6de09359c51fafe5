-- Stages of the operator's own, which sni.yaml names: what came of each item. Each stage is a row of phases once it has run.
create table stage_answers (
  stage        text not null references phases,
  item_id      bigint not null,
  input_sha256 text not null,                        -- of what the item's food gave; another input is another question
  answer       jsonb not null,
  made_by      jsonb not null,                       -- the program, or the model and its prompt
  made_at      timestamptz not null default now(),
  primary key (stage, item_id)
);

-- Work that was planned into a file and dispatched: what is to be proved of each line.
create table dispatched (
  line_id  text primary key,                         -- a hash of what the line says; the same line twice is one
  manifest text not null,                            -- the name of the file it came by
  phase    text not null references phases,
  item_id  bigint not null,
  at       timestamptz not null default now()
);
create index dispatched_item on dispatched (phase, item_id);

-- What an installation does to test itself, and the receipt of what it did.
create table system_tests (
  test_id bigint generated always as identity primary key,
  line_id text not null unique,
  kind    text not null check (kind in ('echo', 'sleep', 'crud', 'held_crud')),
  input   jsonb not null,
  receipt jsonb,
  at      timestamptz not null default now()
);
-- Rows that a test creates, reads, updates and deletes: empty between tests.
create table system_test_rows (
  row_id  bigint generated always as identity primary key,
  test_id bigint not null references system_tests on delete cascade,
  said    text not null
);
