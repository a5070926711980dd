package id.tanggap.notification.ladder;

import id.tanggap.notification.delivery.DeliveryWorker;
import id.tanggap.platform.tx.OwnContext;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Looks from time to time for a rung whose time has come, in every replica. */
@ApplicationScoped
class LadderWatch {

    private static final Logger LOG = Logger.getLogger(LadderWatch.class);

    private final Ladders ladders;
    private final DeliveryWorker worker;
    private final LadderConfig config;
    private final Vertx vertx;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile boolean stopping;

    LadderWatch(Ladders ladders, DeliveryWorker worker, LadderConfig config, Vertx vertx) {
        this.ladders = ladders;
        this.worker = worker;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(config.poll().toMillis(), tick -> {
            if (!stopping && looking.compareAndSet(false, true)) {
                look();
            }
        });
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private void look() {
        OwnContext.run(vertx, ladders::climbOne)
                .subscribe()
                .with(
                        climbed -> {
                            if (climbed && !stopping) {
                                worker.wake();
                                look();
                            } else {
                                looking.set(false);
                            }
                        },
                        failure -> {
                            LOG.warnf("event=ladder-look-failed cause=\"%s\"", failure);
                            looking.set(false);
                        });
    }
}
