package id.tanggap.local.stack;

import java.time.Duration;

/** A process of the local system: started on its data, or ended politely or by SIGKILL; each call returns when it is done. */
public interface Server {
    /** Long, for a machine that is busy: a process that ends while it starts is noticed at once. */
    Duration START_LIMIT = Duration.ofMinutes(4);

    String name();

    ManagedProcess process();

    /** Prepares the data where there is none, starts the process and waits until it serves. */
    void start();

    void stop();

    /** Whether it answers now; asked of a process that may be gone or hang, so it takes some seconds at most. */
    boolean serves();

    /** For people and programs: a URL, or host and port where the protocol has none. */
    String endpoint();

    default void kill() {
        process().kill();
    }

    default boolean alive() {
        return process().alive();
    }
}
