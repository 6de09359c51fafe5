# shellcheck shell=bash disable=SC2016,SC2154 # what stands in single quotes is for the shell of the box; box.sh sets the rest
# What administrators do, done to the box; sourced by in-a-box.sh. Each test is a function; its name says what must hold.

# The hour is shortened to a minute: cron itself is what is tested.
cron_fires_p1_p2_p4_p5_and_rows_appear_and_mails_only_failures() {
  sql 'truncate framed_narratives, event_families, titles, title_wordings, work, runs, model_calls cascade; update feeds set next_fetch_at = now(), body_sha256 = null, etag = null, last_modified = null' > /dev/null
  must "systemctl start sni-p3-worker; rm -f /var/mail/caught; sed -i -E 's/^[0-9]+ +\\* /* * /' /etc/cron.d/sni; touch /etc/cron.d"
  true_within 330 "count(distinct phase) = 5 and (select count(*) from framed_narratives) > 5 from runs where exit = 'done'"
  sql "select phase, exit, count(*), sum(made) from runs group by 1, 2 order by 1, 2"
  must 'sni pause filter'
  holds 70 'grep -q "\"exit\":\"paused\"" /var/log/sni/p2.log'
  sleep 2
  must 'test ! -e /var/mail/caught'
  must "sni resume filter; cp /etc/sni/sni.yaml /root/kept; echo 'bogus: 1' >> /etc/sni/sni.yaml"
  holds 130 'grep -q "^SNI P2 (filter) has failed: the last lines of /var/log/sni/p2.log say why.$" /var/mail/caught'
  must "cp /root/kept /etc/sni/sni.yaml; sed -i -E 's/^\\* \\* /7 * /' /etc/cron.d/sni; touch /etc/cron.d; ls -l /var/log/sni"
  # The worker has met the wrong settings, too.
  must 'systemctl restart sni-p3-worker'
}

cron_saves_the_database_at_night_with_its_own_path() {
  must "cp /etc/cron.d/sni-backup /root/kept-backup; sed -i -E 's/^30 3 /* * /' /etc/cron.d/sni-backup; touch /etc/cron.d"
  holds 70 'ls /var/backups/sni/sni-*.dump'
  must 'cp /root/kept-backup /etc/cron.d/sni-backup; touch /etc/cron.d'
  must 'pg_restore --file=/dev/null "$(ls /var/backups/sni/sni-*.dump | tail -n 1)" && [ "$(stat -c %U /var/backups/sni/sni-*.dump | sort -u)" = sni ]'
  must 'env -i PATH=/usr/bin:/bin /opt/sni/current/deploy/backup.sh && env -i PATH=/usr/bin:/bin /usr/local/bin/sni status > /dev/null'
}

logs_are_rotated() {
  must 'apt-get install -y logrotate > /dev/null 2>&1; echo some >> /var/log/sni/p1.log; chown sni:adm /var/log/sni/p1.log; logrotate --force /etc/logrotate.d/sni'
  must 'grep -q some /var/log/sni/p1.log.1 && [ "$(stat -c "%U %G %a" /var/log/sni/p1.log)" = "sni adm 640" ]'
}

# A run of P4 that takes its time, by the very line of cron.
cron_run_under_way() {
  sql "set role sni; create or replace function take_its_time() returns trigger language plpgsql as \$\$ begin perform pg_sleep(2); return new; end \$\$;
    create or replace trigger take_its_time before update on event_families for each row execute function take_its_time()" > /dev/null
  sql "begin; alter table event_families disable trigger take_its_time; update event_families set status = 'seed' where status = 'active'; alter table event_families enable trigger take_its_time;
    delete from work where phase in ('enrich', 'narrate'); commit" > /dev/null
  must 'systemctl stop run-of-cron 2> /dev/null; systemd-run --quiet --collect --unit=run-of-cron --uid=sni /bin/sh -c "$(sed -n "s/.* sni \(flock .*p4\.lock.*\)/\1/p" /etc/cron.d/sni)"'
  true_within 30 "count(*) > 0 from work where phase = 'enrich' and state = 'leased'"
}

cron_run_was_told() {
  inside 'grep finished /var/log/sni/p4.log | tail -n 1 | grep -q "\"exit\":\"stopped\""' || problem "$1: the run of cron was not ended by TERM: $(inside 'tail -n 1 /var/log/sni/p4.log')"
}

