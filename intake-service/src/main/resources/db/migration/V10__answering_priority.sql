-- Callers to be answered after others, as triage-service tells: looked up by the gateway with each call. Nobody is blocked.
create table answering_priority (
    caller_ref text primary key,
    until      timestamptz not null
);

create index answering_priority_until on answering_priority (until);
