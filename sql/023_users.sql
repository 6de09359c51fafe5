-- Who may act through the pages: users with passwords, tokens for programs, sessions of browsers. Of each secret only a hash stands here.
create table users (
  name        text primary key,
  password    text,                                  -- scrypt$log2 N$r$p$salt$hash; null: only tokens
  added_at    timestamptz not null default now()
);

create table user_tokens (
  token_id   bigint generated always as identity primary key,
  user_name  text not null references users on delete cascade,
  sha256     bytea not null unique,
  label      text not null default '',               -- what it is for
  made_at    timestamptz not null default now(),
  expires_at timestamptz                             -- null: until it is revoked
);

create table sessions (
  sha256     bytea primary key,                      -- of what the cookie holds
  user_name  text not null references users on delete cascade,
  began_at   timestamptz not null default now(),
  seen_at    timestamptz not null default now(),     -- within a minute or so; too long ago, it is over
  expires_at timestamptz not null,
  told       text                                    -- what the last act did, for the next page; shown once
);

-- Logins that were tried and did not succeed: too many of one name or from one address, and none is looked at for a while.
create table login_attempts (
  attempt_id  bigint generated always as identity primary key,
  at          timestamptz not null default now(),
  name_sha256 bytea not null,                        -- a hash: somebody may have typed a password there
  address     text not null
);
create index login_attempts_at on login_attempts (at);
