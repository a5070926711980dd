alter table assignment
    add column finding     text check (finding in ('FOUND', 'NOTHING_THERE', 'DUPLICATE', 'REFERRED')),
    add column referred_to text references agency (id),
    add constraint assignment_referral check ((finding is not distinct from 'REFERRED') = (referred_to is not null));

alter table applied_command
    add column finding  text,
    add column refer_to text;
