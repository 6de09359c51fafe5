#!/usr/bin/env bash
# Writes the whole database into one file, whole or not at all, while everything goes on running, and removes the oldest beyond those to
# keep. DATABASE_URL is read as the phases read it.
# Run by root it writes itself only where nobody but root can lay a link; into a folder of the account sni, that account writes.
set -euo pipefail

usage() {
  cat <<'TEXT'
usage: deploy/backup.sh [--to FOLDER] [--keep N] [--as NAME]
       deploy/backup.sh --verify [FILE] [--to FOLDER]

  --to FOLDER    where to (/var/backups/sni)
  --keep N       how many of that name stay there (7), or all
  --as NAME      how the file's name begins (sni)
  --verify FILE  write nothing; put FILE, or the newest there, into a database of its own, say what is in it, and drop that again

It runs every night at 03:30, by /etc/cron.d/sni-backup or sni-backup.timer. Ends with 75 when it was told to stop.
TEXT
}

folder='' keep=7 name=sni verify='' file=''
while [ $# -gt 0 ]; do
  case $1 in
    --to | --keep | --as) [ $# -ge 2 ] || { echo "backup.sh: $1 needs a value. --help shows which." >&2; exit 78; } ;;&
    --to) folder=$2; shift ;;
    --keep) keep=$2; shift ;;
    --as) name=$2; shift ;;
    --verify)
      verify=yes
      case ${2:--} in -*) ;; *) file=$2; shift ;; esac ;;
    -h | --help) usage; exit 0 ;;
    *) echo "backup.sh: $1 is no flag of it. --help shows which there are." >&2; exit 78 ;;
  esac
  shift
done
script=$(readlink -f "$0")
# shellcheck source=deploy/steps.sh
. "$(dirname "$script")/steps.sh"
# shellcheck source=deploy/dump.sh
. "$(dirname "$script")/dump.sh"
folder=${folder:-$backups}
[[ $keep =~ ^([1-9][0-9]*|all)$ ]] || fail 78 "--keep takes a whole number from 1 on, or all."
[[ $name =~ ^[a-z][a-z-]{0,40}$ ]] || fail 78 "--as takes small letters and hyphens."
[ -n "$file" ] || [ -d "$folder" ] || fail 78 "$folder is no folder: name another with --to."
[ -n "$file" ] || folder=$(readlink -e "$folder")
command -v pg_dump > /dev/null || fail 78 "pg_dump is missing: apt-get install postgresql-client"
url=$(database_url)
[ -n "$url" ] || fail 78 "No DATABASE_URL is set, here or in $environment: the embedded database is saved by copying its folder while it is stopped."

if [ -n "$verify" ]; then
  for needed in createdb dropdb psql pg_restore; do
    command -v "$needed" > /dev/null || fail 78 "$needed is missing: apt-get install postgresql-client"
  done
  [ -n "$file" ] || file=$(find "$folder" -maxdepth 1 -type f -name "$name-[0-9]*.dump" | sort | tail -n 1)
  [ -n "$file" ] || fail 1 "There is no backup in $folder to verify."
  [ -r "$file" ] || fail 78 "$file cannot be read."
  counted=$(verify_dump "$url" "$file") || fail 1 "$file could not be put back: the lines before say why. Make a new backup and verify that."
  say "$file can be put back: $counted."
  exit
fi

# Whether nobody but root can put anything in the place of what root writes here.
is_roots() {
  local path=$1
  while :; do
    [ -n "$(find "$path" -maxdepth 0 -uid 0 \( ! -perm /022 -o -perm -1000 \))" ] || return 1
    [ "$path" != / ] || return 0
    path=$(dirname "$path")
  done
}

if [ "$(id -un)" = root ] && [ "$account" != root ] && ! is_roots "$folder"; then
  as_sni test -w "$folder" || fail 78 "$folder is not root's alone, and the account $account may not write there: name another with --to."
  as_sni test -r "$script" || fail 78 "The account $account may not read $script: run that of /opt/sni/current."
  as_sni bash "$script" --to "$folder" --keep "$keep" --as "$name"
  exit
fi
[ -w "$folder" ] || fail 78 "The account $(id -un) may not write in $folder: name another with --to."

part=''
trap '[ -z "$part" ] || rm -f "$part"' EXIT
trap 'exit 75' TERM INT
umask 077
# What a backup has left that was killed.
find "$folder" -maxdepth 1 -type f -name '.*.dump.part' -mmin +1440 -delete
part=$(mktemp "$folder/.XXXXXXXX.dump.part") || fail 1 "Nothing can be written in $folder."
# One snapshot, in a form that restore.sh can look into. Through a pipe: into a file pg_dump 17 writes its table of contents once more
# after the data, where nothing reads it, so that a file which lacks some of its end would pass for whole.
with_database "$url" as_sni pg_dump --format=custom --no-owner --no-privileges | cat > "$part" || fail 1 "The database could not be saved: the lines before say why. No file was left."
with_database "$url" is_whole "$part" || fail 1 "What was written cannot be read again: the lines before say why. No file was left."
sync "$part" "$folder"
file=$folder/$name-$(date -u +%Y%m%dT%H%M%SZ).dump
mv -T "$part" "$file"
say "$file, $(du -h "$file" | cut -f 1)"
[ "$keep" = all ] || find "$folder" -maxdepth 1 -type f -name "$name-[0-9]*.dump" -printf '%f\n' | sort -r | tail -n "+$((keep + 1))" |
  while read -r old; do rm -f "$folder/$old"; done
