-- What an agency wants to hear on a subscription, and when.
alter table subscription
    -- Goes up with each edit; an edit names the one that it saw.
    add column version          bigint   not null default 1,
    -- Kinds of change; none named: all.
    add column changes          text[]   not null default '{}',
    add column minimum_priority smallint not null default 0 check (minimum_priority between 0 and 10),
    -- Western Indonesian time; from one day into the next where "to" is not after "from".
    add column quiet_from       time,
    add column quiet_to         time,
    add check ((quiet_from is null) = (quiet_to is null)),
    add check (quiet_from <> quiet_to);
