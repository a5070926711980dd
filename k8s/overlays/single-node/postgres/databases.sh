#!/bin/bash
# Run by the image when its data folder is new: one database per service and one for Keycloak, each owned by a role of
# its name that nobody else may connect to. Passwords are read inside psql: a command line is readable to others.
set -euo pipefail
for name in intake triage ticket notification keycloak; do
  variable="${name^^}_DB_PASSWORD"
  [ -n "${!variable:-}" ] || { echo "$variable is missing" >&2; exit 1; }
  psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username=postgres --dbname=postgres --set=name="$name" <<SQL
\getenv password $variable
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke all on database :"name" from public;
SQL
done
