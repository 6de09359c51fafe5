#!/usr/bin/env bash
# The worker of P3: one bounded batch after another, for ever, with a breather between. Started by sni-p3-worker.service, or by hand, with
# the environment of the phases (see sni.env.example).
# A batch that hangs is ended, and said so; a stop is passed on and given its grace; wrong configuration (78) ends the loop, for no retry
# mends it; `sni wake generate` ends the breather.
set -uo pipefail

usage() {
  cat <<'TEXT'
usage: p3-worker.sh [--name NAME] [--batch N] [--max-inflight N] [--cap SPAN] [--rest S] [--idle-rest S] [--longest-rest S]

  --name NAME         one of several workers: keeps its checkpoints in a folder of that name below SNI_CHECKPOINTS
  --batch N           titles a batch (100)
  --max-inflight N    model questions at once (8)
  --cap SPAN          a batch that takes longer is ended, as `timeout` understands it (25m)
  --rest S            seconds between two batches (60)
  --idle-rest S       the same after a batch that found nothing, or a phase that is paused or busy (300)
  --longest-rest S    after failures the rest doubles up to this (900)

Examples:
  deploy/p3-worker.sh --batch 20 --rest 5
  deploy/p3-worker.sh --name second

It ends with 0 when it is stopped and with 78 when the configuration is wrong.
TEXT
}

name='' size=100 inflight=8 cap=25m rest=60 idle_rest=300 longest_rest=900
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) usage; exit 0 ;;
  esac
  case $1 in
    --name | --batch | --max-inflight | --cap | --rest | --idle-rest | --longest-rest) ;;
    *) echo "p3-worker.sh: $1 is no flag of it. --help shows which there are." >&2; exit 78 ;;
  esac
  [ $# -ge 2 ] || { echo "p3-worker.sh: $1 needs a value. --help shows which." >&2; exit 78; }
  case $1 in
    --name) name=$2 ;;
    --batch) size=$2 ;;
    --max-inflight) inflight=$2 ;;
    --cap) cap=$2 ;;
    --rest) rest=$2 ;;
    --idle-rest) idle_rest=$2 ;;
    --longest-rest) longest_rest=$2 ;;
  esac
  shift 2
done
for seconds in "$rest" "$idle_rest" "$longest_rest"; do
  [[ $seconds =~ ^[1-9][0-9]{0,5}$ ]] || { echo "p3-worker.sh: a rest is whole seconds from 1 on, not \"$seconds\"." >&2; exit 78; }
done

# The links are followed once: an upgrade under way does not change the program of a worker that runs.
root=$(dirname "$(dirname "$(readlink -f "$0")")")
if [ -n "$name" ]; then
  [[ $name =~ ^[A-Za-z0-9_-]{1,50}$ ]] || { echo "p3-worker.sh: a name is letters, digits, - and _, not \"$name\"." >&2; exit 78; }
  export SNI_CHECKPOINTS="${SNI_CHECKPOINTS:-$root/checkpoints}/$name"
  mkdir -p "$SNI_CHECKPOINTS" || exit 1
fi

child='' stopping=''
trap 'stopping=yes; [ -z "$child" ] || kill -TERM "$child" 2>/dev/null' TERM INT HUP

# What systemd hears; where there is none, the file in SNI_ALIVE is touched when work moves, and a probe looks at its age.
tell() {
  [ -z "${NOTIFY_SOCKET:-}" ] || systemd-notify "$@"
  case " $* " in
    *' WATCHDOG=1 '* | *' READY=1 '*) [ -z "${SNI_ALIVE:-}" ] || touch "$SNI_ALIVE" ;;
  esac
}

# Whether what is said here goes into the journal.
journal=''
[ -z "${JOURNAL_STREAM:-}" ] || [ "$JOURNAL_STREAM" != "$(stat --dereference --format=%d:%i "/proc/$$/fd/1")" ] || journal=yes

# Says a line of the log; the journal learns its level from a number before it. What is no line of a log is the sentence of an error.
say() {
  local level=''
  if [ -n "$journal" ]; then
    case $1 in
      '{"level":"error"'*) level='<3>' ;;
      '{"level":"warn"'*) level='<4>' ;;
      '{"level":"debug"'* | '{"level":"trace"'*) level='<7>' ;;
      '{'*) ;;
      ?*) level='<3>' ;;
    esac
  fi
  printf '%s%s\n' "$level" "$1"
}

