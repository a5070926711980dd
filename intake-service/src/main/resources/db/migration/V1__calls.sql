-- A call as the gateway and the operators have told it so far. A row may come before its announcement: an event, a report or
-- a disposition is kept for a call that is not yet known.
create table phone_call (
    call_id          text primary key,
    -- Set by the announcement (POST /calls); nothing is published before.
    announced_at     timestamptz,
    -- HMAC of the announcement's content: the same again is a repeat, other content a conflict.
    announcement     text,
    caller_kind      text,
    caller_ref       text,
    -- JWE of the number as given or normalised; the key is the service's own.
    caller_sealed    text,
    called           text,
    -- Start of the call, or until it is announced the time of the first word of it.
    started_at       timestamptz not null,
    location         text,
    status           text        not null,
    answered_at      timestamptz,
    ended_at         timestamptz,
    dtmf             text,
    transferred_to   text,
    disposition      text,
    disposition_at   timestamptz,
    disposition_by   text,
    report_id        uuid,
    assessment       text,
    -- Version published as ce_sequence; 0 before the first event.
    version          bigint      not null default 0,
    -- Place in the stream of changes that consoles follow.
    stream_position  bigint      not null default 0
);

create index phone_call_started on phone_call (started_at desc, call_id desc);
create index phone_call_stream on phone_call (stream_position);

create table call_event (
    call_id     text        not null references phone_call,
    seq         integer     not null,
    type        text        not null,
    at          timestamptz not null,
    digits      text,
    transfer_to text,
    received_at timestamptz not null,
    primary key (call_id, seq)
);

-- One row, taken last in a transaction and held to its commit: positions become visible in their order.
create table call_stream (
    single   boolean primary key default true check (single),
    position bigint not null
);

insert into call_stream (position) values (0);

create table report (
    report_id       uuid primary key,
    call_id         text        not null unique references phone_call,
    content         text        not null,
    category        text        not null,
    text            text        not null,
    life_threat     boolean     not null,
    location        text,
    reporter_sealed text,
    reported_at     timestamptz not null,
    reported_by     text        not null
);
