#!/bin/bash
# What docker-compose.yml uses of the original's: a new data folder is made, prepared by the scripts that are mounted on a server
# that only this machine's socket reaches, and only then served.
set -euo pipefail
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  mkdir -p "$PGDATA"
  # shellcheck disable=SC2086 # several options
  initdb --username=postgres --pwfile=<(printf '%s\n' "$POSTGRES_PASSWORD") ${POSTGRES_INITDB_ARGS:-} --pgdata="$PGDATA"
  echo 'host all all all scram-sha-256' >>"$PGDATA/pg_hba.conf"
  export PGHOST=/var/run/postgresql PGPASSWORD=$POSTGRES_PASSWORD
  pg_ctl --wait -o "-c listen_addresses='' -c unix_socket_directories=$PGHOST" start
  for script in /docker-entrypoint-initdb.d/*.sh; do
    bash "$script"
  done
  pg_ctl --mode=fast --wait stop
fi
exec "$@" -c listen_addresses='*' -c unix_socket_directories=/var/run/postgresql
