-- Who changed which reference data, when, from what to what. Written in the transaction of the change, never altered.
create table reference_change (
    id         uuid        primary key,
    kind       text        not null check (kind in ('CATEGORY', 'AGENCY', 'AREA_RULE')),
    code       text        not null,
    version    bigint      not null,
    changed_by text        not null,
    role       text        not null,
    changed_at timestamptz not null,
    before     json,
    after      json,
    reason     text,
    unique (kind, code, version)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'what % keeps is history and is not changed', tg_table_name;
end $$;

create trigger reference_change_is_history before update or delete or truncate on reference_change
    for each statement execute function refuse_change();

-- One row, raised by every change: whoever holds its lock is the only one who changes anything, and whoever reads it sees
-- whether what it remembers is still so. A later migration that changes categories, agencies or rules raises it, too.
create table reference_version (
    only_row boolean primary key default true check (only_row),
    version  bigint  not null
);

insert into reference_version (version) values (1);
