# shellcheck shell=bash disable=SC2154 # steps.sh sets the places
# What an installation puts on the system beside the program, in one place for install.sh, rollback.sh and uninstall.sh. Sourced after
# steps.sh; takes the folder of a release in source_folder.

# shellcheck disable=SC2034 # who sources this reads them
system=/etc/systemd/system
# Each file of a release and where it goes: what is there with cron and with timers, and what with one of them. Units below dist/ are made
# by units.sh.
always=(
  "deploy/logrotate /etc/logrotate.d/sni" "deploy/sni /usr/local/bin/sni"
  "deploy/sni-p3-worker.service $system/sni-p3-worker.service" "dist/units/sni-p3-worker@.service $system/sni-p3-worker@.service"
  "deploy/sni-serve.service $system/sni-serve.service" "deploy/failed-sni@.service $system/failed-sni@.service"
  "deploy/timers/sni-stage@.service $system/sni-stage@.service" "deploy/timers/sni-stage@.timer $system/sni-stage@.timer"
  "deploy/sni-.service.d/hardening.conf $system/sni-.service.d/hardening.conf"
)
with_cron=("deploy/crontab /etc/cron.d/sni" "deploy/crontab-backup /etc/cron.d/sni-backup" "deploy/crontab-observe /etc/cron.d/sni-observe"
  "deploy/crontab-prune /etc/cron.d/sni-prune" "deploy/crontab-watchdog /etc/cron.d/sni-watchdog"
  "deploy/crontab-brief /etc/cron.d/sni-brief")
with_timers=() timers=()
for name in $(jobs_of_cron); do
  timers+=("sni-$name.timer")
  case $name in backup | observe | prune | watchdog | brief) folder=deploy/timers ;; *) folder=dist/units ;; esac
  for unit in "sni-$name.service" "sni-$name.timer"; do with_timers+=("$folder/$unit $system/$unit"); done
done

# Puts what this release has, and takes away what another has put that this one does not have.
put_all() {
  local line from to mode
  for line in "$@"; do
    from=$source_folder/${line% *} to=${line#* } mode=644
    # Releases from before units.sh have all units in deploy/.
    [ -e "$from" ] || from=$(find "$source_folder/deploy" -type f -name "${to##*/}" -print -quit)
    [ "$to" != /usr/local/bin/sni ] || mode=755
    if [ -e "$from" ]; then put "$from" "$to" "$mode"; elif [ -e "$to" ]; then take_away "$to"; fi
  done
}

take_all_away() {
  local line
  for line in "$@"; do take_away "${line#* }"; done
}

# put_what_runs MODE: cron's files or the timers' units, and not the others'.
put_what_runs() {
  local line
  put_all "${always[@]}"
  if [ "$1" = timers ]; then
    for line in "${with_cron[@]}"; do [ ! -e "${line#* }" ] || take_away "${line#* }"; done
    put_all "${with_timers[@]}"
  else
    for timer in "${timers[@]}"; do [ ! -e "$system/$timer" ] || do_it systemctl disable --now --quiet "$timer"; done
    for line in "${with_timers[@]}"; do [ ! -e "${line#* }" ] || take_away "${line#* }"; done
    put_all "${with_cron[@]}"
  fi
}
