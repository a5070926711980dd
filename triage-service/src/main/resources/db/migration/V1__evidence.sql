-- Evidence of a call, from three topics whose order among each other is not guaranteed: a row may exist before its call.
create table call_evidence (
    call_id         text primary key,
    -- keyed hash of the caller's number; absent for withheld numbers and phones without SIM
    caller_ref      text,
    caller          text        not null default 'UNKNOWN',
    status          text        not null default 'UNKNOWN',
    started_at      timestamptz,
    answered_at     timestamptz,
    ended_at        timestamptz,
    dtmf            text        not null default '',
    disposition     text,
    disposition_at  timestamptz,
    report          text        not null default 'NONE',
    speech_ms       bigint      not null default 0,
    noise_ms        bigint      not null default 0,
    silence_ms      bigint      not null default 0,
    missing_chunks  bigint      not null default 0,
    -- where the speech detector stands (JSON): a killed process continues exactly here; emptied after the call
    listening       text,
    -- version of the newest assessment, 0 before the first
    version         bigint      not null default 0,
    changed_at      timestamptz not null default now()
);

create index call_evidence_running on call_evidence (caller_ref)
    where caller_ref is not null and status in ('UNKNOWN', 'RINGING', 'ANSWERED', 'TRANSFERRED');
create index call_evidence_changed on call_evidence (changed_at);
