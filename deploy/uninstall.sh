#!/usr/bin/env bash
# Takes SNI off this machine: stops it and removes program, command, cron file, timers and units. Leaves all data: settings, checkpoints,
# logs, backups, the database and its role. Safe to run again.
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
# shellcheck source=deploy/steps.sh
. "$(dirname "$(readlink -f "$0")")/steps.sh"
[ "$(id -u)" = 0 ] || fail 78 "It needs root: use sudo. Nothing was changed."
system=/etc/systemd/system

say "What runs it"
take_away /etc/cron.d/sni
did "end workers, timers and runs; what was under way is kept for a later resume"
if [ -z "$dry" ]; then
  hold_still
  held_units=()
  let_go
  for link in "$system"/*.wants/sni-p*; do [ ! -L "$link" ] || systemctl disable --quiet "$(basename "$link")"; done
fi
for unit in sni-p3-worker.service sni-p3-worker@.service sni-.service.d/hardening.conf sni-p{1,2,4,5}.service sni-p{1,2,4,5}.timer; do
  take_away "$system/$unit"
done
do_it rmdir --ignore-fail-on-non-empty "$system/sni-.service.d" 2> /dev/null || true
do_it systemctl daemon-reload
for path in /etc/logrotate.d/sni /etc/sysusers.d/sni.conf /etc/tmpfiles.d/sni.conf /usr/local/bin/sni; do take_away "$path"; done

say "Program"
if [ -e "$program" ]; then
  did "remove $program"
  do_it rm -rf "$program"
else already "gone: $program"; fi

cat <<TEXT
Left, for you to remove when you are sure:
  settings             rm -r $settings
  checkpoints          rm -r /var/lib/sni
  logs, backups        rm -r /var/log/sni /var/backups/sni
  database and role    runuser -u postgres -- dropdb sni && runuser -u postgres -- dropuser sni
  account              deluser sni
TEXT
