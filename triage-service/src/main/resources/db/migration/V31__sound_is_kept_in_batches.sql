-- Counts the writings of a call's sound, so that whoever continues in memory sees whether the row still is where it left it.
alter table call_evidence add column sound_version bigint not null default 0;

-- Each second of a running call writes its row anew. What listening remembers does not get smaller by compressing it, and with room
-- on its page a row whose indexed columns stay the same needs no new entries in the indexes.
alter table call_evidence alter column listening set storage external;
alter table call_evidence set (fillfactor = 60);
