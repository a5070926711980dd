package id.tanggap.ticket.metrics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import id.tanggap.platform.metrics.Readings;
import id.tanggap.ticket.assignment.policy.AssignmentStatus;
import id.tanggap.ticket.assignment.policy.Trial;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What lies with the agencies now. Each replica finds the same: aggregate by max. Agencies are those of the reference data, so that their
 * number is bounded; those without work show 0.
 */
@ApplicationScoped
class AgencyMetrics {

    /** Along the index of open tickets: however many are closed, only these are read. */
    static final String OPEN =
            """
            select g.id as agency, coalesce(p.status, 'ACTIVE') as status, coalesce(p.emergency, false) as emergency,
                   coalesce(p.parts, 0) as parts, coalesce(p.oldest, 0) as oldest
              from agency g
              left join (select a.agency, a.status, t.emergency, count(*) as parts,
                                extract(epoch from now() - min(a.received_at))::float8 as oldest
                           from ticket t
                           join assignment a on a.ticket_id = t.id
                          where t.status = 'OPEN' and a.status not in ('CLOSED', 'CANCELLED')
                          group by a.agency, a.status, t.emergency) p on p.agency = g.id
             where g.id <> '%s'
            """
                    .formatted(Trial.AGENCY);

    private static final String TICKETS =
            "select count(*) as tickets from ticket where status = 'OPEN' and category <> '" + Trial.CATEGORY + "'";

    private static final List<AssignmentStatus> OPEN_STATUSES = Stream.of(AssignmentStatus.values())
            .filter(status -> !status.isDone())
            .toList();

    private final MeterRegistry registry;
    private final Pool pool;
    private final Readings readings;
    private final MultiGauge open;
    private final MultiGauge oldest;
    private volatile long tickets;

    AgencyMetrics(MeterRegistry registry, Pool pool, Readings readings) {
        this.registry = registry;
        this.pool = pool;
        this.readings = readings;
        this.open = MultiGauge.builder("tanggap.agency.tickets.open")
                .description("Open parts of an agency by status; a ticket of two agencies counts at both")
                .register(registry);
        this.oldest = MultiGauge.builder("tanggap.agency.oldest.unacknowledged")
                .description(
                        "For how long an agency has had the oldest ticket that it has not accepted; 0 if there is none")
                .baseUnit("seconds")
                .register(registry);
    }

    private record Lying(String agency, AssignmentStatus status, boolean emergency, long parts, double oldest) {

        static Lying of(Row row) {
            return new Lying(
                    row.getString("agency"),
                    AssignmentStatus.valueOf(row.getString("status")),
                    row.getBoolean("emergency"),
                    row.getLong("parts"),
                    row.getDouble("oldest"));
        }
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("tanggap.tickets.open", () -> tickets)
                .description("Open tickets")
                .register(registry);
        readings.regularly("agencies", this::lying, this::show);
        readings.regularly(
                "tickets",
                () -> pool.withConnection(
                                connection -> connection.query(TICKETS).execute())
                        .map(rows -> rows.iterator().next().getLong("tickets")),
                found -> tickets = found);
    }

    private Uni<List<Lying>> lying() {
        return pool.withConnection(connection -> connection.query(OPEN).execute())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Lying::of)
                        .toList());
    }

    private void show(List<Lying> all) {
        List<MultiGauge.Row<?>> parts = new ArrayList<>();
        List<MultiGauge.Row<?>> ages = new ArrayList<>();
        all.stream().collect(groupingBy(Lying::agency)).forEach((agency, its) -> {
            Map<AssignmentStatus, Long> counts =
                    its.stream().collect(groupingBy(Lying::status, summingLong(Lying::parts)));
            for (AssignmentStatus status : OPEN_STATUSES) {
                Tags tags = Tags.of("agency", agency, "status", status.name().toLowerCase(Locale.ROOT));
                parts.add(MultiGauge.Row.of(tags, counts.getOrDefault(status, 0L)));
            }
            for (boolean emergency : new boolean[] {true, false}) {
                Tags tags = Tags.of("agency", agency, "emergency", Boolean.toString(emergency));
                ages.add(MultiGauge.Row.of(tags, oldest(its, emergency)));
            }
        });
        open.register(parts, true);
        oldest.register(ages, true);
    }

    private static double oldest(List<Lying> its, boolean emergency) {
        return its.stream()
                .filter(one -> one.emergency() == emergency && one.status().isUntouched())
                .mapToDouble(Lying::oldest)
                .max()
                .orElse(0);
    }
}
