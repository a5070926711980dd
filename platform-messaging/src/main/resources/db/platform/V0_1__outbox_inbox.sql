-- Transactional outbox: written in the aggregate's transaction, published by the relay afterwards.
create table outbox_event (
    id           uuid primary key,
    -- Order of writing. Two events of one key are written under that aggregate's row lock, so position follows their commits.
    position     bigint generated always as identity,
    lane         smallint    not null,
    topic        text        not null,
    record_key   text        not null,
    event_type   text        not null,
    subject      text        not null,
    sequence     bigint      not null,
    occurred_at  timestamptz not null,
    payload      text        not null,
    traceparent  text,
    published_at timestamptz
);

create index outbox_event_unpublished on outbox_event (lane, position) where published_at is null;
create index outbox_event_published on outbox_event (published_at) where published_at is not null;

-- A lane is the unit of ordering between replicas: whoever holds its lease publishes it.
create table outbox_lane (
    lane         smallint primary key,
    owner        text,
    leased_until timestamptz
);

insert into outbox_lane (lane) select generate_series(0, 15);

-- Inbox: an event whose id is here has had its effect.
create table inbox_event (
    consumer   text        not null,
    event_id   text        not null,
    handled_at timestamptz not null default now(),
    primary key (consumer, event_id)
);

create index inbox_event_handled on inbox_event (handled_at);

-- The newest sequence seen of each subject: an older state that arrives late is discarded.
create table inbox_cursor (
    consumer   text        not null,
    topic      text        not null,
    subject    text        not null,
    sequence   bigint      not null,
    handled_at timestamptz not null default now(),
    primary key (consumer, topic, subject)
);

create index inbox_cursor_handled on inbox_cursor (handled_at);
