#!/bin/sh
# What the tests need beside Python: Chromium and a PostgreSQL server. Installed where that may be done, asked for
# otherwise. Without PostgreSQL the tests run on SQLite alone and say so; without Chromium they fail. With nginx and
# openssl (AWARDS_TEST_NGINX=1 asks for them) the documented proxy is tested as well.
set -e

chromium_is_there() {
  for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then
      return 0
    fi
  done
  return 1
}

postgresql_is_there() {
  command -v initdb >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1
}

may_install() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1
}

wanted=""
chromium_is_there || wanted="$wanted chromium fonts-dejavu-core"
postgresql_is_there || wanted="$wanted postgresql"
[ -z "$AWARDS_TEST_NGINX" ] || command -v nginx >/dev/null 2>&1 || wanted="$wanted nginx-light openssl"
if [ -z "$wanted" ]; then
  exit 0
fi
if may_install; then
  echo "Installing$wanted for the tests …"
  apt-get update -qq
  # The tests start servers of their own; the one that Debian would set up is not needed.
  if ! postgresql_is_there; then
    mkdir -p /etc/postgresql-common
    [ -e /etc/postgresql-common/createcluster.conf ] ||
      echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
  fi
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $wanted >/dev/null
  exit 0
fi
if ! postgresql_is_there; then
  echo "PostgreSQL is not installed: tests run on SQLite alone. On Debian and Ubuntu: sudo apt-get install postgresql" >&2
fi
if ! chromium_is_there; then
  echo "The browser tests need Chromium; install it, on Debian and Ubuntu with: sudo apt-get install chromium" >&2
  exit 1
fi
