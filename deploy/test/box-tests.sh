# shellcheck shell=bash disable=SC2016 # what stands in single quotes is for the shell of the box
# What happens to machines, done to the box; sourced by in-a-box.sh after README's commands. Each test is a function; its name says what
# must hold. Guards after each: every kept title is in one family, nothing was done twice, nothing is left half done.

failures=0
problem() {
  say "  NOT SO: $*"
  failures=$((failures + 1))
}

sql() { printf '%s' "$1" | inside 'cd / && runuser -u postgres -- psql -XqAt -v ON_ERROR_STOP=1 -d sni -f -'; }

# Runs words in the box; a problem when they fail.
must() { inside "$1" || problem "failed: $1"; }

# holds SECONDS WORDS: waits until the words succeed in the box; a problem when they have not by then.
holds() {
  local until=$((SECONDS + $1))
  until inside "$2" > /dev/null 2>&1; do
    [ "$SECONDS" -lt "$until" ] || { problem "not within $1 s: $2"; return 0; }
    sleep 0.5
  done
}

# true_within SECONDS SQL: waits until the query says t; a problem when it has not by then.
true_within() {
  local until=$((SECONDS + $1))
  until [ "$(sql "select $2" 2> /dev/null)" = t ]; do
    [ "$SECONDS" -lt "$until" ] || { problem "not within $1 s: $2"; circumstances; return 0; }
    sleep 0.5
  done
}

# What there is to know when something did not happen.
circumstances() {
  sql "select phase, left(worker, 40), started_at::time(0), exit, claimed, done from runs order by started_at desc limit 6;
    select pid, application_name, state, wait_event_type, wait_event, pg_blocking_pids(pid), left(regexp_replace(query, '\s+', ' ', 'g'), 100) from pg_stat_activity where datname = 'sni'"
  inside 'journalctl --no-pager -o short -n 30 -u "sni-*" | cut -c 1-250'
}

status_text() { inside 'systemctl show --value -p StatusText sni-p3-worker'; }

# What P3 has done is forgotten, so that it has 200 titles and more to do; nothing is written over.
forget_p3() {
  sql "truncate settles; update titles set ef_id = null, generated_at = null where ef_id is not null; update event_families set continues = null, merged_into = null; delete from event_families; delete from work where phase in ('generate', 'enrich', 'narrate')" > /dev/null
}

# Nobody can write a family until free_families: a batch stops in its middle.
hold_families() {
  inside 'systemd-run --quiet --collect --unit=holder --uid=postgres psql -Xq -d sni -c "begin; lock table event_families in share mode; select pg_sleep(900)"'
  true_within 10 "count(*) > 0 from pg_locks where mode = 'ShareLock' and granted"
}
free_families() { inside 'systemctl stop holder 2> /dev/null || true'; sql "select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep(900)%' and pid <> pg_backend_pid()" > /dev/null; }

middle_of_a_batch() {
  forget_p3
  hold_families
  inside 'systemctl start sni-p3-worker; sni wake generate' > /dev/null
  true_within 30 "count(*) > 0 from work where phase = 'generate' and state = 'leased'"
}

