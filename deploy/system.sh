# shellcheck shell=bash disable=SC2154 # steps.sh sets the places
# What an installation puts on the system beside the program, in one place for install.sh, rollback.sh and uninstall.sh. Sourced after
# steps.sh; takes the folder of a release in source_folder.

# shellcheck disable=SC2034 # who sources this reads them
system=/etc/systemd/system
# Each file below deploy/ and where it goes: what is there with cron and with timers, and what with one of them.
always=(
  "logrotate /etc/logrotate.d/sni" "sni /usr/local/bin/sni"
  "sni-p3-worker.service $system/sni-p3-worker.service" "sni-p3-worker@.service $system/sni-p3-worker@.service"
  "failed-sni@.service $system/failed-sni@.service" "sni-.service.d/hardening.conf $system/sni-.service.d/hardening.conf"
)
with_cron=("crontab /etc/cron.d/sni" "crontab-backup /etc/cron.d/sni-backup")
with_timers=()
timers=(sni-p1.timer sni-p2.timer sni-p4.timer sni-p5.timer sni-backup.timer)
for timer in "${timers[@]}"; do
  for unit in "${timer%.timer}.service" "$timer"; do with_timers+=("timers/$unit $system/$unit"); done
done

# Puts what this release has, and takes away what another has put that this one does not have.
put_all() {
  local line from to mode
  for line in "$@"; do
    from=$source_folder/deploy/${line% *} to=${line#* } mode=644
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
