-- When an agency answers (Asia/Jakarta), and which one acts for it in an emergency while it does not.
alter table agency
    add column always_on_duty boolean not null default true,
    add column stand_in       text references agency (id),
    add column version        bigint  not null default 1,
    add constraint agency_not_its_own_stand_in check (stand_in <> id);

-- day: ISO 8601, 1 is Monday. A period that ends before it begins, or when it begins, ends on the next day.
create table agency_duty (
    agency    text     not null references agency (id),
    day       smallint not null check (day between 1 and 7),
    from_time time     not null,
    to_time   time     not null,
    primary key (agency, day, from_time)
);

-- Defaults that the regency sets. Round the clock: fire, disaster, PSC 119, police, public order, and the faults of water and
-- electricity.
-- The command centre answers from 07:00 to 21:00 (nobody stands in for it: whoever files a report sits there); offices keep
-- the hours of Perpres 21/2023.
update agency set always_on_duty = false, stand_in = case id
        when 'dpupr'      then 'bpbd'
        when 'dishub'     then 'polres'
        when 'dlh'        then 'bpbd'
        when 'dinsos'     then 'satpolpp'
        when 'diskominfo' then 'polres'
    end
 where id in ('dpupr', 'dishub', 'dlh', 'dinsos', 'diskominfo', 'pusat');

insert into agency_duty (agency, day, from_time, to_time)
select 'pusat', day, time '07:00', time '21:00' from generate_series(1, 7) as day;

insert into agency_duty (agency, day, from_time, to_time)
select agency, day, time '07:30', case when day = 5 then time '16:30' else time '16:00' end
  from unnest(array['dpupr', 'dishub', 'dlh', 'dinsos', 'diskominfo']) as agency, generate_series(1, 5) as day;