# It was told, gave back what it had not done, and the next one finishes.
cron_run_was_ended_and_is_resumed() {
  cron_run_was_told "$1"
  [ "$(sql "select count(*) from work where phase = 'enrich' and state = 'leased'")" = 0 ] || problem "$1: families are still leased"
  sql 'set client_min_messages = error; drop function if exists take_its_time cascade' > /dev/null
  must 'sni run enrich --batch 1000 > /dev/null'
  [ "$(sql "select count(*) from event_families where status = 'seed'")" = 0 ] || problem "$1: families were left behind"
}

an_upgrade_in_mid_batch_keeps_what_was_edited_and_resumes() {
  middle_of_a_batch
  inside "echo '# my own' | tee -a /etc/cron.d/sni >> /etc/sni/sni.yaml"
  new_table
  # It waits for nobody: the held families would keep the batch until its grace is over, and the tables from being changed.
  free_families
  upgrade || problem "the upgrade has failed"
  [ "$(sql "select count(*) from pg_tables where tablename like 'box_test%'")" = 1 ] || problem "the new table is not there"
  must "grep -q '^# my own' /etc/sni/sni.yaml && grep -q '^# my own' /etc/cron.d/sni"
  holds 30 'systemctl is-active sni-p3-worker'
  must "tr '\\0' ' ' < /proc/\$(systemctl show --value -p MainPID sni-p3-worker)/cmdline | grep -q /opt/sni/current"
  must '[ "$(du -sm "$(readlink -e /opt/sni/current)" | cut -f 1)" -lt 110 ] && [ "$(ls /opt/sni/releases | wc -l)" = 2 ]'
  all_done_once
  upgrade || problem "the second installation has failed"
  if grep -E '^  (done|would)' "$work/upgrade"; then problem "the second installation changed something"; fi
  # The program before knows less than the database now.
  refused 'cd / && runuser -u sni -- node --env-file=/etc/sni/sni.env /opt/sni/previous/dist/phases/filter.js' 'The database is newer'
}

an_upgrade_whose_tables_fail_leaves_program_and_database_as_they_were() {
  local before old
  must 'systemctl stop sni-p3-worker cron'
  before=$(picture)
  old=$(current)
  new_table
  new_table
  inside 'echo "select 1 / 0;" >> "/usr/src/sni/sql/$(ls /usr/src/sni/sql | tail -n 1)"'
  if upgrade > "$work/output"; then problem "an upgrade whose tables failed went on"; fi
  grep -q 'The program was not changed' "$work/output" || problem "it says: $(cat "$work/output")"
  same_picture "$before" "after the upgrade that failed"
  [ "$(current)" = "$old" ] || problem "the program was changed"
  new_table_never_was
  new_table_never_was
  must 'systemctl start sni-p3-worker cron; sni status > /dev/null'
}

rollback_goes_back_to_the_release_and_the_dump_before() {
  local before old
  must 'systemctl stop sni-p3-worker cron'
  before=$(picture)
  old=$(current)
  new_table
  upgrade || problem "the upgrade has failed"
  [ "$(current)" != "$old" ] || problem "the upgrade changed nothing"
  sql "delete from framed_narratives" > /dev/null
  refused '/opt/sni/current/deploy/rollback.sh --yes --program-only' 'does not know the tables of this database'
  must '/opt/sni/current/deploy/rollback.sh --yes'
  [ "$(current)" = "$old" ] || problem "the program is $(current)"
  same_picture "$before" "after the rollback"
  must 'sni status > /dev/null && ls /var/backups/sni/before-rollback-*.dump'
  refused '/opt/sni/current/deploy/rollback.sh --yes' 'no release before'
  new_table_never_was
  something_new
  must 'systemctl start sni-p3-worker cron'
  upgrade || problem "the upgrade after the rollback has failed"
  must '/opt/sni/current/deploy/rollback.sh --yes --program-only'
  [ "$(current)" = "$old" ] || problem "--program-only leaves $(current)"
  holds 30 'systemctl is-active sni-p3-worker'
  all_done_once
}

