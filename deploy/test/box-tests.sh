# shellcheck shell=bash disable=SC2016,SC2154 # what stands in single quotes is for the shell of the box; box.sh sets the rest
# What happens to machines, done to the box; sourced by in-a-box.sh after README's commands. Each test is a function whose name says what
# must hold. After each, every kept title is in one family, nothing was done twice, and nothing is left half done.

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

# From here on each family takes its time, so that a batch can be watched, until slow_families_no_more.
slow_families() {
  sql 'set role sni; create function take_time() returns trigger language plpgsql as $$ begin perform pg_sleep(0.5); return new; end $$;
    create trigger take_time before insert on event_families for each row execute function take_time()' > /dev/null
}
slow_families_no_more() { sql 'set client_min_messages = error; drop function if exists take_time cascade' > /dev/null; }

readmes_commands_have_made_families_and_narratives() {
  inside 'sni list families --limit 3'
  [ "$(sql 'select count(*) > 50 from titles')" = t ] || problem "there are hardly any titles"
  [ "$(sql "select count(*) > 5 from event_families where status = 'active'")" = t ] || problem "there are hardly any families"
  [ "$(sql 'select count(*) > 5 from framed_narratives')" = t ] || problem "there are hardly any narratives"
}

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
  must "pkill -KILL -f 'phases/generate.js'"
  free_families
  all_done_once
  # With the level of a warning.
  must "journalctl --since @$began_at -u sni-p3-worker -p warning --no-pager -o cat | grep 'batch ended' | grep 'exit code 137'"
}

a_killed_worker_is_started_again() {
  middle_of_a_batch
  must 'systemctl kill --signal=KILL --kill-whom=main sni-p3-worker'
  free_families
  all_done_once
}

a_killed_postgres_is_survived() {
  middle_of_a_batch
  must "pkill -KILL -u postgres -f 'postgres'"
  sleep 8
  say "  meanwhile: $(status_text)"
  inside 'systemctl stop holder 2> /dev/null'
  must 'systemctl restart "postgresql@$(ls /etc/postgresql)-main"'
  all_done_once 180
}

the_watchdog_restarts_a_worker_whose_node_is_stopped() {
  local before
  # A quarter of an hour is long for a test.
  must 'mkdir -p /run/systemd/system/sni-p3-worker.service.d; printf "[Service]\nWatchdogSec=20s\n" > /run/systemd/system/sni-p3-worker.service.d/watchdog.conf; systemctl daemon-reload; systemctl restart sni-p3-worker'
  middle_of_a_batch
  before=$(inside 'systemctl show --value -p NRestarts sni-p3-worker')
  must "pkill -STOP -f 'node .*phases/generate.js'"
  holds 60 "[ \"\$(systemctl show --value -p NRestarts sni-p3-worker)\" -gt $before ]"
  inside "journalctl --since @$began_at -u sni-p3-worker --no-pager -o cat | grep -i watchdog | tail -n 2"
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
  inside "journalctl --since @$began_at -u sni-p3-worker --no-pager -o cat | tail -n 6"
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
  must "journalctl --since @$began_at -u sni-p3-worker -p err --no-pager -o cat | grep 'worker ends'"
  must "journalctl --since @$began_at -u failed-sni@sni-p3-worker -p err --no-pager -o cat | grep 'sni-p3-worker has failed'"
  inside 'cp /root/kept /etc/sni/sni.yaml; systemctl start sni-p3-worker'
}
