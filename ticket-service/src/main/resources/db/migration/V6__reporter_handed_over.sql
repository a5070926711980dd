-- A reporter that could not be opened, as it was handed over (compact JWE): the key may yet be given.
alter table ticket add column reporter_handover text;
