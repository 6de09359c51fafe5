-- What is held of items whose worker died. One death says nothing; after the second one of them may be what kills, and they are halved death
-- by death until the culprit stands alone. Tries of work that failed are counted apart, in `attempts`.

alter table work
  add column deaths  integer not null default 0,     -- workers that died while they held it, since `company` was set anew
  add column company integer;                        -- suspected: at most so many are claimed together, with nothing else under way; null: not

create index work_suspected on work (phase, company desc, deaths, priority, item_id) where state = 'ready' and company is not null;
