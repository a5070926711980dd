create table ticket (
    id                  uuid primary key,
    number              text        not null unique,
    -- Exactly one ticket a report, whatever is delivered twice or killed in between.
    report_id           text        not null unique,
    call_id             text        not null,
    caller_ref          text,
    category            text        not null,
    -- Labels as they were when the ticket was opened: an unknown category has none of its own.
    label_id            text        not null,
    label_en            text        not null,
    priority            smallint    not null check (priority between 0 and 10),
    life_threat         boolean     not null,
    emergency           boolean     not null,
    status              text        not null check (status in ('OPEN', 'CLOSED')),
    report_text         text        not null,
    -- Compact JWE under the at-rest key.
    reporter_sealed     text,
    lat                 double precision,
    lon                 double precision,
    kecamatan           text,
    desa                text,
    address             text,
    hoax_likelihood     double precision,
    band                text,
    reasons             text,
    assessment_sequence bigint      not null default 0,
    reported_at         timestamptz not null,
    opened_at           timestamptz not null,
    closed_at           timestamptz,
    version             bigint      not null
);

create index ticket_call on ticket (call_id);
create index ticket_status on ticket (status, id desc);
create index ticket_category on ticket (category, id desc);

create table assignment (
    id              uuid primary key,
    ticket_id       uuid        not null references ticket (id),
    agency          text        not null references agency (id),
    role            text        not null check (role in ('LEAD', 'SUPPORT')),
    position        smallint    not null,
    reporter_needed boolean     not null,
    status          text        not null check (status in ('ACTIVE', 'RESOURCES_ASSIGNED', 'RESOURCES_ENROUTE',
                                                           'RESOURCES_ONSCENE', 'CLOSED', 'CANCELLED', 'REOPENED')),
    received_at     timestamptz not null,
    accepted_at     timestamptz,
    enroute_at      timestamptz,
    onscene_at      timestamptz,
    closed_at       timestamptz,
    outcome         text,
    unique (ticket_id, agency)
);

create index assignment_agency on assignment (agency, ticket_id desc);

-- Last number given on a day (Asia/Jakarta). Its row lock makes numbers unique; a rolled back ticket gives its number back.
create table ticket_counter (
    day         date primary key,
    last_number integer not null
);

-- A command that was applied: sent again, over whatever way, it is answered the same and does nothing.
create table applied_command (
    agency     text        not null,
    command_id uuid        not null,
    ticket_id  uuid        not null references ticket (id),
    action     text        not null,
    status     text        not null,
    at         timestamptz not null,
    by_name    text,
    note       text,
    outcome    text,
    applied_at timestamptz not null,
    primary key (agency, command_id)
);

create index applied_command_ticket on applied_command (ticket_id);

-- The latest assessment of each call, whether its report has come or not.
create table call_assessment (
    call_id         text primary key,
    sequence        bigint           not null,
    hoax_likelihood double precision not null,
    band            text             not null,
    confident       boolean          not null,
    reasons         text             not null,
    assessed_at     timestamptz      not null
);

create index call_assessment_age on call_assessment (assessed_at);

-- A report that waits a moment for its assessment. It outlives the process: whoever finds it due opens its ticket.
create table pending_report (
    report_id   text primary key,
    call_id     text        not null,
    report      text        not null,
    received_at timestamptz not null,
    due_at      timestamptz not null
);

create index pending_report_call on pending_report (call_id);
create index pending_report_due on pending_report (due_at);
