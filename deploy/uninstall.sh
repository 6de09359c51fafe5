#!/usr/bin/env bash
# Takes SNI off this machine: program, command, cron files, timers and units. All data stays: settings, checkpoints, logs, backups, the
# database and its role. Safe to run again.
set -euo pipefail

usage() {
  cat <<'TEXT'
usage: deploy/uninstall.sh [--dry-run]

  --dry-run    say what would be done, without doing it
TEXT
}

dry=''
while [ $# -gt 0 ]; do
  case $1 in
    --dry-run) dry=yes ;;
    -h | --help) usage; exit 0 ;;
    *) echo "uninstall.sh: $1 is no flag of it. --help shows which there are." >&2; exit 78 ;;
  esac
  shift
done
source_folder=$(dirname "$(dirname "$(readlink -f "$0")")")
# shellcheck source=deploy/steps.sh
. "$source_folder/deploy/steps.sh"
# shellcheck source=deploy/still.sh
. "$source_folder/deploy/still.sh"
# shellcheck source=deploy/system.sh
. "$source_folder/deploy/system.sh"
[ "$(id -u)" = 0 ] || fail 78 "It needs root: use sudo. Nothing was changed."

say "What runs it"
did "end workers, timers and runs; what was under way is kept for a later resume"
if [ -z "$dry" ]; then
  trap let_go EXIT
  hold_still
fi
# While the locks are held, cron finds them busy.
take_all_away "${with_cron[@]}"
for path in /etc/cron.d/sni-stage-*; do [ ! -e "$path" ] || take_away "$path"; done
if [ -z "$dry" ]; then
  for link in "$system"/*.wants/sni-*; do [ ! -L "$link" ] || systemctl disable --quiet "$(basename "$link")"; done
fi
take_all_away "${always[@]}" "${with_timers[@]}"
do_it rmdir --ignore-fail-on-non-empty "$system/sni-.service.d" 2> /dev/null || true
do_it systemctl daemon-reload
for path in /etc/sysusers.d/sni.conf /etc/tmpfiles.d/sni.conf; do take_away "$path"; done

say "Program"
if [ -e "$program" ]; then
  did "remove $program"
  do_it rm -rf "$program"
else already "gone: $program"; fi
# shellcheck disable=SC2034 # still.sh reads it
held_units=()
let_go

cat <<TEXT
Left, for you to remove when you are sure:
  settings             rm -r $settings
  checkpoints          rm -r /var/lib/sni /var/cache/sni
  logs, backups        rm -r /var/log/sni /var/backups/sni
  database and role    runuser -u postgres -- dropdb sni && runuser -u postgres -- dropuser sni
  account              deluser sni
TEXT
