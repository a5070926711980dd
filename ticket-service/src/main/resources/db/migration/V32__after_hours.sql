-- What came in outside service hours and could wait is looked through at opening, until an agency has it or a person has seen it.
alter table ticket
    add column after_hours     boolean not null default false,
    add column acknowledged_at timestamptz,
    add column acknowledged_by text;

alter table callback_task
    add column after_hours boolean not null default false;

create index ticket_backlog on ticket (priority desc, opened_at, id)
    where after_hours and status = 'OPEN' and acknowledged_at is null;
create index callback_task_backlog on callback_task (opened_at, id) where after_hours and closed_at is null;
