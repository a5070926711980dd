-- Each part's clock: from when it runs, which step it missed, by when the next is due, and when the sweep is to look at it.
alter table assignment
    add column clock_from       timestamptz,
    add column missed_step      text,
    add column missed_at        timestamptz,
    add column due_step         text,
    add column due_at           timestamptz,
    add column check_at         timestamptz,
    -- Why the command centre has a part: whose missed step brought it in.
    add column escalated_agency text,
    add column escalated_step   text;

create index assignment_check on assignment (check_at) where check_at is not null;
create index assignment_missed on assignment (missed_at) where missed_at is not null;

-- The clocks of what is open start now: nobody was told of times when it was given.
update assignment a set clock_from = now(), check_at = now()
  from ticket t
 where t.id = a.ticket_id and t.status = 'OPEN' and a.status not in ('CLOSED', 'CANCELLED');

-- What was told of missed steps. The key makes it once a step of a part, each time that its clock began.
create table escalation (
    id            uuid        primary key,
    ticket_id     uuid        not null references ticket (id) on delete cascade,
    assignment_id uuid        not null references assignment (id) on delete cascade,
    agency        text        not null,
    clock_from    timestamptz not null,
    step          text        not null,
    due_at        timestamptz not null,
    escalated_at  timestamptz not null,
    duty_officer  boolean     not null,
    unique (assignment_id, clock_from, step)
);

create index escalation_ticket on escalation (ticket_id);
