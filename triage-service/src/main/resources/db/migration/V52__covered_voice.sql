-- How long a voice may have been under an engine or another sound.
alter table call_evidence add column covered_ms bigint not null default 0;

-- The detector remembers in another form: a call that runs over the upgrade is listened to anew.
update call_evidence set listening = null;