# A line of the log: level, event, reason.
log() {
  say "$(printf '{"level":"%s","time":"%s","name":"sni-p3-worker","event":"%s","batch":%d,"reason":"%s"}' \
    "$1" "$(date -u +%Y-%m-%dT%H:%M:%S.%3NZ)" "$2" "$batch" "$3")"
}

# Waits for $child and leaves its exit code in $code; a signal to this script is passed on by the trap and waited out.
await() {
  # A signal that came before the child was known has not reached it.
  [ -z "$stopping" ] || kill -TERM "$child" 2>/dev/null
  while :; do
    wait "$child"
    code=$?
    kill -0 "$child" 2>/dev/null || break
  done
  child=''
}

# One batch; leaves its exit code in $code and its last line, which says how it ended, in $finished.
run_batch() {
  local output line
  exec {output}< <(
    trap - TERM INT HUP
    SNI_BATCH=$batch SNI_LAST_GOOD=$kept/sni.yaml exec timeout -k 30s "$cap" \
      node "$root/dist/phases/generate.js" --batch "$size" --resume --max-inflight "$inflight" 2>&1
  )
  child=$!
  [ -z "$stopping" ] || kill -TERM "$child" 2>/dev/null
  finished=''
  while IFS= read -r line <&"$output" || [ -n "$line" ]; do
    say "$line"
    case $line in *'"event":"finished"'*) finished=$line ;; esac
  done
  exec {output}<&-
  await
}

# Sleeps so many seconds, or until the phase is woken or this script is stopped. Should the sleep itself fail, it is slept plainly: one second
# is added, for the clock of the shell counts whole seconds, and its first may be as good as over.
breathe() {
  local began=$SECONDS left
  node "$root/dist/lib/desk/sni.js" wait generate --for "${1}s" --saying "$2" >/dev/null &
  child=$!
  await
  left=$((began + $1 + 1 - SECONDS))
  if [ "$code" -ne 0 ] && [ -z "$stopping" ] && [ "$left" -gt 0 ]; then
    sleep "$left" &
    child=$!
    await
  fi
}

# A number of the last line, such as done; 0 where it has none.
number() {
  if [[ $finished =~ \"$1\":([0-9]+) ]]; then echo "${BASH_REMATCH[1]}"; else echo 0; fi
}

# Where a batch keeps the settings it ran with: should sni.yaml become wrong meanwhile, the next one says so and runs with these.
kept=$(mktemp -d) || exit 1
trap 'rm -rf "$kept"' EXIT

batch=0 failures=0
tell READY=1 STATUS=starts
while [ -z "$stopping" ]; do
  batch=$((batch + 1))
  # A batch that begins is progress: the one before has ended.
  tell "STATUS=batch $batch begins" WATCHDOG=1
  run_batch
  [ -z "$stopping" ] || break
  failed='' next=$rest
  case $code in
    0)
      saying="batch $batch: $(number 'done') titles in $(number seconds) s"
      case $finished in *'"exit":"nothing"'*) saying="batch $batch: nothing to do" next=$idle_rest ;; esac
      ;;
    75) saying="batch $batch: not run, paused or busy" next=$idle_rest ;;
    78)
      log error 'worker ends' 'the configuration is wrong; the lines before say what. Mend it, then start the worker again.'
      tell "STATUS=stopped: the configuration is wrong, see its log"
      exit 78
      ;;
    124) failed="its $cap were over; what it had begun is resumed" ;;
    137) failed='killed: it did not end 30 s after it was told to, or memory ran out' ;;
    *) failed="failed with exit code $code" ;;
  esac
  if [ -n "$failed" ]; then
    failures=$((failures + 1))
    for ((doubled = 1; doubled < failures && next < longest_rest; doubled++)); do next=$((next * 2)); done
    [ "$next" -le "$longest_rest" ] || next=$longest_rest
    saying="batch $batch: $failed"
    log warn 'batch ended' "exit code $code: $failed. The next one begins in $next s."
  else
    failures=0
  fi
  breathe "$next" "$saying"
done
tell STOPPING=1 STATUS=stopped
exit 0
