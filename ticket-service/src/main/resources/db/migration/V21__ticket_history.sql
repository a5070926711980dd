-- What happened to tickets, each change once, in one chain: a record that is changed, taken out or put in later breaks it.
create table ticket_history (
    -- Place in the chain, from 1 without a gap.
    position       bigint primary key,
    ticket_id      uuid        not null,
    version        bigint      not null,
    at             timestamptz not null,
    change         text        not null,
    actor          text        not null,
    actor_role     text        not null,
    -- JSON: the ticket after the change, and why. May be erased when its time is over: the chain holds its digest only.
    details        text,
    -- Without it nobody can try out what erased details were.
    salt           bytea,
    details_digest bytea       not null,
    hash           bytea       not null
);

create index ticket_history_ticket on ticket_history (ticket_id, position);

-- The end of the chain. Its lock, taken last in a transaction and held to its commit, makes the places follow each other.
create table history_head (
    single   boolean primary key default true check (single),
    position bigint not null,
    hash     bytea  not null
);

insert into history_head (position, hash) values (0, decode(repeat('00', 32), 'hex'));

-- The service writes its history and cannot change it, whatever is wrong with it.
revoke update, delete, truncate on ticket_history from current_user;
