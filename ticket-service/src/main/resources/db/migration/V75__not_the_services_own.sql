-- The service, whose role is called as its database is, reads and writes its tables and does nothing else to them: they belong to
-- the role that migrates. To its history it only adds, and erases details whose ticket is gone. Where one role is both, this
-- changes nothing.
do $$
declare
    service constant text := current_database();
begin
    execute format('grant select, insert, update, delete on all tables in schema %I to %I', current_schema(), service);
    execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to %I',
                   current_schema(), service);
    execute format('revoke update, delete on ticket_history from %I', service);
    execute format('revoke update on ticket_history_details from %I', service);
    if service <> current_user then
        execute format('revoke insert, update, delete on flyway_schema_history from %I', service);
    end if;
end $$;
