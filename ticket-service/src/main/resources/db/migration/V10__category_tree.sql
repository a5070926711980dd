-- Categories become a tree: who knows only the group reports the group. Every one has a leading agency, a group too.
-- at_sea: what it is about may lie off the coast, outside every desa.
-- *_seconds: service level, each counted from the ticket's opening; null: none is set.
alter table category
    add column parent          text references category (code),
    add column at_sea          boolean not null default false,
    add column active          boolean not null default true,
    add column accept_seconds  integer check (accept_seconds > 0),
    add column enroute_seconds integer check (enroute_seconds > 0),
    add column onscene_seconds integer check (onscene_seconds > 0),
    add column close_seconds   integer check (close_seconds > 0),
    add column version         bigint not null default 1,
    add constraint category_not_its_own_parent check (parent <> code);

create index category_children on category (parent);

insert into category (code, label_id, label_en, priority, emergency, position, at_sea) values
    ('FIRE_RESCUE',    'Kebakaran dan penyelamatan',             'Fire and rescue',                      9, true,   100, false),
    ('DISASTER',       'Bencana alam',                           'Natural disaster',                     8, true,   200, false),
    ('SEA',            'Kejadian di laut',                       'Incident at sea',                      9, true,   300, true),
    ('HEALTH',         'Kesehatan',                              'Health',                               9, true,   400, false),
    ('TRAFFIC',        'Lalu lintas',                            'Traffic',                              7, true,   500, false),
    ('SECURITY',       'Keamanan dan kekerasan',                 'Crime and violence',                   8, true,   600, false),
    ('UTILITIES',      'Air dan listrik',                        'Water and electricity',                5, false,  700, false),
    ('PUBLIC_WORKS',   'Jalan, jembatan, dan lampu',             'Roads, bridges and lights',            3, false,  800, false),
    ('ENVIRONMENT',    'Lingkungan hidup',                       'Environment',                          3, false,  900, false),
    ('SOCIAL',         'Sosial',                                 'Social affairs',                       5, false, 1000, false),
    ('FRAUD',          'Penipuan',                               'Fraud',                                3, false, 1100, false),
    ('GENERAL',        'Umum',                                   'General',                              4, false, 1200, false),
    ('LAND_FIRE',      'Kebakaran lahan dan sampah',             'Land or rubbish fire',                 7, true,   102, false),
    ('SNAKE',          'Ular masuk rumah',                       'Snake in a house',                     6, false,  105, false),
    ('TIDAL_FLOOD',    'Rob dan gelombang pasang',               'Tidal flood',                          8, true,   202, false),
    ('SEA_DROWNING',   'Orang terseret arus atau tenggelam di laut', 'Person swept away or drowning at sea', 10, true, 302, true),
    ('VIOLENCE',       'Kekerasan dan perkelahian',              'Violence or a fight',                  9, true,   602, false),
    ('BRIDGE_DAMAGE',  'Jembatan rusak atau putus',              'Damaged or broken bridge',             6, false,  802, false);

insert into category_agency (category, agency, role, reporter_needed) values
    ('FIRE_RESCUE',   'damkar',     'LEAD',    true),
    ('DISASTER',      'bpbd',       'LEAD',    true),
    ('SEA',           'bpbd',       'LEAD',    true),
    ('SEA',           'polres',     'SUPPORT', false),
    ('HEALTH',        'dinkes',     'LEAD',    true),
    ('TRAFFIC',       'polres',     'LEAD',    true),
    ('TRAFFIC',       'dishub',     'SUPPORT', false),
    ('SECURITY',      'polres',     'LEAD',    true),
    ('UTILITIES',     'pusat',      'LEAD',    true),
    ('PUBLIC_WORKS',  'dpupr',      'LEAD',    false),
    ('PUBLIC_WORKS',  'dishub',     'SUPPORT', false),
    ('ENVIRONMENT',   'dlh',        'LEAD',    false),
    ('SOCIAL',        'dinsos',     'LEAD',    true),
    ('FRAUD',         'diskominfo', 'LEAD',    true),
    ('FRAUD',         'polres',     'SUPPORT', false),
    ('GENERAL',       'pusat',      'LEAD',    true),
    ('LAND_FIRE',     'damkar',     'LEAD',    true),
    ('LAND_FIRE',     'bpbd',       'SUPPORT', false),
    ('SNAKE',         'damkar',     'LEAD',    true),
    ('TIDAL_FLOOD',   'bpbd',       'LEAD',    true),
    ('TIDAL_FLOOD',   'damkar',     'SUPPORT', false),
    ('TIDAL_FLOOD',   'dinsos',     'SUPPORT', false),
    ('SEA_DROWNING',  'bpbd',       'LEAD',    true),
    ('SEA_DROWNING',  'polres',     'SUPPORT', false),
    ('SEA_DROWNING',  'dinkes',     'SUPPORT', false),
    ('VIOLENCE',      'polres',     'LEAD',    true),
    ('VIOLENCE',      'dinkes',     'SUPPORT', false),
    ('BRIDGE_DAMAGE', 'dpupr',      'LEAD',    true),
    ('BRIDGE_DAMAGE', 'dishub',     'SUPPORT', false),
    ('BRIDGE_DAMAGE', 'polres',     'SUPPORT', false);

update category set at_sea = true where code = 'SEA_ACCIDENT';

