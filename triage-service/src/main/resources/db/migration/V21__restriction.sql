-- Callers to be answered after others, and what was proposed or asked for: one row a decision.
create table restriction (
    id          uuid primary key,
    caller_ref  text        not null,
    -- the call that gave cause for it
    call_id     text,
    state       text        not null,
    length_ms   bigint      not null,
    reason      text        not null,
    -- who stands for it, and who stands for more than a day of it
    first_by    text,
    second_by   text,
    -- since when without a pause of a day the caller has been answered later
    chain_start timestamptz,
    active_from timestamptz,
    -- end by itself: of the restriction, or of the wait for a person
    until       timestamptz not null,
    ended_at    timestamptz,
    end_cause   text,
    created_at  timestamptz not null
);

create unique index restriction_active on restriction (caller_ref) where state = 'ACTIVE';
create unique index restriction_pending on restriction (caller_ref) where state in ('PROPOSED', 'AWAITING_SECOND');
create index restriction_due on restriction (until) where state in ('ACTIVE', 'PROPOSED', 'AWAITING_SECOND');
create index restriction_queue on restriction (state, created_at, id);
create index restriction_caller on restriction (caller_ref, ended_at);
create index restriction_call on restriction (call_id);

-- Who did what and when; nothing here is ever changed.
create table restriction_log (
    restriction_id uuid        not null references restriction on delete cascade,
    ordinal        bigint      generated always as identity,
    at             timestamptz not null,
    who            text        not null,
    what           text        not null,
    note           text,
    primary key (restriction_id, ordinal)
);

-- Version of what is told of each caller.
create table restricted_caller (
    caller_ref text primary key,
    version    bigint not null
);

-- For replaying a rule over the past.
create index call_evidence_started on call_evidence (started_at);
