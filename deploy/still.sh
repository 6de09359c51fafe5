# shellcheck shell=bash disable=SC2154 # steps.sh sets the places
# Keeps the phases still while what they run on is changed, and lets them go on. Sourced after steps.sh.

locks=${locks:-/run/lock/sni}
hold_script=$(dirname "${BASH_SOURCE[0]}")/hold.sh
# What ran, and the process that keeps the locks with the pipe that ends it.
held_units=()
holder='' holder_pipe=''

# Workers, timers, and what timers have started that runs now, one a line; timers first, so that they start nothing more.
running_units() {
  systemctl list-units --plain --no-legend --state=active,activating 'sni-*.timer' | cut -d ' ' -f 1
  systemctl list-units --plain --no-legend --state=active,activating,reloading,deactivating 'sni-*.service' | cut -d ' ' -f 1
}

# Ends the workers and whatever phase or backup cron or a timer runs, within their grace, and keeps new runs from starting until let_go.
# What was under way is resumed by the next runs. Leaves the units that ran in the array held_units.
hold_still() {
  local unit jobs answer=''
  mapfile -t held_units < <(running_units)
  for unit in "${held_units[@]}"; do case $unit in *.timer) systemctl stop "$unit" ;; esac; done
  [ "${#held_units[@]}" -eq 0 ] || systemctl stop "${held_units[@]}"
  id "$account" > /dev/null 2>&1 || return 0
  mapfile -t jobs < <(jobs_of_cron)
  # Its words are handed over: the account may not be allowed to read this folder.
  coproc HOLDER { as_sni bash -c "$(< "$hold_script")" hold.sh "$locks" 60 "${jobs[@]}"; }
  # One that could not even begin is gone, and so are its names.
  holder=${HOLDER_PID:-} holder_pipe=${HOLDER[1]:-}
  [ -z "$holder_pipe" ] || read -r answer <&"${HOLDER[0]}" || true
  [ "$answer" = held ] || fail 75 "${answer:-The locks in $locks cannot be taken.}"
}

# Safe to call again, and when nothing was held.
let_go() {
  local unit
  if [ -n "$holder_pipe" ]; then
    exec {holder_pipe}>&-
    wait "$holder" || true
    holder='' holder_pipe=''
  fi
  for unit in "${held_units[@]}"; do
    # A run goes on beside us; what was taken away meanwhile is not missed.
    if systemctl cat "$unit" > /dev/null 2>&1; then systemctl start --no-block "$unit" || say "$unit cannot be started: systemctl status $unit says why."; fi
  done
  held_units=()
}
