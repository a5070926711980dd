-- All words of the question, each by its stem, which stands for all its forms, the last one, which may not be typed to its
-- end, also as the beginning of a word; nothing if there are none. A stem that begins with the word itself is among what the
-- beginning finds: asked for once more, its long list would be read twice.
create or replace function search_query(question text) returns tsquery language sql stable strict parallel safe as $$
    select coalesce(string_agg(
               case when place < many then quote_literal(stem)
                    when starts_with(stem, word) then quote_literal(word) || ':*'
                    else '(' || quote_literal(word) || ':* | ' || quote_literal(stem) || ')'
               end, ' & '),
               '')::tsquery
      from (select word, place, count(*) over () as many, (ts_lexize('indonesian_stem', word))[1] as stem
              from regexp_split_to_table(search_words(question), ' ') with ordinality as each (word, place)
             where word <> '') as words
$$;
