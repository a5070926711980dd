-- Cursors are never purged: nothing looks for old ones, and without this index a newer sequence is a cheap update in place.
drop index if exists inbox_cursor_handled;
