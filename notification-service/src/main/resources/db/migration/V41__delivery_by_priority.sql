-- How urgent a delivery is, from when its age counts, and what its receiver answered.
alter table delivery
    -- What was made before this was known is taken to be urgent.
    add column priority        smallint    not null default 10 check (priority between 0 and 10),
    -- When it was first to go out: made, or the quiet hours' end, or sent again. Age and latency count from here.
    add column due_at          timestamptz not null default now(),
    -- Waits for the end of quiet hours.
    add column held            boolean     not null default false,
    -- Attempts before it was last sent again by a person's wish: they do not count against it.
    add column attempts_before integer     not null default 0,
    add column attempted_at    timestamptz,
    add column took_millis     integer,
    -- Beginning of the last answer, sealed: a receiver may repeat what it was told.
    add column sealed_answer   text;

update delivery set due_at = created_at;

-- A subscription's line: what is urgent first, then as it happened.
create index delivery_queue on delivery (subscription_id, (priority >= 8) desc, position)
    where status in ('PENDING', 'RETRYING');
create index delivery_leased on delivery (subscription_id) where leased_until is not null;
-- How much was sent lately: for the limit of its rate and for its activity.
create index delivery_attempted on delivery (subscription_id, attempted_at);
-- Whether a subscription was ever told of a ticket.
create index delivery_ticket on delivery (ticket_id, subscription_id);
