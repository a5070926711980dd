package id.tanggap.ticket.support;

import java.time.Instant;
import java.time.ZoneOffset;

/** Tickets by the thousand, written behind the service's back: one a minute back from a moment, each with one agency. */
public final class ManyTickets {

    /** Every fifth is a fire, and so on; seven words of the thousandfold are as rare as words are (Zipf). */
    private static final String TICKETS =
            """
            insert into ticket (id, number, report_id, call_id, category, label_id, label_en, priority, life_threat, emergency,
                                status, report_text, standing, kecamatan_code, kecamatan_name, desa_code, desa_name,
                                place_disagrees, reported_at, opened_at, closed_at, version)
            select uuidv7(at - now()), prefix || '-' || i, prefix || '-r' || i, prefix || '-c' || i, kind.category,
                   kind.words, kind.category, 5, false, false,
                   case when i <= open then 'OPEN' else 'CLOSED' end,
                   kind.words || ' ' || (
                       select string_agg('kata' || floor(power(5000, random()))::integer, ' ') from generate_series(1, 7)
                        where i = i),
                   'INSIDE', '33.20.' || lpad((1 + i % 16)::text, 2, '0'), 'Kecamatan',
                   '33.20.' || lpad((1 + i % 16)::text, 2, '0') || '.' || (2001 + i % 12), 'Desa',
                   false, at, at, case when i > open then at + interval '1 hour' end, 1
              from (select ?::text as prefix, ?::integer as open) as given
             cross join lateral (select i, ?::timestamptz - i * interval '1 minute' as at
                                   from generate_series(1, ?::integer) as i) as each
              join (values (0, 'FIRE', 'Kebakaran di gudang mebel'), (1, 'ANIMAL', 'Ular besar masuk rumah warga'),
                           (2, 'WATER', 'Air PDAM tidak mengalir'), (3, 'TRAFFIC_ACCIDENT', 'Tabrakan dua sepeda motor'),
                           (4, 'WASTE', 'Sampah menumpuk di pasar')) as kind (place, category, words) on kind.place = i % 5
            """;

    private static final String ASSIGNMENTS =
            """
            insert into assignment (id, ticket_id, agency, role, position, reporter_needed, status, received_at)
            select uuidv7(), id, case category when 'FIRE' then 'damkar' when 'ANIMAL' then 'damkar' when 'WATER' then 'pdam'
                                 when 'WASTE' then 'dlh' else 'polres' end,
                   'LEAD', 0, true, case status when 'OPEN' then 'ACTIVE' else 'CLOSED' end, opened_at
              from ticket where number like ? || '-%'
            """;

    private final Database database;
    private final String prefix;

    /** Their numbers and ids will begin with the prefix. */
    public ManyTickets(Database database, String prefix) {
        this.database = database;
        this.prefix = prefix;
    }

    /**
     * Writes them.
     *
     * @param open how many of the newest are not closed
     */
    public void add(int count, int open, Instant newest) {
        database.execute("alter table ticket disable trigger ticket_is_searchable");
        database.execute("alter table assignment disable trigger ticket_is_searchable_by_agency");
        database.execute(TICKETS, prefix, open, newest.atOffset(ZoneOffset.UTC), count);
        database.execute(ASSIGNMENTS, prefix);
        database.execute("alter table assignment enable trigger ticket_is_searchable_by_agency");
        database.execute("alter table ticket enable trigger ticket_is_searchable");
        // What the trigger would do for each, done for all in a fraction of the time, and sorted into the index at
        // once.
        database.execute("alter index ticket_search_document set (fastupdate = on, gin_pending_list_limit = 65536)");
        database.execute(
                "insert into ticket_search select id, search_document(t) from ticket t where number like ? || '-%'",
                prefix);
        database.text("select gin_clean_pending_list('ticket_search_document')");
        database.execute("alter index ticket_search_document reset (gin_pending_list_limit)");
        database.execute("alter index ticket_search_document set (fastupdate = off)");
    }

    /** Takes them away again. */
    public void remove() {
        database.execute(
                "delete from assignment where ticket_id in (select id from ticket where number like ? || '-%')",
                prefix);
        database.execute("delete from ticket where number like ? || '-%'", prefix);
    }
}
