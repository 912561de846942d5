#!/bin/sh
# Installs Huiyin from the folder that this script lies in; needs no network. Checks every file first.
#   sudo ./install.sh                     to /opt/huiyin, with user, unit and settings for systemd
#   ./install.sh --no-system --prefix DIR  the files only
set -eu
umask 022
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
prefix=/opt/huiyin
system=yes
while [ $# -gt 0 ]; do
  case "$1" in
    --prefix) prefix=${2:?"--prefix needs a folder"}; shift 2 ;;
    --no-system) system=no; shift ;;
    *) echo "install.sh: expected --prefix DIR or --no-system; got $1" >&2; exit 1 ;;
  esac
done
case "$(uname -m)" in
  x86_64 | amd64) arch=x64 ;;
  aarch64 | arm64) arch=arm64 ;;
  *) echo "install.sh: expected a processor of kind x86_64 or aarch64; this one is $(uname -m)" >&2; exit 1 ;;
esac
if [ ! -x "$here/node/$arch/bin/node" ]; then
  echo "install.sh: this archive has no Node for $arch; make one with: npm run airgap -- --arch $arch" >&2
  exit 1
fi
if [ "$system" = yes ] && [ "$(id -u)" != 0 ]; then
  echo "install.sh: expected to be run by root, or with --no-system" >&2
  exit 1
fi

cd "$here"
echo 'Checking every file …'
if ! sha256sum --check --quiet --strict SHA256SUMS; then
  echo 'install.sh: the files are not those that were packed; nothing was installed. Fetch the archive again' >&2
  exit 1
fi
if [ "$(find . -type f ! -name SHA256SUMS | wc -l)" -ne "$(wc -l < SHA256SUMS)" ]; then
  echo 'install.sh: there are files that were not packed; nothing was installed. Unpack into an empty folder' >&2
  exit 1
fi

version=$(cat VERSION)
place=$prefix/$version
rm -rf "$place.new"
mkdir -p "$place.new/node"
cp -R app bin systemd VERSION "$place.new/"
cp -R "node/$arch" "$place.new/node/"
rm -rf "$place"
mv "$place.new" "$place"
ln -s "$version" "$prefix/current.new"
mv -T "$prefix/current.new" "$prefix/current"
echo "Installed $version in $place; $prefix/current points to it"

if [ "$system" = yes ]; then
  install -D -m 0644 systemd/sysusers.conf /usr/lib/sysusers.d/huiyin.conf
  install -D -m 0644 systemd/tmpfiles.conf /usr/lib/tmpfiles.d/huiyin.conf
  for unit in huiyin.service huiyin-backup.service huiyin-backup.timer; do
    install -D -m 0644 "systemd/$unit" "/usr/lib/systemd/system/$unit"
  done
  [ -e /etc/huiyin/huiyin.env ] || install -D -m 0640 systemd/huiyin.env /etc/huiyin/huiyin.env
  systemd-sysusers huiyin.conf
  systemd-tmpfiles --create huiyin.conf
  systemctl daemon-reload
  ln -sf "$prefix/current/bin/huiyin" /usr/local/bin/huiyin
  echo 'Look at /etc/huiyin/huiyin.env, then: systemctl enable --now huiyin'
  echo 'A backup every night: huiyin backup key /etc/huiyin/backup.key && systemctl enable --now huiyin-backup.timer'
fi
"$prefix/current/bin/huiyin" --version > /dev/null || { echo 'install.sh: it was installed and does not run' >&2; exit 1; }
