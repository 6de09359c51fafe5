-- What "sni audit --fix" took out of what was stored, and why: a sentence that did not stand is gone from the page, not from the record.
create table taken_out (
  taken_out_id bigint generated always as identity primary key,
  at      timestamptz not null default now(),
  of      text not null,                             -- ef:12, narrative:7
  field   text not null,
  text    text not null,
  reason  text not null,
  by_whom text not null
);
create index taken_out_of on taken_out (of);
-- What was touched lately: validated after each batch, and audited with --since.
create index event_families_touched on event_families (greatest(generated_at, enriched_at, narrated_at)) where status in ('seed', 'active');
