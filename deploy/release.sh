# shellcheck shell=bash disable=SC2154 # steps.sh sets the places
# Releases of the program, in folders of their own: what one is made of, and which is in use. Sourced after steps.sh; takes the checkout in
# source_folder.

# What a release is made of; what builds and tests it stays behind.
parts=(dist deploy lib/evidence lib/pages/assets lib/reading lib/vocabulary/terms phases sql package-lock.json sni.yaml)

# earlier FOLDER: paths of files that a build before the newest has left in dist for what still runs (bundle.mjs notes them).
earlier() { [ ! -f "$1/dist/.earlier" ] || cat "$1/dist/.earlier"; }

# The same files give the same word, whatever their times.
fingerprint() {
  (cd "$1" && find "${parts[@]}" -type f ! -path 'dist/.cache/*' ! -path dist/.earlier -print0 | grep -zvxFf <(earlier .) | sort -z | xargs -0 sha256sum | sha256sum | cut -c 1-16)
}

# copy_release FOLDER: whole or not at all.
copy_release() {
  local new=$program/releases/new
  rm -rf "$new" && mkdir -p "$new" || return 1
  (
    cd "$source_folder" || exit 1
    # shellcheck disable=SC2016 # it is JavaScript
    tar -c --anchored --no-wildcards --exclude=dist/.cache --exclude=dist/.earlier --exclude-from=<(earlier .) --exclude=node_modules/.bin --exclude=node_modules/.vite --exclude=node_modules/.vite-temp --exclude=node_modules/.experimental-vitest-cache --exclude-from=<(node -e '
      const { packages } = JSON.parse(require("fs").readFileSync("package-lock.json", "utf8"));
      for (const [path, { dev }] of Object.entries(packages)) if (dev) console.log(path);
    ') "${parts[@]}" node_modules package.json ./*.md LICENSE
  ) | tar -x --no-same-owner -C "$new" || return 1
  find "$new/node_modules" -mindepth 1 -maxdepth 1 -type d -empty -delete
  chmod -R u+rwX,go+rX,go-w "$new" && sync -f "$new" && mv -T "$new" "$1"
}

# switch_to RELEASE: from one moment to the next.
switch_to() { ln -sfn "$1" "$program/current.new" && mv -T "$program/current.new" "$program/current"; }
