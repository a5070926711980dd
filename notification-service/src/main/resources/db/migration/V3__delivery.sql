-- One change of a ticket to one subscription. Holds no payload: that stays, sealed, in the feed.
create table delivery (
    delivery_id     uuid        primary key default uuidv7(),
    subscription_id uuid        not null references subscription,
    agency          text        not null,
    -- Position in the agency's feed: the order in which deliveries of a ticket go out.
    position        bigint      not null,
    ticket_id       text        not null,
    ticket_sequence bigint      not null,
    status          text        not null default 'PENDING'
        check (status in ('PENDING', 'RETRYING', 'DELIVERED', 'DEAD', 'CANCELLED')),
    attempts        integer     not null default 0,
    created_at      timestamptz not null default now(),
    next_attempt_at timestamptz not null default now(),
    -- The replica that is sending it, and until when it is believed to be alive.
    lease_owner     text,
    leased_until    timestamptz,
    finished_at     timestamptz,
    http_status     integer,
    reason          text,
    unique (subscription_id, position)
);

-- Finds what is due, and whether an earlier change of the same ticket is still on its way.
create index delivery_open on delivery (subscription_id, ticket_id, position) where status in ('PENDING', 'RETRYING');
create index delivery_due on delivery (next_attempt_at) where status in ('PENDING', 'RETRYING');
-- The delivery log of an agency, newest first.
create index delivery_agency on delivery (agency, delivery_id);
create index delivery_finished on delivery (finished_at) where finished_at is not null;