an_upgrade_and_a_restore_end_a_run_of_cron() {
  local began
  cron_run_under_way
  something_new
  began=$SECONDS
  upgrade || problem "the upgrade has failed"
  [ $((SECONDS - began)) -le 60 ] || problem "the upgrade took $((SECONDS - began)) s"
  cron_run_was_ended_and_is_resumed upgrade
  cron_run_under_way
  must '/opt/sni/current/deploy/restore.sh "$(ls /var/backups/sni/before-upgrade-*.dump | tail -n 1)" --yes > /dev/null'
  cron_run_was_ended_and_is_resumed restore
}

a_backup_restored_gives_equal_tables_and_a_damaged_one_changes_nothing() {
  local before size cut
  inside 'sni run enrich && sni run narrate; systemctl stop sni-p3-worker cron' > /dev/null
  before=$(picture)
  must 'rm -f /var/backups/sni/sni-*.dump; /opt/sni/current/deploy/backup.sh; cp /var/backups/sni/sni-*.dump /root/good.dump'
  sql "delete from framed_narratives; update titles set status = 'pending', ef_id = null; set role sni; create table newer (id int); create function newer_too() returns int language sql as 'select 1'" > /dev/null
  must '/opt/sni/current/deploy/restore.sh /root/good.dump --yes'
  same_picture "$before" "after the restore"
  size=$(inside 'stat -c %s /root/good.dump')
  for cut in 20 100 333 700 1000 1500 2000 $((size / 3)) $((size - 5)); do
    inside "head -c -$cut /root/good.dump > /root/cut.dump"
    refused '/opt/sni/current/deploy/restore.sh /root/cut.dump --yes' 'Nothing was changed'
    # Also where it breaks only while it is put back.
    refused 'set -euo pipefail; cd /opt/sni/current/deploy; . ./steps.sh; . ./dump.sh; put_back "$(database_url)" /root/cut.dump || fail 1 refused' 'end of file|refused'
    same_picture "$before" "after a dump that lacks $cut bytes"
  done
  refused 'echo no backup > /tmp/x; /opt/sni/current/deploy/restore.sh /tmp/x --yes' 'is no backup'
  same_picture "$before" "after what is no backup"
  must '/opt/sni/current/deploy/backup.sh --keep 1; ls /var/backups/sni/before-restore-*.dump; [ "$(ls /var/backups/sni/sni-*.dump | wc -l)" = 1 ]'
  must 'systemctl start sni-p3-worker cron'
}

