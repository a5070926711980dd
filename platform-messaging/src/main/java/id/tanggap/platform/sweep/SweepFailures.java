package id.tanggap.platform.sweep;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Tells of what a sweep could not do: counts every failure, and logs it in full only the first time. */
@ApplicationScoped
public class SweepFailures {

    private static final Logger LOG = Logger.getLogger(SweepFailures.class);

    /** More than ever fail by themselves; if everything fails, the first ones tell why. */
    private static final int REMEMBERED = 100;

    private final MeterRegistry metrics;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    SweepFailures(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** This one has failed and will be tried again. */
    public void failed(String what, String id, Throwable failure) {
        Counter.builder("tanggap.sweep.failed")
                .description("What was due and failed: it is tried again")
                .tag("what", what)
                .register(metrics)
                .increment();
        if (told.size() < REMEMBERED && told.add(what + id)) {
            LOG.errorf(failure, "event=sweep-failed what=%s id=%s", what, id);
        } else {
            LOG.warnf(
                    "event=sweep-failed-again what=%s id=%s cause=%s",
                    what, id, failure.getClass().getSimpleName());
        }
    }

    /** This one has succeeded. */
    public void over(String what, String id) {
        told.remove(what + id);
    }
}
