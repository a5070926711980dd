-- A tombstone has no payload: on a compacted topic it removes its key.
alter table outbox_event alter column payload drop not null;
