-- What others make of a call is computed when it can have changed and remembered here, so that sound needs no more than its row.
alter table call_evidence
    -- JSON of the caller's record as of the call's start; null while it was not looked up
    add column caller_record       text,
    -- what calls nearby say; null while nobody looked
    add column independent_callers integer,
    add column crowd               integer;

-- Calls to be thought about again: because others changed something, or because time has passed. Not a column of the call's
-- row, for whoever writes it would have to wait for the row's lock with another call's lock in hand. No foreign key: it locks, too.
create table reassessment (
    id          bigint      generated always as identity primary key,
    call_id     text        not null,
    cause       text        not null,
    due_at      timestamptz not null,
    -- when the evidence came into being
    evidence_at timestamptz not null,
    -- for time that has passed: how long after the answer, 0 otherwise
    after_ms    bigint      not null
);

create index reassessment_due on reassessment (due_at);
create index reassessment_call on reassessment (call_id);
