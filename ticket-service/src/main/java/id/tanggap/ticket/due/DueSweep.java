package id.tanggap.ticket.due;

import id.tanggap.platform.sweep.SweepLoop;
import id.tanggap.platform.time.Now;
import id.tanggap.ticket.callback.CallbackSweep;
import id.tanggap.ticket.clock.ClockSweep;
import id.tanggap.ticket.config.TicketConfig;
import id.tanggap.ticket.report.PendingSweep;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Does what is due: woken by whoever made something due, and now and then by itself, for what another process left behind.
 * What is due is in the database, so that a kill delays it and loses nothing. Reports, calls and clocks
 * do not wait for each other.
 */
@ApplicationScoped
public class DueSweep {

    /** What is due later than this is found by looking now and then: a timer for each call would only fill the memory. */
    private static final Duration FAR = Duration.ofMinutes(1);

    private final List<SweepLoop> loops;
    private final TicketConfig config;
    private final Now now;
    private final Vertx vertx;

    DueSweep(
            PendingSweep reports,
            CallbackSweep callbacks,
            ClockSweep clocks,
            TicketConfig config,
            Now now,
            Vertx vertx) {
        this.loops = List.of(
                new SweepLoop("report", reports::run, vertx),
                new SweepLoop("call", callbacks::run, vertx),
                new SweepLoop("clock", clocks::run, vertx));
        this.config = config;
        this.now = now;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(config.sweepInterval().toMillis(), tick -> wake());
    }

    void stop(@Observes ShutdownEvent event) {
        loops.forEach(SweepLoop::stop);
    }

    /** Has a look when this instant has come. */
    public void wakeAt(Instant due) {
        long wait = Duration.between(now.get(), due).toMillis();
        if (wait <= FAR.toMillis()) {
            vertx.setTimer(Math.max(1, wait + 1), timer -> wake());
        }
    }

    private void wake() {
        loops.forEach(SweepLoop::wake);
    }
}
