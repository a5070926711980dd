-- What a change of a ticket was, apart from the record that it was: the service may erase this, but only of a ticket that it
-- keeps no more, and it can change neither.
create table ticket_history_details (
    position bigint primary key,
    -- JSON: the ticket after the change, and why. The record has its digest.
    details  text  not null,
    -- Without it nobody can try out what erased details were.
    salt     bytea not null
);

insert into ticket_history_details (position, details, salt)
select position, details, salt from ticket_history where details is not null;

alter table ticket_history drop column details, drop column salt;

create function refuse_to_forget_a_kept_ticket() returns trigger language plpgsql as $$
begin
    if exists (select 1 from ticket_history h join ticket t on t.id = h.ticket_id where h.position = old.position) then
        raise exception 'what happened to a ticket is kept as long as the ticket';
    end if;
    return old;
end $$;

create trigger ticket_history_details_are_kept before delete on ticket_history_details
    for each row execute function refuse_to_forget_a_kept_ticket();

revoke update, truncate on ticket_history_details from current_user;

-- What has been closed for how long, oldest first.
create index ticket_closed on ticket (closed_at, id) where status = 'CLOSED';
create index ticket_closed_reporter on ticket (closed_at, id)
    where status = 'CLOSED' and (reporter_sealed is not null or reporter_handover is not null or caller_ref is not null);
create index callback_task_closed on callback_task (closed_at, id) where closed_at is not null;

-- What was removed on which day (Asia/Jakarta), by class.
create table retention_removal (
    day     date   not null,
    class   text   not null,
    removed bigint not null,
    primary key (day, class)
);
