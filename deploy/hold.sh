#!/usr/bin/env bash
# Keeps the phases and the backup from running: ends what runs by cron, says "held", and lets go when its standard input ends. Takes the
# folder of the locks, how many seconds a run may take to end, and the names of the locks; run as the account sni, by still.sh. A run is told by TERM, once,
# and has its grace; one that does not end is said in a sentence. What lies in the place of a lock and is no file is taken away.
set -uo pipefail

locks=${1:?which folder holds the locks?}
patience=${2:?how many seconds may a run take to end?}
shift 2
declare -A told=()

# The processes that have a lock open.
holders() { find /proc/[0-9]*/fd -lname "$1" 2> /dev/null | cut -d / -f 3 | sort -u; }

# Whom to tell so that the run behind a lock ends. It is flock that has the lock, and what it waits for is `timeout`, which passes the
# signal on; in a line that an operator has edited the lock may be with the program, too. (The file of children has no end of line.)
heads_of() {
  local holder
  for holder in $(holders "$1"); do
    if [ "$(cat "/proc/$holder/comm" 2> /dev/null)" = flock ]; then cat "/proc/$holder/task/$holder/children" 2> /dev/null; else echo "$holder"; fi
  done
}

# A second signal would mean "at once" to a phase: none is told twice, nor one whose parent passes it on.
end_holders() {
  local head parent
  # shellcheck disable=SC2046 # several, separated by blanks
  set -- $(heads_of "$1")
  for head in "$@"; do
    parent=$(sed -n 's/^PPid:[[:space:]]*//p' "/proc/$head/status" 2> /dev/null)
    [ -n "${told[$head]:-}" ] || [[ " $* " == *" ${parent:-none} "* ]] || kill -TERM "$head" 2> /dev/null
    told[$head]=yes
  done
}

# take LOCK SECONDS: keeps it, or fails after so long.
take() {
  exec {handle}< "$1" || give_up "$1 cannot be opened."
  flock --wait "$2" "$handle" && return 0
  exec {handle}<&-
  return 1
}

# Who asked reads the sentence, and ends this.
give_up() {
  printf '%s\n' "$1"
  cat > /dev/null
  exit 75
}

mkdir -p "$locks" 2> /dev/null || give_up "$locks cannot be made."
busy=()
for name in "$@"; do
  lock=$locks/$name.lock
  if [ -L "$lock" ] || { [ -e "$lock" ] && ! { [ -f "$lock" ] && [ -r "$lock" ]; }; }; then rm -rf "$lock"; fi
  [ -e "$lock" ] || : > "$lock"
  take "$lock" 0 || busy+=("$lock")
done
for lock in "${busy[@]}"; do end_holders "$lock"; done
for lock in "${busy[@]}"; do
  until take "$lock" 1; do
    # shellcheck disable=SC2046,SC2005 # all of them in one line
    [ "$SECONDS" -lt "$patience" ] || give_up "$lock is held by process $(echo $(holders "$lock")) for more than $patience s. End that run, then start again."
    end_holders "$lock"
  done
done
echo held
exec cat > /dev/null
