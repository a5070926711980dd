-- The feed: what each agency was told, in one order that never changes.

-- The row lock on an agency's counter is held until the commit, so positions become visible in their order: a reader that
-- has seen n can ask for "after n" and miss nothing. A sequence could not promise that.
create table feed_counter (
    agency        text   primary key,
    last_position bigint not null
);

create table feed_event (
    agency          text        not null,
    position        bigint      not null,
    ticket_id       text        not null,
    ticket_sequence bigint      not null,
    change          text        not null,
    -- The agency's view, sealed: it may hold a reporter's name and number.
    sealed_view     text        not null,
    occurred_at     timestamptz not null,
    stored_at       timestamptz not null default now(),
    primary key (agency, position)
);

create index feed_event_stored on feed_event (stored_at);
