-- A document is written anew where something of it is another, and not with each step of an agency: at the end of the
-- transaction, where all others wait for their place in the history.
drop trigger ticket_is_searchable on ticket;

create function write_search_document(ticket uuid) returns void language sql as $$
    insert into ticket_search (ticket_id, document)
    select t.id, search_document(t) from ticket t where t.id = $1
        on conflict (ticket_id) do update set document = excluded.document
     where ticket_search.document <> excluded.document
$$;

create or replace function keep_searchable() returns trigger language plpgsql as $$
begin
    perform write_search_document(new.id);
    return null;
end $$;

create constraint trigger ticket_is_searchable after insert on ticket deferrable initially deferred
    for each row execute function keep_searchable();

create constraint trigger ticket_stays_searchable after update on ticket deferrable initially deferred
    for each row
    when ((old.number, old.report_text, old.address, old.kecamatan, old.desa, old.kecamatan_name, old.desa_name, old.status,
           old.category, old.kecamatan_code, old.desa_code)
          is distinct from
          (new.number, new.report_text, new.address, new.kecamatan, new.desa, new.kecamatan_name, new.desa_name, new.status,
           new.category, new.kecamatan_code, new.desa_code))
    execute function keep_searchable();

create function keep_searchable_by_agency() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        -- With a ticket that is opened its parts are in the document already.
        perform from ticket_search s
          where s.ticket_id = new.ticket_id and s.document @@ quote_literal('#agency:' || new.agency)::tsquery;
        if found then
            return null;
        end if;
    end if;
    perform write_search_document(coalesce(new.ticket_id, old.ticket_id));
    return null;
end $$;

create constraint trigger ticket_is_searchable_by_agency after insert or update of agency or delete on assignment
    deferrable initially deferred for each row execute function keep_searchable_by_agency();
