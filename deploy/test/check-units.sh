#!/usr/bin/env bash
# Holds the units, timers and scripts of deploy/ against systemd-analyze and shellcheck. Takes nothing; ends with 0 when all is well, and
# with 1 after saying everything that is not. Needs a Debian machine with the packages systemd and shellcheck; systemd need not run.
set -euo pipefail

deploy=$(dirname "$(dirname "$(readlink -f "$0")")")
root=$(dirname "$deploy")
most=15 # exposure, in tenths
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
bad=0

# The units as they are, but for the place of the program, which is this checkout.
"$deploy/units.sh" "$folder"
cp -r "$deploy"/*.service "$deploy"/sni-.service.d "$deploy"/timers/*.service "$deploy"/timers/*.timer "$folder"
sed -i "s#/opt/sni/current#$root#" "$folder"/*.service
cp "$folder/sni-p3-worker@.service" "$folder/sni-p3-worker@two.service"
for kind in service timer; do cp "$folder/sni-stage@.$kind" "$folder/sni-stage@measure.$kind"; done
cp "$folder/failed-sni@.service" "$folder/failed-sni@sni-p1.service"

units=()
for unit in "$folder"/*.service "$folder"/*.timer; do
  case $unit in *@.service | *@.timer) ;; *) units+=("$unit") ;; esac
done
echo "systemd-analyze verify: ${#units[@]} units"
systemd-analyze verify --recursive-errors=yes --man=no "${units[@]}" || bad=1

for unit in "${units[@]}"; do
  # What hands mail over needs programs that change their account.
  case $unit in *.timer | */failed-sni@*) continue ;; esac
  exposure=$(SYSTEMD_UNIT_PATH="$folder:" systemd-analyze security --offline=true --no-pager "$unit" |
    sed -n 's/.*Overall exposure level for .*: \([0-9]*\)\.\([0-9]\).*/\1\2/p')
  echo "systemd-analyze security: $(basename "$unit") ${exposure:0:-1}.${exposure: -1}"
  if [ "${exposure:-100}" -gt "$most" ]; then
    echo "$(basename "$unit") is more exposed than ${most:0:-1}.${most: -1}." >&2
    bad=1
  fi
done

for timer in "$folder"/*.timer; do
  when=$(sed -n 's/^OnCalendar=//p' "$timer")
  next=$(systemd-analyze calendar --iterations=2 --base-time='2026-01-01 00:00:00' "$when" | grep -c 'UTC') || true
  [ "$next" -ge 2 ] || { echo "$(basename "$timer"): \"$when\" is no time that comes again." >&2; bad=1; }
done

echo "shellcheck: $(cd "$root" && find deploy .ci -type f \( -name '*.sh' -o -name run -o -name sni \) | wc -l) scripts"
(cd "$root" && find deploy .ci -type f \( -name '*.sh' -o -name run -o -name sni \) -exec shellcheck {} +) || bad=1
exit "$bad"
