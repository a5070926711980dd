-- The W3C traceparent of the news that it brings: attempts belong to the trace that began with the call's report.
alter table delivery add column traceparent text;
