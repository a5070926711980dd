-- When something was last told of a call, by the database's own clock: a gateway's may be years wrong, and a call that goes on now
-- must not be taken for an old one. And when what names anybody was taken out of it; what is told later is due again in its turn.
drop trigger call_moves_in_stream on phone_call;

alter table phone_call
    add column changed_at   timestamptz not null default now(),
    add column forgotten_at timestamptz;

update phone_call c
   set changed_at = least(now(), greatest(c.announced_at, c.disposition_at, coalesce(c.announced_at, c.started_at),
                                          (select max(e.received_at) from call_event e where e.call_id = c.call_id),
                                          (select max(r.reported_at) from report r where r.call_id = c.call_id)));

create function note_change_of_call() returns trigger language plpgsql as $$
begin
    new.changed_at := now();
    return new;
end $$;

create trigger call_has_changed before update on phone_call
    for each row when (old is distinct from new and old.changed_at = new.changed_at and old.stream_position = new.stream_position
                       and old.forgotten_at is not distinct from new.forgotten_at)
    execute function note_change_of_call();

-- Forgetting is no news to a console, and what all calls wait for is not held for it.
create constraint trigger call_moves_in_stream after update on phone_call deferrable initially deferred
    for each row when (old.stream_position = new.stream_position and old is distinct from new
                       and old.forgotten_at is not distinct from new.forgotten_at)
    execute function place_in_call_stream();

create index phone_call_not_forgotten on phone_call (changed_at, call_id)
    where forgotten_at is null or forgotten_at < changed_at;

-- Statistics keep the row; text, its fingerprint and who wrote it go.
alter table report
    alter column content drop not null,
    alter column text drop not null,
    alter column reported_by drop not null;
