-- priority_reasons: codes with commas between them, null in tickets of before.
-- verify_by: place in the line of reports that somebody verifies, null: not in it. Tickets of before stay out of it.
alter table ticket
    add column priority_reasons text,
    add column verify_by        timestamptz,
    add column verification     text check (verification in ('GENUINE', 'HOAX', 'UNREACHABLE'));

create index ticket_verify on ticket (verify_by, id) where verify_by is not null;
