#!/usr/bin/env bash
# SNI on a real Debian with a real systemd: makes a bare Debian in a container (debootstrap, systemd-nspawn), runs README's commands in
# it, and then does to it what happens to machines. Takes flags; ends with 0 when all held, and with 1 after saying what did not.
# Needs root on a Linux machine with the packages debootstrap and systemd-container, a Debian mirror and the npm registry. The container
# shares this machine's network; Node is this machine's own, copied, where README fetches one.
set -euo pipefail

usage() {
  cat <<'TEXT'
usage: deploy/test/in-a-box.sh [--debian NAME] [--mirror URL] [--keep FOLDER] [--only PATTERN]

  --debian NAME    bookworm (12, with PostgreSQL 15) or trixie (13, with PostgreSQL 17); without it bookworm
  --mirror URL     the Debian mirror (the one of this machine's apt, else http://deb.debian.org/debian)
  --keep FOLDER    keep the bare Debian there and use it again; without it everything is made anew and removed
  --only PATTERN   after the installation, only the tests whose name it matches
TEXT
}

debian=bookworm mirror='' keep='' only=''
while [ $# -gt 0 ]; do
  case $1 in
    --debian) debian=${2:-}; shift ;;
    --mirror) mirror=${2:-}; shift ;;
    --keep) keep=${2:-}; shift ;;
    --only) only=${2:-}; shift ;;
    -h | --help) usage; exit 0 ;;
    *) echo "in-a-box.sh: $1 is no flag of it. --help shows which there are." >&2; exit 78 ;;
  esac
  shift
done
[ "$(id -u)" = 0 ] || { echo "in-a-box.sh needs root." >&2; exit 78; }
for needed in debootstrap:debootstrap systemd-nspawn:systemd-container nsenter:util-linux node:nodejs; do
  command -v "${needed%:*}" > /dev/null || { echo "${needed%:*} is missing: apt-get install ${needed#*:}" >&2; exit 78; }
done

checkout=$(dirname "$(dirname "$(dirname "$(readlink -f "$0")")")")
# shellcheck disable=SC2016 # apt's own sign
mirror=${mirror:-$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 2> /dev/null | grep -m 1 '/debian/\?$' || true)}
mirror=${mirror:-http://deb.debian.org/debian}
work=$(mktemp -d /var/tmp/sni-box.XXXXXX)
box=$work/root
nspawn='' leader=''

end() {
  [ -z "$nspawn" ] || { kill -KILL "$leader" 2> /dev/null || true; kill -KILL "$nspawn" 2> /dev/null || true; wait "$nspawn" 2> /dev/null || true; }
  rm -rf --one-file-system "$work"
}
trap end EXIT

say() { printf '%s %s\n' "$(date +%H:%M:%S)" "$*"; }

# A bare Debian, as its installer's smallest choice leaves it.
make_box() {
  local base=${keep:-$work/base}
  if [ ! -e "$base/etc/debian_version" ]; then
    say "debootstrap from $mirror"
    debootstrap --variant=minbase --include=systemd,systemd-sysv,dbus "$debian" "$base" "$mirror" > "$work/debootstrap.log" 2>&1 ||
      { tail "$work/debootstrap.log" >&2; exit 1; }
  fi
  if [ -n "$keep" ]; then cp -a "$base" "$box"; else mv "$base" "$box"; fi
  printf 'deb %s %s main\n' "$mirror" "$debian" > "$box/etc/apt/sources.list"
  # This machine's ways through its network: settings of apt, certificates, and an npm that trusts them.
  cp -r /etc/apt/apt.conf.d/. "$box/etc/apt/apt.conf.d/" 2> /dev/null || true
  rm -f "$box"/etc/apt/apt.conf.d/{docker*,20packagekit,50appstream}
  if [ -e /etc/ssl/certs/ca-certificates.crt ]; then cp /etc/ssl/certs/ca-certificates.crt "$box/etc/host-certificates.crt"; fi
  install -D -m 755 "$(readlink -f "$(command -v node)")" "$box/usr/local/bin/node"
  mkdir -p "$box/usr/local/lib/node_modules"
  cp -r "$(npm root -g)/npm" "$box/usr/local/lib/node_modules/"
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$box/usr/local/bin/npm"
  ln -s ../lib/node_modules/npm/bin/npx-cli.js "$box/usr/local/bin/npx"
  echo sni-box > "$box/etc/hostname"
}

# Boots it and waits until it is up.
boot() {
  local unit=--keep-unit
  [ ! -d /run/systemd/system ] || unit=--slice=machine.slice
  systemd-nspawn --quiet --boot --directory="$box" --machine=sni-box --register=no "$unit" --resolv-conf=copy-host \
    < /dev/null >> "$work/console.log" 2>&1 &
  nspawn=$!
  until leader=$(pgrep -P "$nspawn" | head -n 1) && [ -n "$leader" ] &&
    [[ $(inside 'systemctl is-system-running' 2> /dev/null || true) =~ ^(running|degraded)$ ]]; do
    kill -0 "$nspawn" 2> /dev/null || { tail "$work/console.log" >&2; say "The box does not boot."; exit 1; }
    sleep 0.5
  done
}

# A power cut: everything in the box is gone at once.
cut_power() {
  kill -KILL "$leader"
  wait "$nspawn" || true
}

# Runs words as root in the box, as at a terminal of it.
inside() {
  nsenter --target "$leader" --mount --uts --ipc --pid --cgroup --root \
    env -i -C /root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM=dumb DEBIAN_FRONTEND=noninteractive \
    NODE_EXTRA_CA_CERTS=/etc/host-certificates.crt npm_config_cafile=/etc/host-certificates.crt bash -c "$1"
}

# The commands of README's "Run it for real", one a line, as an operator types them.
commands_of_readme() {
  awk '/^## /{here = /^## Run it for real/} here && /^```/{inside = !inside; if (!inside) exit; next} here && inside && !/^ *(#|$)/' "$checkout/README.md"
}

run_readme() {
  local line
  # The folder that README clones to, from this checkout; and sources on loopback in the place of the world.
  inside 'mkdir -p /usr/src/sni /srv/feeds /etc/sni'
  (cd "$checkout" && git ls-files -z --cached --others --exclude-standard | xargs -0 tar -c) | inside 'tar -x -C /usr/src/sni'
  inside 'cp /usr/src/sni/deploy/sample/feeds/* /srv/feeds/; cp /usr/src/sni/deploy/test/feeds.service /etc/systemd/system/; cp /usr/src/sni/deploy/test/feeds.mjs /srv/'
  inside 'systemctl enable --now --quiet feeds; node /srv/feeds.mjs settings /usr/src/sni/deploy/sample/sni.yaml > /etc/sni/sni.yaml'
  # One shell for all of them, as a person's, so that cd holds.
  while read -r line; do
    case $line in
      *nodesource*) say "  (this machine's node $(node --version) is there already) $line"; continue ;;
      'git clone'*) say "  (this checkout is there already) $line"; line="cd ${line##* cd }" ;;
    esac
    say "  $line"
    printf '%s\n' "$line" >> "$work/typed"
    inside "set -eo pipefail; $(sed '$d' "$work/typed" | grep '^cd ' || true)
      $line" > "$work/output" 2>&1 || { tail -n 20 "$work/output" >&2; say "README: \"$line\" has failed."; exit 1; }
  done < <(commands_of_readme)
}

