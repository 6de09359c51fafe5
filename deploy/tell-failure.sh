#!/usr/bin/env bash
# Says that a unit has failed: one sentence to the journal, and by mail to MAILTO (root) where the machine can send mail. Takes the
# unit's name without its ending. Started by failed-sni@.service.
set -euo pipefail

unit=${1:?which unit has failed?}
sentence="$unit has failed: journalctl -u $unit says why."
printf '<3>%s\n' "$sentence"
command -v sendmail > /dev/null || exit 0
printf 'To: %s\nSubject: %s on %s\n\n%s\n' "${MAILTO:-root}" "$unit has failed" "$(uname -n)" "$sentence" | sendmail -t
