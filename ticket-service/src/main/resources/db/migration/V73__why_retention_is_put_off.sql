-- Why something could not be removed: the kind of failure, never its words, which may repeat what is to be forgotten.
alter table retention_put_off add column why text not null default 'not noted';
