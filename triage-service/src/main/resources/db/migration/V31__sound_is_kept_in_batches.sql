-- Counts the writings of a call's sound, so that whoever continues in memory sees whether the row still is where it left it.
alter table call_evidence add column sound_version bigint not null default 0;
