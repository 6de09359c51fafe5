#!/usr/bin/env bash
# Puts a backup in the place of what the database holds now, with tables as this program wants them. The file is read whole and the
# present state is saved first; then it is one transaction, all or nothing, and what ran runs again.
set -euo pipefail

usage() {
  cat <<'TEXT'
usage: deploy/restore.sh FILE [--yes]

  --yes    do not ask

The present state is saved as before-restore-<UTC time>.dump in /var/backups/sni, where it stays until you remove it.
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
# shellcheck source=deploy/dump.sh
. "$here/dump.sh"
# shellcheck source=deploy/still.sh
. "$here/still.sh"
[ "$(id -u)" = 0 ] || fail 78 "It needs root, to stop and start what runs: use sudo. Nothing was changed."
[ -n "$file" ] || fail 78 "Which backup? --help shows how."
[ -r "$file" ] || fail 78 "$file cannot be read."
url=$(database_url)
[ -n "$url" ] || fail 78 "No DATABASE_URL is set, here or in $environment: there is nothing to restore into."
with_database "$url" is_whole "$file" || fail 78 "$file is no backup of backup.sh, or is damaged. Nothing was changed."
if [ -z "$sure" ]; then
  read -r -p "Replace all that the database holds now by $file? (yes/no) " answer || answer=no
  [ "$answer" = yes ] || fail 1 "Nothing was changed."
fi

say "Restore"
trap let_go EXIT
hold_still
did "end what was under way"
saved=$("$here/backup.sh" --as before-restore --keep all) || fail 1 "What the database holds now cannot be saved. Nothing was changed."
did "save what it held: $saved"
put_back "$url" "$file" || fail 1 "The restore has failed and changed nothing."
did "restore $file"
desk "$(dirname "$here")" migrate | sed 's/^/  done    /' || fail 78 "The backup is restored, but this program does not fit it: install the one that wrote it, or a newer one."
