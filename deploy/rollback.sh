#!/usr/bin/env bash
# Goes back to the release before the last upgrade, and to the database as it was just before it. The present state is saved first; the
# database changes in one transaction, and the program with its units and cron files only after it.
set -euo pipefail

usage() {
  cat <<'TEXT'
usage: deploy/rollback.sh [--yes] [--program-only]

  --yes             do not ask
  --program-only    leave the database as it is; refused where the program before does not know its tables

The present state is saved as before-rollback-<UTC time>.dump in /var/backups/sni, where it stays until you remove it.
TEXT
}

sure='' only=''
while [ $# -gt 0 ]; do
  case $1 in
    --yes) sure=yes ;;
    --program-only) only=yes ;;
    -h | --help) usage; exit 0 ;;
    *) echo "rollback.sh: $1 is no flag of it. --help shows which there are." >&2; exit 78 ;;
  esac
  shift
done
here=$(dirname "$(readlink -f "$0")")
# shellcheck source=deploy/steps.sh
. "$here/steps.sh"
# shellcheck source=deploy/dump.sh
. "$here/dump.sh"
# shellcheck source=deploy/still.sh
. "$here/still.sh"
# shellcheck source=deploy/system.sh
. "$here/system.sh"
# shellcheck source=deploy/release.sh
. "$here/release.sh"
[ "$(id -u)" = 0 ] || fail 78 "It needs root: use sudo. Nothing was changed."
before=$(readlink -e "$program/previous") || fail 78 "There is no release before this one in $program. Nothing was changed."
now=$(readlink -e "$program/current") || fail 78 "There is no program in $program. Nothing was changed."
dump='' url=$(database_url)
if [ -z "$only" ]; then
  dump=$(readlink -e "$program/previous.dump") ||
    fail 78 "The dump from before the upgrade is gone. --program-only goes back without it. Nothing was changed."
  with_database "$url" is_whole "$dump" || fail 78 "$dump is damaged. --program-only goes back without it. Nothing was changed."
else
  case $(desk "$before" migrate --status --json) in
    *'"unknown"'* | *'"edited"'*) fail 78 "The program before does not know the tables of this database: go back without --program-only. Nothing was changed." ;;
  esac
fi
if [ -z "$sure" ]; then
  read -r -p "Go back to $before${dump:+ and replace all that the database holds now by $dump}? (yes/no) " answer || answer=no
  [ "$answer" = yes ] || fail 1 "Nothing was changed."
fi

say "Rollback"
trap let_go EXIT
hold_still
did "end what was under way"
if [ -n "$dump" ]; then
  saved=$("$here/backup.sh" --as before-rollback --keep all) || fail 1 "What the database holds now cannot be saved. Nothing was changed."
  did "save what it held: $saved"
  put_back "$url" "$dump" || fail 1 "The database could not be put back. Nothing was changed."
  did "restore $dump"
fi
switch_to "$before"
rm -f "$program/previous" "$program/previous.dump"
did "$program/current is now $before, and no longer $now"
# shellcheck disable=SC2034 # system.sh reads it
source_folder=$before
put_what_runs "$(mode_of_now)"
systemctl daemon-reload
let_go
say "SNI is as it was before the upgrade: sni status shows how it goes."
