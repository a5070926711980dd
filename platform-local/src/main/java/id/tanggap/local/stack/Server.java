package id.tanggap.local.stack;

import java.time.Duration;

/** A process of the local system. */
public interface Server extends ServerControl {
    /** Long, for a machine that is busy: a process that ends while it starts is noticed at once. */
    Duration START_LIMIT = Duration.ofMinutes(4);

    ManagedProcess process();

    /** For people and programs: a URL, or host and port where the protocol has none. */
    String endpoint();

    @Override
    default void kill() {
        process().kill();
    }

    @Override
    default boolean alive() {
        return process().alive();
    }

    /** Whether what runs, or would run, is another program than the one that was built last. */
    default boolean outdated() {
        return false;
    }
}