# Everything P3 can do gets done, once.
all_done_once() {
  local wrong
  true_within "${1:-90}" "not exists (select from titles where status = 'gate_keep' and ef_id is null) and not exists (select from work where phase = 'generate' and state <> 'done')"
  wrong=$(sql "select (select count(*) from (select from settles where phase = 'generate' group by item_id having count(*) > 1) t) || ' settled twice' where exists (select from settles where phase = 'generate' group by item_id having count(*) > 1)
    union all select ef_key || ' miscounts its titles' from (select e.ef_key from event_families e left join titles t using (ef_id) where e.status in ('seed', 'active') group by e.ef_id having e.title_count <> count(t.title_id)) m
    union all select 'a title stands twice' from titles group by title_hash having count(*) > 1
    union all select 'no title is in a family' where not exists (select from titles where ef_id is not null)")
  [ -z "$wrong" ] || problem "$wrong"
}

readmes_commands_have_made_families_and_narratives() {
  inside 'sni list families --limit 3'
  [ "$(sql 'select count(*) > 50 from titles')" = t ] || problem "there are hardly any titles"
  [ "$(sql "select count(*) > 5 from event_families where status = 'active'")" = t ] || problem "there are hardly any families"
  [ "$(sql 'select count(*) > 5 from framed_narratives')" = t ] || problem "there are hardly any narratives"
}

# The hour is shortened to a minute: cron itself is what is tested.
cron_fires_p1_p2_p4_p5_and_rows_appear() {
  sql 'truncate framed_narratives, event_families, titles, title_wordings, work, runs, model_calls cascade; update feeds set next_fetch_at = now(), body_sha256 = null, etag = null, last_modified = null' > /dev/null
  inside "systemctl start sni-p3-worker; sed -i -E 's/^[0-9]+ +\\* /* * /' /etc/cron.d/sni; touch /etc/cron.d"
  true_within 330 "count(distinct phase) = 5 and (select count(*) from framed_narratives) > 5 from runs where exit = 'done'"
  sql "select phase, exit, count(*), sum(made) from runs group by 1, 2 order by 1, 2"
  inside "sed -i -E 's/^\\* \\* /7 * /' /etc/cron.d/sni; touch /etc/cron.d; ls -l /var/log/sni"
}

# From here on each family takes its time, so that a batch can be watched, until slow_families_no_more.
slow_families() {
  sql 'create function take_time() returns trigger language plpgsql as $$ begin perform pg_sleep(0.5); return new; end $$;
    create trigger take_time before insert on event_families for each row execute function take_time()' > /dev/null
}
slow_families_no_more() { sql 'drop function take_time cascade' > /dev/null 2>&1; }

systemctl_status_says_how_the_batch_stands() {
  slow_families
  forget_p3
  inside 'sni wake generate' > /dev/null
  holds 90 "systemctl show --value -p StatusText sni-p3-worker | grep -Eq '^batch [0-9]+: [1-9][0-9]*/100 titles, [0-9.,]+/min, ETA .*, [0-9]+ waiting\$'"
  must 'systemctl status --no-pager --lines=0 sni-p3-worker'
  slow_families_no_more
  all_done_once
  holds 30 "systemctl show --value -p StatusText sni-p3-worker | grep -q 'next batch at'"
  say "  asleep: $(status_text)"
}

a_killed_node_is_reported_and_its_batch_resumed() {
  middle_of_a_batch
  inside "pkill -KILL -f 'phases/generate.js'"
  free_families
  all_done_once
  inside "journalctl -u sni-p3-worker --no-pager -o cat | grep 'batch ended' | tail -n 1"
  inside "journalctl -u sni-p3-worker --no-pager -o cat | grep -q 'exit code 137'" || problem "137 is not in the journal"
}

a_killed_worker_is_started_again() {
  middle_of_a_batch
  inside 'systemctl kill --signal=KILL --kill-whom=main sni-p3-worker'
  free_families
  all_done_once
}

a_killed_postgres_is_survived() {
  middle_of_a_batch
  inside "pkill -KILL -u postgres -f 'postgres'"
  sleep 8
  say "  meanwhile: $(status_text)"
  inside 'systemctl stop holder 2> /dev/null'
  must 'systemctl restart postgresql@15-main'
  all_done_once 180
}

the_watchdog_restarts_a_worker_whose_node_is_stopped() {
  local before
  # A quarter of an hour is long for a test.
  must 'mkdir -p /run/systemd/system/sni-p3-worker.service.d; printf "[Service]\nWatchdogSec=20s\n" > /run/systemd/system/sni-p3-worker.service.d/watchdog.conf; systemctl daemon-reload; systemctl restart sni-p3-worker'
  middle_of_a_batch
  before=$(inside 'systemctl show --value -p NRestarts sni-p3-worker')
  inside "pkill -STOP -f 'node .*phases/generate.js'"
  holds 60 "[ \"\$(systemctl show --value -p NRestarts sni-p3-worker)\" -gt $before ]"
  inside "journalctl -u sni-p3-worker --no-pager -o cat | grep -i watchdog | tail -n 2"
  free_families
  all_done_once
  # And what moves is left alone: longer than the watchdog's patience, by batches, rests, and a pause.
  inside 'sni pause generate --retry-in 40s' > /dev/null
  before=$(inside 'systemctl show --value -p NRestarts sni-p3-worker')
  sleep 45
  [ "$(inside 'systemctl show --value -p NRestarts sni-p3-worker')" = "$before" ] || problem "a worker that only waited was restarted"
  must 'rm /run/systemd/system/sni-p3-worker.service.d/watchdog.conf; systemctl daemon-reload; systemctl restart sni-p3-worker'
}

stop_ends_within_40_seconds_and_start_resumes() {
  local began
  forget_p3
  slow_families
  inside 'systemctl start sni-p3-worker; sni wake generate' > /dev/null
  true_within 30 "count(*) > 0 from work where phase = 'generate' and state = 'leased'"
  began=$SECONDS
  must 'systemctl stop sni-p3-worker'
  say "  stopped after $((SECONDS - began)) s, titles done: $(sql "select count(*) from work where phase = 'generate' and state = 'done'")"
  [ $((SECONDS - began)) -le 40 ] || problem "it took $((SECONDS - began)) s"
  [ "$(inside 'systemctl show --value -p Result sni-p3-worker')" = success ] || problem "the stop counts as a failure"
  [ "$(sql "select count(*) from work where phase = 'generate' and state = 'leased'")" = 0 ] || problem "titles are still leased"
  slow_families_no_more
  must 'systemctl start sni-p3-worker'
  all_done_once
}

# Its statement waits for a lock of somebody else's, so the batch can neither end nor give back.
stop_ends_within_40_seconds_also_a_batch_that_is_stuck() {
  local began
  middle_of_a_batch
  began=$SECONDS
  must 'systemctl stop sni-p3-worker'
  say "  stopped after $((SECONDS - began)) s: $(inside 'systemctl show --value -p Result sni-p3-worker')"
  [ $((SECONDS - began)) -le 40 ] || problem "it took $((SECONDS - began)) s"
  inside 'journalctl -u sni-p3-worker --no-pager -o cat | tail -n 6'
  free_families
  must 'systemctl start sni-p3-worker'
  all_done_once
}

two_workers_share_the_titles() {
  forget_p3
  inside 'systemctl stop sni-p3-worker'
  sql 'truncate runs' > /dev/null
  hold_families
  inside 'systemctl start sni-p3-worker sni-p3-worker@two'
  true_within 30 "count(distinct worker) = 2 from work where phase = 'generate' and state = 'leased'"
  free_families
  all_done_once
  sql "select run_id, done from runs where phase = 'generate' and done > 0"
  [ "$(sql "select count(*) >= 2 from runs where phase = 'generate' and done > 0")" = t ] || problem "one worker did it all"
  [ "$(sql "select sum(released) from runs where phase = 'generate'")" = 0 ] || problem "one worker took what the other held"
  must 'systemctl stop sni-p3-worker@two; ls /var/lib/sni/checkpoints/two'
}

a_power_cut_loses_nothing() {
  middle_of_a_batch
  cut_power
  boot
  holds 60 'systemctl is-active sni-p3-worker && systemctl is-active cron'
  all_done_once 180
}

an_upgrade_in_mid_batch_keeps_what_was_edited_and_resumes() {
  middle_of_a_batch
  inside "cd /usr/src/sni && last=\$(ls sql | tail -n 1) && next=\$(printf '%03d_box.sql' \$((10#\${last%%_*} + 1))) && echo 'create table box_test (id int);' > sql/\$next"
  inside "echo '# my own' | tee -a /etc/cron.d/sni >> /etc/sni/sni.yaml"
  # It waits for nobody: the held families would keep the batch until its grace is over.
  inside 'cd /usr/src/sni && deploy/install.sh' || problem "the upgrade has failed"
  free_families
  [ "$(sql "select count(*) from pg_tables where tablename = 'box_test'")" = 1 ] || problem "the new table is not there"
  inside "grep -q '^# my own' /etc/sni/sni.yaml && grep -q '^# my own' /etc/cron.d/sni" || problem "what was edited is gone"
  holds 30 'systemctl is-active sni-p3-worker'
  inside "tr '\\0' ' ' < /proc/\$(systemctl show --value -p MainPID sni-p3-worker)/cmdline | grep -q /opt/sni/current"
  all_done_once
  say "  the same once more changes nothing:"
  inside 'cd /usr/src/sni && deploy/install.sh' | grep -E '^  (done|would)' && problem "the second installation changed something"
  # The program before knows less than the database now.
  inside 'cd / && old=$(ls -d /opt/sni/releases/* | head -n 1) && runuser -u sni -- node --env-file=/etc/sni/sni.env $old/dist/phases/filter.js | grep -o "The database is newer[^\"]*"' || problem "an old program is not refused"
}

pause_resume_and_wake_reach_the_worker() {
  inside 'sni pause generate --retry-in 3h the model is down'
  holds 30 'systemctl show --value -p StatusText sni-p3-worker | grep -q "paused until .*the model is down"'
  say "  $(status_text)"
  forget_p3
  must 'sni resume generate'
  all_done_once 20
}

wrong_settings_end_the_worker_for_good() {
  inside "cp /etc/sni/sni.yaml /root/kept; echo 'bogus: 1' >> /etc/sni/sni.yaml; systemctl restart sni-p3-worker"
  holds 30 '[ "$(systemctl is-failed sni-p3-worker)" = failed ]'
  sleep 12
  [ "$(inside 'systemctl show --value -p ExecMainStatus sni-p3-worker')" = 78 ] || problem "it did not end with 78"
  inside 'cp /root/kept /etc/sni/sni.yaml; systemctl start sni-p3-worker'
}

timers_instead_of_cron() {
  inside 'cd /usr/src/sni && deploy/install.sh --timers' > /dev/null || problem "install.sh --timers has failed"
  inside 'systemctl list-timers --no-pager "sni-*"'
  must 'test ! -e /etc/cron.d/sni'
  inside 'systemctl start sni-p1 sni-p2 sni-p4 sni-p5' || problem "a phase fails as a unit"
  inside 'journalctl -u sni-p1 --no-pager -o cat | grep -q finished' || problem "P1 says nothing to the journal"
  inside 'cd /usr/src/sni && deploy/install.sh --cron' > /dev/null || problem "install.sh --cron has failed"
  inside 'test -e /etc/cron.d/sni && ! systemctl is-active sni-p1.timer' > /dev/null || problem "cron is not back"
}

tables_of_now() { sql "select md5(string_agg(t::text, '|' order by title_id)) from titles t union all select md5(string_agg(e::text, '|' order by ef_id)) from event_families e union all select md5(string_agg(n::text, '|' order by narrative_id)) from framed_narratives n union all select md5(string_agg(w::text, '|' order by phase, item_id)) from work w union all select md5(string_agg(f::text, '|' order by feed_id)) from feeds f"; }

a_backup_restored_gives_equal_tables() {
  local before
  # What the tests themselves have put there.
  sql 'drop function note_settle cascade; drop table settles' > /dev/null 2>&1
  inside 'sni run enrich && sni run narrate; systemctl stop sni-p3-worker' > /dev/null
  before=$(tables_of_now)
  inside '/opt/sni/current/deploy/backup.sh'
  sql "delete from framed_narratives; update titles set status = 'pending', ef_id = null; set role sni; create table newer (id int)" > /dev/null
  inside 'systemctl start sni-p3-worker; sni run filter' > /dev/null
  inside 'systemctl stop sni-p3-worker; /opt/sni/current/deploy/restore.sh "$(ls /var/backups/sni/*.dump | tail -n 1)" --yes' || problem "the restore has failed"
  [ "$(tables_of_now)" = "$before" ] || problem "the tables differ"
  [ "$(sql "select count(*) from pg_tables where tablename = 'newer'")" = 0 ] || problem "what came after the backup is still there"
  inside 'echo no backup > /tmp/x; /opt/sni/current/deploy/restore.sh /tmp/x --yes 2> /dev/null' && problem "what is no backup was restored"
  [ "$(tables_of_now)" = "$before" ] || problem "a refused restore changed something"
  must 'systemctl start sni-p3-worker'
}

uninstall_leaves_the_data() {
  local titles
  titles=$(sql 'select count(*) from titles')
  inside '/opt/sni/current/deploy/uninstall.sh' || problem "uninstall.sh has failed"
  inside 'test ! -e /opt/sni && test ! -e /etc/cron.d/sni && test ! -e /usr/local/bin/sni && ! systemctl cat sni-p3-worker > /dev/null 2>&1' || problem "something is left"
  inside 'test -e /etc/sni/sni.env && test -e /etc/sni/sni.yaml && test -d /var/lib/sni/checkpoints && test -d /var/log/sni && ls /var/backups/sni/*.dump > /dev/null' || problem "data is gone"
  [ "$(sql 'select count(*) from titles')" = "$titles" ] || problem "titles are gone"
  inside 'cd /usr/src/sni && deploy/install.sh' > /dev/null || problem "it cannot be installed again"
  inside 'sni status'
}

# What the tests themselves use.
inside 'apt-get install -y procps' > /dev/null

# The rests of a test's patience; and a record of every settle, to count them.
for name in '' @; do
  inside "mkdir -p /etc/systemd/system/sni-p3-worker$name.service.d; cat > /etc/systemd/system/sni-p3-worker$name.service.d/box.conf" << TEXT
[Service]
RestartSec=1s
ExecStart=
ExecStart=/opt/sni/current/deploy/p3-worker.sh ${name:+--name %i} --rest 2 --idle-rest 5 --longest-rest 10
TEXT
done
must 'systemctl daemon-reload; systemctl restart sni-p3-worker'
sql "create table settles (phase text, item_id bigint); grant all on settles to sni" > /dev/null
sql "create function note_settle() returns trigger language plpgsql as \$\$ begin insert into settles values (new.phase, new.item_id); return null; end \$\$;
  create trigger note_settle after update on work for each row when (new.state = 'done' and old.state <> 'done') execute function note_settle()" > /dev/null

for test in readmes_commands_have_made_families_and_narratives cron_fires_p1_p2_p4_p5_and_rows_appear \
  systemctl_status_says_how_the_batch_stands pause_resume_and_wake_reach_the_worker a_killed_node_is_reported_and_its_batch_resumed \
  a_killed_worker_is_started_again a_killed_postgres_is_survived the_watchdog_restarts_a_worker_whose_node_is_stopped \
  stop_ends_within_40_seconds_and_start_resumes stop_ends_within_40_seconds_also_a_batch_that_is_stuck two_workers_share_the_titles a_power_cut_loses_nothing \
  an_upgrade_in_mid_batch_keeps_what_was_edited_and_resumes wrong_settings_end_the_worker_for_good a_backup_restored_gives_equal_tables \
  timers_instead_of_cron uninstall_leaves_the_data; do
  [ -z "$only" ] || [[ $test =~ $only ]] || continue
  say "${test//_/ }"
  "$test" || problem "the test itself failed"
done
if [ "$failures" -gt 0 ]; then
  say "$failures things did not hold."
  exit 1
fi
say "All held."
