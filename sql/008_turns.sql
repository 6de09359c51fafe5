-- The local lane's turn: which process asks the local model server now, and which wait for it in the order they came. Rows and the time of
-- Postgres only, nothing of a session: so it holds behind a pooler too, and a holder that is frozen loses it.
create table turns (
  turn_id     bigint generated always as identity primary key,   -- the order of asking; a row that is gone holds nothing
  lane        text not null,                                     -- local
  worker      text not null,                                     -- as in runs
  phase       text,                                              -- null: a command of the desk
  asked_at    timestamptz not null default now(),
  seen_at     timestamptz not null default now(),                -- its process was alive; silent too long, the row is anybody's to delete
  taken_at    timestamptz,                                       -- it holds the turn since; null while it waits
  answered_at timestamptz                                        -- the last answer it got since
);
create unique index turns_holder on turns (lane) where taken_at is not null;