say "a bare Debian, $debian"
make_box
boot
say "README, Run it for real: $(commands_of_readme | wc -l) commands"
run_readme
# shellcheck source=deploy/test/box.sh
. "$checkout/deploy/test/box.sh"
# shellcheck source=deploy/test/box-tests.sh
. "$checkout/deploy/test/box-tests.sh"
# shellcheck source=deploy/test/box-admin-tests.sh
. "$checkout/deploy/test/box-admin-tests.sh"
run_tests readmes_commands_have_made_families_and_narratives cron_fires_p1_p2_p4_p5_and_rows_appear_and_mails_only_failures \
  cron_saves_the_database_at_night_with_its_own_path logs_are_rotated memory_is_taken_from_sni_first \
  systemctl_status_says_how_the_batch_stands pause_resume_and_wake_reach_the_worker a_killed_node_is_reported_and_its_batch_resumed \
  a_killed_worker_is_started_again a_killed_postgres_is_survived the_watchdog_restarts_a_worker_whose_node_is_stopped \
  stop_ends_within_40_seconds_and_start_resumes stop_ends_within_40_seconds_also_a_batch_that_is_stuck two_workers_share_the_titles \
  a_power_cut_loses_nothing wrong_settings_end_the_worker_for_good an_upgrade_in_mid_batch_keeps_what_was_edited_and_resumes \
  an_upgrade_whose_tables_fail_leaves_program_and_database_as_they_were rollback_goes_back_to_the_release_and_the_dump_before \
  an_upgrade_and_a_restore_end_a_run_of_cron \
  a_backup_restored_gives_equal_tables_and_a_damaged_one_changes_nothing links_that_sni_lays_lead_nowhere \
  a_full_disk_stops_a_backup_and_an_upgrade_and_leaves_nothing timers_instead_of_cron_fire_and_tell_of_failure \
  an_administrator_who_is_not_root_is_told_how another_database_is_used_saved_and_restored \
  uninstall_leaves_the_data_and_a_fresh_machine_takes_a_backup
