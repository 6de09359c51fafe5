# shellcheck shell=bash
# What install.sh, uninstall.sh, backup.sh and restore.sh share: the places of an installation, how a step is said and done, how files
# are put without losing what an operator edited, and how the phases are kept still. Sourced; does nothing by itself.

# The tests name other places.
program=${program:-/opt/sni}
settings=${settings:-/etc/sni}
environment=$settings/sni.env
locks=/run/lock/sni
# Beside the releases: what each file was when it was put.
notes=$program/installed
dry=${dry:-}

say() { printf '%s\n' "$*"; }

# done, would, or already: what became of a step.
did() { if [ -n "$dry" ]; then say "  would   $*"; else say "  done    $*"; fi; }
already() { say "  already $*"; }
kept() { say "  kept    $*"; }

# A sentence and the exit code for it.
fail() {
  printf '%s\n' "$2" >&2
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
  case $(id -un) in root | sni) ;; *) fail 78 "It needs root or the account sni: use sudo." ;; esac
  if [ "$(id -un)" = sni ]; then (cd / && "$@"); else (cd / && runuser -u sni -- "$@"); fi
}

# The desk of a release, with the settings of this machine.
desk() {
  local release=$1
  shift
  as_sni node --env-file="$environment" "$release/dist/lib/desk/sni.js" "$@"
}

# The database's address as the phases read it; one in this script's own environment wins.
database_url() {
  if [ -n "${DATABASE_URL:-}" ]; then printf '%s' "$DATABASE_URL"; return 0; fi
  [ -r "$environment" ] || return 0
  node --env-file="$environment" -p 'process.env.DATABASE_URL ?? ""'
}

# with_database URL COMMAND...: runs a program of PostgreSQL as the account of the phases. The address may hold a password, so it goes
# into the environment and not into the arguments, which anybody may read.
with_database() {
  local url=$1
  shift
  (
    # shellcheck disable=SC2016 # it is JavaScript
    while IFS='=' read -r name value; do export "$name=$value"; done < <(DATABASE_URL=$url node -e '
      const url = new URL(process.env.DATABASE_URL);
      const given = {
        PGHOST: url.searchParams.get("host") || url.hostname, PGPORT: url.searchParams.get("port") || url.port,
        PGUSER: decodeURIComponent(url.username), PGPASSWORD: decodeURIComponent(url.password) || url.searchParams.get("password"),
        PGDATABASE: decodeURIComponent(url.pathname.slice(1)), PGSSLMODE: url.searchParams.get("sslmode"),
      };
      for (const [name, value] of Object.entries(given)) if (value) console.log(`${name}=${value}`);
    ')
    as_sni "$@"
  )
}

# Workers and timers that run now, one a line.
running_units() {
  systemctl list-units --plain --no-legend --state=active,activating 'sni-p3-worker*.service' 'sni-p*.timer' | cut -d ' ' -f 1
}

# Ends the workers and whatever phase cron or a timer runs, within their grace, and keeps new runs from starting until let_go. What was
# under way is resumed by the next runs. Leaves the units that ran in the array held_units.
held_units=()
held_locks=()
hold_still() {
  local unit holder lock handle children
  mapfile -t held_units < <(running_units)
  for unit in "${held_units[@]}"; do systemctl stop "$unit"; done
  # What a timer has started; where there are none, there is nothing to stop.
  systemctl stop sni-p{1,2,4,5}.service 2> /dev/null || true
  mkdir -p "$locks"
  for lock in "$locks"/p{1,2,4,5}.lock; do
    exec {handle}>> "$lock"
    held_locks+=("$handle")
    if ! flock -n "$handle"; then
      holder=$(lslocks --noheadings --notruncate --output PID,PATH | awk -v path="$lock" '$2 == path { print $1 }')
      # What flock waits for is `timeout`, which passes the signal on.
      if [ -n "$holder" ] && read -r -a children < "/proc/$holder/task/$holder/children"; then kill -TERM "${children[@]}" || true; fi
      flock -w 60 "$handle" || fail 75 "$lock is held by process ${holder:-unknown} for more than 60 s. End that run, then start again."
    fi
    ! id sni > /dev/null 2>&1 || chown sni:sni "$lock"
  done
}

let_go() {
  local handle unit
  for handle in "${held_locks[@]}"; do exec {handle}>&-; done
  held_locks=()
  for unit in "${held_units[@]}"; do systemctl start "$unit"; done
  held_units=()
}
