#!/usr/bin/env bash
# Makes the units that differ from another in a few words: for each phase that deploy/crontab runs a service and a timer, of the patterns in
# deploy/timers, and of the worker's own unit the one for further workers. Part of the build; the same files give the same units.
set -euo pipefail

case ${1:-} in
  '' | -*) echo "usage: deploy/units.sh FOLDER    the folder that the units go to, such as dist/units" >&2; exit 78 ;;
esac
folder=$1
here=$(dirname "$(readlink -f "$0")")
mkdir -p "$folder"

# minute, lock, minutes it may take, phase, flags
job='^([0-9]+) .*/p([0-9]+)\.lock .* timeout -k 30s ([0-9]+)m node [^ ]+ [^ ]+/phases/([a-z]+)\.js (.*) >> '
while IFS= read -r line; do
  [[ $line =~ ^[0-9] ]] || continue
  [[ $line =~ $job ]] || { printf 'units.sh: this line of deploy/crontab is not like the others, so no unit is made of it: %s\n' "$line" >&2; exit 1; }
  printf -v minute '%02d' "${BASH_REMATCH[1]}"
  for kind in service timer; do
    sed -e "s/@minute@/$minute/g" -e "s/@p@/p${BASH_REMATCH[2]}/g" -e "s/@P@/P${BASH_REMATCH[2]}/g" -e "s/@cap@/${BASH_REMATCH[3]}/g" \
      -e "s/@phase@/${BASH_REMATCH[4]}/g" -e "s/@flags@/${BASH_REMATCH[5]}/g" "$here/timers/sni-phase.$kind.in" > "$folder/sni-p${BASH_REMATCH[2]}.$kind"
  done
done < "$here/crontab"

sed -e '1s/.*/# One of several workers of P3, each with checkpoints of its own: systemctl enable --now sni-p3-worker@two. They share the titles./' \
  -e 's/^\(Description=SNI P3 worker\)/\1 %i/' -e 's/^\(ExecStart=.*\)/\1 --name %i/' "$here/sni-p3-worker.service" > "$folder/sni-p3-worker@.service"
