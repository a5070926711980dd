-- Who of an agency's people answers when, and how they are reached.
create table officer (
    officer_id    uuid        primary key,
    agency        text        not null,
    version       bigint      not null,
    -- Name and contacts as JSON, sealed: people's own numbers. Goes with the row when the agency removes the officer.
    sealed_person text        not null,
    created_at    timestamptz not null
);

create index officer_agency on officer (agency, officer_id);

create table shift (
    shift_id   uuid        primary key,
    officer_id uuid        not null references officer on delete cascade,
    agency     text        not null,
    starts_at  timestamptz not null,
    ends_at    timestamptz not null,
    check (ends_at > starts_at)
);

-- Who is on duty at a moment: shifts are short, so few of those that began lately are over.
create index shift_agency on shift (agency, starts_at);
create index shift_officer on shift (officer_id, starts_at);
