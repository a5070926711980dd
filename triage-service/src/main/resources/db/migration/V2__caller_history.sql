-- What operators said of a caller's calls. One row a call: a corrected disposition replaces the first.
create table past_call (
    call_id     text primary key,
    caller_ref  text        not null,
    disposition text        not null,
    at          timestamptz not null
);

create index past_call_caller on past_call (caller_ref, at);
create index past_call_at on past_call (at);
