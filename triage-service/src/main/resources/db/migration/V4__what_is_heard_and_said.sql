-- What was heard, in full: engines and other sounds apart, signs, and when somebody first spoke.
alter table call_evidence rename column noise_ms to engine_ms;
alter table call_evidence
    add column other_ms            bigint  not null default 0,
    add column distress_ms         bigint  not null default 0,
    add column first_speech_ms     bigint,
    add column longest_silence_ms  bigint  not null default 0,
    add column heard_keys          text    not null default '',
    add column taps                integer not null default 0,
    add column level_dbfs          double precision not null default -90,
    -- What was written down: its category and the dangers it speaks of (names, comma-separated), not its words.
    add column category            text,
    add column indicators          text    not null default '',
    -- Where help is needed, else where the network says the caller is; WGS 84 degrees.
    add column lat                 double precision,
    add column lon                 double precision;

-- The detector remembers in another form: a call that runs over the upgrade is listened to anew.
update call_evidence set listening = null;

-- How often this caller has called.
create index call_evidence_caller on call_evidence (caller_ref, started_at) where caller_ref is not null;
