#!/usr/bin/env bash
# The entry of a container: /etc/sni/sni.env, read as node reads it on a box, becomes the environment of the command behind it, and the command
# takes the place of this script, so that signals and exit codes are its own. What is set already stays as it is.
set -euo pipefail
file=${file:-/etc/sni/sni.env}
if [ -e "$file" ]; then
  # Each name and value ends with a zero byte.
  # shellcheck disable=SC2016 # for node
  print='const text = require("node:fs").readFileSync(process.argv[1], "utf8");
    for (const [name, value] of Object.entries(require("node:util").parseEnv(text))) process.stdout.write(`${name}=${value}\0`);'
  while IFS= read -r -d '' setting; do
    name=${setting%%=*}
    [ -n "${!name+set}" ] || export "${setting?}"
  done < <(node -e "$print" "$file")
  # Without its settings a command would take others for its own.
  wait $! || { echo "with-settings.sh: $file cannot be read; the line before says why." >&2; exit 78; }
fi
exec "$@"
