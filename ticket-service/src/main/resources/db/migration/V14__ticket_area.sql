-- Where the place lies, as it was found when the ticket was opened, beside what was told. Null in tickets of before.
-- standing: INSIDE, OFFSHORE, OUTSIDE, NOT_FOUND; null also if nothing was told.
alter table ticket
    add column standing        text check (standing in ('INSIDE', 'OFFSHORE', 'OUTSIDE', 'NOT_FOUND')),
    add column kecamatan_code  text,
    add column kecamatan_name  text,
    add column desa_code       text,
    add column desa_name       text,
    add column nearest_code    text,
    add column nearest_name    text,
    add column distance_metres integer,
    add column place_disagrees boolean,
    -- Service level as it was then, in seconds from the opening.
    add column accept_seconds  integer,
    add column enroute_seconds integer,
    add column onscene_seconds integer,
    add column close_seconds   integer;
