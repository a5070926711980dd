-- Tickets of one incident. replaced_by: the ticket that stands for this one; links: JSON, its relations to others.
alter table ticket
    add column replaced_by uuid,
    add column links       text,
    add column callers     smallint not null default 1;

create index ticket_replaced on ticket (replaced_by) where replaced_by is not null;

-- Open tickets by the time of their report: among these alone is looked for others of the same incident, however many are closed.
create index ticket_open on ticket (reported_at) where status = 'OPEN';

-- A merge, with all that a split needs to undo it: JSON of both tickets before, and of the one that stays after.
create table ticket_merge (
    id            uuid primary key,
    parent_id     uuid        not null references ticket (id) on delete cascade,
    child_id      uuid        not null references ticket (id) on delete cascade,
    parent_before text        not null,
    parent_after  text        not null,
    child_before  text        not null,
    merged_at     timestamptz not null,
    split_at      timestamptz
);

create unique index ticket_merge_in_force on ticket_merge (child_id) where split_at is null;
create index ticket_merge_parent on ticket_merge (parent_id);
