-- What was written and what is asked for are cut into words in one place. PostgreSQL's own parser, which used to cut the
-- documents once more, reads numbers: of '2e9dd' it made '2e9' and 'dd', so nobody found a number plate or a house so named.

-- Words in lower case with a blank between them: what was written and what is asked for, cut alike. Of a word nobody types
-- to its end its first 200 letters count: PostgreSQL refuses lexemes of over 2,046 bytes.
create or replace function search_words(said text) returns text language sql immutable strict parallel safe as $$
    select trim(regexp_replace(regexp_replace(lower(said), '[^[:alnum:]]+', ' ', 'g'),
                               '([[:alnum:]]{200})[[:alnum:]]+', '\1', 'g'))
$$;

-- Each of these words as it is written and as the Indonesian stemmer has it.
create function search_lexemes(words text) returns text[] language sql stable strict parallel safe as $$
    select array(select unnest(array[word] || ts_lexize('indonesian_stem', word))
                   from regexp_split_to_table(words, ' ') as word
                  where word <> '')
$$;

create or replace function search_document(t ticket) returns tsvector language sql stable as $$
    select array_to_tsvector(search_lexemes(search_words(concat_ws(' ', t.number, t.report_text, t.address, t.kecamatan, t.desa,
                                                                   t.kecamatan_name, t.desa_name)))
        || array(
               select lexeme
                 from (values ('#status:' || t.status), ('#category:' || t.category),
                              ('#area:' || t.kecamatan_code), ('#area:' || t.desa_code)) as own (lexeme)
                where lexeme is not null
                union
               select '#agency:' || a.agency from assignment a where a.ticket_id = t.id))
$$;

update ticket_search s set document = search_document(t) from ticket t where t.id = s.ticket_id;
