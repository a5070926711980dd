-- When more of a call's sound was last heard, by our clock: sound that has stopped tells of no milestone, and the clock does instead.
-- Null while nothing was heard. No index: what is looked up by it is few, and each second of a running call writes it.
alter table call_evidence add column heard_at timestamptz;
