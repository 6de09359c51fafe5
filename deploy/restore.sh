#!/usr/bin/env bash
# Puts a backup in the place of what the database holds now. Takes a file of backup.sh; leaves the database as it was then, with tables
# as this program wants them, and what ran runs again. Guards: the present state is saved first, and it is one transaction: all or nothing.
set -euo pipefail

usage() {
  cat <<'TEXT'
usage: deploy/restore.sh FILE [--yes]

  --yes    do not ask

Example: deploy/restore.sh /var/backups/sni/sni-20260310T033000Z.dump
TEXT
}

file='' sure=''
while [ $# -gt 0 ]; do
  case $1 in
    --yes) sure=yes ;;
    -h | --help) usage; exit 0 ;;
    -*) echo "restore.sh: $1 is no flag of it. --help shows which there are." >&2; exit 78 ;;
    *) file=$1 ;;
  esac
  shift
done
here=$(dirname "$(readlink -f "$0")")
# shellcheck source=deploy/steps.sh
. "$here/steps.sh"
[ "$(id -u)" = 0 ] || fail 78 "It needs root, to stop and start what runs: use sudo. Nothing was changed."
[ -n "$file" ] || fail 78 "Which backup? --help shows how."
[ -r "$file" ] || fail 78 "$file cannot be read."
pg_restore --list "$file" > /dev/null || fail 78 "$file is no backup of backup.sh, or is damaged. Nothing was changed."
url=$(database_url)
[ -n "$url" ] || fail 78 "No DATABASE_URL is set, here or in $environment: there is nothing to restore into."
if [ -z "$sure" ]; then
  read -r -p "Replace all that the database holds now by $file? (yes/no) " answer
  [ "$answer" = yes ] || fail 1 "Nothing was changed."
fi

say "Restore"
hold_still
trap let_go EXIT
did "end what was under way"
saved=$("$here/backup.sh" --keep 1000) || fail 1 "What the database holds now cannot be saved. Nothing was changed."
did "save what it held: $saved"
{
  # What this account owns goes first, also what a newer program has added.
  cat <<'SQL'
set client_min_messages = warning;
select format('drop table %I.%I cascade', schemaname, tablename) from pg_tables where tableowner = current_user and schemaname = 'public' \gexec
SQL
  pg_restore --no-owner --no-privileges --file=- "$file"
} | with_database "$url" psql -Xq -v ON_ERROR_STOP=1 --single-transaction --file=- --output=/dev/null \
  || fail 1 "The restore has failed and changed nothing."
did "restore $file"
desk "$(dirname "$here")" migrate | sed 's/^/  done    /'
