package id.tanggap.local.stack;

/** One of the stack's servers: started on its data, or ended politely or by SIGKILL; each call returns when it is done. */
public interface Server {
    String name();

    ManagedProcess process();

    /** Prepares the data where there is none, starts the process and waits until it serves. */
    void start();

    void stop();

    default void kill() {
        process().kill();
    }

    default boolean alive() {
        return process().alive();
    }
}
