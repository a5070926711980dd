-- Signing secrets that have a successor: both sign until the old one ends, so that a receiver can change over in its own time.
create table retired_secret (
    subscription_id uuid        not null references subscription,
    retired_at      timestamptz not null,
    sealed_secret   text        not null,
    ends_at         timestamptz not null,
    primary key (subscription_id, retired_at)
);
