package id.tanggap.ticket.history;

import id.tanggap.platform.metrics.Readings;
import id.tanggap.ticket.config.HistoryConfig;
import id.tanggap.ticket.history.ChainVerification.Place;
import id.tanggap.ticket.history.ChainVerification.Walked;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Verifies the chain without being asked: once from its beginning, then what is new each time, and now and then all of it anew, for a
 * record may be changed after it was verified. Some records at a time: a chain of a million takes the first walk some hours, and no
 * request notices. Each replica walks for itself: broken is the maximum over them, verified the minimum.
 */
@ApplicationScoped
class ChainWatch {

    private static final Logger LOG = Logger.getLogger(ChainWatch.class);

    private final ChainVerification verification;
    private final Readings readings;
    private final HistoryConfig config;
    private final MeterRegistry registry;
    private volatile Place reached = Place.BEGIN;
    private volatile Instant began = Instant.EPOCH;
    private volatile boolean complete;
    private volatile boolean broken;
    private volatile double wholeAt = Double.NaN;

    ChainWatch(ChainVerification verification, Readings readings, HistoryConfig config, MeterRegistry registry) {
        this.verification = verification;
        this.readings = readings;
        this.config = config;
        this.registry = registry;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("tanggap.history.chain.broken", () -> broken ? 1 : 0)
                .description(
                        "1 if a record of the history is not what was written; see GET /api/v1/history/verification")
                .register(registry);
        Gauge.builder("tanggap.history.chain.verified.records", () -> reached.position())
                .description("Records that the present walk along the history has verified")
                .register(registry);
        Gauge.builder("tanggap.history.chain.verified.timestamp", () -> wholeAt)
                .description("When the history was last verified up to its end, since 1970")
                .baseUnit("seconds")
                .register(registry);
        readings.every(config.verifyEvery(), "history-chain", this::walk, this::note);
    }

    private Uni<Walked> walk() {
        Instant now = Instant.now();
        if (complete && began.plus(config.verifyAnew()).isBefore(now)) {
            reached = Place.BEGIN;
        }
        if (reached.position() == 0) {
            complete = false;
            began = now;
        }
        return verification.walk(reached, config.verifyAtOnce());
    }

    private void note(Walked walked) {
        if (walked.fault().isPresent()) {
            ChainFault fault = walked.fault().get();
            LOG.errorf("event=history-chain-broken position=%d kind=%s", fault.position(), fault.kind());
            broken = true;
            // From the beginning: only a walk along all of it can take that back.
            reached = Place.BEGIN;
            return;
        }
        reached = walked.reached();
        if (walked.isWhole()) {
            complete = true;
            broken = false;
            wholeAt = Instant.now().getEpochSecond();
        }
    }
}
