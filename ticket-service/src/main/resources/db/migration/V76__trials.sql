-- Where the synthetic test call's ticket goes: an agency that nobody works in, always on duty, and a category without times, so that
-- nothing of it is ever missed or escalated. intake-service takes reports of this category from that program alone.
insert into agency (id, label_id, label_en, position) values
    ('uji', 'Uji coba sistem', 'System trials', 99);

insert into category (code, label_id, label_en, priority, emergency, position) values
    ('TEST', 'Uji coba sistem', 'System trial', 0, false, 9900);

insert into category_agency (category, agency, role, reporter_needed) values
    ('TEST', 'uji', 'LEAD', false);
