#!/bin/sh
# What the browser tests need beside Python: Chromium. Installed where that may be done, asked for otherwise.
set -e
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then
    exit 0
  fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Chromium for the browser tests …"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-dejavu-core >/dev/null
else
  echo "The browser tests need Chromium; install it, on Debian and Ubuntu with: sudo apt-get install chromium" >&2
  exit 1
fi
