package id.tanggap.notification.feed;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * Wakes streams. Each piece of news calls off a timer of each stream, and who goes away leaves none: Mutiny's own executor would
 * keep what is called off, and the stream with it, until its time had come.
 */
@Singleton
class StreamTimers {

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("stream-timers").daemon().factory());

    StreamTimers() {
        executor.setRemoveOnCancelPolicy(true);
    }

    ScheduledExecutorService executor() {
        return executor;
    }

    /** Timers that have neither run nor been called off. */
    int waiting() {
        return executor.getQueue().size();
    }

    @PreDestroy
    void end() {
        executor.shutdownNow();
    }
}
