#!/bin/bash
# Run by the image when its data folder is new, and by hand where an older version made it (it may be run again): one
# database per service and one for Keycloak, to which nobody may connect but a role of its name. That role owns it; only
# ticket-service's is owned by another one, which migrates it, for its history is not the service's own to change.
# Passwords are read inside psql: a command line is readable to others.
set -euo pipefail
in_database() {
  psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username=postgres --dbname="$1" "${@:2}"
}
role() {
  [ -n "${!2:-}" ] || { echo "$2 is missing" >&2; exit 1; }
  in_database postgres --set=name="$1" <<SQL
\getenv password $2
select format('create role %I', :'name') where not exists (select from pg_roles where rolname = :'name') \gexec
alter role :"name" login password :'password';
SQL
}
for name in intake triage ticket notification keycloak; do
  owner=$name
  role "$name" "${name^^}_DB_PASSWORD"
  if [ "$name" = ticket ]; then
    owner=ticket_owner
    role "$owner" TICKET_OWNER_DB_PASSWORD
  fi
  in_database postgres --set=name="$name" --set=owner="$owner" <<'SQL'
select format('create database %I owner %I', :'name', :'owner')
 where not exists (select from pg_database where datname = :'name') \gexec
revoke all on database :"name" from public;
grant connect on database :"name" to :"name";
SQL
  if [ "$owner" != "$name" ]; then
    in_database "$name" --set=name="$name" --set=owner="$owner" <<<'reassign owned by :"name" to :"owner";'
  fi
done
