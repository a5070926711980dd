package id.tanggap.ticket.export.report;

import id.tanggap.platform.event.EventIds;
import id.tanggap.ticket.export.Wib;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Counts a day's tickets. Identifiers are of the time of opening: a day is a range of the primary key. */
@ApplicationScoped
public class DailyReader {

    private static final String DAY =
            " from ticket t where t.id >= :first and t.id < :before and t.category <> 'TEST' ";

    private static final String TOTALS =
            """
            select count(*), count(*) filter (where emergency), count(*) filter (where life_threat),
                   count(replaced_by), count(*) filter (where verification = 'HOAX'),
                   count(*) filter (where standing in ('OUTSIDE', 'NOT_FOUND')),
                   (select count(*) from escalation e where e.ticket_id >= :first and e.ticket_id < :before),
                   (select count(*) from ticket c where c.status = 'CLOSED' and c.closed_at >= :from and c.closed_at < :to
                       and c.category <> 'TEST'),
                   (select count(*) from ticket o where o.status = 'OPEN' and o.id < :before and o.category <> 'TEST')
                   + (select count(*) from ticket c where c.status = 'CLOSED' and c.closed_at >= :to and c.id < :before
                       and c.category <> 'TEST')
            """
                    + DAY;

    private static final String CATEGORIES =
            "select category, min(label_id), count(*)" + DAY + "group by category order by 3 desc, 1";
    private static final String KECAMATAN =
            "select kecamatan_code, min(kecamatan_name), count(*)" + DAY + "group by 1 order by 3 desc, 1";
    private static final String BANDS = "select band, band, count(*)" + DAY + "group by band order by 3 desc, 1";

    /** What was missed is what was escalated: whoever was off duty or came after the deadline is measured by its own clock. */
    private static final String AGENCIES =
            """
            select a.agency, min(g.label_id), count(*), count(a.accepted_at),
                   count(*) filter (where a.status = 'CLOSED'), count(a.referred_to),
                   percentile_cont(0.5) within group (order by extract(epoch from a.accepted_at - a.received_at)),
                   percentile_cont(0.5) within group (order by extract(epoch from a.onscene_at - a.received_at)),
                   count(*) filter (where t.accept_seconds is not null and (late.accept or a.accepted_at is not null)),
                   count(*) filter (where t.accept_seconds is not null and not late.accept and a.accepted_at is not null),
                   count(*) filter (where lead.onscene and (late.onscene or a.onscene_at is not null)),
                   count(*) filter (where lead.onscene and not late.onscene and a.onscene_at is not null),
                   sum(late.steps)
              from ticket t
              join assignment a on a.ticket_id = t.id
              join agency g on g.id = a.agency
             cross join lateral (select a.role = 'LEAD' and t.onscene_seconds is not null as onscene) as lead
             cross join lateral (select coalesce(bool_or(step = 'ACCEPT'), false) as accept,
                                        coalesce(bool_or(step = 'ON_SCENE'), false) as onscene, count(*) as steps
                                   from escalation e where e.assignment_id = a.id) as late
             where t.id >= :first and t.id < :before and t.category <> 'TEST'
             group by a.agency order by min(g.position)
            """;

    /** What this day's tickets come to, as it is known now. */
    public Uni<DailyFigures> read(Mutiny.Session session, LocalDate day, Instant now) {
        Instant from = Wib.start(day);
        Instant to = Wib.start(day.plusDays(1));
        return of(session, TOTALS, from, to)
                .setParameter("from", from.atOffset(ZoneOffset.UTC))
                .setParameter("to", to.atOffset(ZoneOffset.UTC))
                .getSingleResult()
                .map(DailyReader::totals)
                .chain(totals -> counts(session, CATEGORIES, from, to).chain(categories -> counts(
                                session, KECAMATAN, from, to)
                        .chain(kecamatan -> counts(session, BANDS, from, to).chain(bands -> of(
                                        session, AGENCIES, from, to)
                                .getResultList()
                                .map(rows ->
                                        rows.stream().map(DailyReader::agency).toList())
                                .map(agencies ->
                                        new DailyFigures(day, now, totals, categories, kecamatan, bands, agencies))))));
    }

    private static Mutiny.SelectionQuery<Object[]> of(Mutiny.Session session, String query, Instant from, Instant to) {
        return session.createNativeQuery(query, Object[].class)
                .setParameter("first", EventIds.firstOf(from))
                .setParameter("before", EventIds.firstOf(to));
    }

    private static Uni<List<DailyFigures.Count>> counts(
            Mutiny.Session session, String query, Instant from, Instant to) {
        return of(session, query, from, to).getResultList().map(rows -> rows.stream()
                .map(row -> new DailyFigures.Count(
                        Optional.ofNullable((String) row[0]), Optional.ofNullable((String) row[1]), number(row[2])))
                .toList());
    }

    private static DailyFigures.Totals totals(Object[] row) {
        return new DailyFigures.Totals(
                number(row[0]),
                number(row[1]),
                number(row[2]),
                number(row[3]),
                number(row[4]),
                number(row[5]),
                number(row[6]),
                number(row[7]),
                number(row[8]));
    }

    private static DailyFigures.AgencyFigures agency(Object[] row) {
        return new DailyFigures.AgencyFigures(
                (String) row[0],
                (String) row[1],
                number(row[2]),
                number(row[3]),
                number(row[4]),
                number(row[5]),
                number(row[12]),
                seconds(row[6]),
                seconds(row[7]),
                new DailyFigures.Kept(number(row[8]), number(row[9])),
                new DailyFigures.Kept(number(row[10]), number(row[11])));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static Optional<Long> seconds(Object median) {
        return Optional.ofNullable((Number) median).map(value -> Math.round(value.doubleValue()));
    }
}
