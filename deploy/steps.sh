# shellcheck shell=bash
# What the scripts of an administrator share: the places of an installation, how a step is said and done, and how files are put without
# losing what an operator edited. Sourced; does nothing by itself. Guard: root neither writes nor takes over anything in a folder of the
# account sni, which could lay a link there; what is to be done in one is done by that account, with as_sni.

# Cron knows two folders, and node may stand in none of them.
PATH=${PATH:-/usr/bin:/bin}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
# The tests name other places, and an account that is there.
account=${account:-sni}
program=${program:-/opt/sni}
settings=${settings:-/etc/sni}
environment=$settings/sni.env
backups=${backups:-/var/backups/sni}
# Beside the releases: what each file was when it was put.
notes=$program/installed
dry=${dry:-}

say() { printf '%s\n' "$*"; }

# done, would, or already: what became of a step.
did() { if [ -n "$dry" ]; then say "  would   $*"; else say "  done    $*"; fi; }
already() { say "  already $*"; }
kept() { say "  kept    $*"; }

# A sentence and the exit code for it. The journal hears that it is an error.
fail() {
  local level=''
  [ -z "${JOURNAL_STREAM:-}" ] || [ "$JOURNAL_STREAM" != "$(stat --dereference --format=%d:%i /proc/self/fd/2)" ] || level='<3>'
  printf '%s%s\n' "$level" "$2" >&2
  exit "$1"
}

# Runs a command, or with --dry-run does not.
do_it() { [ -n "$dry" ] || "$@"; }

checksum() { sha256sum < "$1" | cut -d ' ' -f 1; }

# Where it is noted what a file was when it was put.
note_of() { printf '%s/%s' "$notes" "$(printf '%s' "$1" | tr / _)"; }

# put FROM TO MODE [OWNER:GROUP]: puts a file; one that an operator has edited stays, and is said.
put() {
  local from=$1 to=$2 mode=$3 owner=${4:-} note
  note=$(note_of "$to")
  if [ -e "$to" ] && cmp -s "$from" "$to"; then
    already "$to"
  elif [ -e "$to" ] && { [ ! -e "$note" ] || [ "$(checksum "$to")" != "$(cat "$note")" ]; }; then
    kept "$to, which was edited; the new one is $program/current/${from#"${source_folder:-}"/}"
    return 0
  else
    did "put $to"
    [ -z "$dry" ] || return 0
    install -D -m "$mode" "$from" "$to.new~"
    [ -z "$owner" ] || chown "$owner" "$to.new~"
    mv "$to.new~" "$to"
  fi
  [ -n "$dry" ] || { mkdir -p "$notes" && checksum "$from" > "$note"; }
}

# take_away PATH: removes a file that was put; one that was edited is moved to the settings folder first.
take_away() {
  local path=$1 note
  note=$(note_of "$path")
  [ -e "$path" ] || { already "gone: $path"; return 0; }
  if [ ! -e "$note" ] || [ "$(checksum "$path")" != "$(cat "$note")" ]; then
    did "move $path, which was edited, to $settings/kept/"
    do_it mkdir -p "$settings/kept"
    do_it mv "$path" "$settings/kept/$(basename "$path")"
  else
    did "remove $path"
    do_it rm "$path"
  fi
  do_it rm -f "$note"
}

# Runs a command as the account of the phases, in a folder it may be in.
as_sni() {
  case $(id -un) in
    "$account") (cd / && "$@") ;;
    root) (cd / && runuser -u "$account" -- "$@") ;;
    *) fail 78 "It needs root or the account $account: use sudo." ;;
  esac
}

# The desk of a release, with the settings of this machine.
desk() {
  local release=$1
  shift
  as_sni node --env-file="$environment" "$release/dist/lib/desk/sni.js" "$@"
}

# timers or cron: what runs the phases now.
mode_of_now() { if compgen -G '/etc/systemd/system/timers.target.wants/sni-p*.timer' > /dev/null; then echo timers; else echo cron; fi; }

# What cron or timers run, as locks and units are named, one a line: p1, p2, ..., backup, observe, prune, watchdog, brief.
jobs_of_cron() { sed -n 's#^[0-9].*/\([a-z0-9]*\)\.lock .*#\1#p' "$(dirname "${BASH_SOURCE[0]}")"/{crontab,crontab-backup,crontab-observe,crontab-prune,crontab-watchdog,crontab-brief}; }
