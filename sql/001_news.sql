-- The domain: what the phases take and leave. Statuses are the truth; each value says who sets it.

create table feeds (
  feed_id          bigint generated always as identity primary key,
  url              text not null unique,             -- as sni.yaml names it: an http(s) address, or a file path relative to sni.yaml
  publisher_name   text not null,
  publisher_domain text,
  country          text,
  lang             text not null,
  listed           boolean not null default true,    -- false: no longer in sni.yaml; kept because its titles are
  next_fetch_at    timestamptz not null default now(),
  fetched_at       timestamptz,                      -- last attempt, good or bad
  succeeded_at     timestamptz,                      -- last time it was read and understood
  errors_in_row    integer not null default 0,
  last_error       text,
  etag             text,
  last_modified    text,
  body_sha256      text                              -- of the last body that was stored whole: the same body again is nothing new
);
create index feeds_due on feeds (next_fetch_at) where listed;

create table event_families (
  ef_id          bigint generated always as identity primary key,
  ef_key         text not null unique,               -- day, theater and founding title: the same founding title never founds twice
  status         text not null check (status in (
                   'seed',                           -- set by generate: new, or changed since it was enriched; food of enrich
                   'active',                         -- set by enrich: carries its strategic context; food of narrate
                   'merged',                         -- set by generate: see merged_into
                   'recycled')),                     -- set by an operator: rejected, its titles are free again
  merged_into    bigint references event_families,
  continues      bigint references event_families,   -- the earlier family whose happening goes on in this one
  title          text not null check (length(title) <= 120),
  summary        text not null,
  theater        text not null,
  event_type     text not null,
  key_actors     text[] not null,                    -- actor ids, most mentioned first
  mechanisms     text[] not null,
  strategic_tier smallint not null check (strategic_tier between 1 and 3),
  first_at       timestamptz not null,
  last_at        timestamptz not null,
  timeline       jsonb not null,                     -- [{at, fact, cites: [title_id]}]
  title_count    integer not null,
  title_set      text not null,                      -- hash of the member title ids: tells when a family has changed
  described_by   jsonb not null,                     -- provenance of title, summary and timeline
  canonical_actors jsonb,                            -- [{actor, role}]
  policy_status  text check (policy_status in ('proposed', 'passed', 'signed', 'in_force', 'enforced', 'suspended', 'cancelled', 'none')),
  magnitudes     jsonb,                              -- [{value, unit, what, cites}]
  official_sources text[],
  why_strategic  text check (length(why_strategic) <= 150),
  comparables    jsonb,                              -- [{ef_id, title}]
  tags           text[],
  context        text,                               -- enriched summary, 50 to 120 words
  enriched_by    jsonb,
  enriched_title_set text,
  narrated_by    jsonb,
  narrated_title_set text,                           -- the title_set its narratives were made of; food of narrate when it differs
  generated_at   timestamptz not null default now(),
  enriched_at    timestamptz,
  narrated_at    timestamptz
);
create index event_families_seed on event_families (ef_id) where status = 'seed';
create index event_families_unnarrated on event_families (ef_id) where status = 'active' and narrated_title_set is distinct from title_set;
create index event_families_recent on event_families (last_at) where status in ('seed', 'active');

create table titles (
  title_id         bigint generated always as identity primary key,
  feed_id          bigint not null references feeds,
  guid             text,
  url              text,
  url_canonical    text,
  title_hash       text not null unique,             -- of title_norm and publisher: what a re-issued item keeps
  title_original   text not null,
  title_display    text not null,
  title_norm       text not null,
  publisher_name   text not null,
  publisher_domain text,
  lang             text not null,
  description      text,
  published_at     timestamptz not null,
  published_at_from text not null check (published_at_from in ('item', 'fetch')),
  raw              jsonb not null,                   -- the item as the feed gave it
  status           text not null default 'pending' check (status in (
                     'pending',                      -- set by ingest; food of filter
                     'gate_keep',                    -- set by filter: strategic; food of generate while ef_id is null
                     'gate_drop')),                  -- set by filter: not strategic; the end of its way
  strategic_tier   smallint check (strategic_tier between 1 and 3),
  gate_score       real,
  gate             jsonb,                            -- why: hits with their places, arithmetic, vocabulary
  actors           text[],
  mechanisms       text[],
  ef_id            bigint references event_families,
  ingested_at      timestamptz not null default now(),
  gated_at         timestamptz,
  generated_at     timestamptz,
  check (status <> 'gate_keep' or gated_at is not null),
  check (ef_id is null or status = 'gate_keep')
);
create unique index titles_guid on titles (feed_id, guid) where guid is not null;
create index titles_pending on titles (title_id) where status = 'pending';
create index titles_ungrouped on titles (strategic_tier, title_id) where status = 'gate_keep' and strategic_tier is not null and ef_id is null;
create index titles_family on titles (ef_id) where ef_id is not null;

create table framed_narratives (
  narrative_id  bigint generated always as identity primary key,
  ef_id         bigint not null references event_families on delete cascade,
  position      smallint not null check (position between 1 and 3),
  title         text not null,
  thesis        text not null,
  framing       jsonb not null,                      -- {roles, cause, legitimacy, intent, solution, norms, temporal}
  lexicon       jsonb not null,                      -- {verbs, hedges, evaluatives}: words that stand in the headlines
  outlets       text[] not null,
  prevalence    real not null check (prevalence between 0 and 1),
  evidence      jsonb not null,                      -- [{title_id, quote}]
  why_different text,
  title_set     text not null,
  made_by       jsonb not null,
  made_at       timestamptz not null default now(),
  unique (ef_id, position)
);

create table actors (
  actor_id text primary key,                         -- canonical id of the gate's vocabulary: RU, NATO, @foreign-minister
  name     text not null,
  kind     text not null
);
