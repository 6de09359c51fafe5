#!/usr/bin/env bash
# Builds the image with buildah, as root without a daemon, from this checkout. Ends with 1 and what is missing.
set -euo pipefail

usage() {
  cat <<'TEXT'
usage: deploy/container/build.sh [--tag NAME] [--base IMAGE | --own-base] [--embedded] [--try]

  --tag NAME     what the image is called (localhost/sni:latest)
  --base IMAGE   the image it stands on, a Debian with node and npm (docker.io/library/node:22-bookworm-slim)
  --own-base     make the base here instead, by debootstrap and the npm package "node": where no registry of images is
  --embedded     bring an embedded PostgreSQL along, for trying out
  --try          with --embedded: run the quick start in the finished image, then say how large it is

Examples:
  deploy/container/build.sh --tag registry.example.org/sni:1
  deploy/container/build.sh --own-base --embedded --try
Before: apt-get install buildah (and debootstrap for --own-base)
TEXT
}

tag=localhost/sni:latest base='' own_base='' embedded=no try=''
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) usage; exit 0 ;;
    --own-base) own_base=yes ;;
    --embedded) embedded=yes ;;
    --try) try=yes ;;
    --tag | --base)
      [ $# -ge 2 ] || { echo "build.sh: $1 needs a value. --help shows which." >&2; exit 78; }
      if [ "$1" = --tag ]; then tag=$2; else base=$2; fi
      shift ;;
    *) echo "build.sh: $1 is no flag of it. --help shows which there are." >&2; exit 78 ;;
  esac
  shift
done
[ -z "$try" ] || [ "$embedded" = yes ] || { echo 'build.sh: --try needs --embedded: the quick start brings its own database.' >&2; exit 78; }
for needed in buildah ${own_base:+debootstrap npm}; do
  command -v "$needed" > /dev/null || { echo "build.sh: $needed is missing: apt-get install $needed" >&2; exit 1; }
done
root=$(dirname "$(dirname "$(dirname "$(readlink -f "$0")")")")
# vfs and chroot ask nothing of the kernel: it works in a container too.
export BUILDAH_ISOLATION=chroot STORAGE_DRIVER=${STORAGE_DRIVER:-vfs}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A Debian with node and npm, as the image localhost/sni-base.
make_base() {
  local container node
  debootstrap --variant=minbase --include=ca-certificates bookworm "$work/debian" > "$work/log" 2>&1 || { tail -n 5 "$work/log" >&2; return 1; }
  rm -rf "$work"/debian/var/cache/apt/archives/*.deb "$work"/debian/var/lib/apt/lists/*
  npm install --silent --no-save --prefix "$work/node" node@22 npm@10
  node=$(find "$work/node/node_modules" -path '*/bin/node' -type f -size +1M | head -n 1)
  install -m 0755 "$node" "$work/debian/usr/local/bin/node"
  cp -a "$work/node/node_modules/npm" "$work/debian/usr/local/lib/npm"
  ln -s ../lib/npm/bin/npm-cli.js "$work/debian/usr/local/bin/npm"
  ln -s ../lib/npm/bin/npx-cli.js "$work/debian/usr/local/bin/npx"
  # A network that reads along has certificates of its own, and this machine knows them.
  [ ! -r /etc/ssl/certs/ca-certificates.crt ] || cp --dereference /etc/ssl/certs/ca-certificates.crt "$work/debian/etc/ssl/certs/"
  container=$(buildah from scratch)
  buildah copy -q "$container" "$work/debian" / > /dev/null
  buildah config --env NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt "$container"
  buildah commit -q --rm "$container" localhost/sni-base > /dev/null
}

if [ -n "$own_base" ]; then
  echo 'Making the base'
  make_base
  base=localhost/sni-base
fi
echo "Building $tag"
buildah build --layers=false ${base:+--build-arg "BASE=$base"} --build-arg "EMBEDDED=$embedded" --tag "$tag" -f "$root/deploy/container/Containerfile" "$root"
[ -z "$try" ] || {
  echo "The quick start in $tag"
  container=$(buildah from "$tag")
  buildah run "$container" -- node dist/lib/desk/sni.js quickstart
  buildah rm "$container" > /dev/null
}
buildah images --format '{{.Name}}:{{.Tag}} {{.Size}}' "$tag"
