-- Whether a subscription's receiver takes what it is sent. Apart from the subscription, whose row each feed shares while it
-- adds deliveries: noting a failure must not wait for that.
create table subscription_health (
    subscription_id uuid        primary key references subscription,
    agency          text        not null,
    state           text        not null default 'ACTIVE' check (state in ('ACTIVE', 'PAUSED', 'DISABLED')),
    since           timestamptz not null default now(),
    -- Why it is in this state; none for one that never was in another.
    why             text,
    -- Changes of the state: the version of what is told of it.
    version         bigint      not null default 1,
    -- Attempts that failed since the last one that did not.
    failures        integer     not null default 0,
    failing_since   timestamptz,
    -- While paused: probes that failed, when the last one was, and when the next one may go.
    probes          integer     not null default 0,
    probed_at       timestamptz,
    probe_at        timestamptz
);

insert into subscription_health (subscription_id, agency) select subscription_id, agency from subscription;

-- Here and not in the service: a subscription that an older replica makes has its row, too, and without one it would be sent
-- nothing.
create function begin_subscription_health() returns trigger language plpgsql as $$
begin
    insert into subscription_health (subscription_id, agency, since)
    values (new.subscription_id, new.agency, new.created_at);
    return null;
end $$;

create trigger subscription_has_health after insert on subscription
    for each row execute function begin_subscription_health();
