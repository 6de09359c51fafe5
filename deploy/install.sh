#!/usr/bin/env bash
# Installs SNI on a Debian machine, or upgrades it in place: run it from a built checkout, as often as you like. Everything is checked
# before anything is changed; settings that an operator edited stay; what was under way during an upgrade is resumed.
set -euo pipefail

usage() {
  cat <<'TEXT'
usage: deploy/install.sh [--dry-run] [--timers | --cron] [--no-start] [--no-backup]

  --dry-run    check, and say what would be done, without doing it
  --timers     let systemd timers run what else cron runs, P1, P2, P4 and P5; --cron goes back
  --no-start   do not start or enable anything; what runs goes on running
  --no-backup  do not save the database before an upgrade: rollback.sh then brings back the program only

It makes: the account sni; /etc/sni (settings), /var/lib/sni (checkpoints), /var/log/sni, /var/backups/sni; the role and the database sni
of the PostgreSQL on this machine, unless DATABASE_URL in /etc/sni/sni.env names another; the program in /opt/sni; the command sni.
An upgrade saves the database before it changes it; deploy/rollback.sh goes back.
Before:  npm ci && npm run build     After:  sni status
TEXT
}

dry='' start=yes mode='' backup=yes
while [ $# -gt 0 ]; do
  case $1 in
    --dry-run) dry=yes ;;
    --timers | --cron) mode=${1#--} ;;
    --no-start) start='' ;;
    --no-backup) backup='' ;;
    -h | --help) usage; exit 0 ;;
    *) echo "install.sh: $1 is no flag of it. --help shows which there are." >&2; exit 78 ;;
  esac
  shift
done

source_folder=$(dirname "$(dirname "$(readlink -f "$0")")")
# shellcheck source=deploy/steps.sh
. "$source_folder/deploy/steps.sh"
# What cron and systemd find; a node elsewhere would not be found by them.
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
mode=${mode:-$(mode_of_now)}

# Everything that stands in the way, each a sentence.
problems() {
  local needed version
  [ "$(id -u)" = 0 ] || echo "It needs root: use sudo."
  [ -d /run/systemd/system ] || echo "systemd does not run on this machine."
  for needed in flock:util-linux choom:util-linux runuser:util-linux timeout:coreutils systemd-sysusers:systemd systemd-tmpfiles:systemd \
    psql:postgresql-client pg_dump:postgresql-client pg_restore:postgresql-client $([ "$mode" = timers ] || echo cron:cron); do
    command -v "${needed%:*}" > /dev/null || echo "${needed%:*} is missing: apt-get install ${needed#*:}"
  done
  version=$(node -p 'const [a, b] = process.versions.node.split("."); a * 100 + +b' 2> /dev/null || echo 0)
  [ "$version" -ge 2019 ] || echo "Node 20.19 or newer must stand in /usr/local/bin or /usr/bin, for cron and systemd look there; found: $(node --version 2> /dev/null || echo none)."
  [ -f "$source_folder/dist/phases/ingest.js" ] && [ -d "$source_folder/dist/units" ] && [ -d "$source_folder/node_modules/postgres" ] || echo "$source_folder is not built: npm ci && npm run build"
  [ "$(df --output=avail -k /opt 2> /dev/null | tail -n 1)" -ge 300000 ] || echo "/opt needs 300 MB free."
  if own_database && [ "$(id -u)" = 0 ]; then
    version=$(as_postgres -c 'show server_version_num' 2> /dev/null || echo 0)
    [ "$version" -ge 150000 ] || echo "No PostgreSQL 15 or newer answers on this machine (found: $version): apt-get install postgresql, or name another in DATABASE_URL in $environment."
  fi
}

# Whether the database is that of this machine, made here.
own_database() {
  [ ! -e "$environment" ] || case $(node --env-file="$environment" -p 'process.env.DATABASE_URL ?? ""' 2> /dev/null) in
    postgres:///sni\?host=/*) ;;
    *) return 1 ;;
  esac
}

as_postgres() { (cd / && runuser -u postgres -- psql -XqAt -v ON_ERROR_STOP=1 "$@"); }

# What goes before an end, whatever it is: what ran before runs again, and a release that did not come into use is not left.
unused='' example=''
end() {
  let_go
  [ -n "$dry" ] || rm -rf "${example:-/nonexistent}" "$program/releases/new" "${unused:-/nonexistent}"
}

say "Checks"
found=$(problems)
if [ -n "$found" ]; then
  printf '%s\n' "$found" >&2
  fail 78 "Nothing was changed."
fi
already "everything that is needed is there"
# shellcheck source=deploy/release.sh
. "$source_folder/deploy/release.sh"
# shellcheck source=deploy/dump.sh
. "$source_folder/deploy/dump.sh"
# shellcheck source=deploy/still.sh
. "$source_folder/deploy/still.sh"
# shellcheck source=deploy/system.sh
. "$source_folder/deploy/system.sh"
trap end EXIT

