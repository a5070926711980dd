-- What this service knows of a call, to decide whether somebody must ring back.
create table call_state (
    call_id     text primary key,
    caller_ref  text,
    ending      text check (ending in ('ENDED', 'ABANDONED')),
    ended_at    timestamptz,
    reported    boolean     not null,
    disposition text,
    -- When the call is to be judged: triage and operator have a moment after the end. Null: not ended, or judged.
    due_at      timestamptz,
    updated_at  timestamptz not null
);

create index call_state_due on call_state (due_at) where due_at is not null;
create index call_state_age on call_state (updated_at);

create table callback_task (
    id              uuid primary key,
    call_id         text        not null unique,
    caller_ref      text,
    reason          text        not null check (reason in ('SILENT', 'ABANDONED')),
    hoax_likelihood double precision,
    opened_at       timestamptz not null,
    closed_at       timestamptz,
    outcome         text,
    closed_by       text,
    version         bigint      not null
);

-- The order in which tasks are worked: the least likely hoax first, one without a score before all.
create index callback_task_open on callback_task (coalesce(hoax_likelihood, 0), opened_at, id) where closed_at is null;
