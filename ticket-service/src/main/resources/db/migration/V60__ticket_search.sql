-- What tickets are found by, apart from them: narrow rows, of which many are read in little time.
-- document: words of the report, its place and its number, as written and as the Indonesian stemmer has them, and what a list
-- is narrowed to as lexemes that no text can have ('#agency:damkar').
create table ticket_search (
    ticket_id uuid     primary key references ticket (id) on delete cascade,
    document  tsvector not null
);

-- Without a list of what is still to be sorted in: searching it would take longer the busier the day.
create index ticket_search_document on ticket_search using gin (document) with (fastupdate = off);

-- Words in lower case with a blank between them: what was written and what is asked for, cut alike.
create function search_words(said text) returns text language sql immutable strict parallel safe as $$
    select trim(regexp_replace(lower(said), '[^[:alnum:]]+', ' ', 'g'))
$$;

-- All words of the question, each by its stem, which stands for all its forms, the last one, which may not be typed to its
-- end, also as the beginning of a word; nothing if there are none.
create function search_query(question text) returns tsquery language sql stable strict parallel safe as $$
    select coalesce(string_agg(
               '(' || case when place = many then quote_literal(word) || ':* | ' else '' end
                   || quote_literal((ts_lexize('indonesian_stem', word))[1]) || ')', ' & '),
               '')::tsquery
      from (select word, place, count(*) over () as many
              from regexp_split_to_table(search_words(question), ' ') with ordinality as each (word, place)
             where word <> '') as words
$$;

create function search_document(t ticket) returns tsvector language sql stable as $$
    select to_tsvector('simple', words) || to_tsvector('indonesian', words) || array_to_tsvector(array(
               select lexeme
                 from (values ('#status:' || t.status), ('#category:' || t.category),
                              ('#area:' || t.kecamatan_code), ('#area:' || t.desa_code)) as own (lexeme)
                where lexeme is not null
                union
               select '#agency:' || a.agency from assignment a where a.ticket_id = t.id))
      from search_words(concat_ws(' ', t.number, t.report_text, t.address, t.kecamatan, t.desa, t.kecamatan_name,
                                  t.desa_name)) as words
$$;

create function keep_searchable() returns trigger language plpgsql as $$
begin
    insert into ticket_search (ticket_id, document)
    select t.id, search_document(t) from ticket t where t.id = new.id
        on conflict (ticket_id) do update set document = excluded.document
     where ticket_search.document <> excluded.document;
    return null;
end $$;

-- At the end of the transaction, when its assignments are there, too. Every change of an assignment raises the ticket's version.
create constraint trigger ticket_is_searchable after insert or update on ticket deferrable initially deferred
    for each row execute function keep_searchable();

insert into ticket_search (ticket_id, document) select t.id, search_document(t) from ticket t;

-- The newest tickets that match, from first to before before; at most so many.
-- What is common is met soon by walking back from the newest; what is not has few matches, which are read by the index and
-- sorted. Left to itself a planner, which takes words for independent, walks through a million tickets for a pair of common
-- words that never meet.
create function search_tickets(wanted tsquery, first uuid, before uuid, most integer) returns setof uuid
    language plpgsql stable
    set enable_seqscan = off set enable_indexscan = on set enable_bitmapscan = off set jit = off
    set plan_cache_mode = force_custom_plan as $$
declare
    walk constant integer := 10000;
    ids  uuid[];
begin
    ids := array(select ticket_id
                   from (select ticket_id, document from ticket_search
                          where ticket_id >= first and ticket_id < before order by ticket_id desc limit walk) as newest
                  where document @@ wanted order by ticket_id desc limit most);
    if cardinality(ids) < most then
        perform set_config('enable_bitmapscan', 'on', true), set_config('enable_indexscan', 'off', true);
        ids := array(select ticket_id from ticket_search
                      where document @@ wanted and ticket_id >= first and ticket_id < before);
    end if;
    return query select id from unnest(ids) as id order by id desc limit most;
end $$;
