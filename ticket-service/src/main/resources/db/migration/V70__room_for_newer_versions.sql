-- Each ticket changes several times while it is worked on, mostly in columns that no index has. With room beside it a newer
-- version of a row stays on its page and needs no entry in any of the table's indexes. Pages written before keep as they are.
alter table ticket set (fillfactor = 75);