update category c set parent = tree.parent, position = tree.position
  from (values
    ('FIRE',               'FIRE_RESCUE',   101),
    ('LAND_FIRE',          'FIRE_RESCUE',   102),
    ('RESCUE',             'FIRE_RESCUE',   103),
    ('ANIMAL',             'FIRE_RESCUE',   104),
    ('SNAKE',              'ANIMAL',        105),
    ('FLOOD',              'DISASTER',      201),
    ('TIDAL_FLOOD',        'FLOOD',         202),
    ('LANDSLIDE',          'DISASTER',      203),
    ('WIND',               'DISASTER',      204),
    ('EARTHQUAKE',         'DISASTER',      205),
    ('TSUNAMI',            'DISASTER',      206),
    ('SEA_ACCIDENT',       'SEA',           301),
    ('SEA_DROWNING',       'SEA',           302),
    ('MEDICAL',            'HEALTH',        401),
    ('CHILDBIRTH',         'HEALTH',        402),
    ('AMBULANCE',          'HEALTH',        403),
    ('TRAFFIC_ACCIDENT',   'TRAFFIC',       501),
    ('TRAFFIC_LIGHT',      'TRAFFIC',       502),
    ('CRIME',              'SECURITY',      601),
    ('VIOLENCE',           'SECURITY',      602),
    ('DOMESTIC_VIOLENCE',  'VIOLENCE',      603),
    ('CHILD_DANGER',       'SECURITY',      604),
    ('MISSING_PERSON',     'SECURITY',      605),
    ('PUBLIC_ORDER',       'SECURITY',      606),
    ('WATER',              'UTILITIES',     701),
    ('ELECTRICITY',        'UTILITIES',     702),
    ('ELECTRICITY_DANGER', 'ELECTRICITY',   703),
    ('ROAD_DAMAGE',        'PUBLIC_WORKS',  801),
    ('BRIDGE_DAMAGE',      'ROAD_DAMAGE',   802),
    ('STREET_LIGHT',       'PUBLIC_WORKS',  803),
    ('FALLEN_TREE',        'ENVIRONMENT',   901),
    ('WASTE',              'ENVIRONMENT',   902),
    ('ODGJ',               'SOCIAL',       1001),
    ('HOMELESS',           'SOCIAL',       1002),
    ('FAKE_WHATSAPP',      'FRAUD',        1101),
    ('ONLINE_FRAUD',       'FRAUD',        1102),
    ('INFORMATION',        'GENERAL',      1201),
    ('OTHER',              'GENERAL',      1202)
  ) as tree (code, parent, position)
 where c.code = tree.code;

-- Defaults that the regency sets. Only one of them is law: help at a fire within 15 minutes (Permendagri 114/2018).
update category c
   set accept_seconds = level.accept, enroute_seconds = level.enroute,
       onscene_seconds = level.onscene, close_seconds = level.close
  from (values
    ('FIRE_RESCUE',         60,    180,    900,  21600), ('FIRE',               60,    180,    900,  21600),
    ('LAND_FIRE',           60,    300,   1200,  21600), ('RESCUE',             60,    180,    900,  21600),
    ('ANIMAL',             600,   1800,   3600,  14400), ('SNAKE',             300,    900,   1800,  14400),
    ('DISASTER',           120,    600,   1800,  86400), ('FLOOD',             120,    600,   1800,  86400),
    ('TIDAL_FLOOD',        120,    600,   1800,  86400), ('LANDSLIDE',         120,    600,   1800,  86400),
    ('WIND',               120,    600,   1800,  86400), ('EARTHQUAKE',        120,    600,   1800,  86400),
    ('TSUNAMI',             60,    300,   1800,  86400), ('SEA',               120,    900,   3600,  86400),
    ('SEA_ACCIDENT',       120,    900,   3600,  86400), ('SEA_DROWNING',       60,    600,   1800,  86400),
    ('HEALTH',              60,    300,    900,  10800), ('MEDICAL',            60,    180,    900,  10800),
    ('CHILDBIRTH',          60,    300,   1200,  10800), ('AMBULANCE',         300,    900,   2700,  21600),
    ('TRAFFIC',            120,    300,    900,  21600), ('TRAFFIC_ACCIDENT',   60,    300,    900,  21600),
    ('TRAFFIC_LIGHT',     1800,   7200,  14400,  86400), ('SECURITY',          120,    300,    900,  21600),
    ('CRIME',              120,    300,    900,  86400), ('VIOLENCE',           60,    300,    900,  21600),
    ('DOMESTIC_VIOLENCE',   60,    300,    900,  21600), ('CHILD_DANGER',       60,    300,    900,  21600),
    ('MISSING_PERSON',     120,    900,   3600, 259200), ('PUBLIC_ORDER',      600,   1800,   3600,  21600),
    ('UTILITIES',         1800,   7200,  14400,  86400), ('WATER',            1800,   7200,  14400,  86400),
    ('ELECTRICITY',        900,   3600,   7200,  21600), ('ELECTRICITY_DANGER', 120,   600,   1800,  21600),
    ('PUBLIC_WORKS',     14400,  86400, 172800, 604800), ('ROAD_DAMAGE',     14400,  86400, 172800, 604800),
    ('BRIDGE_DAMAGE',      600,   1800,   3600, 604800), ('STREET_LIGHT',    14400,  86400, 172800, 259200),
    ('ENVIRONMENT',       7200,  28800,  86400, 259200), ('FALLEN_TREE',       600,   1800,   3600,  28800),
    ('WASTE',            14400,  86400, 172800, 259200), ('SOCIAL',           1800,   3600,   7200,  86400),
    ('ODGJ',               600,   1800,   3600,  86400), ('HOMELESS',         3600,   7200,  14400, 172800),
    ('FRAUD',             3600,   null,   null,  86400), ('FAKE_WHATSAPP',    3600,   null,   null,  86400),
    ('ONLINE_FRAUD',      3600,   null,   null,  86400), ('GENERAL',           900,   null,   null,  86400),
    ('INFORMATION',        900,   null,   null,  86400), ('OTHER',             900,   null,   null,  86400)
  ) as level (code, accept, enroute, onscene, close)
 where c.code = level.code;
