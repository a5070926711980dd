package id.tanggap.ticket.category;

import id.tanggap.ticket.assignment.policy.Role;
import id.tanggap.ticket.category.policy.Agency;
import id.tanggap.ticket.category.policy.AreaRule;
import id.tanggap.ticket.category.policy.Catalogue;
import id.tanggap.ticket.category.policy.Category;
import id.tanggap.ticket.category.policy.DutyHours;
import id.tanggap.ticket.category.policy.Holiday;
import id.tanggap.ticket.category.policy.ServiceLevel;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads the tables of reference data whole. */
@ApplicationScoped
class CatalogueReader {

    private static final String CATEGORIES =
            """
            select code, parent, label_id, label_en, priority, emergency, at_sea, accept_seconds, enroute_seconds,
                   onscene_seconds, close_seconds, active, position, version
              from category order by position, code
            """;
    private static final String PARTS =
            """
            select p.category, p.agency, p.role, p.reporter_needed
              from category_agency p join agency a on a.id = p.agency
             order by p.role, a.position
            """;
    private static final String AGENCIES =
            "select id, label_id, label_en, always_on_duty, on_holidays, stand_in, position, version from agency order by position";
    private static final String DUTY =
            "select agency, day, from_time, to_time from agency_duty order by day, from_time";
    private static final String RULES =
            "select id, category, area, role, agency, reporter_needed, version from area_rule order by area, category, role, agency";

    private static final String HOLIDAYS =
            "select day, label_id, label_en, kind, version from public_holiday order by day";

    /** One after the other: a session does nothing in parallel. */
    Uni<Catalogue> read(Mutiny.Session session) {
        return rows(session, PARTS)
                .map(rows -> grouped(rows, CatalogueReader::part))
                .chain(parts -> rows(session, CATEGORIES).map(rows -> byKey(rows, row -> category(row, parts))))
                .chain(categories -> agencies(session)
                        .chain(agencies -> rules(session).chain(rules -> holidays(session)
                                .map(holidays -> new Catalogue(categories, agencies, rules, holidays)))));
    }

    private static Uni<Map<String, Agency>> agencies(Mutiny.Session session) {
        return rows(session, DUTY)
                .map(rows -> grouped(rows, CatalogueReader::period))
                .chain(duty -> rows(session, AGENCIES).map(rows -> byKey(rows, row -> agency(row, duty))));
    }

    private static Uni<List<AreaRule>> rules(Mutiny.Session session) {
        return rows(session, RULES)
                .map(rows -> rows.stream().map(CatalogueReader::rule).toList());
    }

    private static Uni<Map<LocalDate, Holiday>> holidays(Mutiny.Session session) {
        return rows(session, HOLIDAYS).map(rows -> {
            Map<LocalDate, Holiday> all = new LinkedHashMap<>();
            rows.stream().map(CatalogueReader::holiday).forEach(holiday -> all.put(holiday.day(), holiday));
            return Collections.unmodifiableMap(all);
        });
    }

    private static Uni<List<Object[]>> rows(Mutiny.Session session, String query) {
        return session.createNativeQuery(query, Object[].class).getResultList();
    }

    private static <T> Map<String, List<T>> grouped(List<Object[]> rows, Function<Object[], T> read) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> (String) row[0], Collectors.mapping(read, Collectors.toUnmodifiableList())));
    }

    private static <T> Map<String, T> byKey(Collection<Object[]> rows, Function<Object[], T> read) {
        Map<String, T> all = new LinkedHashMap<>();
        rows.forEach(row -> all.put((String) row[0], read.apply(row)));
        return Collections.unmodifiableMap(all);
    }

    private static Category category(Object[] row, Map<String, List<Category.Part>> parts) {
        return new Category(
                (String) row[0],
                Optional.ofNullable((String) row[1]),
                new Category.Label((String) row[2], (String) row[3]),
                number(row[4]),
                (Boolean) row[5],
                (Boolean) row[6],
                new ServiceLevel(seconds(row[7]), seconds(row[8]), seconds(row[9]), seconds(row[10])),
                parts.getOrDefault((String) row[0], List.of()),
                (Boolean) row[11],
                number(row[12]),
                ((Number) row[13]).longValue());
    }

    private static Category.Part part(Object[] row) {
        return new Category.Part((String) row[1], Role.valueOf((String) row[2]), (Boolean) row[3]);
    }

    private static Agency agency(Object[] row, Map<String, List<DutyHours.Period>> duty) {
        return new Agency(
                (String) row[0],
                new Category.Label((String) row[1], (String) row[2]),
                new DutyHours((Boolean) row[3], (Boolean) row[4], duty.getOrDefault((String) row[0], List.of())),
                Optional.ofNullable((String) row[5]),
                number(row[6]),
                ((Number) row[7]).longValue());
    }

    private static DutyHours.Period period(Object[] row) {
        return new DutyHours.Period(DayOfWeek.of(number(row[1])), (LocalTime) row[2], (LocalTime) row[3]);
    }

    private static Holiday holiday(Object[] row) {
        return new Holiday(
                (LocalDate) row[0],
                new Category.Label((String) row[1], (String) row[2]),
                Holiday.Kind.valueOf((String) row[3]),
                ((Number) row[4]).longValue());
    }

    private static AreaRule rule(Object[] row) {
        return new AreaRule(
                (UUID) row[0],
                Optional.ofNullable((String) row[1]),
                (String) row[2],
                Role.valueOf((String) row[3]),
                (String) row[4],
                (Boolean) row[5],
                ((Number) row[6]).longValue());
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }

    private static Optional<Duration> seconds(Object value) {
        return Optional.ofNullable((Number) value).map(number -> Duration.ofSeconds(number.longValue()));
    }
}
