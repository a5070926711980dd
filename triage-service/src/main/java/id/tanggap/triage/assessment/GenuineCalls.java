package id.tanggap.triage.assessment;

import id.tanggap.platform.tx.AfterCommit;
import id.tanggap.triage.call.CallEvidence;
import id.tanggap.triage.policy.Band;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Counts calls that a person or those who went there found genuine, by what triage had said last before it knew: one that it had
 * called a likely hoax is the worst that it can do. Each call once, whatever is said of it later; the sum over replicas is the line's.
 */
@ApplicationScoped
class GenuineCalls {

    private static final String FIRST =
            "update call_label set found_genuine = true where call_id = :call and not found_genuine";
    private static final String NEVER_ASSESSED = "none";

    private final AssessmentStore store;
    private final AfterCommit afterCommit;
    private final MeterRegistry registry;

    GenuineCalls(AssessmentStore store, AfterCommit afterCommit, MeterRegistry registry) {
        this.store = store;
        this.afterCommit = afterCommit;
        this.registry = registry;
    }

    /** Who found it. */
    enum By {
        PERSON,
        FIELD
    }

    /** From the beginning, for a rate sees no first event of a series that begins with it. */
    void start(@Observes StartupEvent event) {
        for (By by : By.values()) {
            count(NEVER_ASSESSED, by);
            for (Band band : Band.values()) {
                count(AssessmentMetrics.name(band), by);
            }
        }
    }

    /** The call's label says so from now on. {@code version} is that of its assessment when nobody had said so yet. */
    Uni<Void> found(Mutiny.Session session, CallEvidence call, long version, By by) {
        return session.createNativeQuery(FIRST)
                .setParameter("call", call.callId())
                .executeUpdate()
                .chain(first -> first == 0
                        ? Uni.createFrom().voidItem()
                        : store.find(session, call.callId(), version)
                                .invoke(told -> afterCommit.run(
                                        session, () -> count(band(told), by).increment()))
                                .replaceWithVoid());
    }

    private static String band(Optional<VersionedAssessment> told) {
        return told.map(last -> AssessmentMetrics.name(last.assessment().band()))
                .orElse(NEVER_ASSESSED);
    }

    private Counter count(String band, By by) {
        return Counter.builder("tanggap.triage.genuine.calls")
                .description("Calls found genuine, by the band of the last assessment before; likely_hoax must stay 0")
                .tag("band", band)
                .tag("by", AssessmentMetrics.name(by))
                .register(registry);
    }
}
