# shellcheck shell=bash disable=SC2154 # steps.sh sets the places
# Dumps of the database: where it is, whether a dump is whole, and how one is put in the place of what the database holds. Sourced after
# steps.sh. Guard: a dump is read by the account sni, which may have written it; root only opens the file for it.

libpq=$(dirname "${BASH_SOURCE[0]}")/libpq.mjs

# The database's address as the phases read it; one in this script's own environment wins. Empty where none is set.
database_url() {
  if [ -n "${DATABASE_URL:-}" ]; then printf '%s' "$DATABASE_URL"; return 0; fi
  [ -r "$environment" ] || return 0
  node --env-file="$environment" -p 'process.env.DATABASE_URL ?? ""'
}

# with_database URL COMMAND...: runs a command with the variables that the programs of PostgreSQL read.
with_database() {
  local url=$1 pairs pair
  shift
  (
    mapfile -d '' -t pairs < <(DATABASE_URL=$url node "$libpq")
    wait "$!" || exit 78
    for pair in "${pairs[@]}"; do export "${pair?}"; done
    "$@"
  )
}

# with_dump FILE COMMAND...: runs a command as the account of the phases, with a dump as its input. That account may not be allowed to
# read it, so it is opened here, once, and looked at: a link that lies in its place must not hand over a secret.
with_dump() {
  local dump code=0
  [ -f "$1" ] && exec {dump}< "$1" || return 1
  if [ "$(head -c 5 "/dev/fd/$dump" | tr -d '\0')" = PGDMP ]; then
    as_sni "${@:2}" < "/dev/fd/$dump" || code=$?
  else
    echo "$1 does not begin as a dump does." >&2
    code=1
  fi
  exec {dump}<&-
  return "$code"
}

# Whether a dump is whole: only reading all of it shows.
is_whole() { with_dump "$1" pg_restore --file=/dev/null; }

# The statements that put a dump in the place of all that this account owns in the database. `commit` comes only after the last line of
# a dump that was read to its end: what breaks off before changes nothing.
statements_of() {
  local parts
  # What only an owner of the whole database may say.
  parts=$(with_dump "$1" pg_restore --list | grep -Ev '^[0-9]+; [0-9]+ [0-9]+ (COMMENT - (EXTENSION|SCHEMA)|SCHEMA - public) ') || return 1
  # What goes first is also what a newer program has added.
  cat << 'SQL'
begin;
set client_min_messages = warning;
set lock_timeout = '60s';
do $$
declare
  statement text;
begin
  for statement in
    select format('drop %s if exists %I.%I cascade', case relkind when 'v' then 'view' when 'm' then 'materialized view'
        when 'S' then 'sequence' when 'f' then 'foreign table' else 'table' end, relnamespace::regnamespace, relname)
    from pg_class c
    where relowner = current_user::regrole and relkind in ('r', 'p', 'v', 'm', 'S', 'f') and relnamespace::regnamespace::text !~ '^(pg_|information_schema$)'
      and not exists (select from pg_depend where objid = c.oid and deptype in ('e', 'i', 'a') and classid = 'pg_class'::regclass)
    union all
    select format('drop routine if exists %s cascade', p.oid::regprocedure)
    from pg_proc p
    where proowner = current_user::regrole and pronamespace::regnamespace::text !~ '^(pg_|information_schema$)'
      and not exists (select from pg_depend where objid = p.oid and deptype = 'e')
    union all
    select format('drop type if exists %s cascade', t.oid::regtype)
    from pg_type t left join pg_class c on c.oid = t.typrelid
    where typowner = current_user::regrole and typnamespace::regnamespace::text !~ '^(pg_|information_schema$)'
      and (typtype in ('e', 'd', 'r') or (typtype = 'c' and c.relkind = 'c')) and not exists (select from pg_depend where objid = t.oid and deptype = 'e')
    union all
    select format('drop schema if exists %I cascade', nspname)
    from pg_namespace where nspowner = current_user::regrole and nspname !~ '^(pg_|information_schema$|public$)'
  loop
    execute statement;
  end loop;
end $$;
SQL
  # A newer client names a setting that an older server does not know.
  # shellcheck disable=SC2016 # for the shell of that account
  with_dump "$1" bash -c 'set -o pipefail
    pg_restore --no-owner --no-privileges --no-publications --no-subscriptions --use-list=<(printf "%s\n" "$0") --file=- |
      LC_ALL=C sed "1,/^SET client_encoding/{/^SET transaction_timeout = /d}"' "$parts" &&
    echo 'commit;'
}

# in_database NAME COMMAND...: runs a command against another database of the same server.
in_database() {
  local PGDATABASE=$1
  export PGDATABASE
  shift
  "$@"
}

# verify_dump URL FILE: puts a dump into a database of its own beside the one in use, says what is in it, and drops it again. What only a look
# at the bytes would not show: that it can be put back whole.
verify_dump() {
  local scratch=sni_verify_$$ counted=''
  with_database "$1" as_sni createdb --maintenance-db=template1 "$scratch" || {
    echo "No database can be made to try it in: as the database's administrator, alter role ... createdb, or verify it on another server." >&2
    return 1
  }
  if statements_of "$2" | with_database "$1" in_database "$scratch" as_sni psql -Xq -v ON_ERROR_STOP=1 --file=- --output=/dev/null; then
    counted=$(with_database "$1" in_database "$scratch" as_sni psql -XqAt -v ON_ERROR_STOP=1 --command="select format('%s titles, %s event families, %s narratives; the newest title is of %s',
      (select count(*) from titles), (select count(*) from event_families), (select count(*) from framed_narratives),
      coalesce((select to_char(max(ingested_at) at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC' from titles), 'no day'))") || counted=''
  fi
  with_database "$1" as_sni dropdb --maintenance-db=template1 --if-exists "$scratch" || echo "The database $scratch could not be dropped: drop it by hand." >&2
  [ -n "$counted" ] && printf '%s\n' "$counted"
}

# put_back URL FILE: all or nothing; fails after nothing was changed.
put_back() { statements_of "$2" | with_database "$1" as_sni psql -Xq -v ON_ERROR_STOP=1 --file=- --output=/dev/null; }
