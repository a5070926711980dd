-- Whether anything leads to the caller: a number as it was given, or where the network says that they are. Of calls that are
-- known already nobody has asked: they count as traceable.
alter table call_state
    add column traceable boolean not null default true;
