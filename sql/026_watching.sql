-- Watchlists of which each new family is told to whom sni.yaml names, and what was told of them. See lib/alerts/watching.ts.
create table watch_notifies (
  name  text primary key,                            -- of the list
  since timestamptz not null default now()           -- what came in before is not told
);
create table watch_told (
  name  text not null,
  ef_id bigint not null references event_families on delete cascade,
  at    timestamptz not null default now(),
  primary key (name, ef_id)
);
create index watch_told_family on watch_told (ef_id);
-- What is only told, and never over.
alter table alert_deliveries drop constraint alert_deliveries_event_check;
alter table alert_deliveries add constraint alert_deliveries_event_check check (event in ('raised', 'cleared', 'watched'));
