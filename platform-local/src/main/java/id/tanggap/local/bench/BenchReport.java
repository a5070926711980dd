package id.tanggap.local.bench;

import id.tanggap.local.replay.audit.Latency;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measurements in order of time, and what they come to beside the floors of the same run. */
public final class BenchReport {
    /** What is measured. */
    enum Thing {
        COMMIT_FLOOR("floor: one row committed by PostgreSQL"),
        HTTP_FLOOR("floor: a request that does nothing"),
        KAFKA_FLOOR("floor: a record through Kafka"),
        CALL_ACCEPTED("POST of a call accepted"),
        REPORT_ACCEPTED("POST of a report accepted"),
        REPORT_TO_AGENCY("report accepted -> ticket at the agency");

        private final String words;

        Thing(String words) {
            this.words = words;
        }
    }

    private final Map<Thing, List<Long>> nanos = new EnumMap<>(Thing.class);

    void add(Thing thing, long measured) {
        nanos.computeIfAbsent(thing, any -> new ArrayList<>()).add(measured);
    }

    /** Milliseconds. */
    Latency of(Thing thing) {
        return Latency.ofNanos(nanos.getOrDefault(thing, List.of()));
    }

    /** A POST answered after its commit can cost no less than a request and a commit. */
    double acceptedToFloor() {
        return of(Thing.CALL_ACCEPTED).p50()
                / (of(Thing.HTTP_FLOOR).p50() + of(Thing.COMMIT_FLOOR).p50());
    }

    /** Two hops over Kafka with a commit between them: a report, and the ticket made of it. */
    double agencyToFloor() {
        return of(Thing.REPORT_TO_AGENCY).p50()
                / (2 * of(Thing.KAFKA_FLOOR).p50() + of(Thing.COMMIT_FLOOR).p50());
    }

    public String text() {
        StringBuilder text = new StringBuilder("One after the other on an idle system, %d rounds, milliseconds:%n"
                .formatted(of(Thing.CALL_ACCEPTED).count()));
        text.append("  %-42s %8s %8s %8s%n".formatted("", "p50", "p95", "max"));
        for (Thing thing : Thing.values()) {
            Latency latency = of(thing);
            text.append(String.format(
                    Locale.ROOT,
                    "  %-42s %8.2f %8.2f %8.2f%n",
                    thing.words,
                    latency.p50(),
                    latency.p95(),
                    latency.max()));
        }
        text.append(String.format(
                Locale.ROOT, "  a call accepted takes %.1f times its floor (request + commit)%n", acceptedToFloor()));
        return text.append(String.format(
                        Locale.ROOT,
                        "  report to agency takes %.1f times its floor (two hops over Kafka + commit)",
                        agencyToFloor()))
                .toString();
    }
}
