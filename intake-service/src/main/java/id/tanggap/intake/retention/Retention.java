package id.tanggap.intake.retention;

import id.tanggap.intake.config.RetentionConfig;
import id.tanggap.intake.metrics.RetentionMetrics;
import id.tanggap.intake.retention.policy.Periods;
import id.tanggap.platform.metrics.Readings;
import id.tanggap.platform.sweep.SweepFailures;
import id.tanggap.platform.sweep.SweepLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Forgets whose calls they were once nobody needs to know (UU PDP 27/2022, art. 43). A round that fails is counted, and the next tries again. */
@ApplicationScoped
public class Retention {

    /** In one statement: some milliseconds' work, so that nobody waits long for a row that it holds. */
    static final int AT_A_TIME = 100;

    private final Forgetting forgetting;
    private final Periods periods;
    private final RetentionMetrics metrics;
    private final Readings readings;
    private final SweepFailures failures;
    private final SweepLoop loop;
    private final Vertx vertx;

    Retention(
            Forgetting forgetting,
            RetentionConfig config,
            RetentionMetrics metrics,
            Readings readings,
            SweepFailures failures,
            Vertx vertx) {
        this.forgetting = forgetting;
        this.periods = new Periods(config.callers(), config.openings(), config.every());
        this.metrics = metrics;
        this.readings = readings;
        this.failures = failures;
        this.vertx = vertx;
        this.loop = new SweepLoop("retention", this::run, vertx);
    }

    void start(@Observes StartupEvent event) {
        readings.regularly("retention", forgetting::oldestSeconds, metrics::oldest);
        vertx.setPeriodic(periods.every().toMillis(), tick -> loop.wake());
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /** Forgets all that is due. One kind's failure is no other's. */
    public Uni<Void> run() {
        return all("call", () -> forgetting.calls(periods.callers(), AT_A_TIME), metrics::calls)
                .chain(() -> all("opening", () -> forgetting.openings(AT_A_TIME), metrics::openings));
    }

    private Uni<Void> all(String kind, Supplier<Uni<Integer>> batch, Consumer<Integer> count) {
        String what = "retention-" + kind;
        return Uni.createFrom()
                .deferred(batch::get)
                .invoke(count)
                .repeat()
                .until(removed -> removed < AT_A_TIME)
                .collect()
                .last()
                .invoke(() -> failures.over(what, "round"))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> {
                    failures.failed(what, "round", failure);
                    return Uni.createFrom().voidItem();
                });
    }
}
