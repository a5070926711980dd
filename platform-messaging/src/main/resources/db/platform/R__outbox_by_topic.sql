-- The relay reads each topic's oldest unpublished events by themselves, so that a topic which cannot be written fills nobody else's batch.
create index if not exists outbox_event_unpublished_topic on outbox_event (topic, position) where published_at is null;