# The account sni lays links wherever it may; root goes on with its work.
links_that_sni_lays_lead_nowhere() {
  local before
  inside 'echo precious > /root/precious'
  before=$(what_is_roots)
  must "runuser -u sni -- bash -c '
    cd /run/lock/sni && rm -rf p1.lock p2.lock p4.lock p5.lock backup.lock && ln -s /etc/shadow p1.lock && ln -s /root/precious p2.lock && ln -s /etc/planted p4.lock && mkfifo p5.lock && ln -s /etc/shadow backup.lock
    rm -f /var/log/sni/p2.log; ln -s /etc/shadow /var/log/sni/p2.log; ln -s /etc/shadow /var/log/sni/p3.log
    rm -rf /var/lib/sni/checkpoints; ln -s /etc /var/lib/sni/checkpoints
    for second in \$(seq 0 120); do name=/var/backups/sni/sni-\$(date -u -d \"\$second seconds\" +%Y%m%dT%H%M%SZ).dump; ln -sf /etc/shadow \$name.part; ln -sf /etc/shadow \$name; done'"
  something_new
  upgrade --no-start > /dev/null || say "  (the upgrade refuses the links: $(tail -n 1 "$work/upgrade"))"
  inside 'systemctl restart sni-p3-worker' > /dev/null 2>&1
  inside 'systemctl stop sni-p3-worker; runuser -u sni -- rm -f /var/lib/sni/checkpoints; systemd-tmpfiles --create /etc/tmpfiles.d/sni.conf'
  something_new
  upgrade || problem "the upgrade has failed"
  must '/opt/sni/current/deploy/backup.sh > /dev/null; /opt/sni/current/deploy/restore.sh /root/good.dump --yes > /dev/null'
  inside 'runuser -u sni -- mv /run/lock/sni /run/lock/sni.away && runuser -u sni -- ln -s /etc /run/lock/sni'
  inside '/opt/sni/current/deploy/restore.sh /root/good.dump --yes' > /dev/null 2>&1
  [ "$(what_is_roots)" = "$before" ] || { problem "what is root's has changed"; diff <(echo "$before") <(what_is_roots); }
  refused 'find /etc /root /usr /opt /boot /srv -user sni | grep .' ''
  must 'runuser -u sni -- rm /run/lock/sni; systemd-tmpfiles --create /etc/tmpfiles.d/sni.conf; rm -f /var/log/sni/p[23].log; find /var/backups/sni -type l -delete; systemctl restart sni-p3-worker'
}
what_is_roots() { inside 'stat -c "%n %U:%G %a" /etc /etc/* /root /root/precious | grep -v postgresql; sha256sum /etc/shadow /etc/passwd /root/precious; ls /etc'; }

a_full_disk_stops_a_backup_and_an_upgrade_and_leaves_nothing() {
  local before old releases
  old=$(current)
  releases=$(inside 'ls /opt/sni/releases')
  must 'mkdir -p /mnt/full && mount -t tmpfs -o size=64k tmpfs /mnt/full && systemctl stop sni-p3-worker'
  before=$(picture)
  must 'systemctl start sni-p3-worker'
  refused '/opt/sni/current/deploy/backup.sh --to /mnt/full' 'No file was left'
  refused 'ls -A /mnt/full | grep .' ''
  new_table
  must 'mount --bind /mnt/full /var/backups/sni; chown sni /var/backups/sni'
  if upgrade > "$work/output"; then problem "an upgrade without a place for its dump went on"; fi
  grep -q 'cannot be saved. The program was not changed' "$work/output" || problem "the upgrade says: $(cat "$work/output")"
  must 'umount /var/backups/sni; umount /mnt/full'
  [ "$(current) $(inside 'ls /opt/sni/releases')" = "$old $releases" ] || problem "the failed upgrade left something"
  [ "$(sql "select count(*) from pg_tables where tablename like 'box_test%'")" = "$(grep -c '^box_test' <<< "$before")" ] || problem "the tables were changed"
  holds 30 'systemctl is-active sni-p3-worker'
  new_table_never_was
}

memory_is_taken_from_sni_first() {
  [ "$(inside 'systemctl show --value -p OOMScoreAdjust sni-p3-worker; systemctl show --value -p MemoryMax sni-p3-worker' | tr '\n' ' ')" = '500 2147483648 ' ] || problem "the unit says otherwise"
  must '[ "$(cat "/proc/$(systemctl show --value -p MainPID sni-p3-worker)/oom_score_adj")" = 500 ]'
}

timers_instead_of_cron_fire_and_tell_of_failure() {
  upgrade --timers || problem "install.sh --timers has failed"
  must 'test ! -e /etc/cron.d/sni && test ! -e /etc/cron.d/sni-backup && systemctl list-timers --no-pager "sni-*" | grep sni-backup.timer'
  must 'systemctl start sni-p1 sni-p2 sni-p4 sni-p5 sni-backup'
  must "journalctl --since @$began_at -u sni-p1 --no-pager -o cat | grep -q finished && journalctl --since @$began_at -u sni-backup --no-pager -o cat | grep -q 'sni-.*dump'"
  sql "delete from runs where phase = 'filter'" > /dev/null
  must 'mkdir -p /run/systemd/system/sni-p2.timer.d; printf "[Timer]\nOnCalendar=*:*:0/5\nAccuracySec=1s\n" > /run/systemd/system/sni-p2.timer.d/box.conf; systemctl daemon-reload; systemctl restart sni-p2.timer'
  true_within 30 "count(*) > 0 from runs where phase = 'filter'"
  must "rm -f /var/mail/caught; cp /etc/sni/sni.yaml /root/kept; echo 'bogus: 1' >> /etc/sni/sni.yaml"
  holds 30 'grep -q "^sni-p2 has failed: journalctl -u sni-p2 says why.$" /var/mail/caught'
  must "cp /root/kept /etc/sni/sni.yaml; journalctl --since @$began_at -p err -u failed-sni@sni-p2 --no-pager -o cat | grep 'sni-p2 has failed'"
  # The worker has met the wrong settings, too.
  must 'rm -r /run/systemd/system/sni-p2.timer.d; systemctl daemon-reload; systemctl restart sni-p3-worker'
  something_new
  upgrade --cron || problem "install.sh --cron has failed"
  must 'test -e /etc/cron.d/sni && test -e /etc/cron.d/sni-backup && ! systemctl is-active sni-p1.timer > /dev/null'
  holds 30 'systemctl is-active sni-p3-worker'
}

an_administrator_who_is_not_root_is_told_how() {
  must 'id admin > /dev/null 2>&1 || useradd admin; ! command -v sudo > /dev/null'
  refused 'cd / && runuser -u admin -- sni status < /dev/null' 'become root \(su -\)'
  must 'echo root:secret | chpasswd; cd / && (sleep 2; echo secret; sleep 5) | script -qec "runuser -u admin -- sni status --json" /dev/null | grep -q filter'
  refused 'cd / && runuser -u admin -- /opt/sni/current/deploy/backup.sh' 'No DATABASE_URL|may not write|needs root'
}

another_database_is_used_saved_and_restored() {
  local before
  must 'cd / && runuser -u postgres -- psql -q -c "create role ext login password '"'p@ss word'"'" -c "create database ext owner ext"'
  must "cp /etc/sni/sni.env /root/kept.env; sed -i 's#^DATABASE_URL=.*#DATABASE_URL=\"postgres://ext:p%40ss%20word@127.0.0.1:5432/ext\"#' /etc/sni/sni.env; systemctl stop sni-p3-worker; cd /usr/src/sni && deploy/install.sh > /dev/null"
  must 'sni run ingest > /dev/null; sni run filter > /dev/null; /opt/sni/current/deploy/backup.sh --as ext'
  before=$(inside 'cd / && runuser -u postgres -- psql -XqAt -d ext -c "select count(*), md5(string_agg(t::text, '"'|'"' order by t::text)) from titles t"')
  [[ $before == [1-9]* ]] || problem "there are no titles: $before"
  must 'cd / && runuser -u postgres -- psql -q -d ext -c "truncate titles cascade"; /opt/sni/current/deploy/restore.sh /var/backups/sni/ext-*.dump --yes > /dev/null'
  [ "$(inside 'cd / && runuser -u postgres -- psql -XqAt -d ext -c "select count(*), md5(string_agg(t::text, '"'|'"' order by t::text)) from titles t"')" = "$before" ] || problem "the titles are others"
  must 'cp /root/kept.env /etc/sni/sni.env; systemctl restart sni-p3-worker'
}

uninstall_leaves_the_data_and_a_fresh_machine_takes_a_backup() {
  local titles before
  titles=$(sql 'select count(*) from titles')
  cron_run_under_way
  must '/opt/sni/current/deploy/uninstall.sh > /dev/null'
  cron_run_was_told uninstall
  sql 'set client_min_messages = error; drop function if exists take_its_time cascade' > /dev/null
  must 'test ! -e /opt/sni && test ! -e /etc/cron.d/sni && test ! -e /etc/cron.d/sni-backup && test ! -e /usr/local/bin/sni && ! systemctl cat sni-p3-worker > /dev/null 2>&1'
  must 'test -e /etc/sni/sni.env && test -e /etc/sni/sni.yaml && test -d /var/lib/sni/checkpoints && test -d /var/log/sni && ls /var/backups/sni/*.dump > /dev/null'
  [ "$(sql 'select count(*) from titles where (select count(*) > 50 from titles)')" = "$titles" ] || problem "titles are gone"
  upgrade || problem "it cannot be installed again"
  must 'sni run enrich > /dev/null; systemctl stop sni-p3-worker cron'
  before=$(picture)
  must '/opt/sni/current/deploy/backup.sh --to /root --as kept && /opt/sni/current/deploy/uninstall.sh > /dev/null'
  must 'rm -r /var/lib/sni /var/log/sni /var/backups/sni; cp /etc/sni/sni.yaml /root/; rm -r /etc/sni; cd / && runuser -u postgres -- dropdb sni && runuser -u postgres -- dropuser sni; userdel sni; mkdir /etc/sni; cp /root/sni.yaml /etc/sni/'
  upgrade --no-start || problem "a fresh machine cannot be installed"
  must '/opt/sni/current/deploy/restore.sh /root/kept-*.dump --yes > /dev/null'
  same_picture "$before" "on a fresh machine"
  must 'systemctl start cron; systemctl enable --now --quiet sni-p3-worker; sni status'
}
