-- What could not be removed when its time was over, and until when others come before it.
create table retention_put_off (
    class text        not null,
    id    uuid        not null,
    until timestamptz not null,
    primary key (class, id)
);
