-- What operators said of what is stored: labelled data, and binding for later runs: a text marked wrong is not stored for its family again.
create table marks (
  mark_id   bigint generated always as identity primary key,
  at        timestamptz not null default now(),
  ef_id     bigint not null references event_families on delete cascade,
  field     text not null check (field in ('title', 'summary', 'context', 'why_strategic', 'thesis')),
  text      text not null,                           -- what stood there
  verdict   text not null check (verdict in ('wrong', 'right')),
  why       text not null,
  by_whom   text not null,
  titles    jsonb not null,                          -- [{id, text, outlet, lang}] it stood on, for export
  undone_at timestamptz,
  undone_by text
);
create index marks_wrong on marks (ef_id) where verdict = 'wrong' and undone_at is null;

-- Whether an operator has marked this text of this family wrong.
create function is_marked_wrong(family bigint, what text, said text) returns boolean language sql stable as $$
  select exists (select from marks where ef_id = family and field = what and text = said and verdict = 'wrong' and undone_at is null)
$$;
