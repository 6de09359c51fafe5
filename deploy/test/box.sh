# shellcheck shell=bash disable=SC2016,SC2154 # what stands in single quotes is for the shell of the box
# What the tests of the box are made of; sourced by in-a-box.sh. Guard: what could not be asked is a problem, never an empty answer that
# is equal to another.

failures=0
problem() {
  say "  NOT SO: $*"
  failures=$((failures + 1))
}

ask() { printf '%s' "$1" | inside 'cd / && runuser -u postgres -- psql -XqAt -v ON_ERROR_STOP=1 -d sni -f -'; }

# An answer of the database. A question that fails is a problem of the test, noted in a file, for this runs in shells of its own.
sql() { ask "$1" || { printf '%s\n' "$1" >> "$work/unanswered"; return 1; }; }

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
  until [ "$(ask "select $2" 2> /dev/null)" = t ]; do
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

# Everything the database holds, a line for each table (its name, how many rows, what they are), index, constraint, trigger and sequence.
picture() {
  sql "select format('select %L, count(*), md5(coalesce(string_agg(t::text, E''\n'' order by t::text), '''')) from public.%I t', tablename, tablename)
      from pg_tables where schemaname = 'public' order by tablename \gexec
    select indexdef from pg_indexes where schemaname = 'public' order by 1;
    select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2;
    select tgrelid::regclass::text, tgname from pg_trigger where not tgisinternal order by 1, 2;
    select sequencename, last_value from pg_sequences where schemaname = 'public' order by 1"
}

# same_picture BEFORE WORDS: a problem when the database is another than before, or when there was no picture at all.
same_picture() {
  local now
  now=$(picture)
  [ "$(grep -c . <<< "$1")" -ge 50 ] || problem "$2: there is no picture of the database to compare with"
  [ "$now" = "$1" ] || { problem "$2: the database is another"; diff <(printf '%s\n' "$1") <(printf '%s\n' "$now") | head -n 10; }
}

# Words that must be refused in the box, with a sentence that matches.
refused() {
  local output
  if output=$(inside "$1" 2>&1); then problem "was not refused: $1"; fi
  grep -Eq "$2" <<< "$output" || problem "\"$1\" does not say \"$2\" but: $(tail -n 3 <<< "$output")"
}

# The next installation has something new to bring.
something_new() { inside "date +'# %N' >> /usr/src/sni/deploy/sample/sni.yaml"; }

# ... and a table more, which the program before does not know; and takes it back.
new_table() {
  inside "cd /usr/src/sni && last=\$(ls sql | tail -n 1) && next=\$(printf '%03d' \$((10#\${last%%_*} + 1))) && echo \"create table box_test\$next (id int);\" > sql/\${next}_box.sql"
}
new_table_never_was() { must 'cd /usr/src/sni/sql && rm "$(ls | tail -n 1)"'; }

# upgrade [FLAGS]: as an administrator does it; what it says goes to a file for who wants to look.
upgrade() { inside "cd /usr/src/sni && deploy/install.sh $*" > "$work/upgrade" 2>&1 || { tail -n 5 "$work/upgrade"; return 1; }; }

current() { inside 'readlink -e /opt/sni/current'; }

# What the tests themselves use: patience for their rests, and a record of every settle, to count them. It belongs to the account sni, so
# that a backup has it too.
prepare() {
  local name
  must 'apt-get install -y procps > /dev/null 2>&1'
  # What is mailed is caught, instead of handed to the mail server that came with cron.
  must 'chmod 1777 /var/mail; rm -f /usr/sbin/sendmail; printf "#!/bin/sh\ncat >> /var/mail/caught\n" > /usr/sbin/sendmail; chmod 755 /usr/sbin/sendmail'
  for name in '' @; do
    inside "mkdir -p /etc/systemd/system/sni-p3-worker$name.service.d; cat > /etc/systemd/system/sni-p3-worker$name.service.d/box.conf" << TEXT
[Service]
RestartSec=1s
ExecStart=
ExecStart=/opt/sni/current/deploy/p3-worker.sh ${name:+--name %i} --rest 2 --idle-rest 5 --longest-rest 10
TEXT
  done
  must 'systemctl daemon-reload; systemctl restart sni-p3-worker'
  sql "set role sni; create table settles (phase text, item_id bigint);
    create function note_settle() returns trigger language plpgsql as \$\$ begin insert into settles values (new.phase, new.item_id); return null; end \$\$;
    create trigger note_settle after update on work for each row when (new.state = 'done' and old.state <> 'done') execute function note_settle()" > /dev/null
}

# Runs the tests whose names `only` matches, and ends with 0 when all held.
run_tests() {
  local test
  prepare
  for test in "$@"; do
    [ -z "$only" ] || [[ $test =~ $only ]] || continue
    say "${test//_/ }"
    # shellcheck disable=SC2034 # the tests look into the journal from here on
    began_at=$(date +%s)
    rm -f "$work/unanswered"
    "$test" || problem "the test itself failed"
    [ ! -s "$work/unanswered" ] || problem "the database did not answer: $(head -c 500 "$work/unanswered")"
  done
  if [ "$failures" -gt 0 ]; then
    say "$failures things did not hold."
    exit 1
  fi
  say "All held."
}
