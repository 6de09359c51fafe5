#!/usr/bin/env bash
# Writes the whole database into one file, while everything goes on running. Takes DATABASE_URL as the phases do; leaves
# sni-<UTC time>.dump, whole or not at all, and removes the oldest beyond those to keep.
set -euo pipefail

usage() {
  cat <<'TEXT'
usage: deploy/backup.sh [--to FOLDER] [--keep N]

  --to FOLDER    where to (/var/backups/sni)
  --keep N       how many backups stay there (7)

Example, every night: echo '30 3 * * * root /opt/sni/current/deploy/backup.sh' > /etc/cron.d/sni-backup
TEXT
}

folder=/var/backups/sni keep=7
while [ $# -gt 0 ]; do
  case $1 in
    --to) folder=${2:-}; shift ;;
    --keep) keep=${2:-}; shift ;;
    -h | --help) usage; exit 0 ;;
    *) echo "backup.sh: $1 is no flag of it. --help shows which there are." >&2; exit 78 ;;
  esac
  shift
done
# shellcheck source=deploy/steps.sh
. "$(dirname "$(readlink -f "$0")")/steps.sh"
[[ $keep =~ ^[1-9][0-9]*$ ]] || fail 78 "--keep takes a whole number from 1 on."
[ -d "$folder" ] || fail 78 "$folder is no folder: name another with --to."
command -v pg_dump > /dev/null || fail 78 "pg_dump is missing: apt-get install postgresql-client"
url=$(database_url)
[ -n "$url" ] || fail 78 "No DATABASE_URL is set, here or in $environment: the embedded database is saved by copying its folder while it is stopped."

file=$folder/sni-$(date -u +%Y%m%dT%H%M%SZ).dump
trap 'rm -f "$file.part"' EXIT
umask 077
# One snapshot, in a form that restore.sh can look into.
with_database "$url" pg_dump --format=custom --no-owner --no-privileges > "$file.part"
pg_restore --list "$file.part" > /dev/null
sync "$file.part"
mv "$file.part" "$file"
say "$file, $(du -h "$file" | cut -f 1)"
find "$folder" -maxdepth 1 -name 'sni-*.dump' -printf '%f\n' | sort -r | tail -n "+$((keep + 1))" | while read -r old; do rm "$folder/$old"; done
