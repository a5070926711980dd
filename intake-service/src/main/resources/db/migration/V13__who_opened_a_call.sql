-- Who opened a call and saw whom to ring back: written before it is shown, and kept until the day that it says itself. No reference
-- to the call: what happened is kept whatever becomes of the call.
create table call_opening (
    position   bigint generated always as identity primary key,
    call_id    text        not null,
    -- The person by the realm's own id, and by the name of that day.
    subject    text        not null,
    name       text        not null,
    -- What of it was shown, words by commas: NUMBER, REPORT, REPORTER.
    shown      text        not null,
    -- The minute of the clock: a console that looks each second is one record a minute.
    minute     timestamptz not null,
    opened_at  timestamptz not null default now(),
    kept_until timestamptz not null check (kept_until > opened_at),
    unique (call_id, minute, subject, shown)
);

create index call_opening_over on call_opening (kept_until);

create function refuse_to_change_an_opening() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.kept_until < now() then
        return old;
    end if;
    raise exception 'who opened a call is kept until its time is over';
end $$;

create trigger call_opening_is_kept before update or delete on call_opening
    for each row execute function refuse_to_change_an_opening();

create trigger call_opening_is_not_emptied before truncate on call_opening
    for each statement execute function refuse_to_change_an_opening();

revoke update, truncate on call_opening from current_user;
