-- Each commit that makes or changes a call gives it the next place in the stream of changes that consoles follow. At the end of
-- the transaction: from there to the commit all others wait, and no statement more goes to and fro for it.
create function place_in_call_stream() returns trigger language plpgsql as $$
begin
    -- Once in a transaction, however often it has changed the call.
    perform from phone_call where call_id = new.call_id and stream_position = new.stream_position;
    if found then
        with next as (update call_stream set position = position + 1 returning position)
        update phone_call set stream_position = next.position from next where call_id = new.call_id;
    end if;
    return null;
end $$;

create constraint trigger call_is_in_stream after insert on phone_call deferrable initially deferred
    for each row execute function place_in_call_stream();

create constraint trigger call_moves_in_stream after update on phone_call deferrable initially deferred
    for each row when (old.stream_position = new.stream_position and old is distinct from new)
    execute function place_in_call_stream();
