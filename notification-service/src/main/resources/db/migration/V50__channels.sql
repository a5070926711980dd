-- Ways to a subscription's receiver, in order. The web address stays in url; the others rest sealed, for they are people's own.
alter table subscription
    alter column url drop not null,
    add column channels        text[] not null default '{WEBHOOK}' check (cardinality(channels) between 1 and 5),
    -- JSON: address and language of each, in the same order.
    add column sealed_channels text;

alter table delivery
    -- None: to one person, by sealed_recipient.
    alter column subscription_id drop not null,
    -- That of the last attempt.
    add column channel          text     not null default 'WEBHOOK',
    -- Which of its subscription's channels it takes, from 0.
    add column place            smallint not null default 0,
    -- Attempts begun over this channel since it took it, or was sent again.
    add column tries            integer  not null default 0,
    -- JSON, sealed: who is told, where, and in which language.
    add column sealed_recipient text,
    -- What is told, sealed, where the feed has it not.
    add column sealed_view      text,
    add column ladder_id        uuid,
    add column rung             text,
    -- What the channel's server told later: how far the message has come.
    add column receipt          text check (receipt in ('SENT', 'DELIVERED', 'READ', 'FAILED')),
    add column receipt_at       timestamptz,
    add check (subscription_id is not null or sealed_recipient is not null);

update delivery set tries = attempts - attempts_before where status in ('PENDING', 'RETRYING');

create index delivery_direct on delivery (channel, next_attempt_at)
    where subscription_id is null and status in ('PENDING', 'RETRYING');

-- What a channel's server has taken on, by the name that its receipts bear. A receipt may come before its message is noted.
create table message_receipt (
    channel     text        not null,
    receipt_id  text        not null,
    delivery_id uuid        references delivery on delete cascade,
    state       text        check (state in ('SENT', 'DELIVERED', 'READ', 'FAILED')),
    happened_at timestamptz,
    code        text,
    stored_at   timestamptz not null default now(),
    primary key (channel, receipt_id)
);

create index message_receipt_delivery on message_receipt (delivery_id);
create index message_receipt_stored on message_receipt (stored_at);
