-- The procedure of one answered call: where it stands.
create table silent_call (
    call_id    text primary key references call_evidence on delete cascade,
    began_at   timestamptz not null,
    step       text        not null,
    cause      text        not null,
    since      timestamptz not null,
    not_before timestamptz not null,
    -- when the step is over by itself; null where only a person or a signal ends it
    due_at     timestamptz,
    -- JSON: what was already acted on, and what gateway and people told
    known      text        not null,
    told       text        not null,
    -- ordinal of the newest step, ce_sequence of its event
    version    bigint      not null
);

create index silent_call_due on silent_call (due_at) where due_at is not null;
create index silent_call_open on silent_call (began_at, call_id) where step <> 'CLOSED';
create index silent_call_began on silent_call (began_at, call_id);

-- Every step that was ever taken.
create table silent_step (
    call_id    text        not null references silent_call on delete cascade,
    ordinal    bigint      not null,
    step       text        not null,
    cause      text        not null,
    at         timestamptz not null,
    -- Place in the stream. Numbers are drawn before they become visible, so the stream reads only what older transactions
    -- cannot add to any more: no lock is needed for that, and none held.
    changed_in bigint      not null default cast(cast(pg_current_xact_id() as text) as bigint),
    position   bigint      generated always as identity,
    primary key (call_id, ordinal)
);

create index silent_step_stream on silent_step (changed_in, position);
