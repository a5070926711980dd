-- Whether a call was counted as genuine: by a person's word or by what was found, and once, whatever is said of it later.
alter table call_label add column found_genuine boolean not null default false;
update call_label set found_genuine = true where label = 'GENUINE';
