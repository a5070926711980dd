package id.tanggap.local.stack;

/**
 * A server that is started on its data and ended politely or by SIGKILL, whether it is a process of this machine or runs in
 * a container; each call returns when it is done.
 */
public interface ServerControl {
    String name();

    /** Prepares the data where there is none, starts the server and waits until it serves. */
    void start();

    void stop();

    /** SIGKILL to all of it at once, as a power cut would; its data stays for the next start. */
    void kill();

    boolean alive();

    /** Whether it answers now; asked of a server that may be gone or hang, so it takes some seconds at most. */
    boolean serves();
}
