-- How the people of an agency that has not accepted in time are woken, one step after the other.
create table ladder (
    -- The escalation's own id.
    ladder_id     uuid        primary key,
    ticket_id     text        not null,
    number        text        not null,
    agency        text        not null,
    assignment_id uuid        not null,
    -- A clock that begins anew may be missed again.
    clock_from    timestamptz not null,
    priority      smallint    not null check (priority between 0 and 10),
    began_at      timestamptz not null,
    -- Rungs that are behind it, done or skipped.
    climbed       smallint    not null default 0,
    -- When the next rung's time comes; none: stopped, or at the top.
    next_at       timestamptz,
    stopped_at    timestamptz,
    stopped_by    text,
    unique (assignment_id, clock_from)
);

create index ladder_due on ladder (next_at) where next_at is not null;
create index ladder_open on ladder (agency, ticket_id) where stopped_at is null;
create index ladder_ticket on ladder (ticket_id);

-- A rung that is behind; each once, whatever is killed.
create table ladder_rung (
    ladder_id uuid        not null references ladder on delete cascade,
    rung      text        not null,
    done_at   timestamptz not null,
    -- People told; 0: skipped.
    told      integer     not null,
    reason    text,
    primary key (ladder_id, rung)
);

create index delivery_ladder on delivery (ladder_id, rung) where ladder_id is not null;

-- What an agency knows of a ticket by now.
create index feed_event_ticket on feed_event (agency, ticket_id, position);
