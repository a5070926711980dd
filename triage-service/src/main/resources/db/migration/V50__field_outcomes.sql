-- What agencies found where they were sent for the call.
alter table call_evidence add column outcome text;

alter table past_call
    add column outcome text,
    alter column disposition drop not null,
    add constraint past_call_says_something check (disposition is not null or outcome is not null);
