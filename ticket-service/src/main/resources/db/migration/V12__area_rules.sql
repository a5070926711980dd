-- In an area, another agency leads or one more supports. Area: code of a kecamatan or desa. Category: with all below it in the
-- tree; null: every one.
create table area_rule (
    id              uuid    primary key,
    category        text    references category (code),
    area            text    not null check (area ~ '^[0-9]{2}(\.[0-9]{2}){2}(\.[0-9]{4})?$'),
    role            text    not null check (role in ('LEAD', 'SUPPORT')),
    agency          text    not null references agency (id),
    reporter_needed boolean not null,
    version         bigint  not null default 1
);

create unique index area_rule_once on area_rule (coalesce(category, ''), area, agency);
create unique index area_rule_one_lead on area_rule (coalesce(category, ''), area) where role = 'LEAD';

-- Defaults that the regency sets. BPBD sits on Java, four hours by ferry from Karimunjawa, the police have a post there.
insert into area_rule (id, category, area, role, agency, reporter_needed) values
    ('01932c00-0000-7000-8000-000000000001', 'SEA', '33.20.10', 'LEAD',    'polres', true),
    ('01932c00-0000-7000-8000-000000000002', 'SEA', '33.20.10', 'SUPPORT', 'bpbd',   true),
    ('01932c00-0000-7000-8000-000000000003', 'SEA', '33.20.10', 'SUPPORT', 'dinkes', false);
