package id.tanggap.notification.ladder;

import id.tanggap.notification.ladder.policy.Rung;
import id.tanggap.notification.ladder.policy.Stop;
import id.tanggap.platform.tx.AfterCommit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import org.hibernate.reactive.mutiny.Mutiny;

/** Counts how people are woken, after the commit; the sum over replicas is the system's. */
@ApplicationScoped
class LadderMetrics {

    private final AfterCommit afterCommit;
    private final MeterRegistry registry;

    LadderMetrics(AfterCommit afterCommit, MeterRegistry registry) {
        this.afterCommit = afterCommit;
        this.registry = registry;
    }

    /** From the beginning, for a rate sees no first event of a series that begins with it. */
    void start(@Observes StartupEvent event) {
        alarms();
        for (Rung rung : Rung.values()) {
            rungs(rung, true);
            rungs(rung, false);
        }
        for (Stop by : Stop.values()) {
            stops(by);
        }
    }

    /** Nobody of an agency has accepted, and the command centre hears of it. */
    void alarmed(Mutiny.Session session) {
        afterCommit.run(session, () -> alarms().increment());
    }

    void climbed(Mutiny.Session session, Rung rung, boolean told) {
        afterCommit.run(session, () -> rungs(rung, told).increment());
    }

    void stopped(Mutiny.Session session, Stop by) {
        afterCommit.run(session, () -> stops(by).increment());
    }

    private Counter alarms() {
        return Counter.builder("tanggap.ladder.alarms")
                .description("Alarms at the command centre, for nobody of an agency has accepted")
                .register(registry);
    }

    private Counter rungs(Rung rung, boolean told) {
        return Counter.builder("tanggap.ladder.rungs")
                .description("Rungs by which people were woken, or skipped for nobody could be told by them")
                .tag("rung", name(rung))
                .tag("result", told ? "told" : "skipped")
                .register(registry);
    }

    private Counter stops(Stop by) {
        return Counter.builder("tanggap.ladder.stopped")
                .description("Ladders that ended, by what ended them")
                .tag("by", name(by))
                .register(registry);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