say "Account and folders"
put "$source_folder/deploy/sysusers.conf" /etc/sysusers.d/sni.conf 644
put "$source_folder/deploy/tmpfiles.conf" /etc/tmpfiles.d/sni.conf 644
if id sni > /dev/null 2>&1; then already "account sni"; else did "make account sni"; fi
do_it systemd-sysusers /etc/sysusers.d/sni.conf
do_it systemd-tmpfiles --create /etc/tmpfiles.d/sni.conf || fail 1 "A folder of SNI cannot be made: the lines before say why. What is in its place is not followed; take it away. The program was not changed."
do_it install -d -m 755 "$settings"

say "Database"
if own_database; then
  if [ "$(as_postgres -c "select count(*) from pg_roles where rolname = 'sni'")" = 1 ]; then already "role sni"; else
    did "make role sni, which may do nothing but use its own database"
    do_it as_postgres -c 'create role sni login nosuperuser nocreatedb nocreaterole noreplication'
  fi
  if [ "$(as_postgres -c "select count(*) from pg_database where datname = 'sni'")" = 1 ]; then already "database sni"; else
    did "make database sni"
    do_it as_postgres -c "create database sni template template0 encoding 'UTF8' locale 'C.UTF-8'"
  fi
  do_it as_postgres -c 'revoke all on database sni from public' -c 'grant connect, temporary on database sni to sni'
  do_it as_postgres -d sni -c 'grant usage, create on schema public to sni'
else
  already "DATABASE_URL in $environment names one: it is used as it is"
fi

say "Settings"
example=$(mktemp)
port=$(as_postgres -c 'show port' 2> /dev/null || echo 5432)
if [ "$port" = 5432 ]; then cat "$source_folder/deploy/sni.env.example"; else
  sed "s#^\(DATABASE_URL=.*\)\"\$#\1\&port=$port\"#" "$source_folder/deploy/sni.env.example"
fi > "$example"
if [ -e "$environment" ]; then already "$environment"; else
  did "put $environment"
  do_it install -m 640 -o root -g sni "$example" "$environment"
fi
put "$source_folder/sni.yaml" "$settings/sni.yaml" 644

say "Program"
print=$(fingerprint "$source_folder")
release=$program/releases/$(date -u +%Y%m%dT%H%M%SZ)-$print
before=$(readlink -e "$program/current" || true)
changed=''
if [ -d "$before" ] && [ "$(fingerprint "$before")" = "$print" ]; then
  release=$before
  already "$release"
else
  changed=yes
  did "copy it to $release"
  if [ -z "$dry" ]; then
    unused=$release
    copy_release "$release" || fail 1 "The program could not be copied. Nothing that runs was changed."
  fi
fi

say "Tables"
if [ -n "$dry" ]; then did "bring them up to date"; else
  # A database that this program is too old for is refused here, while the program before still runs.
  tables=$(desk "$release" migrate --status --json) || fail 1 "The program was not changed."
  case $tables in
    *'"unknown"'* | *'"edited"'*) desk "$release" migrate || fail 78 "The program was not changed." ;;
  esac
fi
if [ -n "$changed" ] && [ -z "$dry" ]; then
  if [ -d "$before" ] && [ -n "$start" ]; then
    hold_still
    did "end what was under way; it is resumed"
  fi
  dump=''
  if [ -z "$backup" ] || [[ $tables != *'"applied"'* ]]; then already "nothing to save, or it is not wanted"
  elif [ -z "$(database_url)" ]; then kept "the embedded database as it is: it is saved by copying its folder while it is stopped"
  else
    dump=$("$release/deploy/backup.sh" --as before-upgrade --keep 3) || fail 1 "What the database holds cannot be saved. The program was not changed; what ran goes on."
    did "save what the database holds: $dump"
    dump=${dump%, *}
  fi
  desk "$release" migrate | sed 's/^/  done    /' || {
    # Files before the one that failed may have been applied.
    if [ -n "$dump" ] && [ "$(desk "$release" migrate --status --json)" != "$tables" ]; then
      if put_back "$(database_url)" "$dump"; then did "put the database back as it was"; else say "  The database has new tables: deploy/restore.sh $dump puts it back."; fi
    fi
    fail 1 "The program was not changed; what ran goes on."
  }
  # The one before stays, for rollback.sh; older ones go.
  rm -f "$program/previous" "$program/previous.dump"
  [ ! -d "$before" ] || ln -s "$before" "$program/previous"
  [ -z "$dump" ] || ln -s "$dump" "$program/previous.dump"
  switch_to "$release"
  unused=''
  did "$program/current is now $release"
  find "$program/releases" -mindepth 1 -maxdepth 1 ! -path "$release" ! -path "$before" -exec rm -rf {} +
elif [ -z "$dry" ]; then
  desk "$release" migrate | sed 's/^/  already /'
fi

say "What runs it"
put_what_runs "$mode"
do_it systemctl daemon-reload
let_go
if [ -n "$start" ]; then
  if [ -z "$before" ]; then
    did "start and enable sni-p3-worker"
    do_it systemctl enable --now --quiet sni-p3-worker.service
  fi
  if [ "$mode" = timers ]; then
    did "start and enable the timers"
    do_it systemctl enable --now --quiet "${timers[@]}"
  fi
fi
[ -n "$dry" ] || say "SNI is installed: sni status shows how it goes, systemctl status sni-p3-worker how the worker does."
