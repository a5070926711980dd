-- An agency's wish to have its tickets sent to a web address of its own.
create table subscription (
    subscription_id uuid        primary key,
    agency          text        not null,
    url             text        not null,
    description     text,
    -- The signing secret, sealed: shown to the agency once and never again.
    sealed_secret   text        not null,
    created_at      timestamptz not null,
    -- Kept after its end: the delivery log refers to it.
    deleted_at      timestamptz
);

-- One address once: a repeated request must not double every delivery.
create unique index subscription_active on subscription (agency, url) where deleted_at is null;
